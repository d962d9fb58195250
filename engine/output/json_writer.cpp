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
    put(json.key("summary"), summary, style_.language);
    json.end_object();
    out_ << json.str() << '\n';
  }

 private:
  std::ostream& out_;
  Style style_;
  std::vector<std::string> reports_;
};

class JsonlWriter final : public Writer {
 public:
  JsonlWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void report(const finding::CheckedReport& report) override {
    line_.clear();
    put(line_, report, style_.language, style_.all_checks);
    out_ << line_.str() << '\n';
  }

  // No rule ranges over reports yet, so the findings of the run itself are none.
  void finish(const Summary& summary) override { put_last_line(out_, summary, style_.language); }

 private:
  std::ostream& out_;
  Style style_;
  JsonText line_;
};

}  // namespace

std::unique_ptr<Writer> make_json(std::ostream& out, const Style& style) {
  return std::make_unique<JsonWriter>(out, style);
}

std::unique_ptr<Writer> make_jsonl(std::ostream& out, const Style& style) {
  return std::make_unique<JsonlWriter>(out, style);
}

}  // namespace tieout::output
