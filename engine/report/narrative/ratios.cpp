// Quotients that the text works out, or states beside both figures.
#include "report/narrative/ratios.hpp"

#include "figure/number_text.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/defined_rates.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t most_terms = 8;       // of a sum in a formula
constexpr std::size_t farthest_part = 4;    // statements before the rate that is named after it
constexpr std::size_t farthest_whole = 30;  // ... and before the part that it is of

/// A number of a formula, with the sign before it.
struct Term {
  std::size_t begin = 0;  ///< bytes in the passage
  std::size_t end = 0;
  bool negative = false;
  figure::NumberText number;
};

/// 1511.51/1527.53×100%=98.95%, （33.56-15.61）÷15.61×100%=114.99%
struct Formula {
  std::vector<Term> dividend;
  std::vector<Term> divisor;
  Term percent;
  std::size_t end = 0;
};

class FormulaReader {
 public:
  FormulaReader(std::string_view text, const figure::UnitSystem& units)
      : text_(text), units_(units) {}

  /// The formula that begins at a byte.
  std::optional<Formula> read(std::size_t begin) {
    static constexpr std::string_view times[] = {"×", "*", "＊", "x", "X", "✕", "✖"};
    static constexpr std::string_view equals[] = {"=", "＝", "≈"};
    at_ = begin;
    Formula formula;
    if (!quotient(formula)) {
      at_ = begin;
      formula = {};
      if (!skip(opening) || !quotient(formula) || !skip(closing)) return std::nullopt;
    }
    if (skip(times)) {
      static constexpr std::string_view hundred[] = {"100%", "100％"};
      if (!skip(hundred)) return std::nullopt;
    }
    (void)skip(closing);
    static constexpr std::string_view percent[] = {"%", "％"};
    if (!skip(equals) || !number(formula.percent) || !skip(percent)) return std::nullopt;
    formula.percent.end = formula.end = at_;
    return formula;
  }

 private:
  static constexpr std::string_view opening[] = {"（", "(", "[", "【"};
  static constexpr std::string_view closing[] = {"）", ")", "]", "】"};

  bool quotient(Formula& formula) {
    static constexpr std::string_view over[] = {"/", "÷", "／", "∕"};
    return group(formula.dividend) && skip(over) && group(formula.divisor);
  }

  /// A number, or a sum in brackets.
  bool group(std::vector<Term>& terms) {
    static constexpr std::string_view plus[] = {"+", "＋"};
    static constexpr std::string_view minus[] = {"-", "－", "−", "—"};
    const bool bracketed = skip(opening);
    bool negative = false;
    while (terms.size() < most_terms) {
      Term term;
      if (!number(term)) return false;
      term.negative = negative;
      terms.push_back(std::move(term));
      if (!bracketed) return true;
      if (skip(closing)) return true;
      negative = false;
      if (skip(plus)) continue;
      if (!skip(minus)) return false;
      negative = true;
    }
    return false;
  }

  bool number(Term& term) {
    spaces();
    std::size_t end = at_;
    while (end < text_.size() &&
           std::string_view("0123456789.,").find(text_[end]) != std::string_view::npos) {
      ++end;
    }
    const auto read = figure::read_cell(text_.substr(at_, end - at_), units_);
    const auto* found = std::get_if<figure::NumberText>(&read);
    if (end == at_ || found == nullptr) return false;
    term.begin = at_;
    term.number = *found;
    const auto [unit, bytes] = units_.prefix(text_.substr(end));
    const bool ratio = unit != nullptr && unit->dimension.kind() == figure::Dimension::Kind::ratio;
    if (unit != nullptr && !ratio) {
      term.number.unit = unit;
      end += bytes;
    }
    term.end = at_ = end;
    return true;
  }

  void spaces() {
    while (at_ < text_.size() && is_space(character_at(text_, at_).code)) {
      at_ += character_at(text_, at_).bytes;
    }
  }

  template <std::size_t count>
  bool skip(const std::string_view (&words)[count]) {
    spaces();
    const std::string_view found = prefix_of(text_.substr(at_), words);
    at_ += found.size();
    return !found.empty();
  }

  std::string_view text_;
  const figure::UnitSystem& units_;
  std::size_t at_ = 0;
};

class RatioFinder {
 public:
  RatioFinder(const Narrative& text, const schema::Schema& schema, const figure::UnitSystem& units,
              Report& report)
      : text_(text), units_(units), table_(schema, report, "ratios") {}

  void run() {
    for (std::size_t passage = 0; passage < text_.passages.list.size(); ++passage) {
      formulas(passage);
    }
    for (const Span& span : text_.spans) {
      const std::vector<std::size_t> statements = text_.statements_of(span);
      rates(statements);
      defined_rates(statements);
    }
  }

