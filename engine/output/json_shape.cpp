// Findings as JSON: values as strings, evidence by size, only what is known of a place.
#include "output/json_shape.hpp"

#include "output/words.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace tieout::output {

namespace {

using source::Language;

constexpr std::size_t most_evidence = 200;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

// A value that is no finite decimal comes with the ratio that it is.
void put_exact(Json& json, const char* key, const figure::Rational& value) {
  if (const auto exact = figure::finite_decimal(value)) {
    json[key] = *exact;
    return;
  }
  json[key] = figure::significant(value);
  json[std::string(key) + "_ratio"] = value.str();
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

Json evidence_json(const check::Evidence& piece) {
  Json json = {{"name", piece.name}, {"label", piece.label}, {"side", name(piece.side)}};
  if (piece.coefficient != 0) put_exact(json, "coefficient", piece.coefficient);
  json["raw"] = piece.raw;
  if (const auto& figure = piece.figure) {
    json["value"] = figure->value.text();
    json["decimals"] = figure->decimals;
    json["unit"] = figure->unit == nullptr ? Json() : or_null(figure->unit->id);
    if (figure->approximate) json["approximate"] = true;
    if (figure->place.from_layout) json["certainty"] = "low";
  } else {
    json["value"] = nullptr;
    json["unit"] = nullptr;
  }
  json["place"] = to_json(piece.place);
  return json;
}

// Largest first; what has no size (captions, texts) last, each in the order of use.
std::vector<std::reference_wrapper<const check::Evidence>> by_size(
    const std::vector<check::Evidence>& evidence) {
  std::vector<std::reference_wrapper<const check::Evidence>> sorted(evidence.begin(),
                                                                    evidence.end());
  std::ranges::stable_sort(
      sorted, [](const check::Evidence& a, const check::Evidence& b) { return a.share > b.share; });
  return sorted;
}

void put_evidence(Json& json, const std::vector<check::Evidence>& evidence) {
  Json& list = json["evidence"] = Json::array();
  const auto sorted = by_size(evidence);
  const auto shown = std::min(sorted.size(), most_evidence);
  for (std::size_t i = 0; i < shown; ++i) list.push_back(evidence_json(sorted[i].get()));
  if (shown < sorted.size()) json["evidence_omitted"] = sorted.size() - shown;
}

Json subject_json(const check::Subject& subject) {
  return {{"kind", name(subject.kind)},
          {"table", or_null(subject.table)},
          {"row", or_null(subject.row)},
          {"column", or_null(subject.column)},
          {"label", subject.label}};
}

Json finding_json(const finding::Finding& found, Language language) {
  const auto& outcome = found.outcome;
  Json json = {{"rule", found.rule->id},
               {"title", title_of(found, language)},
               {"severity", language::name(found.severity)},
               {"rule_severity", language::name(found.rule->severity)},
               {"verdict", figure::name(outcome.verdict)},
               {"message", message_of(found, language)}};
  if (!outcome.reason.empty()) json["reason"] = source::render(outcome.reason, language);
  json["subject"] = subject_json(outcome.subject);
  json["check"] = found.check;
  json["left"] = to_json(found.left);
  json["right"] = to_json(found.right);
  json["difference"] = to_json(found.difference);
  json["allowed"] = to_json(found.allowed);
  put_evidence(json, outcome.evidence);
  Json& diagnosis = json["diagnosis"] = Json::array();
  for (const auto& [kind, text] : found.diagnosis) {
    diagnosis.push_back({{"kind", kind}, {"text", source::render(text, language)}});
  }
  json["basis"] = or_null(found.rule->basis);
  json["hint"] = or_null(found.rule->hint);
  json["fingerprint"] = found.fingerprint;
  if (const auto& accepted = found.accepted) {
    json["accepted"] = {
        {"reason", accepted->reason}, {"by", accepted->by}, {"until", accepted->until}};
  }
  if (!found.void_acceptance.empty()) {
    json["void_acceptance"] = source::render(found.void_acceptance, language);
  }
  if (found.known) json["known"] = *found.known;
  return json;
}

Json all_of(const std::vector<finding::Finding>& found, Language language) {
  Json list = Json::array();
  for (const auto& one : found) list.push_back(finding_json(one, language));
  return list;
}

// Roots name what follows from them, consequences their root, by fingerprint.
void put_consequences(Json& list, const std::vector<finding::Finding>& findings) {
  for (std::size_t index = 0; index < findings.size(); ++index) {
    if (!findings[index].follows) continue;
    const std::size_t root = *findings[index].follows;
    list[index]["follows"] = findings[root].fingerprint;
    list[root]["consequences"].push_back(findings[index].fingerprint);
  }
}

void put_unused(Json& json, const char* name, const std::vector<finding::Entry>& entries) {
  for (const auto& entry : entries) {
    json[name].push_back(
        {{"fingerprint", entry.fingerprint}, {"rule", entry.rule}, {"entity", entry.entity}});
  }
}

}  // namespace

Json to_json(const std::optional<finding::PrintedAmount>& amount) {
  if (!amount) return nullptr;
  Json json = {{"value", amount->value}, {"unit", or_null(amount->unit)}};
  if (!amount->ratio.empty()) {
    json["ratio"] = amount->ratio;
    json["rounded"] = true;
  }
  if (amount->approximate) json["approximate"] = true;
  return json;
}

Json to_json(const source::Place& place) {
  Json json = Json::object();
  const auto put_text = [&json](const char* key, std::string_view text) {
    if (!text.empty()) json[key] = text;
  };
  const auto put_number = [&json](const char* key, std::uint32_t number) {
    if (number > 0) json[key] = number;
  };
  put_text("source", place.source_name());
  put_number("line", place.line);
  put_number("column", place.column);
  put_number("page", place.page);
  put_number("paragraph", place.paragraph);
  put_number("table", place.table);
  put_number("row", place.row);
  put_number("cell", place.cell);
  put_text("sheet", place.sheet);
  put_text("address", place.address);
  put_text("pointer", place.pointer);
  return json;
}

Json to_json(const finding::Counts& counts) {
  Json json = Json::object();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    json[std::string(figure::name(figure::verdicts[i]))] = counts[i];
  }
  return json;
}

