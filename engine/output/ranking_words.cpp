// Tables of words, and how they stand on a terminal.
#include "output/ranking_words.hpp"

#include "output/columns.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <ranges>
#include <span>
#include <utility>

namespace tieout::output {

namespace {

using source::Language;
using source::Message;

constexpr std::size_t most_shown = 10;

std::string word(const Message& message, Language language) {
  return source::render(message, language);
}

/// Says how many there are only where not all are shown.
std::string title(const char* all_id, const char* some_id, std::size_t shown, std::size_t all,
                  Language language) {
  if (shown == all) return word(Message(all_id), language);
  return word({some_id, {{"shown", std::to_string(shown)}, {"all", std::to_string(all)}}},
              language);
}

WordTable worst_reports(const Ranking& ranking, Language language) {
  const auto shown = std::min(ranking.worst().size(), most_shown);
  WordTable table;
  table.title =
      title("output.ranking", "output.ranking_some", shown, ranking.candidates(), language);
  for (const auto severity : severities) {
    if (severity != language::Severity::note) {
      table.heads.push_back(word(severity_word(severity), language));
    }
  }
  table.heads.push_back(word(Message("output.head_at_stake"), language));
  table.heads.push_back(word(Message("output.head_report"), language));
  for (const auto& report : std::views::take(ranking.worst(), static_cast<std::ptrdiff_t>(shown))) {
    auto& row = table.rows.emplace_back();
    for (const auto severity : severities) {
      if (severity == language::Severity::note) continue;
      row.push_back(std::to_string(report.by_severity[static_cast<std::size_t>(severity)]));
    }
    row.push_back(report.at_stake == 0
                      ? std::string()
                      : amount_words(stake_in_ten_thousand(report.at_stake), language));
    row.push_back(word(report_words(report.source, report.entity, report.period), language));
  }
  return table;
}

WordTable worst_rules(const std::vector<RuleFailures>& rules, Language language) {
  const auto shown = std::span(rules).first(std::min(rules.size(), most_shown));
  WordTable table;
  table.title = title("output.ranking_rules", "output.ranking_rules_some", shown.size(),
                      rules.size(), language);
  for (const auto* id : {"output.head_fails", "output.head_reports", "output.head_rule"}) {
    table.heads.push_back(word(Message(id), language));
  }
  for (const auto& rule : shown) {
    const auto& name = language == Language::zh ? rule.title_zh : rule.title_en;
    table.rows.push_back({std::to_string(rule.checks), std::to_string(rule.reports),
                          name.empty() ? rule.rule : name + "  " + rule.rule});
  }
  return table;
}

/// Numbers end in the same column; words begin in it.
std::string aligned(const WordTable& table) {
  std::vector<std::size_t> widths;
  widths.reserve(table.heads.size());
  for (const auto& head : table.heads) widths.push_back(display_width(head));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  const auto line = [&widths](const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool last = i + 1 == cells.size();
      text += "  ";
      if (!last) text.append(widths[i] - display_width(cells[i]), ' ');
      text += printable(cells[i]);
    }
    return text + '\n';
  };
  std::string text = table.title + '\n' + line(table.heads);
  for (const auto& row : table.rows) text += line(row);
  return text;
}

}  // namespace

std::vector<WordTable> ranking_tables(const Summary& summary, Language language) {
  std::vector<WordTable> tables;
  if (!summary.ranks()) return tables;
  if (!summary.ranking.worst().empty()) tables.push_back(worst_reports(summary.ranking, language));
  if (const auto rules = summary.ranking.rules(); !rules.empty()) {
    tables.push_back(worst_rules(rules, language));
  }
  return tables;
}

std::string ranking_text(const Summary& summary, Language language) {
  std::string text;
  for (const auto& table : ranking_tables(summary, language)) text += aligned(table) + '\n';
  return text;
}

}  // namespace tieout::output
