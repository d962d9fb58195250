// The formats for programs: json, one document; jsonl, a report a line.
#include "output/json_shape.hpp"
#include "output/writers.hpp"

#include <ostream>

#ifndef TIEOUT_VERSION
#error "the build names the version"
#endif

namespace tieout::output {

namespace {

class JsonWriter final : public Writer {
 public:
  JsonWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void report(const finding::CheckedReport& report) override {
    reports_.push_back(to_json(report, style_.language, style_.all_checks));
  }

  // The rules that were used are known only now: a report decides which pack is its own.
  void finish(const Summary& summary) override {
    const Json rules = {{"files", summary.rule_files}, {"count", summary.rule_count}};
    const Json document = {{"tieout", TIEOUT_VERSION},
                           {"rules", rules},
                           {"reports", std::move(reports_)},
                           {"summary", to_json(summary, style_.language)}};
    out_ << text_of(document, 2) << '\n';
  }

 private:
  std::ostream& out_;
  Style style_;
  Json reports_ = Json::array();
};

class JsonlWriter final : public Writer {
 public:
  JsonlWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void report(const finding::CheckedReport& report) override {
    out_ << text_of(to_json(report, style_.language, style_.all_checks), -1) << '\n';
  }

  // No rule ranges over reports yet, so the findings of the run itself are none.
  void finish(const Summary& summary) override {
    const Json last = {{"summary", to_json(summary, style_.language)},
                       {"run_findings", Json::array()}};
    out_ << text_of(last, -1) << '\n';
  }

 private:
  std::ostream& out_;
  Style style_;
};

}  // namespace

std::unique_ptr<Writer> make_json(std::ostream& out, const Style& style) {
  return std::make_unique<JsonWriter>(out, style);
}

std::unique_ptr<Writer> make_jsonl(std::ostream& out, const Style& style) {
  return std::make_unique<JsonlWriter>(out, style);
}

}  // namespace tieout::output
