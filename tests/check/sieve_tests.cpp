// Whatever the sieve proves the evaluator finds as well, on random rules and random reports.
#include "check/sieve.hpp"
#include "report/column_reader.hpp"
#include "report/line_reader.hpp"
#include "report/reading.hpp"
#include "world.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::testing;

namespace {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t number) {
    return std::uniform_int_distribution<std::size_t>(0, number - 1)(engine_);
  }
  bool one_in(std::size_t number) { return below(number) == 0; }
  const std::string& of(const std::vector<std::string>& all) { return all[below(all.size())]; }
  void shuffle(std::vector<std::string>& all) { std::ranges::shuffle(all, engine_); }

 private:
  std::mt19937 engine_;
};

std::string cents(std::size_t number) {
  const std::string text = std::to_string(100 + number % 100).substr(1);
  return std::to_string(number / 100) + "." + text;
}

/// A figure as reports write it; small numbers meet by chance often enough. `plain`: as nearly all
/// are written, so that whole columns are of one kind.
std::string money(Dice& dice, bool plain) {
  const std::size_t number = dice.below(plain ? 4 : 12);
  switch (dice.below(plain ? 1000 : 24)) {
    case 0:
      return "null";
    case 1:
      return "\"" + cents(number) + "万元\"";
    case 2:
      return R"({"value": ")" + cents(number) + R"(", "unit": "万元"})";
    case 3:
      return R"({"value": )" + std::to_string(number * 100) + R"(, "unit": "元"})";
    case 4:
      return "-" + cents(number);
    case 5:
      return "0.00" + std::to_string(number);
    case 6:
      return "\"—\"";
    case 7:
      return "999999999" + std::to_string(number) + "99999.99";
    case 8:
      return std::to_string(number / 4);
    default:
      return cents(number);
  }
}

std::string count(Dice& dice, bool plain) {
  if (dice.one_in(plain ? 1000 : 24)) return "\"1.5万人\"";
  return dice.one_in(plain ? 1000 : 12) ? "null" : std::to_string(dice.below(4));
}

template <typename Cell>
std::string row(Dice& dice, const std::string& key, const std::string& label,
                const std::vector<std::string>& columns, bool plain, const Cell& cell) {
  std::string text = "{\"" + key + "\": \"" + label + "\"";
  for (const std::string& column : columns) {
    if (!dice.one_in(plain ? 1000 : 12)) text += ", \"" + column + "\": " + cell(dice, plain);
  }
  return text + "}";
}

template <typename MakeRow>
std::string table(Dice& dice, const std::string& name, bool plain, const MakeRow& make) {
  if (dice.one_in(plain ? 40 : 6)) return "";
  std::string text;
  const std::size_t rows = plain && !dice.one_in(8) ? 3 : dice.below(4);
  for (std::size_t row = 0; row < rows; ++row) {
    text += (text.empty() ? "" : ", ") + make(dice, row);
  }
  return "\"" + name + "\": [" + text + "]";
}

std::string random_report(Dice& dice, bool plain) {
  std::vector<std::string> members = {R"("schema": "department-spending")", R"("entity": "甲")",
                                      R"("period": "2023")"};
  const auto add = [&members](const std::string& member) {
    if (!member.empty()) members.push_back(member);
  };
  const std::size_t rarely = plain ? 100 : 4;
  for (const std::string item : {"budget", "done"}) {
    if (!dice.one_in(rarely)) add("\"" + item + "\": " + money(dice, plain));
  }
  for (const std::string item : {"posts", "staff"}) {
    if (!dice.one_in(rarely)) add("\"" + item + "\": " + count(dice, plain));
  }
  // The labels of a form stand in one order, those of others as it comes.
  const auto label = [plain](Dice& d, std::size_t row, const std::vector<std::string>& all) {
    return plain && row < all.size() ? all[row] : d.of(all);
  };
  add(table(dice, "spending", plain, [&](Dice& d, std::size_t r) {
    return row(d, "unit", label(d, r, {"合计", "局机关", "信息中心"}),
               {"total", "basic", "project"}, plain, money);
  }));
  add(table(dice, "staffing", plain, [&](Dice& d, std::size_t r) {
    return row(d, "kind", label(d, r, {"合计", "行政", "行政编制", "事业"}),
               {"established", "actual"}, plain, count);
  }));
  add(table(dice, "shares", plain, [&](Dice& d, std::size_t) {
    const std::string unit = d.one_in(plain ? 1000 : 8) ? "元" : "万元";
    return R"({"name": "基本支出", "part": ")" + cents(d.below(9)) + unit + R"(", "whole": ")" +
           cents(d.below(9)) + R"(万元", "percent": )" + std::to_string(d.below(110)) + "}";
  }));
  if (dice.one_in(3)) dice.shuffle(members);
  return fmt::format("{{{}}}", fmt::join(members, ", "));
}

