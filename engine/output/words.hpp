// The words of the output: verdicts, severities, places and amounts as people read them.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"
#include "source/message.hpp"

#include <string>
#include <string_view>

namespace tieout::output {

[[nodiscard]] source::Message verdict_word(figure::Verdict verdict);
[[nodiscard]] source::Message severity_word(language::Severity severity);
/// The finding's severity, and whether it was settled: 错误（已说明）.
[[nodiscard]] source::Message severity_words(const finding::Finding& found);

/// 第143行第2列, line 143 column 2; table, row and cell, a sheet's address or a JSON pointer where
/// the place has no line. The file's name comes first where it is not `report_source`. Empty if the
/// place says nothing.
[[nodiscard]] std::string place_words(const source::Place& place, std::string_view report_source,
                                      source::Language language);

/// "359.39万元", "36%", "约 5人", "≈0.3582077146".
[[nodiscard]] std::string amount_words(const finding::PrintedAmount& amount,
                                       source::Language language);

/// The rule's title, and what is said of the check: the rule's own message if it has one.
[[nodiscard]] const std::string& title_of(const finding::Finding& found, source::Language language);
[[nodiscard]] std::string message_of(const finding::Finding& found, source::Language language);

/// Whose report it is, and of which year: 市图书馆，2017 年（a.txt）.
[[nodiscard]] source::Message report_words(const std::string& source, const std::string& entity,
                                           const std::string& period);

/// That the finding was explained, is in the baseline, or that its explanation is void; empty if
/// there is nothing to remark.
[[nodiscard]] std::string remark_of(const finding::Finding& found, source::Language language);
/// What is said of the check, with the remark after it.
[[nodiscard]] std::string remarked(const finding::Finding& found, source::Language language);

/// Where a finding is shown to be: its left side's first figure, else its first figure or caption;
/// null without evidence.
[[nodiscard]] const source::Place* place_of(const finding::Finding& found);

/// What a figure is: the item, before it the row that it stands in (机关 / 基本支出).
[[nodiscard]] std::string label_of(const check::Evidence& piece);

/// How many checks ended in each verdict: 相符 30，尾差 4，...
[[nodiscard]] std::string counts_words(const finding::Counts& counts, source::Language language);

/// The last line for people: the reports, the six counts, and what the exit status means.
[[nodiscard]] std::string totals_words(const Summary& summary, source::Language language);

/// Several sentences or phrases as one, joined as the language does.
[[nodiscard]] std::string joined(const std::vector<source::Message>& messages,
                                 source::Language language);

}  // namespace tieout::output
