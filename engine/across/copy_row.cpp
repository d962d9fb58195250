// Rows of copies.
#include "across/copy_row.hpp"

#include "across/needed.hpp"
#include "schema/run_schema.hpp"

#include <string>

namespace tieout::across {

namespace {

using report::Row;
using report::Value;
using schema::CopyColumn;
using schema::ReportColumn;

const Value& value_of(const Row& report, ReportColumn column) {
  return report.values[static_cast<std::size_t>(column)];
}

/// Null if the report has no paragraphs.
const std::vector<Row>* rows_of(const Row& report, std::size_t column) {
  const auto* const rows = std::get_if<report::Rows>(&report.values[column]);
  return rows == nullptr ? nullptr : rows->get();
}

/// Where the paragraph stands; the report, if that is not known.
source::Place place_of(const Row& report, std::size_t paragraph, const schema::Schema& run) {
  const auto where = paragraph_text(run);
  const auto* const rows = where ? rows_of(report, where->first) : nullptr;
  if (rows == nullptr || paragraph >= rows->size()) return report.place;
  const auto* const text = std::get_if<report::Text>(&(*rows)[paragraph].values[where->second]);
  return text == nullptr ? report.place : text->place;
}

/// The source of a report, at a place in it.
Value source_of(const Row& report, source::Place place) {
  const auto* const source = std::get_if<report::Text>(&value_of(report, ReportColumn::source));
  return report::Text{source == nullptr ? std::string() : source->text, std::move(place)};
}

}  // namespace

std::vector<std::string_view> paragraphs_of(const Row& report, const schema::Schema& run) {
  std::vector<std::string_view> texts;
  const auto where = paragraph_text(run);
  const auto* const rows = where ? rows_of(report, where->first) : nullptr;
  if (rows == nullptr) return texts;
  texts.reserve(rows->size());
  for (const Row& row : *rows) {
    const auto* const text = std::get_if<report::Text>(&row.values[where->second]);
    texts.push_back(text == nullptr ? std::string_view() : std::string_view(text->text));
  }
  return texts;
}

Row copy_row(const CopiedPassage& passage, const Row& later, const Row& earlier,
             const schema::Schema& run, const figure::UnitSystem& units) {
  const source::Place place = place_of(later, passage.later.paragraph, run);
  Row row;
  row.label = later.label;
  row.place = place;
  row.values.resize(run.tables[schema::copies_table].columns.size());
  const auto put = [&row](CopyColumn column, Value value) {
    row.values[static_cast<std::size_t>(column)] = std::move(value);
  };
  put(CopyColumn::source, source_of(later, place));
  put(CopyColumn::entity, value_of(later, ReportColumn::entity));
  put(CopyColumn::period, value_of(later, ReportColumn::period));
  put(CopyColumn::other_source,
      source_of(earlier, place_of(earlier, passage.earlier.paragraph, run)));
  put(CopyColumn::other_entity, value_of(earlier, ReportColumn::entity));
  put(CopyColumn::other_period, value_of(earlier, ReportColumn::period));
  put(CopyColumn::text, report::Text{std::string(passage.text), place});
  figure::Figure length;
  length.value = {static_cast<std::int64_t>(passage.length), 0};
  length.exact = true;
  length.unit = &units.bare();
  length.raw = std::to_string(passage.length);
  length.place = place;
  // Two passages of one paragraph are two figures.
  length.place.column += static_cast<std::uint32_t>(passage.later.column) - 1;
  put(CopyColumn::length, std::move(length));
  return row;
}

}  // namespace tieout::across
