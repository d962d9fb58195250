// Most texts need no escape, and are copied as they are.
#include "report/json_text.hpp"

#include "report/eight_bytes.hpp"
#include "report/short_utf8.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace tieout::report {

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

/// Sixteen bytes that are looked at in one step.
using Bytes = unsigned char __attribute__((vector_size(16)));

Bytes bytes_of(std::uint64_t first, std::uint64_t second) {
  return std::bit_cast<Bytes>(std::array{first, second});
}

/// The bytes of a text of less than eight, in any order, and others that ask for nothing.
std::uint64_t few_bytes(std::string_view text) {
  const auto half = [&text](std::size_t at) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return std::uint64_t{bytes};
  };
  if (text.size() >= sizeof(std::uint32_t)) {
    return half(0) | half(text.size() - sizeof(std::uint32_t)) << 32U;
  }
  constexpr unsigned bits = 8;
  std::uint64_t bytes = of_all_eight('0');
  for (const char c : text) bytes = bytes << bits | static_cast<unsigned char>(c);
  return bytes;
}

/// What the bytes of a text ask for together.
unsigned needs_of(std::string_view text) {
  constexpr unsigned char first_printable = 0x20;
  Bytes escapes{};
  Bytes all{};
  const auto look_at = [&](Bytes bytes) {
    escapes |= static_cast<Bytes>((bytes < first_printable) | (bytes == '"') | (bytes == '\\'));
    all |= bytes;
  };
  const auto look_at_text = [&](const char* at) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    look_at(bytes);
  };
  // What does not fill the last step is looked at together with what comes before it once more.
  if (text.size() >= sizeof all) {
    const char* const last = text.data() + text.size() - sizeof all;
    for (const char* at = text.data(); at < last; at += sizeof all) look_at_text(at);
    look_at_text(last);
  } else if (text.size() >= sizeof all / 2) {
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): of eight or more
    look_at(bytes_of(eight_bytes(text.data()), eight_bytes(text.data() + text.size() - 8)));
  } else {
    look_at(bytes_of(few_bytes(text), of_all_eight('0')));
  }
  const auto any = [](Bytes bytes) {
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(bytes);
    return halves[0] | halves[1];
  };
  unsigned needs = 0;
  if (any(escapes) != 0) needs |= escape;
  if ((any(all) & of_all_eight(0x80)) != 0) needs |= beyond_ascii;
  return needs;
}

/// How many bytes there are before the first that asks for an escape.
std::size_t plain_bytes(std::string_view text) {
  constexpr unsigned first_printable = 0x20;
  std::size_t at = 0;
  for (; text.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
    const std::uint64_t bytes = eight_bytes(text.data() + at);
    const std::uint64_t found = first_below(bytes, first_printable) |
                                first_below(bytes ^ of_all_eight('"'), 1) |
                                first_below(bytes ^ of_all_eight('\\'), 1);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  while (at < text.size() && needs_of_bytes[static_cast<unsigned char>(text[at])] != escape) ++at;
  return at;
}

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

JsonText& JsonText::any_key(std::string_view name) {
  text(name);
  append(':');
  if (indent_ >= 0) append(' ');
  after_key_ = true;
  return *this;
}

void JsonText::text(std::string_view value) {
  const unsigned found = needs_of(value);
  const bool is_good = (found & beyond_ascii) == 0 || trusts_ || report::is_utf8(value);
  if (is_good && (found & escape) == 0) return word(value);
  before_value();
  quote(value, is_good);
}

void JsonText::text_or_null(std::string_view value) { value.empty() ? null() : text(value); }

void JsonText::number(std::int64_t value) {
  constexpr std::size_t most = 24;
  before_value();
  if (value >= 0 && value < 10) return append(static_cast<char>('0' + value));
  char* const to = room(most);
  size_ += static_cast<std::size_t>(std::to_chars(to, to + most, value).ptr - to);
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
  if (!first_ && indent_ >= 0) new_line();
  first_ = false;
  append(bracket);
}

bool JsonText::is_utf8() const { return simdjson::validate_utf8(str()); }

void JsonText::grow(std::size_t more) { text_.resize(2 * text_.size() + more); }

void JsonText::new_line() {
  append('\n');
  for (int space = 0; space < indent_ * level_; ++space) append(' ');
}

void JsonText::quote(std::string_view value, bool is_good) {
  if (!is_good) {
    append(nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return;
  }
  append('"');
  append_escaped(value);
  append('"');
}

void JsonText::append_escaped(std::string_view value) {
  for (;;) {
    const std::size_t plain = plain_bytes(value);
    append(value.substr(0, plain));
    if (plain == value.size()) return;
    if (const char letter = short_escape(value[plain]); letter != 0) {
      append('\\');
      append(letter);
    } else {
      append(fmt::format("\\u{:04x}", static_cast<unsigned char>(value[plain])));
    }
    value.remove_prefix(plain + 1);
  }
}

}  // namespace tieout::report