 private:
  void formulas(std::size_t passage) {
    const std::string_view text = text_.passage_text(passage);
    if (text.find('=') == std::string_view::npos && text.find("＝") == std::string_view::npos) {
      return;
    }
    FormulaReader reader(text, units_);
    for (std::size_t at = 0; at < text.size();) {
      const Character character = character_at(text, at);
      if (!may_begin(text, at, character)) {
        at += character.bytes;
        continue;
      }
      if (const auto formula = reader.read(at)) {
        write(passage, at, *formula);
        at = formula->end;
      } else {
        at += character.bytes;
      }
    }
  }

  [[nodiscard]] static bool may_begin(std::string_view text, std::size_t at,
                                      const Character& character) {
    constexpr std::u32string_view opening = U"（([【";
    constexpr std::u32string_view inside = U"0123456789.,+-*/×÷＋－−／—";
    const bool begins = (character.code >= U'0' && character.code <= U'9') ||
                        opening.find(character.code) != std::u32string_view::npos;
    if (!begins || at == 0) return begins;
    return inside.find(character_before(text, at).code) == std::u32string_view::npos;
  }

  /// What the formula works out: the words before the first sign of equality.
  [[nodiscard]] std::string name_before(std::size_t passage, std::size_t begin) const {
    static constexpr std::string_view ends[] = {"。", "；", ";", "\n", "，", ","};
    static constexpr std::string_view equals[] = {"=", "＝", "：", ":"};
    std::string_view words = text_.passage_text(passage).substr(0, begin);
    for (const std::string_view end : ends) {
      const std::size_t at = words.rfind(end);
      if (at != std::string_view::npos) words.remove_prefix(at + end.size());
    }
    for (const std::string_view sign : equals) words = words.substr(0, words.find(sign));
    return name_in(words);
  }

  void write(std::size_t passage, std::size_t begin, const Formula& formula) {
    const figure::Unit* unit = nullptr;
    for (const auto* terms : {&formula.dividend, &formula.divisor}) {
      for (const Term& term : *terms) {
        if (unit == nullptr) unit = term.number.unit;
      }
    }
    const auto figure_of = [&](const Term& term, const figure::Unit* otherwise) {
      figure::Figure figure = figure::make_figure(
          term.number, term.number.unit == nullptr ? otherwise : nullptr, std::nullopt,
          std::string(text_.passage_text(passage).substr(term.begin, term.end - term.begin)),
          text_.place(passage, term.begin));
      if (figure.decimals > 0) figure.exact = false;
      return term.negative ? negated(std::move(figure)) : figure;
    };
    const auto listed = [&](const std::vector<Term>& terms) {
      std::vector<std::vector<StatementTable::Field>> rows;
      rows.reserve(terms.size());
      for (const Term& term : terms) {
        rows.push_back({{"value", figure_of(term, unit == nullptr ? &units_.bare() : unit)}});
      }
      return rows;
    };
    const source::Place place = text_.place(passage, formula.percent.begin);
    std::string name = name_before(passage, begin);
    Row row = table_.row(name, place);
    table_.set(row, "name", text_value(std::move(name), place));
    table_.set_rows(row, "parts", listed(formula.dividend));
    table_.set_rows(row, "whole", listed(formula.divisor));
    table_.set(row, "percent", figure_of(formula.percent, &units_.percent()));
    table_.add(std::move(row));
  }