Json to_json(const finding::CheckedReport& report, Language language, bool all_checks) {
  Json json = {{"source", report.source},
               {"schema", report.schema},
               {"entity", report.entity},
               {"period", or_null(report.period)},
               {"counts", to_json(report.counts)}};
  for (const auto& note : report.notes) json["notes"].push_back(source::render(note, language));
  json["findings"] = all_of(report.findings, language);
  put_consequences(json["findings"], report.findings);
  if (all_checks) json["checks"] = all_of(report.checks, language);
  return json;
}

Json to_json(const Summary& summary, Language language) {
  Json unreadable = Json::array();
  for (const auto& [source, reason, place] : summary.unreadable) {
    Json one = {{"source", source}, {"reason", source::render(reason, language)}};
    if (place.line > 0) one["place"] = to_json(place);
    unreadable.push_back(std::move(one));
  }
  Json by_severity = Json::object();
  for (std::size_t i = 0; i < severities.size(); ++i) {
    by_severity[std::string(language::name(severities[i]))] = summary.by_severity[i];
  }
  Json json = {{"reports", summary.reports},
               {"unreadable", std::move(unreadable)},
               {"counts", to_json(summary.counts)},
               {"by_severity", std::move(by_severity)}};
  if (summary.accepted > 0) json["accepted"] = summary.accepted;
  if (summary.known > 0) json["known"] = summary.known;
  put_unused(json, "unused_accepted", summary.unused_explanations);
  put_unused(json, "unused_baseline", summary.unused_baseline);
  return json;
}

std::string text_of(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tieout::output