std::string amount(Dice& dice, bool in_row, int depth = 0) {
  const std::vector<std::string> columns = {"total", "basic", "project"};
  if (depth < 2) {
    switch (dice.below(8)) {
      case 0:
        return "(" + amount(dice, in_row, depth + 1) + " + " + amount(dice, in_row, depth + 1) +
               ")";
      case 1:
        return "(" + amount(dice, in_row, depth + 1) + " - " + amount(dice, in_row, depth + 1) +
               ")";
      case 2:
        return "2 * " + amount(dice, in_row, 2);
      case 3:
        return amount(dice, in_row, 2) + " / 4";
      case 4:
        return "50% * " + amount(dice, in_row, 2);
      default:
        break;
    }
  }
  if (in_row && !dice.one_in(3)) return dice.of(columns);
  switch (dice.below(6)) {
    case 0:
      return "sum(spending[units]." + dice.of(columns) + ")";
    case 1:
      return "sum(spending." + dice.of(columns) + ")";
    case 2:
      return "spending[summary]." + dice.of(columns);
    case 3:
      return cents(dice.below(12)) + "万元";
    default:
      return dice.of({"budget", "done"});
  }
}

/// An amount of the report: the language refuses conditions that do not depend on it.
std::string stated(Dice& dice, bool in_row) {
  std::string text = amount(dice, in_row);
  while (text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) {
    text = amount(dice, in_row);
  }
  return text;
}

std::string relation(Dice& dice, bool in_row) {
  std::string text = stated(dice, in_row) + " " +
                     dice.of({"=", "=", "=", "<=", ">=", "<", ">", "==", "!="}) + " " +
                     amount(dice, in_row);
  return text;
}

std::string condition(Dice& dice, bool in_row) {
  switch (dice.below(8)) {
    case 0:
      return relation(dice, in_row) + " and " + relation(dice, in_row);
    case 1:
      return relation(dice, in_row) + " or " + relation(dice, in_row);
    case 2:
      return stated(dice, in_row) + " = " + amount(dice, in_row) +
             dice.of({" within 0.02万元", " within 10%"});
    case 3:
      return "(" + stated(dice, in_row) + ") / (" + stated(dice, in_row) + ") " +
             dice.of({"=", "<=", ">"}) + " " + dice.of({"50%", "100%", "33.33%"});
    default:
      return relation(dice, in_row);
  }
}

std::string random_rule(Dice& dice, std::size_t number) {
  std::string text = "rule random.r" + std::to_string(number) + "\n  \"r\"\n";
  switch (dice.below(10)) {
    case 8:
      return text + "  check count(spending[basic > total]) = 0\n";
    case 9:
      return text + "  check max(spending[units and project > 0].basic) <= max(spending.total)\n";
    case 0:
      return text + "  over staffing\n  check actual <= established\n";
    case 1:
      return text + "  check posts = sum(staffing.established)\n";
    case 2:
      return text + "  over shares\n  check percent " + dice.of({"=", "<=", ">"}) +
             " part / whole\n";
    case 3:
      return text + "  over shares\n  check part / whole = percent" +
             dice.of({"", " within 5百分点"}) + "\n";
    default:
      break;
  }
  const bool in_row = !dice.one_in(3);
  if (in_row) {
    text += "  over " +
            dice.of({"spending", "spending[units]", "spending[summary]", "spending[total > 0]",
                     "spending[units and basic <= total]"}) +
            "\n";
  }
  if (dice.one_in(3)) {
    text += "  when " +
            dice.of({"present(budget)", "missing(done)", "budget > 0.05万元", "not (budget = done)",
                     "present(posts) and staff <= posts"}) +
            "\n";
  }
  return text + "  check " + condition(dice, in_row) + "\n";
}

