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
#include <vector>

namespace tieout::cli {

namespace {

using source::Language;
using source::Message;

class Page {
 public:
  /// `in_columns`: are its checks proven over columns in a stream, where they hold?
  Page(const language::Program& program, const language::Rule& rule, bool in_columns,
       Language language)
      : program_(program), rule_(rule), in_columns_(in_columns), language_(language) {}

  void print() const {
    std::cout << rule_.id << "  " << finding::title_of(rule_, language_) << "\n\n";
    line("cli.explain_severity", source::render(output::severity_word(rule_.severity), language_));
    line("cli.explain_basis", rule_.basis);
    line("cli.explain_hint", rule_.hint);
    line("cli.explain_acceptable", rule_.acceptable);
    if (rule_.over) line("cli.explain_over", over());
    if (const auto& when = rule_.checks.front().when) line("cli.explain_when", written(*when));
    for (const auto& check : rule_.checks) line("cli.explain_check", check.text);
    line("cli.explain_stream",
         source::render(Message(in_columns_ ? "cli.in_columns" : "cli.by_report"), language_));
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
  bool in_columns_;
  Language language_;
};

}  // namespace

int explain(const Options& options) {
  Rulebook rulebook(options);
  std::vector<std::string_view> ids;
  for (const auto* schema : rulebook.schemas_with_rules()) {
    const auto& program = rulebook.program(*schema);
    const auto rule = std::ranges::find(program.rules, options.name, &language::Rule::id);
    if (rule != program.rules.end()) {
      const auto index = static_cast<std::size_t>(rule - program.rules.begin());
      const check::Sieve sieve(program, report::Measures(rulebook.units()));
      Page(program, *rule, sieve.takes(index), options.language).print();
      return 0;
    }
    for (const auto& other : program.rules) ids.push_back(other.id);
  }
  throw source::Failure(
      {"cli.unknown_rule", {{"rule", options.name}, suggestion(options.name, ids)}});
}

}  // namespace tieout::cli
