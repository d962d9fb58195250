// Findings made by hand.
#include "sample.hpp"

#include "finding/printed.hpp"

#include <deque>
#include <memory>
#include <utility>

namespace sample {

namespace {

using check::Side;
using figure::Verdict;
using language::Severity;

const auto file = std::make_shared<const std::string>("samples/city.txt");

const language::Rule& rule(std::string id, Severity severity, std::string zh, std::string en,
                           std::string basis = "", std::string hint = "") {
  static std::deque<language::Rule> rules;  // findings point to their rules
  auto& made = rules.emplace_back();
  made.id = std::move(id);
  made.severity = severity;
  made.titles = {{"zh", std::move(zh)}, {"en", std::move(en)}};
  made.basis = std::move(basis);
  made.hint = std::move(hint);
  return made;
}

figure::Unit made_unit(const char* id, const figure::Dimension& dimension,
                       const figure::Rational& factor) {
  figure::Unit made;
  made.id = id;
  made.dimension = dimension;
  made.factor = factor;
  return made;
}

check::Amount amount(const figure::Rational& base, std::string_view unit_id) {
  check::Amount made;
  made.base = base;
  made.unit = &unit(unit_id);
  made.dimension = made.unit->dimension;
  return made;
}

void put_sides(finding::Finding& found, const check::Amount& left, const check::Amount& right,
               int decimals) {
  auto& outcome = found.outcome;
  outcome.left = left;
  outcome.right = right;
  outcome.difference = left.base - right.base;
  auto apart = left;
  apart.base = *outcome.difference;
  apart.difference = true;
  found.left = finding::printed(left, decimals, units());
  found.right = finding::printed(right, decimals, units());
  found.difference = finding::printed(apart, decimals, units());
}

}  // namespace

const figure::UnitSystem& units() {
  using figure::Dimension;
  const auto money = Dimension::base("money");
  const Dimension ratio(Dimension::Kind::ratio);
  static const figure::UnitSystem system({made_unit("元", money, 1),
                                          made_unit("万元", money, 10'000),
                                          made_unit("%", ratio, figure::Rational(1, 100)),
                                          made_unit("百分点", ratio, figure::Rational(1, 100))});
  return system;
}

const figure::Unit& unit(std::string_view id) { return *units().find(id); }

source::Place place(std::uint32_t line, std::uint32_t column) {
  source::Place where;
  where.source = file;
  where.line = line;
  where.column = column;
  return where;
}

figure::Figure figure_of(const std::string& text, std::string_view unit_id, source::Place where) {
  figure::Figure made;
  made.value = *figure::Decimal::parse(text);
  made.decimals = made.value.scale;
  made.unit = &unit(unit_id);
  made.raw = text;
  made.place = std::move(where);
  return made;
}

check::Evidence evidence(const std::string& row, const std::string& text, Side side,
                         int coefficient, std::uint32_t line) {
  check::Evidence piece;
  piece.name = "spending[\"" + row + "\"].basic";
  piece.label = "基本支出";
  piece.side = side;
  piece.coefficient = coefficient;
  piece.figure = figure_of(text, "万元", {});
  piece.raw = text;
  piece.place = place(line);
  piece.share = piece.figure->base();
  return piece;
}

finding::Finding units_rounding() {
  finding::Finding found;
  found.rule = &rule("spending.units", Severity::error, "汇总数等于下级单位之和",
                     "The summary is the sum of the units", "财预〔2013〕53号", "核对各单位的数字");
  found.severity = Severity::note;
  found.own_message_zh = "汇总为 359.39万元，各单位之和为 359.40万元。";
  found.own_message_en = "The summary is 359.39万元, the units come to 359.40万元.";
  found.check = "spending[summary].basic = sum(spending[units].basic)";
  found.fingerprint = "00112233445566778899aabbccddeeff";
  auto& outcome = found.outcome;
  outcome.verdict = Verdict::rounding;
  outcome.subject = {check::Subject::Kind::column, "spending", "汇总", "basic",
                     "支出 / 汇总 / 基本支出"};
  outcome.evidence = {evidence("汇总", "359.39", Side::left, 1, 143),
                      evidence("机关", "23.88", Side::right, -1, 150),
                      evidence("学会", "283.54", Side::right, -1, 159),
                      evidence("科技馆", "51.98", Side::right, -1, 168)};
  put_sides(found, amount(3'593'900, "万元"), amount(3'594'000, "万元"), 2);
  outcome.allowed = 200;
  found.allowed = finding::printed(amount(200, "万元"), 2, units());
  found.diagnosis = {{"rounding", source::Message("finding.diagnosis.rounding_only")}};
  return found;
}

finding::Finding share_fails() {
  finding::Finding found;
  found.rule =
      &rule("narrative.shares", Severity::warning, "占比与金额一致", "Shares agree with amounts");
  found.severity = Severity::warning;
  found.message = {"finding.not_equal",
                   {{"subject", "占比"}, {"left", "36%"}, {"right", "69.7%"}, {"difference", "-"}}};
  found.check = "percent = part / whole";
  auto& outcome = found.outcome;
  outcome.verdict = Verdict::fails;
  outcome.subject = {check::Subject::Kind::statement, "shares", "", "percent", "占比 / 占比"};
  check::Evidence percent;
  percent.name = "shares[1].percent";
  percent.label = "占比";
  percent.side = Side::left;
  percent.figure = figure_of("36", "%", {});
  percent.raw = "36%";
  percent.place = place(557, 40);
  percent.share = percent.figure->base();
  auto part = evidence("", "699.34", Side::right, 0, 557);
  part.name = "shares[1].part";
  part.label = "金额";
  auto whole = evidence("", "1003.30", Side::right, 0, 141);
  whole.name = "shares[1].whole";
  whole.label = "总额";
  outcome.evidence = {percent, part, whole};
  put_sides(found, amount(figure::Rational(36, 100), "%"),
            amount(figure::Rational(69'934, 100'330), "%"), 0);
  return found;
}

finding::Finding logic_fails() {
  finding::Finding found;
  found.rule = &rule("grade.known", Severity::error, "等次在规定范围内",
                     "The grade is one of those there are");
  found.severity = Severity::error;
  found.message = {"finding.logic", {{"subject", "评价等次"}, {"check", "grade in (\"优\")"}}};
  found.check = "grade in (\"优\")";
  found.outcome.verdict = Verdict::fails;
  found.outcome.subject = {check::Subject::Kind::scalar, "", "", "grade", "评价等次"};
  check::Evidence grade;
  grade.name = "grade";
  grade.label = "评价等次";
  grade.raw = "很\x1b[2J好";
  grade.place = place(12, 5);
  found.outcome.evidence = {grade};
  return found;
}

finding::Finding undecided() {
  finding::Finding found;
  found.rule = &rule("balance.carried", Severity::error, "上年结余等于本年上年结转",
                     "Last year's balance is carried over");
  found.check = "prior_balance = income[summary].carried_over";
  found.outcome.verdict = Verdict::undecided;
  found.outcome.reason = {"check.missing", {{"label", "上年结余"}, {"name", "prior_balance"}}};
  found.outcome.subject = {check::Subject::Kind::scalar, "", "", "prior_balance", "上年结余"};
  return found;
}

finding::CheckedReport report(std::vector<finding::Finding> findings) {
  finding::CheckedReport made;
  made.source = *file;
  made.schema = "department-spending";
  made.entity = "市科学技术协会";
  made.period = "2017";
  for (const auto& found : findings) {
    ++made.counts[static_cast<std::size_t>(found.outcome.verdict)];
  }
  made.checks = findings;
  std::erase_if(findings, [](const finding::Finding& found) {
    return found.outcome.verdict == Verdict::undecided;
  });
  made.findings = std::move(findings);
  return made;
}

}  // namespace sample
