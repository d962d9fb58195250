// Escapes of quoted texts.
#include "language/passage.hpp"

#include "language/characters.hpp"
#include "language/fault.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf.h>

#include <algorithm>
#include <charconv>

namespace tieout::language {

namespace {

class Unescaper {
 public:
  Unescaper(const Passage& passage, const Token& quoted)
      : passage_(passage), at_(quoted.span.begin + 1), end_(quoted.span.end - 1) {}

  Unescaped run() {
    while (at_ < end_) {
      if (passage_.text()[at_] == '\\') {
        resolve();
      } else {
        take(passage_.text().substr(at_, 1), 1);
      }
    }
    result_.offsets.push_back(place(end_));
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::size_t place(std::size_t at) const { return passage_.span({at, at}).begin; }

  /// Adds `meaning` for the next `bytes` as they are written.
  void take(std::string_view meaning, std::size_t bytes) {
    result_.text += meaning;
    result_.offsets.insert(result_.offsets.end(), meaning.size(), place(at_));
    at_ += bytes;
  }

  void resolve() {
    const auto written = passage_.text().substr(at_, end_ - at_);
    const auto escaped = written.substr(1, 1);
    if (escaped == "\"" || escaped == "\\") return take(escaped, 2);
    if (escaped == "n") return take("\n", 2);
    if (escaped == "{" || escaped == "}") {
      result_.braces.push_back(result_.text.size());
      return take(escaped, 2);
    }
    if (escaped == "u") return resolve_code(written);
    const auto character = escaped.empty() ? 0 : character_at(written, 1).bytes;
    fail("syntax.unknown_escape", 1 + character);
  }

  void resolve_code(std::string_view written) {
    constexpr std::size_t before = std::string_view("\\u{").size();
    const auto close = written.substr(0, before + 7).find('}');
    if (!written.starts_with("\\u{") || close == std::string_view::npos) {
      fail("syntax.code_point", std::min<std::size_t>(2, written.size()));
    }
    const auto digits = written.substr(before, close - before);
    std::uint32_t code = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const auto character = static_cast<UChar32>(code);
    const bool whole = error == std::errc() && stop == digits.data() + digits.size();
    const bool is_text = U_IS_UNICODE_CHAR(character) && u_iscntrl(character) == 0;
    if (!whole || !is_text) {
      fail("syntax.code_point", close + 1);
    }
    std::string meaning;
    icu::UnicodeString(character).toUTF8String(meaning);
    take(meaning, close + 1);
  }

  [[noreturn]] void fail(const char* message, std::size_t bytes) const {
    const source::Span written{at_, at_ + bytes};
    throw Fault{.message = {message, {{"escape", std::string(passage_.text(written))}}},
                .span = passage_.span(written)};
  }

  const Passage& passage_;
  std::size_t at_;
  std::size_t end_;
  Unescaped result_;
};

}  // namespace

Unescaped unescape(const Passage& passage, const Token& quoted) {
  return Unescaper(passage, quoted).run();
}

}  // namespace tieout::language
