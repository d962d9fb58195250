// The tokens of a line of JSON, one after the other.
#pragma once

#include "report/column_reader.hpp"
#include "report/eight_bytes.hpp"
#include "report/written_number.hpp"

#include <simdjson.h>

#include <bit>
#include <cstddef>
#include <string_view>

namespace tieout::report {

/// Reads the tokens that are expected, which is all that the lines of a stream take: they say the
/// same things in the same order. Anything else, be it broken JSON or a form that report data
/// hardly has, throws Beyond: a parser must look at the line.
class LineCursor {
 public:
  struct Beyond {};

  /// Begins within a line that is followed as line_padding says: no token goes on over a line break
  /// or NUL. A cursor of one function alone stays in a register, so what is called where it shall
  /// stay there takes a place and gives the place behind what it read.
  LineCursor(const char* at, simdjson::dom::parser& parser) : at_(at), parser_(&parser) {}

  /// Where the next token begins.
  [[nodiscard]] const char* next() {
    // Most lines have no blanks: one comparison tells.
    if (static_cast<unsigned char>(*at_) <= ' ') {
      while (*at_ == ' ' || *at_ == '\t') ++at_;
    }
    return at_;
  }

  /// Goes over the token if it is next.
  [[nodiscard]] bool take(char token) {
    if (*next() != token) return false;
    ++at_;
    return true;
  }
  void expect(char token) {
    if (!take(token)) throw Beyond();
  }
  [[nodiscard]] bool take(std::string_view word) {
    if (std::string_view(next(), word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  /// Goes over what was looked at where the next token begins.
  void skip(std::size_t bytes) { at_ += bytes; }
  /// The byte behind the last token.
  [[nodiscard]] const char* at() const { return at_; }
  void go_to(const char* at) { at_ = at; }

  /// A text that is written without escapes.
  [[nodiscard]] std::string_view plain_text() {
    expect('"');
    const char* const begin = at_;
    at_ = end_of_plain(begin);
    return closed(begin);
  }

  /// Valid until the next text is read. Sixteen bytes from its beginning and eight behind it are
  /// readable, the first of those no digit.
  [[nodiscard, gnu::always_inline]] std::string_view text() {
    expect('"');
    const char* const begin = at_;
    at_ = end_of_plain(begin);
    if (*at_ != '\\') return closed(begin);
    at_ = end_of_escaped(at_);
    return unescaped(closed(begin), *parser_);
  }

  [[nodiscard]] WrittenNumber number() {
    const auto number = written_number(next());
    if (number.size == 0) throw Beyond();
    at_ += number.size;
    return number;
  }

 private:
  /// The first quote, backslash or control character.
  static const char* end_of_plain(const char* at) {
    constexpr unsigned first_printable = 0x20;
    for (;; at += 8) {
      const std::uint64_t bytes = eight_bytes(at);
      const std::uint64_t found = first_below(bytes, first_printable) |
                                  first_below(bytes ^ of_all_eight('"'), 1) |
                                  first_below(bytes ^ of_all_eight('\\'), 1);
      if (found != 0) return at + std::countr_zero(found) / 8;
    }
  }

  /// The text up to here, where its closing quote must stand.
  std::string_view closed(const char* begin) {
    if (*at_ != '"') throw Beyond();
    return {begin, static_cast<std::size_t>(at_++ - begin)};
  }

  /// The same where a text goes on with a backslash: behind its escapes.
  static const char* end_of_escaped(const char* at) {
    while (*at == '\\') at = end_of_plain(at + (at[1] == '"' || at[1] == '\\' ? 2 : 1));
    return at;
  }

  /// `written` stands between its quotes.
  static std::string_view unescaped(std::string_view written, simdjson::dom::parser& parser) {
    std::string_view text;
    if (parser.parse(written.data() - 1, written.size() + 2, false).get(text) !=
        simdjson::SUCCESS) {
      throw Beyond();
    }
    return text;
  }

  const char* at_;
  simdjson::dom::parser* parser_;  ///< of texts with escapes
};

static_assert(line_padding >= simdjson::SIMDJSON_PADDING);

}  // namespace tieout::report
