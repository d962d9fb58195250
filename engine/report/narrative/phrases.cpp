// The schema's phrases: literal text with holes, matched within a sentence.
#include "report/narrative/phrases.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t most_words = 20;       // characters of {words}
constexpr std::size_t longest_value = 10;    // characters of a word for {value}
constexpr char32_t first_figure = 0x100000;  // private use: the figures of a sentence ...
constexpr char32_t first_year = 0xF0000;     // ... and its years

bool is_figure(char32_t code) { return code >= first_figure; }

/// Letters and digits count, spaces and punctuation do not.
bool counts(char32_t code) {
  return is_han(code) || digit_value(code) >= 0 || (code >= U'A' && code <= U'Z') ||
         (code >= U'a' && code <= U'z');
}

std::u32string counted(std::string_view words) {
  std::u32string kept;
  for (std::size_t at = 0; at < words.size();) {
    const Character character = character_at(words, at);
    if (counts(character.code)) kept += character.code;
    at += character.bytes;
  }
  return kept;
}

}  // namespace

/// A sentence without spaces and punctuation, each figure and year one character.
struct Phrases::Line {
  const Narrative& text;
  std::size_t passage;
  std::u32string codes;
  std::vector<std::size_t> bytes;       ///< where each stands in the passage
  std::vector<std::size_t> statements;  ///< by figure

  Line(const Narrative& whole, const Span& sentence) : text(whole), passage(sentence.passage) {
    const std::string_view view = text.passage_text(passage);
    const auto& dates = text.dates[passage];
    auto date =
        std::lower_bound(dates.begin(), dates.end(), sentence.begin,
                         [](const DateMark& mark, std::size_t byte) { return mark.begin < byte; });
    std::size_t statement = first_statement(sentence);
    for (std::size_t at = sentence.begin; at < sentence.end;) {
      while (date != dates.end() && date->begin < at) ++date;
      const auto& all = text.statements;
      if (statement < all.size() && all[statement].passage == passage &&
          all[statement].begin == at) {
        add(first_figure + static_cast<char32_t>(statements.size()), at);
        statements.push_back(statement);
        at = all[statement++].end;
        continue;
      }
      const Character character = character_at(view, at);
      if (date != dates.end() && date->begin == at && date->kind == DateMark::Kind::absolute) {
        add(first_year + static_cast<char32_t>(date->year), at);
        for (int digit = 0; digit < 4; ++digit) at += character_at(view, at).bytes;
        continue;
      }
      if (counts(character.code)) add(character.code, at);
      at += character.bytes;
    }
  }

 private:
  [[nodiscard]] std::size_t first_statement(const Span& sentence) const {
    const auto found = std::lower_bound(text.statements.begin(), text.statements.end(), sentence,
                                        [](const Statement& statement, const Span& span) {
                                          return std::pair(statement.passage, statement.begin) <
                                                 std::pair(span.passage, span.begin);
                                        });
    return static_cast<std::size_t>(found - text.statements.begin());
  }

  void add(char32_t code, std::size_t byte) {
    codes += code;
    bytes.push_back(byte);
  }
};

Phrases::Phrases(const schema::Schema& schema) {
  for (std::size_t index = 0; index < schema.scalars.size(); ++index) {
    const schema::Item& item = schema.scalars[index];
    for (const std::string& phrase : item.phrases) add(phrase, {std::nullopt, index, {}}, item);
  }
  for (std::size_t index = 0; index < schema.tables.size(); ++index) {
    if (schema.tables[index].statements) continue;
    const auto& columns = schema.tables[index].columns;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      for (const std::string& phrase : columns[column].phrases) {
        add(phrase, {index, column, {}}, columns[column]);
      }
    }
  }
}

void Phrases::add(const std::string& pattern, const BoundItem& bound, const schema::Item& item) {
  static constexpr std::array<std::pair<std::string_view, Hole>, 4> holes = {
      {{"{value}", Hole::value},
       {"{year}", Hole::year},
       {"{figure}", Hole::figure},
       {"{words}", Hole::words}}};
  Phrase phrase{bound, item.year, item.kind == schema::Kind::text, false, 0, {}};
  std::string own;
  for (std::string_view rest = pattern; !rest.empty();) {
    const auto hole = std::find_if(holes.begin(), holes.end(),
                                   [&](const auto& each) { return rest.starts_with(each.first); });
    if (hole != holes.end()) {
      phrase.elements.push_back({{}, hole->second});
      rest.remove_prefix(hole->first.size());
      continue;
    }
    const std::size_t end = std::min(rest.find('{', 1), rest.size());
    std::u32string literal = counted(rest.substr(0, end));
    own += rest.substr(0, end);
    rest.remove_prefix(end);
    phrase.length += literal.size();
    if (!literal.empty()) phrase.elements.push_back({std::move(literal), Hole::words});
  }
  phrase.generic = is_generic(own);
  phrases_.push_back(std::move(phrase));
}

