// Reads what output/json_shape.cpp writes.
#include "cli/printed.hpp"

#include "report/place_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace tieout::cli {
namespace {

using nlohmann::json;

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

PrintedReport report_of(const json& printed) {
  PrintedReport report;
  report.source = printed.at("source");
  const json& counts = printed.at("counts");
  for (std::size_t i = 0; i < report.counts.size(); ++i) {
    report.counts[i] = counts.at(std::string(figure::name(figure::verdicts[i])));
  }
  for (const json& finding : printed.at("findings")) {
    if (finding.contains("accepted")) {
      ++report.accepted;
    } else if (finding.value("known", false)) {
      ++report.known;
    } else {
      const auto severity = finding.at("severity").get<std::string>();
      const auto found = std::ranges::find(output::severities, severity, [](const auto each) {
        return std::string(language::name(each));
      });
      ++report.by_severity.at(static_cast<std::size_t>(found - output::severities.begin()));
    }
  }
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
  summary.interrupted = printed.value("interrupted", std::string());
  return summary;
}

}  // namespace

void add(output::Summary& summary, const PrintedReport& report) {
  ++summary.reports;
  if (!output::anything_decided(report.counts)) ++summary.nothing_decided;
  for (std::size_t i = 0; i < report.counts.size(); ++i) summary.counts[i] += report.counts[i];
  for (std::size_t i = 0; i < report.by_severity.size(); ++i) {
    summary.by_severity[i] += report.by_severity[i];
  }
  summary.accepted += report.accepted;
  summary.known += report.known;
}

std::optional<std::variant<PrintedReport, PrintedSummary>> read_printed(std::string_view line) {
  try {
    const json printed = json::parse(line);
    if (printed.contains("summary")) return summary_of(printed.at("summary"));
    return report_of(printed);
  } catch (const json::exception&) {
    return std::nullopt;
  } catch (const std::out_of_range&) {
    return std::nullopt;  // a severity that there is not
  }
}

}  // namespace tieout::cli
