// Findings as JSON: values as strings, evidence by size, only what is known of a place.
#include "output/json_shape.hpp"

#include "output/words.hpp"
#include "report/place_json.hpp"

#include <algorithm>
#include <functional>
#include <ostream>
#include <vector>

namespace tieout::output {

namespace {

using output::put;  // beside those that follow
using source::Language;

constexpr std::size_t most_evidence = 200;

// A value that is no finite decimal comes with the ratio that it is.
void put_exact(JsonText& json, std::string_view key, const figure::Rational& value) {
  if (const auto exact = figure::finite_decimal(value)) {
    json.key(key).word(*exact);
    return;
  }
  json.key(key).text(figure::significant(value));
  json.key(std::string(key) + "_ratio").text(value.str());
}

std::string_view name(check::Side side) {
  switch (side) {
    case check::Side::left:
      return "left";
    case check::Side::right:
      return "right";
    case check::Side::both:
      return "both";
    case check::Side::row:
      return "row";
    case check::Side::none:
      break;
  }
  return "none";
}

std::string_view name(check::Subject::Kind kind) {
  using Kind = check::Subject::Kind;
  switch (kind) {
    case Kind::row:
      return "row";
    case Kind::column:
      return "column";
    case Kind::scalar:
      return "scalar";
    case Kind::statement:
      return "statement";
    case Kind::document:
      break;
  }
  return "document";
}

void put(JsonText& json, const check::Evidence& piece) {
  json.begin_object();
  json.key("name").text(piece.name);
  json.key("label").text(piece.label);
  json.key("side").word(name(piece.side));
  if (piece.coefficient != 0) put_exact(json, "coefficient", piece.coefficient);
  json.key("raw").text(piece.raw);
  if (const auto& figure = piece.figure) {
    json.key("value").word(figure->value.text());
    json.key("decimals").number(figure->decimals);
    json.key("unit").text_or_null(figure->unit == nullptr ? "" : figure->unit->id);
    if (figure->approximate) json.key("approximate").boolean(true);
    if (piece.place.from_layout) json.key("certainty").word("low");
  } else {
    json.key("value").null();
    json.key("unit").null();
  }
  put(json.key("place"), piece.place);
  json.end_object();
}

// Largest first; what has no size (captions, texts) last, each in the order of use.
std::vector<std::reference_wrapper<const check::Evidence>> by_size(
    const std::vector<check::Evidence>& evidence) {
  std::vector<std::reference_wrapper<const check::Evidence>> sorted(evidence.begin(),
                                                                    evidence.end());
  std::ranges::sort(sorted, [](const check::Evidence& a, const check::Evidence& b) {
    const auto order = b.share <=> a.share;
    return order < 0 || (order == 0 && &a < &b);  // they stand one behind the other
  });
  return sorted;
}

void put_evidence(JsonText& json, const std::vector<check::Evidence>& evidence) {
  json.key("evidence").begin_array();
  const auto sorted = by_size(evidence);
  const auto shown = std::min(sorted.size(), most_evidence);
  for (std::size_t i = 0; i < shown; ++i) put(json, sorted[i].get());
  json.end_array();
  if (shown < sorted.size()) {
    json.key("evidence_omitted").number(static_cast<std::int64_t>(sorted.size() - shown));
  }
}

void put(JsonText& json, const check::Subject& subject) {
  json.begin_object();
  json.key("kind").word(name(subject.kind));
  json.key("table").text_or_null(subject.table);
  json.key("row").text_or_null(subject.row);
  json.key("column").text_or_null(subject.column);
  json.key("label").text(subject.label);
  json.end_object();
}

/// Roots name what follows from them, consequences their root, by fingerprint.
struct Relatives {
  std::string_view root;
  std::vector<std::string_view> consequences;
};

std::vector<Relatives> relatives_of(const std::vector<finding::Finding>& findings) {
  std::vector<Relatives> relatives(findings.size());
  for (std::size_t index = 0; index < findings.size(); ++index) {
    if (!findings[index].follows) continue;
    const std::size_t root = *findings[index].follows;
    relatives[index].root = findings[root].fingerprint;
    relatives[root].consequences.emplace_back(findings[index].fingerprint);
  }
  return relatives;
}

void put(JsonText& json, const finding::Finding& found, Language language,
         const Relatives& relatives) {
  const auto& outcome = found.outcome;
  json.begin_object();
  json.key("rule").text(found.rule->id);
  json.key("title").text(title_of(found, language));
  json.key("severity").word(language::name(found.severity));
  json.key("rule_severity").word(language::name(found.rule->severity));
  json.key("verdict").word(figure::name(outcome.verdict));
  json.key("message").text(message_of(found, language));
  if (!outcome.reason.empty()) json.key("reason").text(source::render(outcome.reason, language));
  put(json.key("subject"), outcome.subject);
  json.key("check").text(found.check);
  put(json.key("left"), found.left);
  put(json.key("right"), found.right);
  put(json.key("difference"), found.difference);
  put(json.key("allowed"), found.allowed);
  put_evidence(json, outcome.evidence);
  json.key("diagnosis").begin_array();
  for (const auto& [kind, text] : found.diagnosis) {
    json.begin_object();
    json.key("kind").text(kind);
    json.key("text").text(source::render(text, language));
    json.end_object();
  }
  json.end_array();
  json.key("basis").text_or_null(found.rule->basis);
  json.key("hint").text_or_null(found.rule->hint);
  json.key("fingerprint").word(found.fingerprint);
  if (const auto& accepted = found.accepted) {
    json.key("accepted").begin_object();
    json.key("reason").text(accepted->reason);
    json.key("by").text(accepted->by);
    json.key("until").text(accepted->until);
    json.end_object();
  }
  if (!found.void_acceptance.empty()) {
    json.key("void_acceptance").text(source::render(found.void_acceptance, language));
  }
  if (found.known) json.key("known").boolean(*found.known);
  if (!relatives.root.empty()) json.key("follows").text(relatives.root);
  if (!relatives.consequences.empty()) {
    json.key("consequences").begin_array();
    for (const auto fingerprint : relatives.consequences) json.text(fingerprint);
    json.end_array();
  }
  json.end_object();
}

/// A list of its own: those of one know nothing of those of the other.
void put(JsonText& json, const std::vector<finding::Finding>& findings, Language language,
         bool with_relatives) {
  const auto relatives =
      with_relatives ? relatives_of(findings) : std::vector<Relatives>(findings.size());
  json.begin_array();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    put(json, findings[i], language, relatives[i]);
  }
  json.end_array();
}

template <typename... Shape>
Json tree_of(const Shape&... shape) {
  JsonText json;
  put(json, shape...);
  return Json::parse(json.str());
}

void put_unused(JsonText& json, std::string_view key, const std::vector<finding::Entry>& entries) {
  if (entries.empty()) return;
  json.key(key).begin_array();
  for (const auto& entry : entries) {
    json.begin_object();
    json.key("fingerprint").text(entry.fingerprint);
    json.key("rule").text(entry.rule);
    json.key("entity").text(entry.entity);
    json.end_object();
  }
  json.end_array();
}

void put(JsonText& json, const finding::Unreadable& unreadable, Language language) {
  const auto& [source, reason, place] = unreadable;
  json.begin_object();
  json.key("source").text(source);
  json.key("reason").text(source::render(reason, language));
  if (place.line > 0) put(json.key("place"), place);
  json.end_object();
}

void put(JsonText& json, const SeverityCounts& counts) {
  json.begin_object();
  for (std::size_t i = 0; i < severities.size(); ++i) {
    json.key(language::name(severities[i])).number(static_cast<std::int64_t>(counts[i]));
  }
  json.end_object();
}

void put_ranking(JsonText& json, const Ranking& ranking) {
  json.begin_array();
  for (const auto& report : ranking.worst()) {
    json.begin_object();
    json.key("source").text(report.source);
    json.key("entity").text(report.entity);
    json.key("period").text_or_null(report.period);
    put(json.key("by_severity"), report.by_severity);
    put(json.key("at_stake"), stake_in_yuan(report.at_stake));
    json.end_object();
  }
  json.end_array();
}

void put_rules(JsonText& json, const Ranking& ranking, Language language) {
  json.begin_array();
  for (const auto& rule : ranking.rules()) {
    json.begin_object();
    json.key("rule").text(rule.rule);
    json.key("title").text(language == Language::zh ? rule.title_zh : rule.title_en);
    json.key("rule_severity").text(language::name(rule.severity));
    json.key("fails").number(static_cast<std::int64_t>(rule.checks));
    json.key("reports").number(static_cast<std::int64_t>(rule.reports));
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void put(JsonText& json, const std::optional<finding::PrintedAmount>& amount) {
  if (!amount) return json.null();
  json.begin_object();
  json.key("value").word(amount->value);
  json.key("unit").text_or_null(amount->unit);
  if (!amount->ratio.empty()) {
    json.key("ratio").word(amount->ratio);
    json.key("rounded").boolean(true);
  }
  if (amount->approximate) json.key("approximate").boolean(true);
  json.end_object();
}

void put(JsonText& json, const finding::Counts& counts) {
  using figure::Verdict;
  const auto number = [&counts](Verdict verdict) {
    return static_cast<std::int64_t>(counts[static_cast<std::size_t>(verdict)]);
  };
  // Written out, as each report of a stream has them.
  json.begin_object();
  json.key("holds").number(number(Verdict::holds));
  json.key("rounding").number(number(Verdict::rounding));
  json.key("fails").number(number(Verdict::fails));
  json.key("undecided").number(number(Verdict::undecided));
  json.key("not_applicable").number(number(Verdict::not_applicable));
  json.key("error").number(number(Verdict::error));
  json.end_object();
}

void put(JsonText& json, const finding::CheckedReport& report, Language language, bool all_checks) {
  json.begin_object();
  put_whose(json, report);
  put_results(json, report, language, all_checks);
  json.end_object();
}

void put_whose(JsonText& json, const finding::CheckedReport& report) {
  json.key("source").text(report.source);
  json.key("schema").text(report.schema);
  json.key("entity").text(report.entity);
  json.key("period").text_or_null(report.period);
}

void put_results(JsonText& json, const finding::CheckedReport& report, Language language,
                 bool all_checks) {
  put(json.key("counts"), report.counts);
  if (const auto amount = at_stake(report); amount != 0) {
    put(json.key("at_stake"), stake_in_yuan(amount));
  }
  if (!report.notes.empty()) {
    json.key("notes").begin_array();
    for (const auto& note : report.notes) json.text(source::render(note, language));
    json.end_array();
  }
  put(json.key("findings"), report.findings, language, true);
  if (all_checks) put(json.key("checks"), report.checks, language, false);
  if (!report.across.empty()) json.key("across").raw(report.across);
}

void put(JsonText& json, const finding::Finding& found, Language language) {
  put(json, found, language, Relatives());
}

void put(JsonText& json, const Summary& summary, Language language) {
  const auto put_number = [&json](std::string_view key, std::size_t number) {
    json.key(key).number(static_cast<std::int64_t>(number));
  };
  json.begin_object();
  put_number("reports", summary.reports);
  json.key("unreadable").begin_array();
  for (const auto& one : summary.unreadable) put(json, one, language);
  json.end_array();
  put(json.key("counts"), summary.counts);
  put(json.key("by_severity"), summary.by_severity);
  if (summary.accepted > 0) put_number("accepted", summary.accepted);
  if (summary.known > 0) put_number("known", summary.known);
  put_unused(json, "unused_accepted", summary.unused_explanations);
  put_unused(json, "unused_baseline", summary.unused_baseline);
  if (summary.interrupted) json.key("interrupted").text(*summary.interrupted);
  if (summary.ranks()) {
    put_ranking(json.key("ranking"), summary.ranking);
    put_rules(json.key("rules"), summary.ranking, language);
  }
  json.end_object();
}

void put_last_line(std::ostream& out, const Summary& summary,
                   const std::vector<std::string>& run_findings, Language language) {
  JsonText json;
  json.begin_object();
  put(json.key("summary"), summary, language);
  json.key("run_findings").begin_array();
  for (const auto& found : run_findings) json.raw(found);
  json.end_array();
  json.end_object();
  out << json.str() << '\n';
}

Json to_json(const std::optional<finding::PrintedAmount>& amount) { return tree_of(amount); }

Json to_json(const source::Place& place) { return tree_of(place); }

Json to_json(const finding::Counts& counts) { return tree_of(counts); }

Json to_json(const Summary& summary, Language language) { return tree_of(summary, language); }

std::string text_of(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tieout::output
