// What was there, what came in, what went out and what is left.
#include "report/narrative/flows.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/rows.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace tieout::report::narrative {
namespace {

enum class Kind { opening, received, available, spent, closing };

/// Which side of a flow a name is on, and whose flow: 政府性基金|年初结转和结余.
struct Term {
  Kind kind = Kind::opening;
  std::string subject;
};

constexpr std::string_view set_off = "收支相抵";  // nothing is said to have been there before

std::optional<Term> term_of(std::string_view name, bool is_set_off) {
  static const std::string left = "(?:财政拨款|资金)*(?:结转和结余|结转与结余|结转结余|结转|结余)";
  static const std::string all = "(?:合计|总计|总额|决算|资金|数)*";
  static const std::string year = "(?:本年度?|当年|全年)";
  static const std::array<std::pair<Kind, std::unique_ptr<const RE2>>, 5> patterns = {{
      {Kind::opening,
       std::make_unique<RE2>("(.*?)(?:年初|上年度?|期初|以前年度)" + left + "(?:资金|收入)?")},
      {Kind::closing, std::make_unique<RE2>("(.*?)(?:(?:年末|年底|期末)" + left +
                                            "(?:资金)?|结转下年度?(?:使用)?)")},
      {Kind::available, std::make_unique<RE2>("(.*?)(?:共计|合计|总)?可(?:用|使用|支配)" + all)},
      {Kind::received,
       std::make_unique<RE2>("(.*?)" + year + "(?:财政拨款|预算|拨款)?(?:收入|拨款|拨入|到位)" +
                             all)},
      {Kind::spent, std::make_unique<RE2>("(.*?)" + year + "(?:财政拨款|实际|累计)*支出" + all)},
  }};
  static const std::array<std::pair<Kind, std::unique_ptr<const RE2>>, 3> plain = {{
      {Kind::closing, std::make_unique<RE2>("(.*?)(?:净|当年|本年)?结余")},
      {Kind::received, std::make_unique<RE2>("(.*?)收入" + all)},
      {Kind::spent, std::make_unique<RE2>("(.*?)支出" + all)},
  }};
  std::string subject;
  const auto term_in = [&](const auto& choice) -> std::optional<Term> {
    for (const auto& [kind, pattern] : choice) {
      if (RE2::FullMatch({name.data(), name.size()}, *pattern, &subject)) {
        return Term{kind, subject};
      }
    }
    return std::nullopt;
  };
  return is_set_off ? term_in(plain) : term_in(patterns);
}

class FlowFinder {
 public:
  explicit FlowFinder(Narrative& text) : text_(text) {}

  std::vector<Flow> run() {
    for (const auto& sentences : text_.sentences) {
      for (const std::size_t sentence : sentences) read(text_.spans[sentence]);
    }
    return std::move(flows_);
  }

 private:
  using Terms = std::map<Kind, std::size_t>;

  /// A sentence whose amounts are terms of one flow and nothing else.
  void read(const Span& sentence) {
    const std::string_view words =
        text_.passage_text(sentence.passage).substr(sentence.begin, sentence.end - sentence.begin);
    const bool is_set_off = words.find(set_off) != std::string_view::npos;
    if (!is_set_off && words.find("结") == std::string_view::npos) return;
    Terms terms;
    std::optional<std::string> subject;
    std::vector<std::size_t> unnamed;
    for (const std::size_t index : text_.statements_of(sentence)) {
      const Statement& found = text_.statements[index];
      if (found.role != Role::amount && found.role != Role::actual) continue;
      if (!found.named || !is_exact_statement(found) || !is_money(found)) return;
      const auto term = term_of(found.name, is_set_off);
      if (!term && divides_last(index, terms)) continue;
      if (!term || terms.contains(term->kind)) return;
      if (!subject) subject = term->subject;
      if (!is_set_off && !term->subject.empty() && term->subject != *subject) return;
      terms.emplace(term->kind, index);
      if (term->subject.empty()) unnamed.push_back(index);
    }
    if (is_set_off) {
      add(terms, {Kind::received}, {Kind::spent, Kind::closing}, "收支");
    } else {
      if (terms.contains(Kind::closing)) give_subject(*subject, unnamed);
      balance(terms, subject.value_or(std::string()));
    }
  }

  /// 本年收入90万元，其中：财政拨款收入80万元、其他收入|10万元: no more than what a term is of.
  [[nodiscard]] bool divides_last(std::size_t index, const Terms& terms) const {
    if (terms.empty()) return false;
    std::size_t last = 0;
    for (const auto& [kind, term] : terms) last = std::max(last, term);
    const Statement& part = text_.statements[index];
    const Statement& whole = text_.statements[last];
    if (text_.statements[index].figure.base() > whole.figure.base()) return false;
    constexpr std::size_t longest_list = 40;  // clauses
    if (part.clause > whole.clause + longest_list) return false;
    for (std::size_t clause = whole.clause + 1; clause <= part.clause; ++clause) {
      if (opener_of(text_.clause_text(clause)) == Opener::among) return true;
    }
    return false;
  }

  void balance(const Terms& terms, const std::string& subject) {
    const std::string name = subject + "收支";
    if (terms.contains(Kind::available)) {
      add(terms, {Kind::opening, Kind::received}, {Kind::available}, name);
      add(terms, {Kind::available}, {Kind::spent, Kind::closing}, name);
    } else {
      add(terms, {Kind::opening, Kind::received}, {Kind::spent, Kind::closing}, name);
    }
  }

  /// Only if all of it is stated.
  void add(const Terms& terms, const std::vector<Kind>& sources, const std::vector<Kind>& uses,
           const std::string& name) {
    Flow flow;
    flow.name = name;
    for (const Kind kind : sources) {
      if (!terms.contains(kind)) return;
      flow.sources.push_back(terms.at(kind));
    }
    for (const Kind kind : uses) {
      if (!terms.contains(kind)) return;
      flow.uses.push_back(terms.at(kind));
    }
    flows_.push_back(std::move(flow));
  }

  void give_subject(const std::string& subject, const std::vector<std::size_t>& unnamed) {
    if (subject.empty()) return;
    for (const std::size_t index : unnamed) {
      Statement& found = text_.statements[index];
      found.name.insert(0, subject);
      found.core = core_of(found.name, text_.entity);
    }
  }

  [[nodiscard]] static bool is_money(const Statement& found) {
    return found.figure.is(figure::Dimension::Kind::physical);
  }

  Narrative& text_;
  std::vector<Flow> flows_;
};

}  // namespace

std::vector<Flow> find_flows(Narrative& text) { return FlowFinder(text).run(); }

void write_flows(const Narrative& text, const schema::Schema& schema,
                 const std::vector<Flow>& flows, Report& report) {
  const StatementTable table(schema, report, "flows");
  const auto listed = [&](const std::vector<std::size_t>& statements) {
    std::vector<std::vector<StatementTable::Field>> rows;
    for (const std::size_t index : statements) {
      const Statement& found = text.statements[index];
      rows.push_back(
          {{"name", text_value(found.name, found.figure.place)}, {"value", found.figure}});
    }
    return rows;
  };
  for (const Flow& flow : flows) {
    const source::Place& place = text.statements[flow.uses.back()].figure.place;
    Row row = table.row(flow.name, place);
    table.set(row, "name", text_value(flow.name, place));
    table.set_rows(row, "sources", listed(flow.sources));
    table.set_rows(row, "uses", listed(flow.uses));
    table.add(std::move(row));
  }
}

}  // namespace tieout::report::narrative
