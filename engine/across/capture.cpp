// Captures reports.
#include "across/capture.hpp"

#include "across/report_row.hpp"
#include "across/row_text.hpp"
#include "schema/run_schema.hpp"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace tieout::across {

namespace {

/// The value as groups compare it: texts folded, numbers by size.
std::optional<std::string> part_of(const report::Value& value) {
  if (const auto* const text = std::get_if<report::Text>(&value)) {
    return schema::folded(text->text);
  }
  const auto* const figure = std::get_if<figure::Figure>(&value);
  if (figure == nullptr || figure->unit == nullptr) return std::nullopt;
  return figure->base().str();
}

std::optional<GroupKey> key_of(const report::Row& row, const std::vector<std::size_t>& columns) {
  // Each part is preceded by its length, so that no two lists of parts give the same bytes.
  std::string bytes;
  for (const std::size_t column : columns) {
    const auto part = part_of(row.values[column]);
    if (!part) return std::nullopt;
    bytes += std::to_string(part->size()) + ":" + *part;
  }
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return GroupKey{hash.high64, hash.low64};
}

}  // namespace

Capture::Capture(const language::Program& over_reports, const figure::UnitSystem& units,
                 source::Language language)
    : program_(over_reports), units_(units), language_(language), needed_(needed(over_reports)) {
  for (const auto& rule : program_.rules) {
    if (std::ranges::find(groupings_, rule.group) == groupings_.end()) {
      groupings_.push_back(rule.group);
    }
    for (const std::size_t column : rule.group) (void)needed_.columns[column];
  }
}

std::vector<std::optional<GroupKey>> Capture::groups_of(const report::Row& row) const {
  std::vector<std::optional<GroupKey>> groups;
  groups.reserve(groupings_.size());
  for (const auto& columns : groupings_) groups.push_back(key_of(row, columns));
  return groups;
}

Captured Capture::of(const report::Report& report) const {
  const auto row = report_row(report, *program_.schema, needed_, units_);
  return {to_text(row, reports(), language_), groups_of(row)};
}

void Capture::add_wanted(const schema::Schema& schema, report::WantedFigures& wanted) const {
  const auto first_table =
      static_cast<std::size_t>(schema::ReportColumn::first_item) + schema.scalars.size();
  for (const auto& [column, of_table] : needed_.columns) {
    if (column < first_table) continue;
    const std::size_t table = column - first_table;
    wanted.add(table);
    for (const auto& [below, nested] : of_table.columns) wanted.add(table, below);
  }
}

std::optional<Captured> Capture::of(std::string text) const {
  const auto row = to_row(text, reports(), units_);
  if (!row) return std::nullopt;
  auto groups = groups_of(*row);
  return Captured{std::move(text), std::move(groups)};
}

report::Row Capture::row(std::string_view text) const {
  auto row = to_row(text, reports(), units_);
  if (row) return *std::move(row);
  report::Row unread;
  unread.doubt = source::Message("across.unread");
  unread.values.resize(reports().columns.size());
  return unread;
}

}  // namespace tieout::across
