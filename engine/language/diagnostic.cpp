// Diagnostics as people read them: the sentence, the line, a caret under the right character.
#include "language/diagnostic.hpp"

#include "language/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace tieout::language {

namespace {

using source::Language;
using source::Message;
using source::Source;
using source::Span;

// A line that takes more columns is shown from a little before the caret on.
constexpr std::size_t widest_line = 160;
constexpr std::size_t widest_before = 60;

/// Columns that a character takes where a line is cut: at least one, so that what is shown is short
/// even if nothing of it can be seen.
std::size_t room_of(const Character& character) {
  return std::max<std::size_t>(columns_of(character.code), 1);
}

/// The longest start of `text` for which there is room.
std::string_view first_columns(std::string_view text, std::size_t room) {
  std::size_t at = 0;
  for (std::size_t taken = 0; at < text.size();) {
    const auto character = character_at(text, at);
    taken += room_of(character);
    if (taken > room) break;
    at += character.bytes;
  }
  return text.substr(0, at);
}

/// The longest end of `text` for which there is room.
std::string_view last_columns(std::string_view text, std::size_t room) {
  std::size_t at = text.size();
  for (std::size_t taken = 0; at > 0;) {
    auto begin = at - 1;
    while ((static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    taken += room_of(character_at(text, begin));
    if (taken > room) break;
    at = begin;
  }
  return text.substr(at);
}

/// White space as wide as `text`, its tabs kept, since how wide they are is for the terminal to
/// say.
std::string blank(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = character_at(text, at);
    if (character.code == U'\t') {
      result += '\t';
    } else {
      result.append(columns_of(character.code), ' ');
    }
    at += character.bytes;
  }
  return result;
}

/// Two lines: the one that the span begins in, and its marking.
std::string marked_line(const Source& file, Span span) {
  const auto number = file.place(span.begin).line;
  const auto line = file.line(number);
  const auto start = file.line_start(number);
  const auto begin = std::min(span.begin - start, line.size());
  const auto end = std::clamp(span.end - start, begin, line.size());

  auto before = line.substr(0, begin);
  auto rest = line.substr(begin);
  auto marked = line.substr(begin, end - begin);
  std::string_view cut_before;
  std::string_view cut_after;
  if (first_columns(line, widest_line).size() < line.size()) {
    before = last_columns(before, widest_before);
    if (before.size() < begin) cut_before = "…";
    rest = first_columns(rest, widest_line - widest_before);
    if (begin + rest.size() < line.size()) cut_after = "…";
    marked = marked.substr(0, rest.size());
  }
  const auto more = std::max<std::size_t>(columns_of(marked), 1) - 1;
  return fmt::format("{}{}{}{}\n{}{}^{:~<{}}\n", cut_before, before, rest, cut_after,
                     blank(cut_before), blank(before), "", more);
}

std::string at_place(const Source& file, Span span, std::string_view what,
                     const std::string& sentence) {
  const auto place = file.place(span.begin);
  return fmt::format("{}:{}:{}: {}: {}\n{}", file.name(), place.line, place.column, what, sentence,
                     marked_line(file, span));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, Language language) {
  // "error" and "note" are the same in every language: editors look for them.
  auto text = at_place(*diagnostic.file, diagnostic.span, diagnostic.warning ? "warning" : "error",
                       source::render(diagnostic.message, language));
  if (diagnostic.other_file) {
    text += at_place(*diagnostic.other_file, diagnostic.other, "note",
                     source::render(Message{"syntax.other_place"}, language));
  }
  if (!diagnostic.hint.empty()) {
    const Message hint{"syntax.hint",
                       {{.name = "sentence", .text = {}, .nested = diagnostic.hint}}};
    text += source::render(hint, language) + '\n';
  }
  return text;
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& diagnostic) {
    return std::tuple(std::string_view(diagnostic.file->name()), diagnostic.span.begin);
  });
}

}  // namespace tieout::language
