// The text of a report as its readers see it: sentences, clauses, and the figures that they state.
#pragma once

#include "figure/figure.hpp"
#include "report/narrative/calendar.hpp"
#include "report/narrative/passages.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// What the words around a figure make of it.
enum class Role {
  amount,      ///< states its name's value
  ratio,       ///< a percentage that is none of the kinds below (满意度95%)
  budget,      ///< 预算为36.75万元
  actual,      ///< 决算为15.25万元, 实际支出
  difference,  ///< of actual and budget: 节约预算21.5万元
  rate,        ///< 完成预算的93.5%, 预算执行率
  share,       ///< 占总支出的36%
  change,      ///< 增加3.3万元, 下降8%
  base,        ///< 比2016年18.55万元 ...
  from,        ///< 由0.50万元 ...
  to,          ///< ... 增至0.62万元
  bound,       ///< 不低于95%
};

enum class Direction { none, up, down, level };

/// What a change is measured against: 比上年, 与2018年相比, 较年初预算.
struct Base {
  enum class Kind { year, budget, other } kind = Kind::other;
  std::size_t begin = 0;  ///< bytes in the passage
  std::size_t end = 0;
  std::optional<int> year;  ///< if it is written
  int offset = 0;           ///< years from the report's, where a word says it (上年: -1)
};

/// An item of the schema: a scalar, or a column with the row that is meant.
struct BoundItem {
  std::optional<std::size_t> table;  ///< none: `item` is a scalar
  std::size_t item = 0;              ///< scalar or column
  std::string row;                   ///< folded key; empty: the summary row

  friend bool operator==(const BoundItem& a, const BoundItem& b) = default;
};

struct Statement {
  std::size_t passage = 0;
  std::size_t clause = 0;
  std::size_t begin = 0;  ///< bytes in the passage
  std::size_t end = 0;
  figure::Figure figure;  ///< as written, unsigned by its words
  bool range = false;     ///< a bound of 5-10
  Role role = Role::amount;
  Direction direction = Direction::none;
  std::string name;              ///< what it is called: its own words, else what is spoken of
  std::string core;              ///< the name without what only dresses it; for comparing
  std::string of;                ///< share, rate: what it is a share of; base: its words
  bool named = false;            ///< `name` stands with the figure itself
  bool divides = false;          ///< 完成预算27万元|的63.2%: the next percentage is of it
  bool complete = false;         ///< 共, 合计, 总计: what follows are all its parts
  std::optional<int> year;       ///< if said
  std::vector<BoundItem> items;  ///< that it is, the likeliest first
  bool headed = false;           ///< the heading of its section names the table of its item
};

/// What lies between two commas, colons or brackets.
struct Clause {
  std::size_t span = 0;
  std::size_t begin = 0;  ///< bytes in the passage
  std::size_t end = 0;
  char32_t mark = 0;      ///< the character that ends it; 0: its span ends
  std::size_t first = 0;  ///< its statements
  std::size_t last = 0;
  std::optional<Base> base;
};

/// A sentence, or the inside of a bracket that holds figures.
struct Span {
  std::size_t passage = 0;
  std::size_t depth = 0;  ///< 0: a sentence
  std::size_t begin = 0;  ///< bytes in the passage
  std::size_t end = 0;
  std::optional<std::size_t> owner;  ///< of a bracket: the statement that it stands behind
  std::vector<std::size_t> clauses;
};

/// Everything that is read from; indices refer to these lists, all in the order of the text.
struct Narrative {
  Passages passages;
  std::vector<std::vector<DateMark>> dates;         ///< by passage
  std::vector<std::vector<std::size_t>> sentences;  ///< by passage: its spans of depth 0
  std::vector<Span> spans;
  std::vector<Clause> clauses;
  std::vector<Statement> statements;
  std::string entity;
  std::optional<int> period;

  [[nodiscard]] std::string_view passage_text(std::size_t passage) const {
    return passages.list[passage].view();
  }
  [[nodiscard]] std::string_view clause_text(std::size_t clause) const;
  /// The words of the clause before (after) a figure, up to the next figure.
  [[nodiscard]] std::string_view lead(std::size_t statement) const;
  [[nodiscard]] std::string_view tail(std::size_t statement) const;
  [[nodiscard]] const Span& span_of(std::size_t statement) const {
    return spans[clauses[statements[statement].clause].span];
  }
  /// The statements of a span itself, without those of brackets inside.
  [[nodiscard]] std::vector<std::size_t> statements_of(const Span& span) const;
  /// The first statements of a passage, brackets left out, at most so many.
  [[nodiscard]] std::vector<std::size_t> first_statements(std::size_t passage,
                                                          std::size_t most) const;
  [[nodiscard]] source::Place place(std::size_t passage, std::size_t byte) const {
    return passages.list[passage].text.place(byte);
  }
};

/// The document cut into sentences and clauses with its figures; roles and names not yet known.
[[nodiscard]] Narrative narrative_of(const document::Document& document,
                                     const figure::UnitSystem& units);

}  // namespace tieout::report::narrative
