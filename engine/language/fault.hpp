// What is wrong with rule text, said in users' words.
#pragma once

#include "language/passage.hpp"
#include "language/token.hpp"
#include "source/message.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tieout::language {

/// Thrown where a declaration or clause cannot be parsed; a Diagnostic once its file is known.
struct Fault {
  source::Message message;
  source::Span span;  ///< in the file
  source::Message hint = {};
  std::optional<source::Span> other = std::nullopt;  ///< a second place: the bracket opened there
};

/// What the grammar expects, other than marks and words, which stand for themselves in backquotes.
namespace expects {
inline constexpr const char* expression = "expression";
inline constexpr const char* name = "name";
inline constexpr const char* rule_id = "rule id";
inline constexpr const char* member = "member";
inline constexpr const char* text = "text";
inline constexpr const char* literal = "literal";
inline constexpr const char* object = "object";
inline constexpr const char* severity = "severity";
inline constexpr const char* verdict = "verdict";
inline constexpr const char* list_end = "list end";
inline constexpr const char* no_chain = "no chain";
inline constexpr const char* end = "end";
inline constexpr const char* clause = "clause";
inline constexpr const char* declaration = "declaration";
inline constexpr const char* definition = "definition";
}  // namespace expects

/// `text`, as messages show what is written so. (Say language::quoted where std::quoted is known.)
[[nodiscard]] std::string quoted(std::string_view text);

/// Why parsing stopped at tokens[at] of what begins at tokens[from], where `expected` (one of the
/// above or a mark or word in backquotes) was needed. The last token is Kind::end.
[[nodiscard]] Fault explain(const Passage& passage, std::span<const Token> tokens, std::size_t from,
                            std::size_t at, std::string_view expected);

/// A word in a place where only `known` ones stand; the hint names the close one, else all.
/// `message` is a sentence with the hole {word}.
[[nodiscard]] Fault unknown_word(std::string message, const Passage& passage, const Token& word,
                                 std::span<const std::string_view> known);

/// The bracket tokens[open] is not closed before tokens[at], where it would have to be.
[[nodiscard]] Fault unclosed(const Passage& passage, std::span<const Token> tokens,
                             std::size_t open, std::size_t at);

/// An expression inside so many others that the limit is reached.
[[nodiscard]] Fault too_deep(const Passage& passage, const Token& token, std::size_t limit);

/// A token as messages show it: its text, shortened if it is long.
[[nodiscard]] std::string shown(const Passage& passage, const Token& token);

}  // namespace tieout::language
