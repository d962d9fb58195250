// Where parsing stopped, to a sentence that says what is wrong there.
#include "language/fault.hpp"

#include "language/characters.hpp"
#include "language/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::language {

using source::Message;
using source::Span;

namespace {

struct Brackets {
  Kind open;
  Kind close;
};
constexpr std::array brackets = {Brackets{Kind::open_round, Kind::close_round},
                                 Brackets{Kind::open_square, Kind::close_square},
                                 Brackets{Kind::open_brace, Kind::close_brace}};

bool opens(Kind kind) { return std::ranges::count(brackets, kind, &Brackets::open) > 0; }
bool closes(Kind kind) { return std::ranges::count(brackets, kind, &Brackets::close) > 0; }
Kind closing(Kind open) { return std::ranges::find(brackets, open, &Brackets::open)->close; }

/// The ASCII text that people mean by a character that rule text does not have; empty if none.
std::string meant_by(char32_t code) {
  struct Pair {
    std::u32string_view written;
    std::string_view meant;
  };
  static constexpr std::array pairs = {Pair{U"“”„‟＂「」『』‘’'", "\""},
                                       Pair{U"。", "."},
                                       Pair{U"、", ","},
                                       Pair{U"【〔〖", "["},
                                       Pair{U"】〕〗", "]"},
                                       Pair{U"∶", ":"},
                                       Pair{U"×", "*"},
                                       Pair{U"÷", "/"},
                                       Pair{U"−–—", "-"},
                                       Pair{U"≦⩽", "<="},
                                       Pair{U"≧⩾", ">="},
                                       Pair{U"&", "and"},
                                       Pair{U"|", "or"},
                                       Pair{U"!！", "not"}};
  for (const auto& [written, meant] : pairs) {
    if (written.find(code) != std::u32string_view::npos) return std::string(meant);
  }
  // Full-width forms are the ASCII characters at a constant distance.
  constexpr char32_t first = U'！';
  constexpr char32_t last = U'～';
  if (code < first || code > last) return {};
  return {static_cast<char>(code - first + U'!')};
}

Fault wrong_character(const Passage& passage, const Token& token) {
  const auto text = passage.text(token);
  const auto code = character_at(text, 0).code;
  Fault fault{.message = {"syntax.no_meaning", {{"found", shown(passage, token)}}},
              .span = passage.span(token)};
  const auto next = passage.text().substr(token.span.end);
  if (code == U'！' && (next.starts_with("=") || next.starts_with("＝"))) {
    fault.message = {"syntax.write_ascii", {{"found", "`！=`"}, {"meant", "`!=`"}}};
  } else if (code == U';' || code == U'；') {
    fault.message.id = "syntax.semicolon";
  } else if (code == U'·' || code == U'・') {
    fault.message.id = "syntax.middle_dot";
  } else if (const auto meant = meant_by(code); !meant.empty()) {
    fault.message.id = "syntax.write_ascii";
    fault.message.arguments.push_back({"meant", quoted(meant)});
  }
  return fault;
}

/// Where something is missing: right after the token before, unless the next one follows on the
/// same line and can be pointed at.
Span gap(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  if (!tokens[at].first_on_line || at == 0) return passage.span(tokens[at]);
  const auto end = tokens[at - 1].span.end;
  return passage.span({end, end});
}

/// The innermost bracket that is opened in [from, at) and not closed there.
std::optional<std::size_t> open_bracket(std::span<const Token> tokens, std::size_t from,
                                        std::size_t at) {
  std::size_t closed = 0;
  for (auto i = at; i > from; --i) {
    const auto& token = tokens[i - 1];
    if (closes(token.kind)) {
      ++closed;
    } else if (opens(token.kind)) {
      if (closed == 0) return i - 1;
      --closed;
    }
  }
  return std::nullopt;
}

Message expected_thing(std::string_view expected) {
  static constexpr std::array things = {
      std::pair{expects::name, "syntax.a_name"},
      std::pair{expects::rule_id, "syntax.a_rule_id"},
      std::pair{expects::member, "syntax.a_member"},
      std::pair{expects::text, "syntax.a_text"},
      std::pair{expects::literal, "syntax.a_literal"},
      std::pair{expects::object, "syntax.an_object"},
      std::pair{expects::severity, "syntax.a_severity"},
      std::pair{expects::verdict, "syntax.a_verdict"},
      std::pair{expects::list_end, "syntax.list_end"},
  };
  const auto* known =
      std::ranges::find_if(things, [&](const auto& thing) { return expected == thing.first; });
  if (known != things.end()) return {known->second};
  return {"syntax.as_written", {{"text", std::string(expected)}}};
}

Fault unclosed_quote(const Passage& passage, const Token& token, const char* message) {
  Fault fault{.message = {message}, .span = passage.span(token)};
  const auto text = passage.text(token);
  if (text.find("”") != text.npos || text.find("“") != text.npos) {
    fault.hint = {"syntax.straight_quotes"};
  }
  return fault;
}

Fault missing_value(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  if (at == 0) return {.message = {"syntax.empty_hole"}, .span = passage.span(tokens[at])};
  if (tokens[at].word == Word::not_) {
    return {.message = {"syntax.bracket_not"}, .span = passage.span(tokens[at])};
  }
  return {.message = {"syntax.missing_value", {{"after", shown(passage, tokens[at - 1])}}},
          .span = gap(passage, tokens, at)};
}

Fault missing(const Passage& passage, std::span<const Token> tokens, std::size_t at,
              std::string_view expected) {
  Message message{"syntax.missing",
                  {{.name = "expected", .text = {}, .nested = expected_thing(expected)}}};
  if (!tokens[at].first_on_line) {
    message.id = "syntax.expected";
    message.arguments.push_back({"found", shown(passage, tokens[at])});
  }
  Fault fault{.message = std::move(message), .span = gap(passage, tokens, at)};
  if (expected == expects::name && tokens[at].kind == Kind::name && !tokens[at].first_on_line) {
    fault.hint = {"syntax.word_as_name", {{"word", shown(passage, tokens[at])}}};
  }
  return fault;
}

Fault not_closed(const Passage& passage, std::span<const Token> tokens, std::size_t open,
                 std::size_t at, std::string_view expected) {
  const auto& found = tokens[at];
  if (found.first_on_line || found.kind == Kind::close_brace) {
    return unclosed(passage, tokens, open, at);
  }
  auto fault = missing(passage, tokens, at, expected);
  if (closes(found.kind)) {
    fault.message = {"syntax.wrong_bracket",
                     {{"found", shown(passage, found)}, {"open", shown(passage, tokens[open])}}};
  }
  fault.other = passage.span(tokens[open]);
  return fault;
}

Message did_you_mean(const std::string& word) {
  if (word.empty()) return {};
  return {"syntax.did_you_mean", {{"word", quoted(word)}}};
}

/// A token with which nothing can go on; null if something else is expected than an end.
const char* unexpected(std::string_view expected, const Token& found) {
  static constexpr std::array sentences = {
      std::pair{expects::end, "syntax.unexpected"},
      std::pair{expects::clause, "syntax.no_clause"},
      std::pair{expects::definition, "syntax.no_definition"},
      std::pair{expects::declaration, "syntax.no_declaration"},
  };
  const auto* known = std::ranges::find_if(
      sentences, [&](const auto& sentence) { return expected == sentence.first; });
  if (known == sentences.end()) return nullptr;
  if (closes(found.kind)) return "syntax.stray_bracket";
  if (found.word == Word::exactly || found.word == Word::within) return "syntax.stray_suffix";
  return known->second;
}

}  // namespace

