// Which column of which table in the schema the heads of a document's table are.
#pragma once

#include "report/captions.hpp"
#include "report/head_sections.hpp"
#include "report/table_heads.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace tieout::report {

/// A column of the document's table that is a column of the schema's.
struct BoundColumn {
  std::size_t place = 0;   ///< in the document's rows
  std::size_t column = 0;  ///< in the schema's table
  bool telling = false;    ///< bound by a word that names nothing else, not by a mere head
  const Head* head = nullptr;
};

/// A head that is a schema table's.
struct BoundHead {
  std::size_t table = 0;
  std::vector<BoundColumn> columns;  ///< by place
  bool key_unclear = false;          ///< several heads could be the key's
  bool beside = false;  ///< its rows are named by a statement table's: their key has no head here
  Section section;      ///< the columns that are this table's
  std::vector<std::size_t> code_parts;   ///< places of the lower parts of a divided code
  const Head* unread = nullptr;          ///< of a column of figures that is none of the table's
  const HeadWords* key_words = nullptr;  ///< the key of its one row, where it stands in the heads
  std::string said_key{};                ///< the same, where only the title says it

  /// The place of a schema's column in the document's rows.
  [[nodiscard]] std::optional<std::size_t> place_of(std::size_t column) const;
};

/// What tells tables with the same heads apart.
struct TableContext {
  std::optional<int> period;
  std::vector<std::size_t> titled;  ///< tables that the title above names
  bool by_form = false;             ///< ... as forms do (支出决算表): it is no other table then
  bool other_year = false;          ///< the title speaks of another year
  bool of_grants = false;           ///< the title speaks of 财政拨款, not of all that was spent
  std::string form_title{};         ///< that title
  bool of_budget = false;           ///< the document is a budget: 预算数 are its own figures
  /// How many labels in a column of the document are keys of this table (行政, 事业).
  std::function<std::size_t(const schema::Table&, std::size_t)> keys_met;
};

/// Whether a table's keys (预算数, 决算数) have no column of their own, so that they may stand in
/// the heads.
[[nodiscard]] bool keys_stand_in_heads(const schema::Table& table);

/// The tables that a head is: of the schema's own those of which most columns bind, each column in
/// one table only; and any statement tables. Two that could take the same column are told apart by
/// a title that is a form's, by how many columns they bind, then by the title; else neither is
/// chosen: a wrong table is worse than none. A head that could be two columns of a table is none.
/// Amounts beside those of a statement table (分值 and 得分 beside 预算数 and 执行数) are named by
/// the same label. Where tables stand side by side each section is bound alone, if that binds more.
[[nodiscard]] std::vector<BoundHead> bind_heads(const std::vector<Head>& heads,
                                                const std::vector<Section>& sections,
                                                const Captions& captions,
                                                const TableContext& context);

/// Heads whose spans were lost stand above wider rows. If all that is not bound lies in one
/// stretch, it takes up what the rows have more, and the bound columns keep their order around it:
/// true. Otherwise it cannot be said which cell stands below which head: false.
[[nodiscard]] bool stretch(std::vector<BoundHead>& heads, std::size_t head_width,
                           std::size_t row_width);

}  // namespace tieout::report