struct Found {
  std::uint32_t holds = 0;
  std::uint32_t not_applicable = 0;
  std::uint32_t others = 0;
  std::vector<figure::Verdict> verdicts;
};

std::vector<Found> found(const language::Program& program, const report::Report& report) {
  std::vector<Found> all(program.rules.size());
  for (const check::Outcome& outcome : check::evaluate(program, report, nullptr, units())) {
    Found& one = all[outcome.rule];
    one.verdicts.push_back(outcome.verdict);
    ++(outcome.verdict == figure::Verdict::holds            ? one.holds
       : outcome.verdict == figure::Verdict::not_applicable ? one.not_applicable
                                                            : one.others);
  }
  return all;
}

/// Does what is known of single checks agree with what the evaluator finds?
bool agrees(const check::RuleTask& task, const Found& found) {
  if (task.known.empty()) return true;
  std::size_t at = 0;
  for (const check::Known known : task.known) {
    if (known == check::Known::left_out) continue;
    if (at == found.verdicts.size()) return false;
    const auto verdict = found.verdicts[at++];
    if (known == check::Known::holds && verdict != figure::Verdict::holds) return false;
    if (known == check::Known::not_applicable && verdict != figure::Verdict::not_applicable) {
      return false;
    }
  }
  return at == found.verdicts.size();
}

/// What evaluating the tasks comes to, with all that findings tell of it.
std::string outcomes_of(const language::Program& program, const report::Report& report,
                        const std::vector<check::RuleTask>& tasks) {
  std::string told;
  const auto take = [&told](const check::Outcome& outcome) {
    told += fmt::format("\n{} {} {} {} {} {}", outcome.rule, outcome.check, outcome.over_row,
                        figure::name(outcome.verdict), outcome.reason.id, outcome.subject.label);
    for (const auto& side : {outcome.left, outcome.right}) {
      if (side) told += " " + side->base.str();
    }
    for (const check::Evidence& piece : outcome.evidence) {
      told += fmt::format(" {}={}{}", piece.name, piece.raw, piece.place.pointer);
    }
  };
  check::evaluate(program, report, nullptr, units(), std::span(tasks), check::Detail::findings,
                  take);
  return told;
}

std::string padded(const std::string& text) {
  return text + std::string(report::line_padding, '\0');
}

}  // namespace

TEST_CASE("what the sieve proves the evaluator finds") {
  std::size_t proven = 0;
  std::size_t with_checks = 0;
  std::size_t reports = 0;
  std::size_t taken = 0;
  std::size_t known = 0;
  std::size_t read = 0;
  CHECK(rc::check([&] {
    Dice dice(*rc::gen::arbitrary<std::uint32_t>());
    std::string rules = "schema \"department-spending\"\n";
    for (std::size_t i = 0; i < 20; ++i) rules += random_rule(dice, i);
    const auto program = compiled(rules);
    report::ColumnReader reader(spending_schema(), units());
    const check::Sieve sieve(program, reader.layout().measures());
    std::vector<std::string> texts;
    const bool plain = !dice.one_in(3);
    for (std::size_t i = 0; i < 20; ++i) {
      const std::string text = random_report(dice, plain);
      ++reports;
      if (reader.add(std::string_view(padded(text)).substr(0, text.size()))) texts.push_back(text);
    }
    taken += texts.size();
    const auto proofs = sieve.prove(reader.batch(), reader.keys());
    const source::Limits limits;
    report::LineReader lines(spending_schema(), reader.layout(), limits);
    for (std::size_t r = 0; r < texts.size(); ++r) {
      const auto whole = report_of(texts[r]);
      const auto expected = found(program, whole);
      const auto wanted = sieve.wanted(proofs.left(r));
      const std::string line = padded(texts[r]);
      const auto tables = reader.batch().tables_of(r);
      const auto* const part = lines.read(std::string_view(line).substr(0, texts[r].size()),
                                          "report.json", 1, &wanted, &tables);
      if (part != nullptr) {
        ++read;
        RC_ASSERT(outcomes_of(program, *part, proofs.left(r)) ==
                  outcomes_of(program, whole, proofs.left(r)));
      }
      for (const check::RuleTask& task : proofs.left(r)) {
        if (!agrees(task, expected[task.rule])) RC_FAIL(program.rules[task.rule].id + texts[r]);
        known += static_cast<std::size_t>(std::ranges::count(task.known, check::Known::holds));
      }
      for (std::size_t rule = 0; rule < program.rules.size(); ++rule) {
        const check::Proof& proof = proofs.at(r, rule);
        if (!proof.proven) continue;
        ++proven;
        if (proof.holds > 0) ++with_checks;
        const auto& span = program.rules[rule].span;
        const std::string said(program.files[0]->text().substr(span.begin, span.end - span.begin));
        if (proof.holds != expected[rule].holds || expected[rule].others != 0 ||
            proof.not_applicable != expected[rule].not_applicable) {
          RC_FAIL(said + "\n" + texts[r]);
        }
      }
    }
  }));
  // Else this shows nothing.
  CHECK(taken * 4 > reports);
  CHECK(proven > taken * 5);
  CHECK(with_checks > taken);
  CHECK(known > taken / 4);
  CHECK(read > taken / 2);
}

