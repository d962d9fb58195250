// SARIF 2.1.0, for code scanning and editors: a result a finding, the operands as related
// locations.
#include "output/json_shape.hpp"
#include "output/words.hpp"
#include "output/writers.hpp"

#include <map>
#include <ostream>

#ifndef TIEOUT_VERSION
#error "the build names the version"
#endif

namespace tieout::output {

namespace {

using figure::Verdict;
using finding::Finding;

constexpr std::size_t most_related = 50;
/// GitHub refuses files with more results in a run.
constexpr std::size_t most_results_for_github = 25'000;

std::string level_of(language::Severity severity) {
  switch (severity) {
    case language::Severity::error:
      return "error";
    case language::Severity::warning:
      return "warning";
    default:
      return "note";
  }
}

std::string kind_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "pass";
    case Verdict::undecided:
      return "open";
    case Verdict::not_applicable:
      return "notApplicable";
    default:
      return "fail";
  }
}

/// The text of a message: "[words](1)" would be shown as a link to a related location.
std::string plain(std::string text) {
  if (text.find("](") == std::string::npos) return text;
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// A path as a URI reference: what has a meaning there, and all that is no ASCII, as %XX.
std::string uri_of(std::string_view path) {
  if (path == "-") return "stdin";
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  if (path.starts_with('/')) uri = "file://";
  for (const char c : path) {
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 0xFU];
  }
  return uri;
}

/// `needs_region`: what has no lines (a Word file) is said to be at its first one.
Json physical(const source::Place& place, std::string_view source, bool needs_region) {
  const auto name = place.source ? place.source_name() : source;
  Json location = {{"artifactLocation", {{"uri", uri_of(name)}}}};
  if (place.line > 0) {
    location["region"] = {{"startLine", place.line}};
    if (place.column > 0) location["region"]["startColumn"] = place.column;
  } else if (needs_region) {
    location["region"] = {{"startLine", 1}};
  }
  return location;
}

class SarifWriter final : public Writer {
 public:
  SarifWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void report(const finding::CheckedReport& report) override {
    for (const auto& rule : report.rules) index_of(*rule.rule);
    for (const Finding& found : style_.all_checks ? report.checks : report.findings) {
      if (is_wanted(found)) results_.push_back(result(report, found));
    }
    if (nothing_decided(report)) {
      notify(report.source, source::Message("output.nothing_decided"), {});
    }
  }

