// Does a JSON value fit a JSON Schema, and if not, where and why not.
#pragma once

#include "schema/json_tree.hpp"
#include "source/message.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tieout::schema {

/// What does not fit: a sentence that names the pointer, what was expected and what stands there.
struct Violation {
  source::Message message;
  std::string pointer;  ///< RFC 6901
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct SchemaFile;

/// A JSON Schema (draft 7), written out and compiled when it is first used: most runs need only one
/// of many. May be shared by threads.
class Validator {
 public:
  /// `schema` must give a good schema without references to other files. `file`: what it is
  /// composed of, if it is.
  explicit Validator(std::function<std::string()> schema,
                     std::shared_ptr<const SchemaFile> file = nullptr);
  ~Validator();

  [[nodiscard]] std::string text() const { return schema_(); }
  /// The file that says the same, its references not followed; null if there is none.
  [[nodiscard]] const SchemaFile* file() const { return file_.get(); }

  /// The first thing in the order of the text that does not fit, if any does not.
  [[nodiscard]] std::optional<Violation> check(const Json& instance) const;

 private:
  struct Compiled;
  std::function<std::string()> schema_;
  std::shared_ptr<const SchemaFile> file_;
  mutable std::unique_ptr<const Compiled> compiled_;
  struct Once;
  std::unique_ptr<Once> once_;
};

/// Where `violation` was found in `text`.
[[nodiscard]] source::Failure failure(const Violation& violation, const source::Source& text);

}  // namespace tieout::schema
