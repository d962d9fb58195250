// Most texts need no escape, and are copied as they are.
#include "output/json_text.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace tieout::output {

namespace {

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

void append_escaped(std::string& text, std::string_view value) {
  for (const char byte : value) {
    if (needs_of_bytes[static_cast<unsigned char>(byte)] != escape) {
      text += byte;
    } else if (const char letter = short_escape(byte); letter != 0) {
      text += {'\\', letter};
    } else {
      text += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
    }
  }
}

}  // namespace

JsonText& JsonText::key(std::string_view name) {
  before_value();
  text_ += '"';
  text_ += name;
  text_ += indent_ < 0 ? "\":" : "\": ";
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
  text_ += json;
}

void JsonText::begin(char bracket) {
  before_value();
  text_ += bracket;
  first_ = true;
  ++level_;
}

void JsonText::end(char bracket) {
  --level_;
  if (!first_) new_line();
  first_ = false;
  text_ += bracket;
}

void JsonText::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (text_.empty()) {
    first_ = false;
    return;
  }
  if (!first_) text_ += ',';
  first_ = false;
  new_line();
}

void JsonText::new_line() {
  if (indent_ < 0) return;
  text_ += '\n';
  text_.append(static_cast<std::size_t>(indent_ * level_), ' ');
}

void JsonText::quote(std::string_view value) {
  unsigned found = 0;
  for (const char c : value) found |= needs_of_bytes[static_cast<unsigned char>(c)];
  if ((found & beyond_ascii) != 0 && !simdjson::validate_utf8(value)) {
    text_ += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  text_ += '"';
  if ((found & escape) == 0) {
    text_ += value;
  } else {
    append_escaped(text_, value);
  }
  text_ += '"';
}

}  // namespace tieout::output
