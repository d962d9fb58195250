// JUnit XML: a suite a report, a case a rule, as test runners show them. Names carry no values, so
// that a case is the same from run to run.
#include "output/columns.hpp"
#include "output/words.hpp"
#include "output/writers.hpp"

#include <ostream>
#include <vector>

namespace tieout::output {

namespace {

using figure::Verdict;
using finding::Finding;
using source::Message;

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

class JunitWriter final : public Writer {
 public:
  JunitWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tieout\">\n";
  }

  void report(const finding::CheckedReport& report) override {
    std::vector<Case> cases;
    if (nothing_decided(report)) {
      cases.push_back({"tieout", "error", word({"output.nothing_decided"}), {}});
    }
    for (const auto& rule : report.rules) cases.push_back(case_of(report, rule));
    suite(report.source, cases);
  }

  void finish(const Summary& summary) override {
    for (const auto& [source, reason, place] : summary.unreadable) {
      const auto where = place_words(place, source, style_.language);
      suite(source, {{"tieout", "error", word(reason), where.empty() ? "" : where + "\n"}});
    }
    out_ << "</testsuites>\n";
  }

 private:
  struct Case {
    std::string name;
    std::string kind;     ///< failure, error, skipped; empty: it passed
    std::string message;  ///< of its kind
    std::string lines;    ///< a finding a line
  };

  static std::size_t undecided(const finding::Counts& counts) {
    return counts[static_cast<std::size_t>(Verdict::undecided)];
  }

  [[nodiscard]] std::string word(const Message& message) const {
    return source::render(message, style_.language);
  }

  [[nodiscard]] std::string line(const finding::CheckedReport& report, const Finding& found) const {
    std::string text = word(severity_words(found)) + ": ";
    if (const auto* place = place_of(found)) {
      const auto where = place_words(*place, report.source, style_.language);
      if (!where.empty()) text += where + ": ";
    }
    return text + remarked(found, style_.language) + "\n";
  }

  [[nodiscard]] Case case_of(const finding::CheckedReport& report,
                             const finding::RuleCounts& rule) const {
    Case made;
    made.name = rule.rule->id;
    bool error = false;
    bool failure = false;
    const Finding* first = nullptr;
    const Finding* first_open = nullptr;
    for (const Finding& found : report.findings) {
      if (found.rule != rule.rule) continue;
      error |= found.outcome.verdict == Verdict::error;
      if (first == nullptr) first = &found;
      if (finding::is_open(found) && first_open == nullptr) first_open = &found;
      failure |= finding::is_open(found) && counts(found.severity, style_.fail_on);
      made.lines += line(report, found);
    }
    const auto* const told = first_open != nullptr ? first_open : first;
    if (told != nullptr) made.message = remarked(*told, style_.language);
    const bool decided = anything_decided(rule.counts);
    if (error || failure) {
      made.kind = error ? "error" : "failure";
    } else if (first != nullptr && first_open == nullptr) {
      made.kind = "skipped";  // all were explained, or are in the baseline
    } else if (!decided && undecided(rule.counts) == 0) {
      made.kind = "skipped";
      made.message = counts_words(rule.counts, style_.language);
    } else if (!decided) {
      made.lines = counts_words(rule.counts, style_.language) + "\n";
    }
    return made;
  }

  void suite(const std::string& name, const std::vector<Case>& cases) {
    const auto of = [&cases](std::string_view kind) {
      std::size_t number = 0;
      for (const Case& one : cases) number += one.kind == kind ? 1 : 0;
      return number;
    };
    const auto source = escaped(name);
    out_ << "  <testsuite name=\"" << source << "\" tests=\"" << cases.size() << "\" failures=\""
         << of("failure") << "\" errors=\"" << of("error") << "\" skipped=\"" << of("skipped")
         << "\">\n";
    for (const Case& one : cases) put(source, one);
    out_ << "  </testsuite>\n";
  }

  void put(const std::string& suite, const Case& one) {
    out_ << "    <testcase classname=\"" << suite << "\" name=\"" << escaped(one.name) << '"';
    if (one.kind.empty() && one.lines.empty()) {
      out_ << "/>\n";
      return;
    }
    out_ << ">\n";
    if (one.kind.empty()) {  // below --fail-on: told, but no failure
      out_ << "      <system-out>";
      put_lines(one.lines);
      out_ << "</system-out>\n";
    } else {
      out_ << "      <" << one.kind << " message=\"" << escaped(one.message) << "\">";
      put_lines(one.lines);
      out_ << "</" << one.kind << ">\n";
    }
    out_ << "    </testcase>\n";
  }

  void put_lines(std::string_view lines) {
    while (!lines.empty()) {
      const auto end = lines.find('\n');
      out_ << escaped(lines.substr(0, end)) << '\n';
      lines.remove_prefix(end + 1);
    }
  }

  std::ostream& out_;
  Style style_;
};

}  // namespace

std::unique_ptr<Writer> make_junit(std::ostream& out, const Style& style) {
  return std::make_unique<JunitWriter>(out, style);
}

}  // namespace tieout::output
