// The words of the output, through the catalogue.
#include "output/words.hpp"

#include "finding/printed.hpp"
#include "output/columns.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace tieout::output {

namespace {

using source::Language;
using source::Message;

// One step of a place: 第143行, line 143. Nothing for 0.
void add_step(std::vector<Message>& steps, const char* id, std::uint32_t number) {
  if (number > 0) steps.push_back({id, {{"number", std::to_string(number)}}});
}

std::vector<Message> steps_of(const source::Place& place) {
  std::vector<Message> steps;
  if (place.line > 0) {
    add_step(steps, "output.place_page", place.page);
    add_step(steps, "output.place_line", place.line);
    add_step(steps, "output.place_column", place.column);
  } else if (!place.address.empty()) {
    steps.push_back({"output.place_sheet", {{"sheet", place.sheet}, {"address", place.address}}});
  } else if (place.table > 0 || place.paragraph > 0) {
    add_step(steps, "output.place_page", place.page);
    add_step(steps, "output.place_paragraph", place.table > 0 ? 0 : place.paragraph);
    add_step(steps, "output.place_table", place.table);
    add_step(steps, "output.place_row", place.row);
    add_step(steps, "output.place_cell", place.cell);
  }
  if (place.from_layout) steps.emplace_back("output.place_from_layout");
  return steps;
}

// The row that the evidence's name gives in brackets: spending["科协机关"].basic.
std::string_view row_in(std::string_view name) {
  const auto open = name.find("[\"");
  const auto close = name.rfind("\"]");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2)
    return {};
  return name.substr(open + 2, close - open - 2);
}

}  // namespace

Message verdict_word(figure::Verdict verdict) {
  using figure::Verdict;
  switch (verdict) {
    case Verdict::holds:
      return Message("output.verdict_holds");
    case Verdict::rounding:
      return Message("output.verdict_rounding");
    case Verdict::fails:
      return Message("output.verdict_fails");
    case Verdict::undecided:
      return Message("output.verdict_undecided");
    case Verdict::not_applicable:
      return Message("output.verdict_not_applicable");
    case Verdict::error:
      break;
  }
  return Message("output.verdict_error");
}

Message severity_word(language::Severity severity) {
  using language::Severity;
  switch (severity) {
    case Severity::error:
      return Message("output.severity_error");
    case Severity::warning:
      return Message("output.severity_warning");
    case Severity::query:
      return Message("output.severity_query");
    case Severity::note:
      break;
  }
  return Message("output.severity_note");
}

Message severity_words(const finding::Finding& found) {
  auto word = severity_word(found.severity);
  if (finding::is_open(found)) return word;
  const auto* id = found.accepted ? "output.settled" : "output.settled_known";
  return {id, {{"severity", {}, std::move(word)}}};
}

std::string place_words(const source::Place& place, std::string_view report_source,
                        Language language) {
  const auto between = [language](const std::string& words) {
    return words.empty() || language == Language::zh ? "" : " ";
  };
  std::string words;
  for (const auto& step : steps_of(place)) {
    words += between(words) + source::render(step, language);
  }
  if (words.empty()) words = place.pointer;
  if (place.source_name() != report_source) {
    // Another report as a whole is a place too.
    if (!words.empty()) words.insert(0, " ");
    words.insert(0, place.source_name());
  }
  return printable(words);
}

std::string amount_words(const finding::PrintedAmount& amount, Language language) {
  auto words = (amount.ratio.empty() ? "" : "≈") + finding::text_of(amount);
  if (!amount.approximate) return words;
  return source::render({"output.approximate", {{"amount", words}}}, language);
}

Message report_words(const std::string& source, const std::string& entity,
                     const std::string& period) {
  const auto* id = entity.empty()   ? "output.report_unnamed"
                   : period.empty() ? "output.report_undated"
                                    : "output.report";
  return {id, {{"entity", entity}, {"period", period}, {"source", source}}};
}

const std::string& title_of(const finding::Finding& found, Language language) {
  return finding::title_of(*found.rule, language);
}

std::string message_of(const finding::Finding& found, Language language) {
  const auto& own = language == Language::zh ? found.own_message_zh : found.own_message_en;
  if (!own.empty()) return own;
  return found.message.empty() ? std::string() : source::render(found.message, language);
}

std::string remark_of(const finding::Finding& found, Language language) {
  if (const auto& accepted = found.accepted) {
    return source::render(
        {"output.accepted",
         {{"reason", accepted->reason}, {"by", accepted->by}, {"until", accepted->until}}},
        language);
  }
  if (!finding::is_open(found)) return source::render(Message("output.known"), language);
  return found.void_acceptance.empty() ? std::string()
                                       : source::render(found.void_acceptance, language);
}

std::string remarked(const finding::Finding& found, Language language) {
  const auto message = message_of(found, language);
  const auto remark = remark_of(found, language);
  return remark.empty() ? message : message + " [" + remark + "]";
}

const source::Place* place_of(const finding::Finding& found) {
  const auto& evidence = found.outcome.evidence;
  const auto left = std::ranges::find_if(evidence, [](const check::Evidence& piece) {
    return piece.figure && (piece.side == check::Side::left || piece.side == check::Side::both);
  });
  if (left != evidence.end()) return &left->place;
  const auto any = std::ranges::find_if(
      evidence, [](const check::Evidence& piece) { return piece.figure.has_value(); });
  if (any != evidence.end()) return &any->place;
  return evidence.empty() ? nullptr : &evidence.front().place;
}

std::string label_of(const check::Evidence& piece) {
  const auto row = row_in(piece.name);
  return printable(row.empty() ? piece.label : std::string(row) + " / " + piece.label);
}

std::string counts_words(const finding::Counts& counts, Language language) {
  std::string words;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i > 0) words += language == Language::zh ? "，" : ", ";
    words += source::render(verdict_word(figure::verdicts[i]), language) + " " +
             std::to_string(counts[i]);
  }
  return words;
}

std::string totals_words(const Summary& summary, Language language) {
  const auto checks = std::accumulate(summary.counts.begin(), summary.counts.end(), std::size_t{0});
  const auto [code, reasons] = exit_status(summary);
  std::vector<Message> settled;
  const auto add = [&settled](const char* id, std::size_t number) {
    if (number > 0) settled.push_back({id, {{"count", std::to_string(number)}}});
  };
  add("output.totals_accepted", summary.accepted);
  add("output.totals_known", summary.known);
  auto counts = counts_words(summary.counts, language);
  if (!settled.empty()) counts += language == Language::zh ? "；" : "; ";
  counts += joined(settled, language);
  return source::render({"output.totals",
                         {{"reports", std::to_string(summary.reports)},
                          {"checks", std::to_string(checks)},
                          {"counts", counts},
                          {"code", std::to_string(code)},
                          {"meaning", joined(reasons, language)}}},
                        language);
}

std::string joined(const std::vector<Message>& messages, Language language) {
  std::string all;
  for (const auto& message : messages) {
    if (!all.empty()) all += language == Language::zh ? "；" : "; ";
    all += source::render(message, language);
  }
  return all;
}

}  // namespace tieout::output
