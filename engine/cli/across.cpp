// Captures and comparisons by schema.
#include "cli/across.hpp"

#include "source/message.hpp"

#include <utility>

namespace tieout::cli {

namespace {

source::Failure not_captured(const std::string& schema) {
  return source::Failure({"cli.not_captured", {{"schema", schema}}});
}

}  // namespace

Across::Across(Rulebook& rulebook, const finding::FindingOptions& options,
               source::Language language)
    : rulebook_(rulebook), options_(options), language_(language) {
  options_.all_checks = false;  // outputs list the findings across reports, and count the rest
}

Across::OfSchema& Across::of(const schema::Schema& schema) {
  const auto [known, is_new] = schemas_.try_emplace(schema.id);
  if (!is_new) return known->second;
  if (const auto& rules = rulebook_.program(schema).over_reports) {
    known->second.capture =
        std::make_unique<const across::Capture>(*rules, rulebook_.units(), language_);
    known->second.comparison =
        std::make_unique<across::Comparison>(*known->second.capture, options_);
  }
  return known->second;
}

const across::Capture* Across::capture(const schema::Schema& schema) {
  const std::lock_guard lock(mutex_);
  return of(schema).capture.get();
}

void Across::add(const std::string& schema, const across::Captured& report) {
  const std::lock_guard lock(mutex_);
  keep(report, *schemas_.at(schema).comparison);
}

void Across::keep(const across::Captured& report, across::Comparison& comparison) {
  if (lost_) return;
  try {
    comparison.add(report);
  } catch (const source::Failure& failure) {
    lost_ = failure;
  }
}

void Across::add(const output::ReportResult& printed) {
  const std::lock_guard lock(mutex_);
  if (printed.across.empty()) {
    left_out_.insert(printed.schema);
    return;
  }
  const auto* const chosen = rulebook_.chosen();
  const bool is_chosen = chosen != nullptr && chosen->id == printed.schema;
  auto& known = of(is_chosen ? *chosen : rulebook_.schema(printed.schema));
  const auto captured =
      known.capture ? known.capture->of(printed.across) : std::optional<across::Captured>();
  if (!captured) throw not_captured(printed.schema);
  keep(*captured, *known.comparison);
}

void Across::finish(const std::function<void(finding::CheckedReport)>& take) {
  if (lost_) throw source::Failure(*lost_);
  for (auto& [id, schema] : schemas_) {
    if (!schema.comparison) continue;
    if (left_out_.contains(id)) throw not_captured(id);
    take(schema.comparison->finish());
  }
}

}  // namespace tieout::cli