TEST_CASE("the sieve says nothing of a quotient by what may be zero") {
  const auto program = compiled(
      "schema \"department-spending\"\n"
      "rule a\n  \"a\"\n  check done / budget > 50%\n"
      "rule b\n  \"b\"\n  check done / (budget + 2 * done) > 50%\n");
  report::ColumnReader reader(spending_schema(), units());
  const check::Sieve sieve(program, reader.layout().measures());
  const auto add = [&reader](const std::string& members) {
    const std::string text =
        R"({"schema": "department-spending", "entity": "甲", "period": "2023", )" + members + "}";
    return reader.add(std::string_view(padded(text)).substr(0, text.size()));
  };
  REQUIRE(add(R"("budget": 0.01, "done": 0.01)"));   // 0.005 to 0.015: above zero
  REQUIRE(add(R"("budget": 0.00, "done": 0.01)"));   // -0.005 to 0.005
  REQUIRE(add(R"("budget": -0.01, "done": 0.02)"));  // the sum: 0.015 to 0.045
  REQUIRE(add(R"("budget": 0.01, "done": 0.00)"));   // the sum: -0.005 to 0.025
  const auto proofs = sieve.prove(reader.batch(), reader.keys());
  const auto proven = [&](std::size_t report, std::size_t rule) {
    return proofs.at(report, rule).proven;
  };
  CHECK(proven(0, 0));
  CHECK_FALSE(proven(1, 0));
  CHECK(proven(2, 1));
  CHECK_FALSE(proven(3, 1));
}

TEST_CASE("a line with a carriage return in it is left to the reader of report data") {
  const source::Limits limits;
  const report::ColumnLayout layout(spending_schema(), units());
  report::LineReader reader(spending_schema(), layout, limits);
  const std::string begin =
      R"({"schema": "department-spending", "entity": "甲", "period": "2023",)";
  const auto read = [&](const std::string& text) {
    const std::string line = padded(text);
    return reader.read(std::string_view(line).substr(0, text.size()), "a.ndjson", 1) != nullptr;
  };
  CHECK(read(begin + " \"budget\": 1}"));
  CHECK_FALSE(read(begin + "\r\"budget\": 1}"));  // stands in a second line, as places count
}

TEST_CASE("a line is read as report data is") {
  const source::Limits limits;
  std::size_t read = 0;
  CHECK(rc::check([&] {
    Dice dice(*rc::gen::arbitrary<std::uint32_t>());
    const report::ColumnLayout layout(spending_schema(), units());
    report::LineReader reader(spending_schema(), layout, limits);
    const std::string text = random_report(dice, dice.one_in(2));
    const std::string line = padded(text);
    const auto* const report =
        reader.read(std::string_view(line).substr(0, text.size()), "report.json", 1);
    if (report == nullptr) return;
    ++read;
    const auto expected = report_of(text);
    RC_ASSERT(report::to_json(*report).dump() == report::to_json(expected).dump());
    RC_ASSERT(report->entity == expected.entity);
    RC_ASSERT(report->period == expected.period);
    for (std::size_t t = 0; t < expected.tables.size(); ++t) {
      const auto& rows = expected.tables[t].rows;
      RC_ASSERT(report->tables[t].place == expected.tables[t].place);
      RC_ASSERT(report->tables[t].rows.size() == rows.size());
      for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto& row = report->tables[t].rows[r];
        RC_ASSERT(row.key == rows[r].key);
        RC_ASSERT(row.label == rows[r].label);
        RC_ASSERT(row.place == rows[r].place);
      }
    }
  }));
  CHECK(read > 20);
}

