// What the program says, before it is put into a language.
#pragma once

#include "source/place.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::source {

enum class Language { zh, en };

/// A sentence of the catalogue with what fills its holes. Rooms speak in messages; only `output`
/// and `cli` choose the language. A message as an argument is rendered in the same language.
struct Message {
  struct Argument;

  std::string id;                   ///< a key of the catalogue, e.g. "read.not_found"
  std::vector<Argument> arguments;  ///< named, as the text's {name} holes

  Message() = default;
  Message(std::string key);
  Message(std::string key, std::vector<Argument> filling);
  [[nodiscard]] bool empty() const { return id.empty(); }
};

struct Message::Argument {
  std::string name;
  std::string text;     ///< used as it is ...
  Message nested = {};  ///< ... unless this one is not empty
};

inline Message::Message(std::string key) : id(std::move(key)) {}
inline Message::Message(std::string key, std::vector<Argument> filling)
    : id(std::move(key)), arguments(std::move(filling)) {}

/// The sentence in `language`. An id that the catalogue lacks is a fault of the program: throws
/// std::logic_error (a test renders every id that the sources use).
[[nodiscard]] std::string render(const Message& message, Language language);

/// What makes a file, a rule pack or a report unusable; caught where the run goes on without it.
class Failure : public std::exception {
 public:
  explicit Failure(Message message, Place place = {})
      : message_(std::move(message)), place_(std::move(place)) {}
  [[nodiscard]] const Message& message() const { return message_; }
  [[nodiscard]] const Place& place() const { return place_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.id.c_str(); }

 private:
  Message message_;
  Place place_;
};

}  // namespace tieout::source
