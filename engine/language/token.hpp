// The words, literals and marks that rule text is made of.
#pragma once

#include "source/source.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tieout::language {

enum class Kind : std::uint8_t {
  name,        // also every word of the language
  backquoted,  // `a name with spaces`
  number,      // digits only; its unit is a token of its own
  date,        // 2018-06-10, perhaps no day of the calendar
  text,        // "...", escapes not looked at
  unit_sign,   // % and ‰
  plus,
  minus,
  star,
  slash,
  dot,
  comma,
  colon,
  equal,
  identical,
  different,
  less,
  less_equal,
  greater,
  greater_equal,
  open_round,
  close_round,
  open_square,
  close_square,
  open_brace,
  close_brace,
  unclosed_text,        // from its quote to the end of the line
  unclosed_backquoted,  // likewise
  wrong,                // a character without a meaning here, as often as it is repeated
  end,                  // after the last one
};

/// The words that mean something to the language; whether one is a name depends on its role.
enum class Word : std::uint8_t {
  ordinary,
  // Parts of expressions, never names (but after a dot).
  implies,
  or_,
  and_,
  not_,
  in,
  matches,
  contains,
  exactly,
  within,
  if_,
  then,
  else_,
  true_,
  false_,
  // Words only where the grammar expects them.
  all,
  any,
  none,
  present,
  group,
  by,
  as,
  default_,
  // Start a clause at the start of a line; elsewhere also names.
  title,
  over,
  when,
  let,
  check,
  message,
  severity,
  basis,
  hint,
  tags,
  acceptable,
  example,
  // Start a declaration, likewise.
  rule,
  define,
  param,
  profile,
  use,
  schema,
};

enum class Role : std::uint8_t { ordinary, reserved, contextual, clause, declaration };
[[nodiscard]] Role role(Word word);

/// The word that a name is, if it is one.
[[nodiscard]] Word word_of(std::string_view name);

struct Mark {
  std::string_view text;
  Kind kind;
};
/// Every way to write a mark; one that begins with another stands before it.
[[nodiscard]] std::span<const Mark> marks();

/// How a word, or a mark (plus to close_brace), is written.
[[nodiscard]] std::string_view spelling(Word word);
[[nodiscard]] std::string_view spelling(Kind mark);

/// The words of a role, for suggestions.
[[nodiscard]] std::vector<std::string_view> words_of(Role role);

struct Token {
  Kind kind = Kind::end;
  Word word = Word::ordinary;  ///< of a name
  bool first_on_line = false;
  source::Span span;  ///< in the text that was read

  [[nodiscard]] bool starts_clause() const { return first_on_line && role(word) == Role::clause; }
  [[nodiscard]] bool starts_declaration() const {
    return first_on_line && role(word) == Role::declaration;
  }
};

/// The tokens of a text, without spaces and comments; the last one, always there, is Kind::end.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

/// The tokens of an expression that starts at `begin` and ends before the brace that closes what
/// was opened before it; the last one is that brace or Kind::end. Messages hold such expressions.
[[nodiscard]] std::vector<Token> tokens_to_brace(std::string_view text, std::size_t begin);

}  // namespace tieout::language
