// Most texts need no escape, and are copied as they are.
#include "output/json_text.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace tieout::output {

namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t escape = 1;
constexpr std::uint8_t beyond_ascii = 2;

/// What a byte within a text asks for.
constexpr auto needs_of_bytes = [] {
  std::array<std::uint8_t, 256> needs{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) needs[byte] = escape;
  for (std::size_t byte = 0x80; byte < needs.size(); ++byte) needs[byte] = beyond_ascii;
  needs['"'] = needs['\\'] = escape;
  return needs;
}();

/// What follows the backslash for a byte that asks for one; 0: its number does.
char short_escape(char byte) {
  switch (byte) {
    case '"':
    case '\\':
      return byte;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

}  // namespace

JsonText& JsonText::key(std::string_view name) {
  before_value();
  char* to = room(name.size() + sizeof "\"\": ");
  *to++ = '"';
  to = std::ranges::copy(name, to).out;
  to = std::ranges::copy(indent_ < 0 ? "\":"sv : "\": "sv, to).out;
  size_ = static_cast<std::size_t>(to - text_.data());
  after_key_ = true;
  return *this;
}

void JsonText::text(std::string_view value) {
  before_value();
  quote(value);
}

void JsonText::text_or_null(std::string_view value) { value.empty() ? null() : text(value); }

void JsonText::number(std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonText::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonText::null() { raw("null"); }

void JsonText::raw(std::string_view json) {
  before_value();
  append(json);
}

void JsonText::begin(char bracket) {
  before_value();
  append(bracket);
  first_ = true;
  ++level_;
}

void JsonText::end(char bracket) {
  --level_;
  if (!first_) new_line();
  first_ = false;
  append(bracket);
}

void JsonText::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (size_ == 0) {
    first_ = false;
    return;
  }
  if (!first_) append(',');
  first_ = false;
  new_line();
}

void JsonText::new_line() {
  if (indent_ < 0) return;
  append('\n');
  for (int space = 0; space < indent_ * level_; ++space) append(' ');
}

void JsonText::quote(std::string_view value) {
  unsigned found = 0;
  for (const char c : value) found |= needs_of_bytes[static_cast<unsigned char>(c)];
  if ((found & beyond_ascii) != 0 && !simdjson::validate_utf8(value)) {
    append(nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return;
  }
  append('"');
  if ((found & escape) == 0) {
    append(value);
  } else {
    append_escaped(value);
  }
  append('"');
}

void JsonText::append_escaped(std::string_view value) {
  std::size_t written = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (needs_of_bytes[byte] != escape) continue;
    append(value.substr(written, i - written));
    written = i + 1;
    if (const char letter = short_escape(value[i]); letter != 0) {
      append('\\');
      append(letter);
    } else {
      append(fmt::format("\\u{:04x}", byte));
    }
  }
  append(value.substr(written));
}

}  // namespace tieout::output
