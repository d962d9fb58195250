// Balanced brackets of a JSON object.
#include "language/json_text.hpp"

#include <vector>

namespace tieout::language {

namespace {

/// Does an object go on with such a token, as far as its extent is concerned?
bool may_stand_in_object(const Token& token, Kind closing) {
  switch (token.kind) {
    case Kind::close_brace:
    case Kind::close_square:
      return token.kind == closing;
    case Kind::unclosed_text:
    case Kind::unclosed_backquoted:
    case Kind::wrong:
    case Kind::end:
      return false;
    default:
      return !token.starts_clause() && !token.starts_declaration();
  }
}

}  // namespace

std::size_t tokens_of_object(const Passage& passage, std::span<const Token> tokens) {
  std::vector<Kind> closing = {Kind::close_brace};
  std::size_t at = 1;
  for (; !closing.empty(); ++at) {
    const auto& token = tokens[at];
    if (!may_stand_in_object(token, closing.back())) {
      throw explain(passage, tokens, 0, at, quoted(spelling(closing.back())));
    }
    if (token.kind == Kind::open_brace) closing.push_back(Kind::close_brace);
    if (token.kind == Kind::open_square) closing.push_back(Kind::close_square);
    if (token.kind == closing.back()) closing.pop_back();
  }
  return at;
}

}  // namespace tieout::language
