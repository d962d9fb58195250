// Rule text without its layout.
#include "language/words.hpp"

#include "language/token.hpp"

#include <algorithm>

namespace tieout::language {

std::string one_line(const source::Source& file, source::Span span,
                     const std::set<std::size_t>& stars, std::string_view column) {
  const auto text = file.text().substr(span.begin, span.end - span.begin);
  std::string result;
  std::size_t last = 0;
  for (const auto& token : tokens_of(text)) {
    if (token.kind == Kind::end) break;
    if (token.span.begin > last && !result.empty()) result += ' ';
    last = token.span.end;
    if (stars.contains(span.begin + token.span.begin)) {
      result += column;
    } else {
      result += text.substr(token.span.begin, token.span.end - token.span.begin);
    }
  }
  return result;
}

std::size_t star_in(const source::Source& file, source::Span span) {
  const auto tokens = tokens_of(file.text().substr(span.begin, span.end - span.begin));
  const auto star = std::ranges::find(tokens, Kind::star, &Token::kind);
  return span.begin + (star == tokens.end() ? 0 : star->span.begin);
}

std::string without_layout(const source::Source& file, source::Span span) {
  const auto text = file.text().substr(span.begin, span.end - span.begin);
  std::string result;
  for (const auto& token : tokens_of(text)) {
    if (token.kind == Kind::end) break;
    if (!result.empty()) result += ' ';
    result += text.substr(token.span.begin, token.span.end - token.span.begin);
  }
  return result;
}

}  // namespace tieout::language
