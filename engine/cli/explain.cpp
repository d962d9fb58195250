// tieout explain: a rule's page: what it means, why, its formula and its examples.
#include "check/sieve.hpp"
#include "cli/commands.hpp"
#include "cli/rulebook.hpp"
#include "cli/words.hpp"
#include "finding/finding.hpp"
#include "output/words.hpp"
#include "source/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::cli {

namespace {

using source::Language;
using source::Message;

class Page {
 public:
  /// `stream`: how it is checked in a stream of reports.
  Page(const language::Program& program, const language::Rule& rule, Message stream,
       Language language)
      : program_(program), rule_(rule), stream_(std::move(stream)), language_(language) {}

  void print() const {
    std::cout << rule_.id << "  " << finding::title_of(rule_, language_) << "\n\n";
    line("cli.explain_severity", source::render(output::severity_word(rule_.severity), language_));
    line("cli.explain_basis", rule_.basis);
    line("cli.explain_hint", rule_.hint);
    line("cli.explain_acceptable", rule_.acceptable);
    if (rule_.over) line("cli.explain_over", over());
    if (const auto& when = rule_.checks.front().when) line("cli.explain_when", written(*when));
    for (const auto& check : rule_.checks) line("cli.explain_check", check.text);
    line("cli.explain_stream", source::render(stream_, language_));
    const auto place = file().place(rule_.span.begin);
    line("cli.explain_place", fmt::format("{}:{}", place.source_name(), place.line));
    for (const auto& example : rule_.examples) {
      const auto verdict = source::render(output::verdict_word(example.expected), language_);
      std::cout << '\n'
                << source::render({"cli.explain_example", {{"verdict", verdict}}}, language_)
                << "\n  " << example.json << '\n';
    }
  }

 private:
  [[nodiscard]] const source::Source& file() const { return *program_.files[rule_.file]; }

  [[nodiscard]] std::string written(const language::Expr& expression) const {
    const auto [begin, end] = expression.span;
    return std::string(file().text().substr(begin, end - begin));
  }

  [[nodiscard]] std::string over() const {
    const auto& table = program_.schema->tables[*rule_.over];
    const auto filter = rule_.over_filter ? "[" + written(*rule_.over_filter) + "]" : "";
    return fmt::format("{}{} ({})", table.id, filter, table.title);
  }

  void line(const char* id, const std::string& text) const {
    if (!text.empty()) std::cout << source::render({id, {{"text", text}}}, language_) << '\n';
  }

  const language::Program& program_;
  const language::Rule& rule_;
  Message stream_;
  Language language_;
};

Message stream_of(const language::Program& all, const language::Program& program,
                  const language::Rule& rule, const figure::UnitSystem& units) {
  if (&program != &all) return Message("cli.over_reports");
  const check::Sieve sieve(program, report::Measures(units));
  const auto index = static_cast<std::size_t>(&rule - program.rules.data());
  return Message(sieve.takes(index) ? "cli.in_columns" : "cli.by_report");
}

}  // namespace

int explain(const Options& options) {
  Rulebook rulebook(options);
  std::vector<std::string_view> ids;
  for (const auto* schema : rulebook.schemas_with_rules()) {
    const auto& all = rulebook.program(*schema);
    for (const auto* const program : {&all, all.over_reports.get()}) {
      if (program == nullptr) continue;
      const auto rule = std::ranges::find(program->rules, options.name, &language::Rule::id);
      if (rule != program->rules.end()) {
        Page(*program, *rule, stream_of(all, *program, *rule, rulebook.units()), options.language)
            .print();
        return 0;
      }
      for (const auto& other : program->rules) ids.push_back(other.id);
    }
  }
  throw source::Failure(
      {"cli.unknown_rule", {{"rule", options.name}, suggestion(options.name, ids)}});
}

}  // namespace tieout::cli