  void finish(const Summary& summary) override {
    for (const auto& [source, reason, place] : summary.unreadable) notify(source, reason, place);
    const int code = exit_status(summary).code;
    const Json driver = {
        {"name", "tieout"}, {"version", TIEOUT_VERSION}, {"rules", std::move(rules_)}};
    const Json invocation = {{"executionSuccessful", code != 2},
                             {"exitCode", code},
                             {"toolExecutionNotifications", std::move(notifications_)}};
    const Json run = {{"tool", {{"driver", driver}}},
                      {"invocations", Json::array({invocation})},
                      {"columnKind", "unicodeCodePoints"},
                      {"results", std::move(results_)}};
    const Json log = {
        {"$schema",
         "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({run})}};
    out_ << text_of(log, 2) << '\n';
  }

 private:
  /// GitHub would show what was settled, and what is no finding, as open alerts.
  [[nodiscard]] bool is_wanted(const Finding& found) const {
    if (!style_.sarif_for_github) return true;
    return finding::is_open(found) && kind_of(found.outcome.verdict) == "fail" &&
           results_.size() < most_results_for_github;
  }

  [[nodiscard]] Json location_of(const source::Place& place, std::string_view source) const {
    return physical(place, source, style_.sarif_for_github);
  }

  /// Reports of different kinds may bring the same rule along.
  std::size_t index_of(const language::Rule& rule) {
    const auto [known, is_new] = indexes_.try_emplace(rule.id, rules_.size());
    if (is_new) rules_.push_back(descriptor(rule));
    return known->second;
  }

  [[nodiscard]] Json descriptor(const language::Rule& rule) const {
    Json made = {{"id", rule.id}};
    if (const auto title = finding::title_of(rule, style_.language); !title.empty()) {
      made["shortDescription"] = {{"text", title}};
    }
    if (!rule.hint.empty()) made["help"] = {{"text", rule.hint}};
    made["defaultConfiguration"] = {{"level", level_of(rule.severity)}};
    Json properties = {{"severity", language::name(rule.severity)}};
    if (!rule.basis.empty()) properties["basis"] = rule.basis;
    if (!rule.tags.empty()) properties["tags"] = rule.tags;
    if (style_.sarif_for_github) {
      const auto level = level_of(rule.severity);
      properties["problem.severity"] = level == "note" ? "recommendation" : level;
      properties["precision"] = "very-high";
    }
    made["properties"] = std::move(properties);
    return made;
  }

  [[nodiscard]] Json result(const finding::CheckedReport& report, const Finding& found) {
    const auto verdict = found.outcome.verdict;
    const auto kind = kind_of(verdict);
    auto text = finding::is_open(found) ? remarked(found, style_.language)
                                        : message_of(found, style_.language);
    if (text.empty() && !found.outcome.reason.empty()) {
      text = source::render(found.outcome.reason, style_.language);
    }
    if (text.empty()) text = found.check;
    const auto* place = place_of(found);
    Json location = {{"physicalLocation",
                      location_of(place == nullptr ? source::Place() : *place, report.source)}};
    if (!found.outcome.subject.label.empty()) {
      location["logicalLocations"] =
          Json::array({{{"fullyQualifiedName", found.outcome.subject.label}}});
    }
    Json made = {{"ruleId", found.rule->id},
                 {"ruleIndex", index_of(*found.rule)},
                 {"kind", kind},
                 {"level", kind == "fail" ? level_of(found.severity) : "none"},
                 {"message", {{"text", plain(text)}}},
                 {"locations", Json::array({std::move(location)})},
                 {"relatedLocations", related(report, found)},
                 {"partialFingerprints", {{"tieout/v1", found.fingerprint}}},
                 {"properties",
                  {{"verdict", figure::name(verdict)},
                   {"severity", language::name(found.severity)},
                   {"left", to_json(found.left)},
                   {"right", to_json(found.right)},
                   {"difference", to_json(found.difference)}}}};
    if (style_.sarif_for_github) {
      made["partialFingerprints"]["primaryLocationLineHash"] = found.fingerprint + ":1";
      // Where a place has no line, only its words tell where to look.
      const auto where = place == nullptr || place->line > 0
                             ? std::string()
                             : place_words(*place, report.source, style_.language);
      if (!where.empty()) made["message"]["text"] = plain(where + ": " + text);
    }
    if (found.known) made["baselineState"] = *found.known ? "unchanged" : "new";
    if (!finding::is_open(found)) made["suppressions"] = suppressions(found);
    return made;
  }

  [[nodiscard]] Json suppressions(const Finding& found) const {
    return Json::array({{{"kind", "external"},
                         {"status", "accepted"},
                         {"justification", remark_of(found, style_.language)}}});
  }

  [[nodiscard]] Json related(const finding::CheckedReport& report, const Finding& found) const {
    Json all = Json::array();
    for (const auto& piece : found.outcome.evidence) {
      if (!piece.figure) continue;
      if (all.size() == most_related) break;
      all.push_back({{"id", all.size() + 1},
                     {"message", {{"text", plain(piece.label + " " + piece.raw)}}},
                     {"physicalLocation", location_of(piece.place, report.source)}});
    }
    return all;
  }

  void notify(std::string_view source, const source::Message& reason, const source::Place& place) {
    const Json location = {{"physicalLocation", location_of(place, source)}};
    notifications_.push_back(
        {{"level", "error"},
         {"message", {{"text", plain(source::render(reason, style_.language))}}},
         {"locations", Json::array({location})}});
  }

  std::ostream& out_;
  Style style_;
  std::map<std::string, std::size_t> indexes_;
  Json rules_ = Json::array();
  Json results_ = Json::array();
  Json notifications_ = Json::array();
};

}  // namespace

std::unique_ptr<Writer> make_sarif(std::ostream& out, const Style& style) {
  return std::make_unique<SarifWriter>(out, style);
}

}  // namespace tieout::output