bool Phrases::match(const Phrase& phrase, std::size_t element, const Line& line, std::size_t at,
                    PhraseMatch& found) {
  if (element == phrase.elements.size()) return true;
  const Element& wanted = phrase.elements[element];
  if (!wanted.literal.empty()) {
    return line.codes.compare(at, wanted.literal.size(), wanted.literal) == 0 &&
           match(phrase, element + 1, line, at + wanted.literal.size(), found);
  }
  if (wanted.hole == Hole::words) return match_words(phrase, element, line, at, found);
  if (at >= line.codes.size()) return false;
  const char32_t code = line.codes[at];
  if (wanted.hole == Hole::year) {
    static const std::array<std::pair<std::u32string_view, int>, 7> words = {{{U"上年度", -1},
                                                                              {U"本年", 0},
                                                                              {U"今年", 0},
                                                                              {U"当年", 0},
                                                                              {U"上年", -1},
                                                                              {U"去年", -1},
                                                                              {U"前年", -2}}};
    if (code >= first_year && !is_figure(code)) {
      const int year = static_cast<int>(code - first_year);
      return line.text.period && year == *line.text.period + phrase.year &&
             match(phrase, element + 1, line, at + 1, found);
    }
    return std::any_of(words.begin(), words.end(), [&](const auto& word) {
      // The phrase goes on with 年, which the word has already said.
      const std::size_t end = at + word.first.size();
      return word.second == phrase.year &&
             line.codes.compare(at, word.first.size(), word.first) == 0 &&
             (match(phrase, element + 1, line, end, found) ||
              match(phrase, element + 1, line, end - 1, found));
    });
  }
  if (wanted.hole == Hole::value && phrase.text) {
    if (!is_han(code)) return false;
    found.begin = line.bytes[at];
    return match(phrase, element + 1, line, at + 1, found);
  }
  if (!is_figure(code)) return false;
  if (wanted.hole == Hole::value) found.statement = line.statements[code - first_figure];
  return match(phrase, element + 1, line, at + 1, found);
}

bool Phrases::match_words(const Phrase& phrase, std::size_t element, const Line& line,
                          std::size_t at, PhraseMatch& found) {
  for (std::size_t count = 0; count <= most_words; ++count) {
    if (match(phrase, element + 1, line, at + count, found)) return true;
    if (at + count >= line.codes.size() || is_figure(line.codes[at + count])) return false;
  }
  return false;
}

std::vector<PhraseMatch> Phrases::matches(const Narrative& text, std::size_t sentence) const {
  const Line line(text, text.spans[sentence]);
  std::vector<PhraseMatch> all;
  for (const Phrase& phrase : phrases_) {
    const auto literal =
        std::find_if(phrase.elements.begin(), phrase.elements.end(),
                     [](const Element& element) { return !element.literal.empty(); });
    if (literal == phrase.elements.end()) continue;
    // The first words of the phrase are looked for; a hole before them is one character.
    const auto before = static_cast<std::size_t>(literal - phrase.elements.begin());
    if (before > 1) continue;
    for (std::size_t at = line.codes.find(literal->literal); at != std::u32string::npos;
         at = line.codes.find(literal->literal, at + 1)) {
      PhraseMatch found{phrase.item, phrase.length, phrase.generic, std::nullopt, 0, 0};
      if (at < before || !match(phrase, 0, line, at - before, found)) continue;
      if (phrase.text) {
        const std::string_view view = text.passage_text(line.passage);
        found.end = found.begin;
        for (std::size_t count = 0; count < longest_value; ++count) {
          const Character character = character_at(view, found.end);
          if (!is_han(character.code)) break;
          found.end += character.bytes;
        }
      }
      all.push_back(found);
    }
  }
  return all;
}

}  // namespace tieout::report::narrative
