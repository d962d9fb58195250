// Whose report it is, of which year, and when it was signed.
#pragma once

#include "document/document.hpp"
#include "report/reading_state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tieout::report {

/// The paragraphs of a document in reading order, those in cells too, without blank ones.
[[nodiscard]] std::vector<const document::PlacedText*> paragraphs_of(
    const document::Document& document);

struct NamedPeriod {
  int year = 0;
  source::Place place;  ///< of the line that names it; unknown if the whole text does
};

/// The year of the report: of its title (a line with one of the schema's x-recognise words), else
/// of the first short line that names one, else the one that the text names most.
[[nodiscard]] std::optional<NamedPeriod> period_of(
    const std::vector<const document::PlacedText*>& paragraphs, const schema::Schema& schema);

/// Whether the first line with one of the schema's x-recognise words speaks of a budget and not of
/// what became of it.
[[nodiscard]] bool is_budget(const std::vector<const document::PlacedText*>& paragraphs,
                             const schema::Schema& schema);

/// Sets the scalars that lines of the text name: 部门名称：市图书馆, 报告日期：2018年6月10日. Only
/// texts and dates: figures are the narrative's.
void read_labelled_lines(const std::vector<const document::PlacedText*>& paragraphs,
                         ReadingState& state);

/// Sets entity, period and date of the report, and their scalars where the schema has them: what
/// the document labels so, else the signature below its end, else the title.
/// `named` is what period_of gave.
void read_identity(const std::vector<const document::PlacedText*>& paragraphs,
                   const std::optional<NamedPeriod>& named, ReadingState& state);

}  // namespace tieout::report