  /// 送审金额35000万元，审减金额4200万元，审减率12%: a rate that has the name of the figure before
  /// it is that figure's share of one before.
  void rates(const std::vector<std::size_t>& statements) {
    static constexpr std::string_view planned[] = {"计划", "目标", "任务", "指标"};
    constexpr std::string_view audited = "审定";  // what is left of the amount that was submitted
    for (std::size_t at = 2; at < statements.size(); ++at) {
      const Statement& rate = text_.statements[statements[at]];
      if (rate.role != Role::ratio || !rate.named || rate.range || rate.figure.approximate)
        continue;
      if (defined_rate(rate.name) != nullptr) continue;
      const std::string word = word_of(rate.name);
      if (word.empty()) continue;
      if (word == "完成" && of_goal(statements, at)) continue;
      // 已完工10个，未完工2个，完工率83.33%: the nearest that the rate is named after.
      const auto names_rate = [&](std::size_t index) {
        return says(index, word) && !is_undone(index);
      };
      std::size_t nearest = at - 1;
      while (nearest > 1 && at - nearest < farthest_part &&
             plain(text_.statements[statements[nearest]]) && !names_rate(statements[nearest])) {
        --nearest;
      }
      if (!names_rate(statements[nearest]) || !plain(text_.statements[statements[nearest]])) {
        nearest = at - 1;
      }
      const Statement& part = text_.statements[statements[nearest]];
      if (!plain(part) || is_undone(statements[nearest])) continue;
      const bool said = says(statements[nearest], word);
      const bool done = !said && word == "完成" && says(statements[nearest], "实际");
      if (!said && !done) continue;
      std::vector<Row> readings;
      std::vector<std::size_t> wholes;
      bool another = false;   // a rate of that name stands between, of something else
      std::size_t tried = 0;  // wholes in front of it
      for (std::size_t before = nearest; before-- > 0 && wholes.size() < most_terms;) {
        const std::size_t index = statements[before];
        const Statement& whole = text_.statements[index];
        if (nearest - before > farthest_whole) break;
        another = another || (whole.role == Role::ratio && word_of(whole.name) == word);
        const bool known = std::ranges::any_of(wholes, [&](std::size_t other) {
          return same_value(text_.statements[other].figure, whole.figure);
        });
        if (!plain(whole) || known || !units_fit(whole.figure, part.figure)) continue;
        if (text_.lead(index).find(audited) != std::string_view::npos) continue;
        // 计划维修35眼，实际维修30眼，完成率85.71%: of what was to be done.
        if (done && !contains_any(text_.lead(index), planned)) continue;
        // 资金42万元，甲使用率100%；乙使用33万元，使用率84%: of what 乙 had, unless it fits.
        if (another && ++tried > most_terms) break;
        if (another && !makes_share(part.figure, whole.figure, rate.figure)) continue;
        wholes.push_back(index);
        readings.push_back(quotient(rate, part.figure, whole.figure));
      }
      if (!readings.empty()) table_.add(joined_readings(std::move(readings)));
    }
  }

  /// 活动42场，超额完成年度36场的目标任务，完成率116.67%; 购置18套，比目标值20套少2套，完成率90%:
  /// of what was to be done, what stands in front of it.
  bool of_goal(const std::vector<std::size_t>& statements, std::size_t at) {
    static const RE2 behind(
        "^的?(?:年度|全年|年初|既定|预期|预定|绩效)*(?:目标任务|目标值|目标数|任务数|目标|任务|"
        "计划)");
    static const RE2 before(
        "(?:比|较|超过|超出|超额|超)(?:年度|全年|年初|既定|预期|绩效)*(?:目标|任务|计划)(?:值|数|"
        "任务)?$");
    constexpr std::size_t most = 3;  // figures between
    const Statement& rate = text_.statements[statements[at]];
    for (std::size_t goal = at; goal-- > 1 && at - goal <= most;) {
      const std::size_t index = statements[goal];
      const std::string_view tail = trimmed(text_.tail(index));
      const std::string_view lead = trimmed(text_.lead(index));
      // 超目标1.8公里 alone says by how much, and not what the goal was.
      const bool apart = goal + 1 < at && text_.statements[statements[goal + 1]].figure.unit ==
                                              text_.statements[index].figure.unit;
      const bool said = RE2::PartialMatch({tail.data(), tail.size()}, behind) ||
                        (apart && RE2::PartialMatch({lead.data(), lead.size()}, before));
      if (!said) continue;
      const Statement& whole = text_.statements[index];
      const Statement& part = text_.statements[statements[goal - 1]];
      if (!plain(whole) || !plain(part) || whole.figure.unit != part.figure.unit) return false;
      table_.add(quotient(rate, part.figure, whole.figure));
      return true;
    }
    return false;
  }

  [[nodiscard]] Row quotient(const Statement& rate, const figure::Figure& part,
                             const figure::Figure& whole) const {
    Row row = table_.row(rate.name, rate.figure.place);
    table_.set(row, "name", text_value(rate.name, rate.figure.place));
    table_.set_rows(row, "parts", {{{"value", part}}});
    table_.set_rows(row, "whole", {{{"value", whole}}});
    table_.set(row, "percent", rate.figure);
    return row;
  }

  /// 在职人员107人，编制数121人，在职人员控制率88.43%: one figure of each side stands before it.
  void defined_rates(const std::vector<std::size_t>& statements) {
    for (std::size_t at = 2; at < statements.size(); ++at) {
      const Statement& rate = text_.statements[statements[at]];
      const DefinedRate* const defined =
          rate.named && !rate.range && !rate.figure.approximate ? defined_rate(rate.name) : nullptr;
      if (defined == nullptr) continue;
      std::vector<std::size_t> parts;
      std::vector<std::size_t> wholes;
      for (std::size_t before = 0; before < at; ++before) {
        const std::size_t index = statements[before];
        const Statement& found = text_.statements[index];
        if (!is_exact_statement(found) || comparable(found.figure, rate.figure)) continue;
        const std::string_view lead = text_.lead(index);
        static constexpr std::string_view less[] = {"净资产", "流动资产"};  // no whole, no part
        if (contains_any(lead, less)) continue;
        if (contains_any(lead, defined->part)) {
          parts.push_back(index);
        } else if (contains_any(lead, defined->whole)) {
          wholes.push_back(index);
        }
      }
      add_defined(rate, parts, wholes);
    }
  }

