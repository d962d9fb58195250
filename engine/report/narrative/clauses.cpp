// Cuts passages into sentences, brackets and clauses, and puts the figures into them.
#include "report/narrative/characters.hpp"
#include "report/narrative/scan.hpp"
#include "report/narrative/statement.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t deepest_bracket = 8;
constexpr std::size_t longest_quotation = 60;  // characters
constexpr std::size_t longest_misplaced_unit = 6;

bool ends_sentence(char32_t code) {
  constexpr std::u32string_view marks = U"。！？!?\n";
  return marks.find(code) != std::u32string_view::npos;
}

bool ends_clause(char32_t code) {
  constexpr std::u32string_view marks = U"，,；;：:";
  return marks.find(code) != std::u32string_view::npos;
}

/// Matching brackets of a text: the byte of the closing one for each opening one.
std::map<std::size_t, std::size_t> bracket_pairs(std::string_view text) {
  std::map<std::size_t, std::size_t> pairs;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.code == U'（' || character.code == U'(') open.push_back(at);
    if ((character.code == U'）' || character.code == U')') && !open.empty()) {
      pairs.emplace(open.back(), at);
      open.pop_back();
    }
    at += character.bytes;
  }
  return pairs;
}

/// The byte after a quotation or title that starts at `at`; 0 if none does or it is too long.
std::size_t quotation_end(std::string_view text, std::size_t at, char32_t open) {
  const char32_t close = open == U'“' ? U'”' : open == U'《' ? U'》' : U'\0';
  if (close == U'\0') return 0;
  for (std::size_t count = 0; count < longest_quotation; ++count) {
    const Character character = character_at(text, at);
    if (character.bytes == 0) return 0;
    at += character.bytes;
    if (character.code == close) return at;
  }
  return 0;
}

class Cutter {
 public:
  Cutter(Narrative& text, std::size_t passage, std::vector<Quantity> quantities,
         const figure::UnitSystem& units)
      : text_(text),
        passage_(passage),
        view_(text.passage_text(passage)),
        quantities_(std::move(quantities)),
        brackets_(bracket_pairs(view_)),
        units_(units) {}

  void run() {
    open_span(0, std::nullopt, 0);
    cut(0, view_.size(), 0);
    close_span(view_.size(), U'\0');
  }

 private:
  void open_span(std::size_t depth, std::optional<std::size_t> owner, std::size_t begin) {
    text_.spans.push_back({passage_, depth, begin, begin, owner, {}});
    open_.push_back(text_.spans.size() - 1);
    if (depth == 0) text_.sentences[passage_].push_back(open_.back());
    open_clause(begin);
  }

  void close_span(std::size_t end, char32_t mark) {
    close_clause(end, mark);
    text_.spans[open_.back()].end = end;
    open_.pop_back();
  }

  void open_clause(std::size_t begin) {
    begin_ = begin;
    first_ = text_.statements.size();
  }

  void close_clause(std::size_t end, char32_t mark) {
    if (trimmed(view_.substr(begin_, end - begin_)).empty()) return;
    for (std::size_t at = first_; at < text_.statements.size(); ++at) {
      text_.statements[at].clause = text_.clauses.size();
    }
    text_.spans[open_.back()].clauses.push_back(text_.clauses.size());
    text_.clauses.push_back(
        {open_.back(), begin_, end, mark, first_, text_.statements.size(), std::nullopt});
  }

  void cut(std::size_t at, std::size_t end, std::size_t depth) {
    while (at < end) {
      if (next_ < quantities_.size() && quantities_[next_].begin == at) {
        at = state(quantities_[next_++]);
        continue;
      }
      const Character character = character_at(view_, at);
      const std::size_t after = at + character.bytes;
      if (const std::size_t past = passed_over(at, character.code)) {
        at = past;
      } else if (const auto bracket = brackets_.find(at);
                 bracket != brackets_.end() && depth < deepest_bracket) {
        at = cut_bracket(at, after, bracket->second, depth);
      } else if (ends_sentence(character.code)) {
        if (depth == 0) {
          close_span(at, character.code);
          open_span(0, std::nullopt, after);
        } else {
          close_clause(at, character.code);
          open_clause(after);
        }
        at = after;
      } else if (ends_clause(character.code) ||
                 (character.code == U'、' && first_ < text_.statements.size())) {
        close_clause(at, character.code);
        open_clause(after);
        at = after;
      } else {
        at = after;
      }
    }
  }

  /// The inside of a bracket is a span of its own; what follows is a new clause.
  std::size_t cut_bracket(std::size_t open, std::size_t inside, std::size_t close,
                          std::size_t depth) {
    std::optional<std::size_t> owner;
    if (first_ < text_.statements.size()) {
      owner = text_.statements.size() - 1;
    } else {
      owner = owner_before_comma(open);
    }
    close_clause(open, U'（');
    open_span(depth + 1, owner, inside);
    cut(inside, close, depth + 1);
    close_span(close, U'）');
    const std::size_t after = close + character_at(view_, close).bytes;
    open_clause(after);
    return after;
  }

  /// 投入90万元，（其中：甲60万元，乙30万元）: a comma too many does not part them.
  [[nodiscard]] std::optional<std::size_t> owner_before_comma(std::size_t open) const {
    const Span& span = text_.spans[open_.back()];
    if (span.clauses.empty() || !trimmed(view_.substr(begin_, open - begin_)).empty()) {
      return std::nullopt;
    }
    const Clause& before = text_.clauses[span.clauses.back()];
    const bool comma = before.mark == U'，' || before.mark == U',';
    if (!comma || before.first == before.last) return std::nullopt;
    const std::size_t last = before.last - 1;
    const std::size_t stated = text_.statements[last].end;
    const bool ends = trimmed(view_.substr(stated, before.end - stated)).empty();
    return ends ? std::optional(last) : std::nullopt;
  }