std::string quoted(std::string_view text) { return fmt::format("`{}`", text); }

std::string shown(const Passage& passage, const Token& token) {
  constexpr std::size_t most = 24;
  const auto text = passage.text(token);
  std::size_t at = 0;
  for (std::size_t shown = 0; at < text.size(); ++shown) {
    if (shown == most) return quoted(fmt::format("{}…", text.substr(0, at)));
    at += character_at(text, at).bytes;
  }
  return text.starts_with('`') ? std::string(text) : quoted(text);
}

Fault unclosed(const Passage& passage, std::span<const Token> tokens, std::size_t open,
               std::size_t at) {
  const auto kind = tokens[open].kind;
  return {
      .message = {"syntax.unclosed_bracket",
                  {{"open", quoted(spelling(kind))}, {"close", quoted(spelling(closing(kind)))}}},
      .span = gap(passage, tokens, at),
      .hint = {},
      .other = passage.span(tokens[open])};
}

Fault unknown_word(std::string message, const Passage& passage, const Token& word,
                   std::span<const std::string_view> known) {
  Fault fault{.message = {std::move(message), {{"word", shown(passage, word)}}},
              .span = passage.span(word)};
  fault.hint = did_you_mean(nearest(passage.text(word), known));
  if (fault.hint.empty()) {
    fault.hint = {"syntax.choices", {{"words", fmt::format("`{}`", fmt::join(known, "` `"))}}};
  }
  return fault;
}

Fault too_deep(const Passage& passage, const Token& token, std::size_t limit) {
  return {.message = {"syntax.too_deep", {{"limit", std::to_string(limit)}}},
          .span = passage.span(token)};
}

Fault explain(const Passage& passage, std::span<const Token> tokens, std::size_t from,
              std::size_t at, std::string_view expected) {
  const auto& found = tokens[at];
  switch (found.kind) {
    case Kind::wrong:
      return wrong_character(passage, found);
    case Kind::unclosed_text:
      return unclosed_quote(passage, found, "syntax.unclosed_text");
    case Kind::unclosed_backquoted:
      return unclosed_quote(passage, found, "syntax.unclosed_backquoted");
    default:
      break;
  }
  if (expected == expects::no_chain) {
    return {.message = {"syntax.chain", {{"found", shown(passage, found)}}},
            .span = passage.span(found)};
  }
  if (expected == expects::expression) return missing_value(passage, tokens, at);
  if (const auto* sentence = unexpected(expected, found)) {
    Fault fault{.message = {sentence, {{"found", shown(passage, found)}}},
                .span = passage.span(found)};
    if (found.kind == Kind::name && role(found.word) != Role::reserved) {
      fault.hint = did_you_mean(nearest(passage.text(found), words_of(Role::reserved)));
    }
    return fault;
  }
  if (expected == expects::list_end || expected == "`]`" || expected == "`}`") {
    if (const auto open = open_bracket(tokens, from, at)) {
      return not_closed(passage, tokens, *open, at, expected);
    }
  }
  return missing(passage, tokens, at, expected);
}

}  // namespace tieout::language
