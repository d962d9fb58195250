// One line a finding: source:line:column: severity: rule: message, as editors and grep take it;
// severities and verdicts keep their ids in every language.
#include "output/columns.hpp"
#include "output/ranking_words.hpp"
#include "output/words.hpp"
#include "output/writers.hpp"

#include <ostream>

namespace tieout::output {

namespace {

class ConciseWriter final : public Writer {
 public:
  ConciseWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  [[nodiscard]] bool each_by_itself() const override { return true; }

  void report(const finding::CheckedReport& report) override {
    for (const auto& found : style_.all_checks ? report.checks : report.findings) {
      line(report, found);
    }
  }

  void finish(const Summary& summary) override {
    for (const auto& [source, reason, place] : summary.unreadable) {
      put_place(source, &place);
      out_ << language::name(language::Severity::error) << ": " << word(reason) << '\n';
    }
    out_ << ranking_text(summary, style_.language) << totals_words(summary, style_.language)
         << '\n';
  }

 private:
  [[nodiscard]] std::string word(const source::Message& message) const {
    return printable(source::render(message, style_.language));
  }

  void put_place(std::string_view source, const source::Place* place) {
    const bool elsewhere = place != nullptr && !place->source_name().empty();
    out_ << printable(elsewhere ? place->source_name() : source) << ':';
    if (place == nullptr || place->line == 0) {
      out_ << ' ';
      return;
    }
    out_ << place->line << ':';
    if (place->column > 0) out_ << place->column << ':';
    out_ << ' ';
  }

  void line(const finding::CheckedReport& report, const finding::Finding& found) {
    using figure::Verdict;
    const auto verdict = found.outcome.verdict;
    put_place(report.source, place_of(found));
    if (verdict == Verdict::rounding || verdict == Verdict::fails || verdict == Verdict::error) {
      out_ << language::name(found.severity) << ": " << found.rule->id << ": "
           << printable(remarked(found, style_.language)) << '\n';
      return;
    }
    out_ << figure::name(verdict) << ": " << found.rule->id << ": "
         << (found.outcome.reason.empty() ? printable(found.check) : word(found.outcome.reason))
         << '\n';
  }

  std::ostream& out_;
  Style style_;
};

}  // namespace

std::unique_ptr<Writer> make_concise(std::ostream& out, const Style& style) {
  return std::make_unique<ConciseWriter>(out, style);
}

}  // namespace tieout::output
