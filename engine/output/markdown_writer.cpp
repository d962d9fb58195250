// Markdown for a comment on a pull request or a job's summary: the counts, then a table of findings
// a report.
#include "output/columns.hpp"
#include "output/markdown.hpp"
#include "output/ranking_words.hpp"
#include "output/words.hpp"
#include "output/writers.hpp"

#include <ostream>

namespace tieout::output {

namespace {

using source::Message;

/// Text as it is, whatever Markdown or HTML would make of its characters.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    if (c == '<') {
      result += "&lt;";
    } else if (c == '&') {
      result += "&amp;";
    } else {
      if (std::string_view("\\`*_[]|#~!").find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  return result;
}

std::string table_of(const WordTable& table) {
  const auto line = [](const std::vector<std::string>& cells) {
    std::string text = "|";
    for (const auto& cell : cells) text += " " + plain(cell) + " |";
    return text + "\n";
  };
  std::string text = plain(table.title) + "\n\n" + line(table.heads) + "|";
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    text += i + 1 < table.heads.size() ? "---:|" : "---|";
  }
  text += "\n";
  for (const auto& row : table.rows) text += line(row);
  return text;
}

class MarkdownWriter final : public Writer {
 public:
  MarkdownWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void report(const finding::CheckedReport& report) override {
    out_ << markdown_of(report, style_.language);
  }

  void finish(const Summary& summary) override { out_ << markdown_of(summary, style_.language); }

 private:
  std::ostream& out_;
  Style style_;
};

}  // namespace

std::string markdown_of(const finding::CheckedReport& report, source::Language language) {
  const auto word = [language](const Message& message) {
    return plain(source::render(message, language));
  };
  std::string text = "### " + plain(report.entity.empty() ? report.source : report.entity);
  if (!report.period.empty()) text += " " + plain(report.period);
  text += "\n\n`" + printable(report.source) + "`: " + counts_words(report.counts, language) + "\n";
  if (nothing_decided(report)) text += "\n" + word({"output.nothing_decided"}) + "\n";
  text += "\n";
  if (report.findings.empty()) return text;
  text += "| " + word({"output.head_severity"}) + " | " + word({"output.head_place"}) + " | " +
          word({"output.head_finding"}) + " | " + word({"output.head_rule"}) + " |\n";
  text += "|---|---|---|---|\n";
  for (const auto severity : severities) {
    for (const auto& found : report.findings) {
      if (found.severity != severity) continue;
      const auto* place = place_of(found);
      const auto where =
          place == nullptr ? std::string() : place_words(*place, report.source, language);
      text += "| " + word(severity_words(found)) + " | " + plain(where) + " | " +
              plain(remarked(found, language)) + " | " + plain(title_of(found, language)) + " `" +
              found.rule->id + "` |\n";
    }
  }
  return text + "\n";
}

std::string markdown_of(const Summary& summary, source::Language language) {
  std::string text;
  for (const auto& [source, reason, place] : summary.unreadable) {
    const auto where = place_words(place, source, language);
    text += "- " + plain(source::render(Message("output.unreadable"), language)) + " `" +
            printable(source) + "`" + (where.empty() ? "" : " " + plain(where)) + ": " +
            plain(source::render(reason, language)) + "\n";
  }
  if (!text.empty()) text += "\n";
  for (const auto& table : ranking_tables(summary, language)) text += table_of(table) + "\n";
  return text + plain(totals_words(summary, language)) + "\n";
}

std::unique_ptr<Writer> make_markdown(std::ostream& out, const Style& style) {
  return std::make_unique<MarkdownWriter>(out, style);
}

}  // namespace tieout::output