  /// Brackets, quotations and titles without figures belong to the words around them.
  std::size_t passed_over(std::size_t at, char32_t code) const {
    std::size_t end = 0;
    if (const auto bracket = brackets_.find(at); bracket != brackets_.end()) {
      end = bracket->second + character_at(view_, bracket->second).bytes;
    } else {
      end = quotation_end(view_, at, code);
    }
    const bool figures = next_ < quantities_.size() && quantities_[next_].begin < end;
    return figures ? 0 : end;
  }

  /// Adds the statement; the byte after it.
  std::size_t state(const Quantity& quantity) {
    Statement statement;
    statement.passage = passage_;
    statement.begin = quantity.begin;
    statement.end = quantity.end;
    statement.range = quantity.range;
    statement.figure = figure_of(quantity);
    text_.statements.push_back(std::move(statement));
    return quantity.end;
  }

  [[nodiscard]] figure::Figure figure_of(const Quantity& quantity) const {
    figure::Figure figure = figure::make_figure(
        quantity.number, unit_without_word(quantity), std::nullopt,
        std::string(view_.substr(quantity.begin, quantity.end - quantity.begin)),
        text_.place(passage_, quantity.begin));
    // 0万元 says that there was nothing, not that there was less than half of 1万元.
    const bool share = figure.is(figure::Dimension::Kind::ratio);
    if (figure.value.coefficient == 0 && figure.decimals <= 0 && !share) figure.exact = true;
    return figure;
  }

  /// A whole number counts; another one may have its unit a word later (113.12结转万元), else it is
  /// not known.
  [[nodiscard]] const figure::Unit* unit_without_word(const Quantity& quantity) const {
    if (quantity.number.unit != nullptr) return nullptr;  // it has its own
    if (quantity.number.decimals <= 0 && !quantity.number.scaled) return &units_.bare();
    std::size_t at = quantity.end;
    // 各是41.25，43.91万元: the last of the list has the unit of all.
    if (next_ < quantities_.size()) {
      const Character mark = character_at(view_, at);
      const bool lists = mark.code == U'，' || mark.code == U'、' || mark.code == U',';
      if (lists && quantities_[next_].begin == at + mark.bytes)
        return quantities_[next_].number.unit;
    }
    for (std::size_t count = 0; count < longest_misplaced_unit; ++count) {
      const Character character = character_at(view_, at);
      if (!is_han(character.code)) break;
      const auto [unit, bytes] = units_.prefix(view_.substr(at));
      const Character next = character_at(view_, at + bytes);
      if (unit != nullptr &&
          (next.bytes == 0 || ends_clause(next.code) || ends_sentence(next.code)))
        return unit;
      at += character.bytes;
    }
    return nullptr;
  }

  Narrative& text_;
  std::size_t passage_;
  std::string_view view_;
  std::vector<Quantity> quantities_;
  std::map<std::size_t, std::size_t> brackets_;
  const figure::UnitSystem& units_;
  std::size_t next_ = 0;
  std::vector<std::size_t> open_;  ///< spans that are not closed yet, innermost last
  std::size_t begin_ = 0;          ///< of the clause that is not closed yet
  std::size_t first_ = 0;
};

}  // namespace

std::string_view Narrative::clause_text(std::size_t clause) const {
  const Clause& found = clauses[clause];
  return passage_text(spans[found.span].passage).substr(found.begin, found.end - found.begin);
}

std::string_view Narrative::lead(std::size_t statement) const {
  const Statement& found = statements[statement];
  const Clause& clause = clauses[found.clause];
  const std::size_t begin = statement > clause.first ? statements[statement - 1].end : clause.begin;
  return passage_text(found.passage).substr(begin, found.begin - begin);
}

std::string_view Narrative::tail(std::size_t statement) const {
  const Statement& found = statements[statement];
  const Clause& clause = clauses[found.clause];
  const std::size_t end =
      statement + 1 < clause.last ? statements[statement + 1].begin : clause.end;
  return passage_text(found.passage).substr(found.end, end - found.end);
}

std::vector<std::size_t> Narrative::statements_of(const Span& span) const {
  std::vector<std::size_t> found;
  for (const std::size_t clause : span.clauses) {
    for (std::size_t at = clauses[clause].first; at < clauses[clause].last; ++at) {
      found.push_back(at);
    }
  }
  return found;
}

std::vector<std::size_t> Narrative::first_statements(std::size_t passage, std::size_t most) const {
  std::vector<std::size_t> found;
  for (const std::size_t sentence : sentences[passage]) {
    for (const std::size_t clause : spans[sentence].clauses) {
      for (std::size_t at = clauses[clause].first; at < clauses[clause].last; ++at) {
        if (found.size() == most) return found;
        found.push_back(at);
      }
    }
  }
  return found;
}

Narrative narrative_of(const document::Document& document, const figure::UnitSystem& units) {
  Narrative text;
  text.passages = passages_of(document, units);
  const std::size_t count = text.passages.list.size();
  text.dates.resize(count);
  text.sentences.resize(count);
  for (std::size_t passage = 0; passage < count; ++passage) {
    Scan found = scan(text.passage_text(passage), units);
    text.dates[passage] = std::move(found.dates);
    Cutter(text, passage, std::move(found.quantities), units).run();
  }
  return text;
}

}  // namespace tieout::report::narrative
