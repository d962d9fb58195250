// From the text of a document to the statement tables of a report.
#include "report/narrative/narrative.hpp"

#include "report/narrative/averages.hpp"
#include "report/narrative/balances.hpp"
#include "report/narrative/binding.hpp"
#include "report/narrative/bracket_rates.hpp"
#include "report/narrative/bracket_shares.hpp"
#include "report/narrative/changes.hpp"
#include "report/narrative/count_averages.hpp"
#include "report/narrative/decompositions.hpp"
#include "report/narrative/enumerations.hpp"
#include "report/narrative/executions.hpp"
#include "report/narrative/facts.hpp"
#include "report/narrative/fill.hpp"
#include "report/narrative/flows.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/interpret.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/ordinal_items.hpp"
#include "report/narrative/per_unit.hpp"
#include "report/narrative/plain_targets.hpp"
#include "report/narrative/plan_fulfilment.hpp"
#include "report/narrative/point_differences.hpp"
#include "report/narrative/products.hpp"
#include "report/narrative/ratios.hpp"
#include "report/narrative/remarks.hpp"
#include "report/narrative/respective_rates.hpp"
#include "report/narrative/running_totals.hpp"
#include "report/narrative/said_sums.hpp"
#include "report/narrative/score_headings.hpp"
#include "report/narrative/score_lists.hpp"
#include "report/narrative/section_targets.hpp"
#include "report/narrative/shares.hpp"
#include "report/narrative/standing_rates.hpp"
#include "report/narrative/targets.hpp"

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {
namespace {

std::optional<int> year_of(std::string_view period) {
  int year = 0;
  const auto [end, error] = std::from_chars(period.data(), period.data() + period.size(), year);
  if (error != std::errc() || end != period.data() + period.size()) return std::nullopt;
  return year;
}

void count_figures(const Narrative& text, Report& report) {
  for (const Statement& statement : text.statements) {
    ++report.uptake.text_figures;
    if (!statement.name.empty() && !statement.range) {
      ++report.uptake.text_figures_used;
    } else {
      report.uptake.left_over.push_back({statement.figure.raw, statement.figure.place});
    }
  }
}

}  // namespace

void read(const document::Document& document, const schema::Schema& schema,
          const figure::UnitSystem& units, Report& report) {
  report.scalars.resize(schema.scalars.size());
  report.tables.resize(schema.tables.size());
  Narrative text = narrative_of(document, units);
  text.entity = report.entity;
  text.period = year_of(report.period);
  interpret(text);
  mark_bracket_shares(text);
  std::vector<Flow> flows = find_flows(text);

  const Binder binder(schema, report);
  bind_statements(text, binder, schema, report);
  const NameIndex names(text);
  std::vector<Group> groups = find_groups(text, names);
  plan_parts(text, groups);
  const std::vector<Share> shares = find_shares(text, names, groups, binder, schema);
  close_groups(text, schema, shares, groups);
  find_balances(text, groups, flows);
  bind_parts(text, binder, schema, groups);

  write_facts(text, binder, schema, units, report);
  write_mentions(text, binder, schema, units, report);
  write_decompositions(text, schema, groups, report);
  write_running_totals(text, groups, schema, report);
  write_score_headings(text, schema, report);
  write_score_lists(text, groups, schema, report);
  write_shares(text, schema, shares, groups, report);
  write_changes(text, names, binder, groups, schema, units, report);
  write_point_differences(text, schema, units, report);
  write_executions(text, names, binder, groups, schema, report);
  write_said_sums(text, groups, schema, report);
  write_flows(text, schema, flows, report);
  write_ratios(text, schema, units, report);
  write_plan_fulfilment(text, schema, report);
  write_respective_rates(text, schema, report);
  write_bracket_rates(text, schema, report);
  write_standing_rates(text, groups, schema, report);
  write_averages(text, schema, report);
  write_count_averages(text, schema, report);
  write_per_unit(text, schema, report);
  write_products(text, schema, report);
  write_enumerations(text, schema, units, report);
  write_ordinal_items(text, schema, units, report);
  write_targets(text, schema, units, report);
  write_plain_targets(text, schema, report);
  write_section_targets(text, schema, report);
  write_dates(text, schema, report);
  write_blanks(text, schema, report);
  write_paragraphs(text, schema, units, report);
  fill_items(text, binder, schema, groups, report);
  count_figures(text, report);
}

}  // namespace tieout::report::narrative
