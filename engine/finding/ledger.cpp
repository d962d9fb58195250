// Reads and writes the files of known findings.
#include "finding/ledger.hpp"

#include "finding/printed.hpp"
#include "report/json_date.hpp"
#include "schema/json_tree.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace tieout::finding {

namespace {

using schema::Json;
using source::Failure;

constexpr std::string_view name_of(Ledger::Kind kind) {
  return kind == Ledger::Kind::accepted ? "accepted" : "baseline";
}

/// Reads one file; what is not as it should be is refused at its line.
class Reader {
 public:
  explicit Reader(const source::Source& file) : file_(file) {}

  [[nodiscard]] const Json& member(const Json& object, std::string_view name) const {
    const auto* const found = object.member(name);
    if (found == nullptr) refuse("finding.ledger_member", object, name);
    return *found;
  }

  [[nodiscard]] const schema::JsonArray& list(const Json& object, std::string_view name) const {
    const auto& value = member(object, name);
    if (value.array() == nullptr) refuse("finding.ledger_list", value, name);
    return *value.array();
  }

  [[nodiscard]] std::string text(const Json& object, std::string_view name) const {
    const auto& value = member(object, name);
    if (value.string() == nullptr) refuse("finding.ledger_text", value, name);
    return *value.string();
  }

  [[nodiscard]] Entry entry(const Json& object, Ledger::Kind kind) const {
    Entry made;
    made.fingerprint = text(object, "fingerprint");
    made.rule = text(object, "rule");
    made.entity = text(object, "entity");
    made.period = text(object, "period");
    made.subject = text(object, "subject");
    for (const auto& value : list(object, "values")) {
      if (value.string() == nullptr) refuse("finding.ledger_text", value, "values");
      made.values.push_back(*value.string());
    }
    if (kind == Ledger::Kind::accepted) made.acceptance = acceptance(object);
    return made;
  }

 private:
  [[nodiscard]] Acceptance acceptance(const Json& object) const {
    Acceptance made = {text(object, "reason"), text(object, "by"), day_of(text(object, "until"))};
    if (made.until.empty()) refuse("finding.ledger_day", member(object, "until"), "until");
    return made;
  }

  [[noreturn]] void refuse(const char* id, const Json& where, std::string_view name) const {
    auto place = source::in_file(file_.name());
    place.line = where.line;
    place.column = where.column;
    throw Failure({id, {{"name", std::string(name)}}}, std::move(place));
  }

  const source::Source& file_;
};

}  // namespace

std::vector<std::string> values_of(const Finding& finding) {
  // A rounded value stands for many; its ratio does not.
  const auto text = [](const PrintedAmount& amount) {
    return (amount.ratio.empty() ? amount.value : amount.ratio + " ") + amount.unit;
  };
  if (finding.left && finding.right) return {text(*finding.left), text(*finding.right)};
  std::vector<std::string> values;
  for (const auto& piece : finding.outcome.evidence) {
    if (piece.side != check::Side::row) values.push_back(piece.label + " " + piece.raw);
  }
  std::ranges::sort(values);
  return values;
}

Entry entry_of(const CheckedReport& report, const Finding& finding) {
  return {finding.fingerprint,           finding.rule->id,   report.entity,   report.period,
          finding.outcome.subject.label, values_of(finding), finding.accepted};
}

Ledger::Ledger(Kind kind, const source::Source& text) : kind_(kind) {
  const auto json = schema::parse_json(text, {});
  const Reader reader(text);
  for (const auto& object : reader.list(json, name_of(kind))) put(reader.entry(object, kind));
}

const Entry* Ledger::find(const std::string& fingerprint) const {
  const auto found = entries_.find(fingerprint);
  return found == entries_.end() ? nullptr : &found->second;
}

void Ledger::put(Entry entry) {
  auto fingerprint = entry.fingerprint;
  entries_.insert_or_assign(std::move(fingerprint), std::move(entry));
}

std::string Ledger::text() const {
  std::vector<std::reference_wrapper<const Entry>> sorted;
  sorted.reserve(entries_.size());
  for (const auto& [fingerprint, entry] : entries_) sorted.emplace_back(entry);
  std::ranges::stable_sort(sorted, {}, [](const Entry& entry) {
    return std::tie(entry.entity, entry.period, entry.rule);
  });
  auto list = nlohmann::ordered_json::array();
  for (const Entry& entry : sorted) {
    nlohmann::ordered_json one = {{"fingerprint", entry.fingerprint}, {"rule", entry.rule},
                                  {"entity", entry.entity},           {"period", entry.period},
                                  {"subject", entry.subject},         {"values", entry.values}};
    if (entry.acceptance) {
      one["reason"] = entry.acceptance->reason;
      one["by"] = entry.acceptance->by;
      one["until"] = entry.acceptance->until;
    }
    list.push_back(std::move(one));
  }
  const nlohmann::ordered_json file = {{name_of(kind_), std::move(list)}};
  using Strategy = nlohmann::ordered_json::error_handler_t;
  return file.dump(2, ' ', false, Strategy::replace) + "\n";
}

std::string day_of(std::string_view text) {
  const auto date = report::read_date(text);
  return date && date->day > 0 ? report::iso_text(*date) : std::string();
}

}  // namespace tieout::finding