  /// Of one figure of each side, or of those of several that make the rate.
  void add_defined(const Statement& rate, const std::vector<std::size_t>& parts,
                   const std::vector<std::size_t>& wholes) const {
    const bool single = parts.size() == 1 && wholes.size() == 1;
    std::vector<Row> fitting;
    for (std::size_t at = 0; at < std::min(parts.size(), most_terms); ++at) {
      const figure::Figure& part = text_.statements[parts[at]].figure;
      for (std::size_t of = 0; of < std::min(wholes.size(), most_terms); ++of) {
        const figure::Figure& whole = text_.statements[wholes[of]].figure;
        if (!comparable(part, whole)) continue;
        if (single || makes_share(part, whole, rate.figure)) {
          fitting.push_back(quotient(rate, part, whole));
        }
      }
    }
    if (fitting.size() == 1) table_.add(std::move(fitting.front()));
    if (fitting.empty() && !single) add_totals(rate, parts, wholes);
  }

  /// 编制186名，其中行政32名…；在职172人，其中行政30人…，控制率92.47%: a rate that nothing makes is
  /// of the largest of each side, if it is near.
  void add_totals(const Statement& rate, const std::vector<std::size_t>& parts,
                  const std::vector<std::size_t>& wholes) const {
    if (parts.empty() || wholes.empty()) return;
    const auto by_value = [this](std::size_t a, std::size_t b) {
      return text_.statements[a].figure.base() < text_.statements[b].figure.base();
    };
    const figure::Figure& part = text_.statements[std::ranges::max(parts, by_value)].figure;
    const figure::Figure& whole = text_.statements[std::ranges::max(wholes, by_value)].figure;
    if (!units_fit(part, whole) || whole.base() <= 0 || part.base() > whole.base()) return;
    figure::Rational apart = part.base() / whole.base() - rate.figure.base();
    if (apart < 0) apart = -apart;
    if (apart * misprint <= rate.figure.base()) table_.add(quotient(rate, part, whole));
  }

  [[nodiscard]] bool is_undone(std::size_t statement) const {
    static constexpr std::string_view words[] = {"未完成", "未达", "未实现", "未收回"};
    return contains_any(text_.lead(statement), words);
  }

  [[nodiscard]] static bool plain(const Statement& statement) {
    return states_value(statement) && statement.role != Role::ratio &&
           is_exact_statement(statement);
  }

  /// 审减 of 审减率, 收回 of 回收率.
  [[nodiscard]] static std::string word_of(std::string_view name) {
    static constexpr std::string_view ends[] = {"率", "度"};
    const std::string_view end = suffix_of(name, ends);
    std::string_view word = name.substr(0, name.size() - end.size());
    if (end.empty() || han_count(word) < 2) return {};
    std::size_t begin = word.size();
    for (int count = 0; count < 2; ++count) begin -= character_before(word, begin).bytes;
    return std::string(word.substr(begin));
  }

  [[nodiscard]] bool says(std::size_t statement, std::string_view word) const {
    const std::string_view lead = text_.lead(statement);
    static constexpr std::pair<std::string_view, std::string_view> others[] = {
        {"回收", "收回"}, {"利用", "在用"}, {"使用", "在用"}, {"使用", "支出"}, {"使用", "支付"},
        {"使用", "拨付"}, {"使用", "发放"}, {"支付", "支出"}, {"支付", "拨付"}, {"拨付", "下拨"},
        {"发放", "兑付"}, {"到位", "收到"}, {"完工", "完成"}, {"竣工", "完成"}, {"竣工", "完工"}};
    return lead.find(word) != std::string_view::npos ||
           std::ranges::any_of(others, [&](const auto& other) {
             return word == other.first && lead.find(other.second) != std::string_view::npos;
           });
  }

  const Narrative& text_;
  const figure::UnitSystem& units_;
  StatementTable table_;
};

}  // namespace

void write_ratios(const Narrative& text, const schema::Schema& schema,
                  const figure::UnitSystem& units, Report& report) {
  RatioFinder(text, schema, units, report).run();
}

}  // namespace tieout::report::narrative