TEST_CASE("a line that is no UTF-8 is left alone, wherever in it that is") {
  report::ColumnReader reader(spending_schema(), units());
  const auto taken = [&reader](const std::string& text) {
    const bool added = reader.add(std::string_view(padded(text)).substr(0, text.size()));
    reader.clear();
    return added;
  };
  const std::string line =
      R"({"schema": "department-spending", "entity": "甲½𠮷局", "period": "2023", "grade": "é优",)"
      R"( "budget": "1.5万元", "public_budget": {"value": 1, "unit": "万元"}, "spending":)"
      R"( [{"unit": "合计", "total": 1.5}, {"unit": "下\u5c5e\"乙", "total": 2}], "functions":)"
      R"( [{"code": "201", "name": "一般公共服务支出（含政务公开、审计、统计、档案、信访与机关事务管理）"}],)"
      R"( "procurement": 3})";
  REQUIRE(taken(line));
  for (std::size_t at = 0; at < line.size(); ++at) {
    for (const int byte : {0x80, 0xC0, 0xE4, 0xED, 0xF0, 0xFF}) {
      std::string broken = line;
      broken[at] = static_cast<char>(byte);
      CAPTURE(broken);
      CHECK((simdjson::validate_utf8(broken) || !taken(broken)));
    }
  }
}

TEST_CASE("a figure is read whole, however many digits it has and where its point stands") {
  const source::Limits limits;
  const report::ColumnLayout layout(spending_schema(), units());
  report::LineReader reader(spending_schema(), layout, limits);
  for (const std::string figure :
       {"0",        "7",        "0.5",     "-0.05",    "12.345",       "9033.78",  "-9033.78",
        "99999.9",  "123456.7", "12345.6", "123456",   "0.00001",      "1.234567", "1234567.8",
        "12345.67", "0.123456", "1234567", "12345678", "123456789.12", "10.00"}) {
    for (const std::string& written : {figure, '"' + figure + "万元\"", '"' + figure + "万元\"",
                                       '"' + figure + "亿元\"", '"' + figure + '"'}) {
      CAPTURE(written);
      std::string text =
          R"({"schema": "department-spending", "entity": "甲", "period": "2023", "budget": )";
      text.append(written).append(", \"done\": ").append(figure).append("}");
      const std::string line = padded(text);
      const auto* const report =
          reader.read(std::string_view(line).substr(0, text.size()), "report.json", 1);
      REQUIRE(report != nullptr);
      CHECK(report::to_json(*report).dump() == report::to_json(report_of(text)).dump());
    }
  }
}

