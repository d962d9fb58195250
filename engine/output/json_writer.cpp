// The formats for programs: json, one document; jsonl, a report a line.
#include "output/json_shape.hpp"
#include "output/writers.hpp"

#include <ostream>
#include <string>
#include <vector>

#ifndef TIEOUT_VERSION
#error "the build names the version"
#endif

namespace tieout::output {

namespace {

constexpr int indent = 2;

class JsonWriter final : public Writer {
 public:
  JsonWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void report(const finding::CheckedReport& report) override {
    JsonText json(indent, 2);
    put(json, report, style_.language, style_.all_checks);
    reports_.push_back(json.take());
  }

  void over_reports(const finding::CheckedReport& found) override {
    has_run_findings_ = true;
    for (const auto& finding : found.findings) {
      JsonText json(indent, 2);
      put(json, finding, style_.language);
      run_findings_.push_back(json.take());
    }
  }

  // The rules that were used are known only now: a report decides which pack is its own.
  void finish(const Summary& summary) override {
    JsonText json(indent);
    json.begin_object();
    json.key("tieout").text(TIEOUT_VERSION);
    json.key("rules").begin_object();
    json.key("files").begin_array();
    for (const auto& file : summary.rule_files) json.text(file);
    json.end_array();
    json.key("count").number(static_cast<std::int64_t>(summary.rule_count));
    json.end_object();
    json.key("reports").begin_array();
    for (const auto& report : reports_) json.raw(report);
    json.end_array();
    if (has_run_findings_) {
      json.key("run_findings").begin_array();
      for (const auto& found : run_findings_) json.raw(found);
      json.end_array();
    }
    put(json.key("summary"), summary, style_.language);
    json.end_object();
    out_ << json.str() << '\n';
  }

 private:
  std::ostream& out_;
  Style style_;
  std::vector<std::string> reports_;
  std::vector<std::string> run_findings_;
  bool has_run_findings_ = false;  ///< there are rules over reports
};

class JsonlWriter final : public Writer {
 public:
  JsonlWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  [[nodiscard]] bool each_by_itself() const override { return true; }

  void report(const finding::CheckedReport& report) override {
    // A finding has dozens of texts.
    const bool trusts = !report.findings.empty();
    write(report, trusts);
    if (trusts && !line_.is_utf8()) write(report, false);
    out_ << line_.str();
  }

  void over_reports(const finding::CheckedReport& found) override {
    for (const auto& finding : found.findings) {
      JsonText json;
      put(json, finding, style_.language);
      run_findings_.push_back(json.take());
    }
  }

  void finish(const Summary& summary) override {
    put_last_line(out_, summary, run_findings_, style_.language);
  }

 private:
  void write(const finding::CheckedReport& report, bool trusts) {
    line_.clear();
    line_.trust(trusts);
    line_.begin_object();
    put_whose(line_, report);
    if (says_counts_alone(report)) {
      line_.members(results_of(report));
    } else {
      put_results(line_, report, style_.language, style_.all_checks);
    }
    line_.end_object();
    line_.end_line();
  }

  [[nodiscard]] bool says_counts_alone(const finding::CheckedReport& report) const {
    return report.findings.empty() && report.notes.empty() && report.across.empty() &&
           !style_.all_checks;
  }

  /// Of a report that says counts alone. Most of a stream are such, with the same counts.
  const std::string& results_of(const finding::CheckedReport& report) {
    if (results_.empty() || counts_ != report.counts) {
      JsonText json;
      json.begin_object();
      put_results(json, report, style_.language, false);
      json.end_object();
      results_ = json.str().substr(1, json.str().size() - 2);
      counts_ = report.counts;
    }
    return results_;
  }

  std::ostream& out_;
  Style style_;
  JsonText line_;
  finding::Counts counts_{};
  std::string results_;  ///< of a report with these counts and nothing else
  std::vector<std::string> run_findings_;
};

}  // namespace

std::unique_ptr<Writer> make_json(std::ostream& out, const Style& style) {
  return std::make_unique<JsonWriter>(out, style);
}

std::unique_ptr<Writer> make_jsonl(std::ostream& out, const Style& style) {
  return std::make_unique<JsonlWriter>(out, style);
}

}  // namespace tieout::output
