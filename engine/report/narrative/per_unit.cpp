// Money at so much for each: 1829户 … 182.9万元（1000元/户）.
#include "report/narrative/per_unit.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {
namespace {

/// The units of the things for each of which an amount is meant (1000元/户); empty if it is not, or
/// for each time as well.
Words counted_by(std::string_view raw, std::string_view tail) {
  static constexpr std::array<std::string_view, 4> people = {"人", "名", "人次", "位"};
  static constexpr std::array<std::string_view, 2> homes = {"户", "家"};
  static constexpr std::string_view times[] = {"/", "／", "·", "月", "天", "日", "年", "次"};
  constexpr std::string_view slash = "/";
  const std::size_t at = raw.rfind(slash);
  if (at == std::string_view::npos || !prefix_of(trimmed(tail), times).empty()) return {};
  const std::string_view what = raw.substr(at + slash.size());
  for (const Words units : {Words(people), Words(homes)}) {
    if (prefix_of(what, units) == what) return units;
  }
  return {};
}

}  // namespace

void write_per_unit(const Narrative& text, const schema::Schema& schema, Report& report) {
  const StatementTable table(schema, report, "averages");
  for (const Span& span : text.spans) {
    if (span.depth == 0 || !span.owner) continue;
    const auto inside = text.statements_of(span);
    if (inside.size() != 1) continue;
    const Statement& each = text.statements[inside.front()];
    const Statement& total = text.statements[*span.owner];
    const Words units = counted_by(each.figure.raw, text.tail(inside.front()));
    if (units.empty() || !is_exact_statement(each) || !is_exact_statement(total) ||
        !states_value(total) || !comparable(each.figure, total.figure) ||
        !each.figure.is(figure::Dimension::Kind::physical)) {
      continue;
    }
    std::optional<std::size_t> count;
    bool several = false;
    for (const std::size_t before : text.statements_of(text.span_of(*span.owner))) {
      const Statement& candidate = text.statements[before];
      if (before >= *span.owner || candidate.figure.unit == nullptr ||
          std::ranges::find(units, candidate.figure.unit->id) == units.end()) {
        continue;
      }
      several = several || count || !is_exact_statement(candidate) || !states_value(candidate);
      count = before;
    }
    if (!count || several || text.statements[*count].figure.value.coefficient == 0) continue;
    Row row = table.row(total.name, each.figure.place);
    table.set(row, "name", text_value(total.name, total.figure.place));
    table.set(row, "total", total.figure);
    table.set(row, "count", text.statements[*count].figure);
    table.set(row, "each", each.figure);
    table.add(std::move(row));
  }
}

}  // namespace tieout::report::narrative
