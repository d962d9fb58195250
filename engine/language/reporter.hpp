// Collects what is wrong with rules: each thing once, so many a file.
#pragma once

#include "language/compile.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tieout::language {

/// Characters of a rule file.
struct At {
  std::shared_ptr<const source::Source> file;
  source::Span span;
};

class Reporter {
 public:
  /// Adds to `diagnostics`, at most `per_file` of them for one file.
  Reporter(std::vector<Diagnostic>& diagnostics, std::size_t per_file);

  /// The same sentence about the same characters is said once.
  void error(const At& at, source::Message message, source::Message hint = {},
             const std::optional<At>& other = std::nullopt);
  /// Something is wrong for a reason that error() was told already.
  void repeated() { ++errors_; }
  /// Is nothing more said about this file?
  [[nodiscard]] bool full(const source::Source* file) const;
  /// Grows with everything that is wrong, said or not: whether something went wrong in between.
  [[nodiscard]] std::size_t errors() const { return errors_; }

 private:
  using Key = std::tuple<const source::Source*, std::size_t, std::size_t, std::string>;

  std::vector<Diagnostic>& diagnostics_;
  std::size_t per_file_;
  std::size_t errors_ = 0;
  std::set<Key> said_;
  std::map<const source::Source*, std::size_t> of_file_;
};

}  // namespace tieout::language
