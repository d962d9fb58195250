// What an auditor reads without a manual: the report, its findings by severity, each with its
// place, its sentence, the arithmetic, what to do and why.
#include "output/arithmetic.hpp"
#include "output/columns.hpp"
#include "output/ranking_words.hpp"
#include "output/words.hpp"
#include "output/writers.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::output {

namespace {

using source::Message;

// Enough to name a finding to `tieout accept`.
constexpr std::size_t shown_of_fingerprint = 12;

enum class Paint { bold, dim, red, yellow, cyan, green };

std::string_view code_of(Paint paint) {
  switch (paint) {
    case Paint::bold:
      return "1";
    case Paint::dim:
      return "2";
    case Paint::red:
      return "1;31";
    case Paint::yellow:
      return "1;33";
    case Paint::cyan:
      return "36";
    case Paint::green:
      break;
  }
  return "32";
}

Paint paint_of(language::Severity severity) {
  switch (severity) {
    case language::Severity::error:
      return Paint::red;
    case language::Severity::warning:
      return Paint::yellow;
    case language::Severity::query:
      return Paint::cyan;
    case language::Severity::note:
      break;
  }
  return Paint::dim;
}

class PrettyWriter final : public Writer {
 public:
  PrettyWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  [[nodiscard]] bool each_by_itself() const override { return true; }

  void report(const finding::CheckedReport& report) override {
    heading(report);
    consequences_.assign(report.findings.size(), {});
    for (const auto& found : report.findings) {
      if (is_folded(report, found)) consequences_[*found.follows].push_back(&found);
    }
    for (const bool open : {true, false}) {
      for (const auto severity : severities) {
        for (const auto& found : report.findings) {
          const bool its_turn = found.severity == severity && finding::is_open(found) == open;
          if (its_turn && !is_folded(report, found)) put(report, found);
        }
      }
    }
    if (style_.all_checks) other_checks(report);
  }

  void finish(const Summary& summary) override {
    for (const auto& [source, reason, place] : summary.unreadable) {
      const auto where = place_words(place, source, style_.language);
      out_ << painted(Paint::red, words({"output.unreadable"})) << ' ' << printable(source)
           << (where.empty() ? "" : " ") << where << ": " << words(reason) << "\n";
    }
    if (!summary.unreadable.empty()) out_ << '\n';
    out_ << ranking_text(summary, style_.language) << totals_words(summary, style_.language)
         << '\n';
  }

 private:
  [[nodiscard]] std::string words(const Message& message) const {
    return printable(source::render(message, style_.language));
  }

  [[nodiscard]] std::string painted(Paint paint, std::string_view text) const {
    if (!style_.color) return std::string(text);
    return "\x1b[" + std::string(code_of(paint)) + "m" + std::string(text) + "\x1b[0m";
  }

  void heading(const finding::CheckedReport& report) {
    const auto name = report.over_reports
                          ? Message("output.over_reports")
                          : report_words(report.source, report.entity, report.period);
    out_ << painted(Paint::bold, words(name)) << '\n';
    for (const auto& note : report.notes) out_ << "  " << words(note) << '\n';
    if (nothing_decided(report)) {
      out_ << "  " << painted(Paint::red, words({"output.nothing_decided"})) << '\n';
    } else if (report.findings.empty()) {
      out_ << "  " << painted(Paint::green, words({"output.no_findings"})) << '\n';
    }
    const auto counts = counts_words(report.counts, style_.language);
    out_ << "  " << words({"output.report_counts", {{"counts", counts}}}) << "\n\n";
  }

  void put(const finding::CheckedReport& report, const finding::Finding& found) {
    const auto paint = finding::is_open(found) ? paint_of(found.severity) : Paint::dim;
    auto name = found.rule->id;
    if (!found.fingerprint.empty()) {
      name += "  " + found.fingerprint.substr(0, shown_of_fingerprint);
    }
    out_ << "  " << painted(paint, words(severity_words(found))) << "  "
         << painted(Paint::bold, printable(title_of(found, style_.language))) << "  "
         << painted(Paint::dim, name) << '\n';
    where(report, found);
    indented(printable(message_of(found, style_.language)));
    indented(printable(remark_of(found, style_.language)));
    const auto table = arithmetic(found, report.source, style_.language);
    if (!table.empty()) out_ << '\n';
    for (const auto& line : table) out_ << "      " << line << '\n';
    advice(found);
    consequences(report, found);
    out_ << '\n';
  }

  // What follows from a finding that is open stands under it, unless it is itself explained.
  static bool is_folded(const finding::CheckedReport& report, const finding::Finding& found) {
    return found.follows &&
           finding::is_open(found) == finding::is_open(report.findings[*found.follows]);
  }

  // What one correction would mend as well, a line each.
  void consequences(const finding::CheckedReport& report, const finding::Finding& root) {
    const auto& following = consequences_[static_cast<std::size_t>(&root - report.findings.data())];
    if (following.empty()) return;
    out_ << "\n    " << words({"output.consequences"}) << '\n';
    for (const auto* const found : following) {
      const auto* place = place_of(*found);
      const auto text =
          place == nullptr ? std::string() : place_words(*place, report.source, style_.language);
      out_ << "      " << text << (text.empty() ? "" : "  ")
           << printable(title_of(*found, style_.language)) << "  "
           << painted(Paint::dim, found->rule->id) << '\n';
    }
  }

  void advice(const finding::Finding& found) {
    std::vector<std::string> lines;
    for (const auto& [kind, text] : found.diagnosis) {
      if (kind != "rounding") lines.push_back(words(text));  // that one the table has shown
    }
    const auto labelled = [&](const char* id, const std::string& text) {
      if (!text.empty()) lines.push_back(words({id, {{"text", text}}}));
    };
    labelled("output.hint", found.rule->hint);
    labelled("output.basis", found.rule->basis);
    if (!lines.empty()) out_ << '\n';
    for (const auto& line : lines) indented(line);
  }

  void where(const finding::CheckedReport& report, const finding::Finding& found) {
    const auto* place = place_of(found);
    auto text =
        place == nullptr ? std::string() : place_words(*place, report.source, style_.language);
    const auto label = printable(found.outcome.subject.label);
    if (!text.empty() && !label.empty()) text += "  ";
    indented(text + label);
  }

  void indented(const std::string& text) {
    if (!text.empty()) out_ << "    " << text << '\n';
  }

  // The checks that are no findings, one line each.
  void other_checks(const finding::CheckedReport& report) {
    bool any = false;
    for (const auto& found : report.checks) {
      using figure::Verdict;
      const auto verdict = found.outcome.verdict;
      if (verdict == Verdict::fails || verdict == Verdict::rounding || verdict == Verdict::error)
        continue;
      any = true;
      out_ << "  " << words(verdict_word(verdict)) << "  " << found.rule->id << "  "
           << printable(found.outcome.subject.label) << "  "
           << (found.outcome.reason.empty() ? printable(found.check) : words(found.outcome.reason))
           << '\n';
    }
    if (any) out_ << '\n';
  }

  std::ostream& out_;
  Style style_;
  std::vector<std::vector<const finding::Finding*>> consequences_;  ///< of each finding
};

}  // namespace

std::unique_ptr<Writer> make_pretty(std::ostream& out, const Style& style) {
  return std::make_unique<PrettyWriter>(out, style);
}

}  // namespace tieout::output
