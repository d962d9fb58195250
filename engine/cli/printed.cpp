// Reads what output/json_shape.cpp writes.
#include "cli/printed.hpp"

#include "report/place_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace tieout::cli {
namespace {

/// Keeps the order of members, which `across` needs to be read again.
using json = nlohmann::ordered_json;

source::Place place_of(const json& printed) {
  source::Place place;
  for (const auto& [name, number] : report::place_numbers()) {
    place.*number = printed.value(std::string(name), std::uint32_t{0});
  }
  for (const auto& [name, text] : report::place_texts()) {
    place.*text = printed.value(std::string(name), std::string());
  }
  if (const auto source = printed.find("source"); source != printed.end()) {
    place.source = std::make_shared<const std::string>(source->get<std::string>());
  }
  return place;
}

/// An amount as an exact number. Throws std::out_of_range for a text that is none.
figure::Rational amount_of(const json& printed) {
  const auto ratio = printed.value("ratio", printed.at("value").get<std::string>());
  const auto bar = ratio.find('/');
  const auto top = figure::Decimal::parse(ratio.substr(0, bar));
  const auto bottom =
      figure::Decimal::parse(bar == std::string::npos ? "1" : ratio.substr(bar + 1));
  if (!top || !bottom || bottom->coefficient == 0) throw std::out_of_range(ratio);
  return top->rational() / bottom->rational();
}

/// Throws std::out_of_range for a word that names none.
language::Severity severity_of(const json& printed) {
  const auto name = printed.get<std::string>();
  const auto* const found = std::ranges::find_if(
      output::severities, [&name](const auto each) { return language::name(each) == name; });
  if (found == output::severities.end()) throw std::out_of_range(name);
  return *found;
}

void add_finding(output::ReportResult& report, const json& finding) {
  if (finding.contains("accepted")) {
    ++report.accepted;
    return;
  }
  if (finding.value("known", false)) {
    ++report.known;
    return;
  }
  ++report.by_severity.at(static_cast<std::size_t>(severity_of(finding.at("severity"))));
  if (finding.at("verdict") != figure::name(figure::Verdict::fails)) return;
  const std::string rule = finding.at("rule");
  auto known = std::ranges::find(report.rules, rule, &output::RuleFailures::rule);
  if (known == report.rules.end()) {
    const std::string title = finding.at("title");
    known = report.rules.insert(
        known, {rule, title, title, severity_of(finding.at("rule_severity")), 0, 1});
  }
  ++known->checks;
}

output::ReportResult report_of(const json& printed) {
  output::ReportResult report;
  report.source = printed.at("source");
  report.schema = printed.at("schema");
  if (const auto across = printed.find("across"); across != printed.end()) {
    report.across = across->dump(-1, ' ', false, json::error_handler_t::replace);
  }
  report.entity = printed.at("entity");
  if (const json& period = printed.at("period"); !period.is_null()) report.period = period;
  const json& counts = printed.at("counts");
  for (std::size_t i = 0; i < report.counts.size(); ++i) {
    report.counts[i] = counts.at(std::string(figure::name(figure::verdicts[i])));
  }
  if (const auto amount = printed.find("at_stake"); amount != printed.end()) {
    report.at_stake = amount_of(*amount);
  }
  for (const json& finding : printed.at("findings")) add_finding(report, finding);
  return report;
}

std::vector<finding::Entry> entries_of(const json& summary, const char* name) {
  std::vector<finding::Entry> entries;
  for (const json& each : summary.value(name, json::array())) {
    auto& entry = entries.emplace_back();
    entry.fingerprint = each.at("fingerprint");
    entry.rule = each.at("rule");
    entry.entity = each.at("entity");
  }
  return entries;
}

PrintedSummary summary_of(const json& printed) {
  PrintedSummary summary;
  for (const json& each : printed.at("unreadable")) {
    const source::Message reason("report.told", {{"text", each.at("reason").get<std::string>()}});
    summary.unreadable.push_back(
        {each.at("source"), reason, place_of(each.value("place", json::object()))});
  }
  summary.unused_explanations = entries_of(printed, "unused_accepted");
  summary.unused_baseline = entries_of(printed, "unused_baseline");
  summary.interrupted = printed.contains("interrupted");
  return summary;
}

}  // namespace

std::optional<std::variant<output::ReportResult, PrintedSummary>> read_printed(
    std::string_view line) {
  try {
    const json printed = json::parse(line);
    if (printed.contains("summary")) return summary_of(printed.at("summary"));
    return report_of(printed);
  } catch (const json::exception&) {
    return std::nullopt;
  } catch (const std::out_of_range&) {
    return std::nullopt;  // a severity or a number that there is not
  }
}

}  // namespace tieout::cli
