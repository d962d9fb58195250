// A checked report, a summary, as the JSON that schemas/findings.schema.json describes.
#pragma once

#include "output/summary.hpp"
#include "report/json_text.hpp"
#include "report/place_json.hpp"
#include "source/message.hpp"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace tieout::output {

using Json = nlohmann::ordered_json;
using report::JsonText;
using report::put;

/// `all_checks`: with every check, not only the findings.
void put(JsonText& json, const finding::CheckedReport& report, source::Language language,
         bool all_checks);
// Its members: whose report it is, then what was found.
void put_whose(JsonText& json, const finding::CheckedReport& report);
void put_results(JsonText& json, const finding::CheckedReport& report, source::Language language,
                 bool all_checks);
/// Null for nothing.
void put(JsonText& json, const std::optional<finding::PrintedAmount>& amount);
void put(JsonText& json, const finding::Counts& counts);
void put(JsonText& json, const Summary& summary, source::Language language);
/// A finding that stands by itself.
void put(JsonText& json, const finding::Finding& found, source::Language language);
/// What jsonl ends with. `run_findings`: their JSON.
void put_last_line(std::ostream& out, const Summary& summary,
                   const std::vector<std::string>& run_findings, source::Language language);

// The same as trees, for those who put them into others.
/// Null for nothing.
[[nodiscard]] Json to_json(const std::optional<finding::PrintedAmount>& amount);
[[nodiscard]] Json to_json(const source::Place& place);
[[nodiscard]] Json to_json(const finding::Counts& counts);
[[nodiscard]] Json to_json(const Summary& summary, source::Language language);

/// The JSON's text; bytes that are no UTF-8 (odd file names) come out as U+FFFD. `indent` -1: one
/// line.
[[nodiscard]] std::string text_of(const Json& json, int indent);

}  // namespace tieout::output