TEST_CASE("a figure's unit is its own, whatever the one before stated") {
  report::ColumnReader reader(spending_schema(), units());
  const auto taken = [&reader](const std::string& budget) {
    const std::string text =
        R"({"schema": "department-spending", "entity": "甲", "period": "2023", "budget": )" +
        budget + "}";
    return reader.add(std::string_view(padded(text)).substr(0, text.size()));
  };
  constexpr std::int64_t yuan = 10'000;  // in 0.0001 元
  std::vector<std::int64_t> expected;
  for (const auto& [budget, value] :
       std::vector<std::pair<std::string, std::int64_t>>{{R"("2万元")", 20'000},
                                                         {R"("2元")", 2},
                                                         {R"("3元")", 3},
                                                         {R"("3")", 30'000},
                                                         {R"({"value": 4, "unit": "元"})", 4},
                                                         {R"("4元")", 4},
                                                         {R"("5")", 50'000},
                                                         {"5", 50'000},
                                                         {R"("6亿元")", 600'000'000}}) {
    CAPTURE(budget);
    CHECK(taken(budget));
    expected.push_back(value * yuan);
    CHECK_FALSE(taken(R"("1元元")"));
    CHECK_FALSE(taken(R"({"value": 1, "unit": ""})"));
  }
  const auto& values = reader.batch().scalars[*spending_schema().scalar("budget")].values;
  CHECK(std::vector(values.begin(), values.begin() + std::ssize(expected)) == expected);
}

TEST_CASE("members may come in another order, and others than in the report before") {
  report::ColumnReader reader(spending_schema(), units());
  const auto add = [&reader](const std::string& members) {
    const std::string text = "{" + members + "}";
    return reader.add(std::string_view(padded(text)).substr(0, text.size()));
  };
  const std::string head = R"("schema": "department-spending", "entity": "甲", "period": "2023")";
  REQUIRE(add(head + R"(, "budget": 1, "done": 2)"));
  REQUIRE(add(head + R"(, "done": 4, "budget": 3)"));
  REQUIRE(add(head + R"(, "done": 5)"));
  REQUIRE(add(R"("done": 8, "budget": 7, )" + head));
  REQUIRE_FALSE(add(head + R"(, "done": 8, "budget": 7, "done": 8)"));
  const auto& batch = reader.batch();
  const auto& budget = batch.scalars[*spending_schema().scalar("budget")].values;
  const auto& done = batch.scalars[*spending_schema().scalar("done")].values;
  constexpr std::int64_t ten_thousand = 100'000'000;  // 万元 in 0.0001 元
  for (const auto& [report, expected] :
       {std::pair{0U, std::pair{1, 2}}, {1U, {3, 4}}, {2U, {0, 5}}, {3U, {7, 8}}}) {
    CAPTURE(report);
    CHECK(budget[report] == expected.first * ten_thousand);
    CHECK(done[report] == expected.second * ten_thousand);
  }
}

TEST_CASE("the sieve takes the rules of the shipped pack that are arithmetic of tables") {
  const auto program = compiled(
      "schema \"department-spending\"\n"
      "rule a.sum\n  \"a\"\n  check spending[summary].* = sum(spending[units].*)\n"
      "rule a.share\n  \"b\"\n  over shares\n  check percent = part / whole\n"
      "rule a.text\n  \"c\"\n  check entity contains \"局\"\n");
  const check::Sieve sieve(program, report::Measures(units()));
  CHECK(sieve.takes(0));
  CHECK(sieve.takes(1));
  CHECK_FALSE(sieve.takes(2));
}

TEST_CASE("lines that columns do not hold are left alone, and the batch with them") {
  report::ColumnReader reader(spending_schema(), units());
  const auto taken = [&](const std::string& members) {
    const std::string text =
        R"({"schema": "department-spending", "entity": "甲", "period": "2023")" + members + "}";
    return reader.add(std::string_view(padded(text)).substr(0, text.size()));
  };
  CHECK(taken(""));
  CHECK(taken(R"(, "budget": 1003.30, "spending": [{"unit": "合计", "total": "12.5万元"}])"));
  for (const char* const members : {R"(, "budget": 1.5.5)",
                                    R"(, "budget": 01.5)",
                                    R"(, "budget": 1e3)",
                                    R"(, "budget": 1,003)",
                                    R"(, "budget": 1, "budget": 2)",
                                    R"(, "bugdet": 1)",
                                    R"(, "budget": "约3万元")",
                                    R"(, "budget": {"value": 1, "unit": "平方米"})",
                                    R"(, "budget": {"value": 1, "exact": true})",
                                    R"(, "budget": 12345678901234567890)",
                                    R"(, "budget": 9999999999999999999)",
                                    R"(, "budget": 0.9999999999999999999)",
                                    R"(, "budget": 1.)",
                                    R"(, "budget": -)",
                                    R"(, "budget": "12..5")",
                                    R"(, "spending": [{"total": 1}])",
                                    R"(, "spending": [{"unit": "合计", "total": 1}, )",
                                    R"(, "budget": [1])",
                                    "}",
                                    R"(, "spending": [{"unit": "合计", "doubt": "?"}])"}) {
    CAPTURE(members);
    CHECK_FALSE(taken(members));
  }
  CHECK(taken(R"(, "spending": [])"));
  const auto& batch = reader.batch();
  REQUIRE(batch.size() == 3);
  const auto& spending = batch.tables[*spending_schema().table("spending")];
  CHECK(spending.begins == std::vector<std::uint32_t>{0, 0, 1, 1});
  CHECK(spending.present == std::vector<std::uint8_t>{0, 1, 1});
  const auto& budget = batch.scalars[*spending_schema().scalar("budget")];
  REQUIRE(budget.values.size() >= 3);
  CHECK(budget.values[1] == 100'330'000'000);             // 0.0001 元
  CHECK(batch.kinds[budget.kinds[1]].step == 1'000'000);  // 0.01 万元
  CHECK(budget.kinds[2] == report::NumberColumn::missing);
}
