#include "fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace tieout;

namespace {

const schema::Table& table(const std::string& id) {
  return department_spending().tables[department_spending().table(id).value()];
}

const schema::Item& column(const std::string& table_id, const std::string& name) {
  const auto& found = table(table_id);
  const auto index = found.column(name);
  REQUIRE_MESSAGE(index.has_value(), table_id, ".", name);
  return found.columns[*index];
}

}  // namespace

TEST_CASE("the columns that rules name are there") {
  const std::map<std::string, std::vector<std::string>> ids = {
      {"staffing", {"kind", "established", "actual"}},
      {"income",
       {"unit", "total", "current", "carried_over", "appropriation", "government_fund", "non_tax",
        "superior", "business", "operating", "affiliated", "other"}},
      {"spending",
       {"unit", "total", "basic", "personnel", "public", "project", "superior_paid", "operating",
        "affiliated", "surplus", "cumulative"}},
      {"three_public",
       {"unit", "total", "reception", "vehicle", "vehicle_running", "vehicle_purchase", "abroad"}},
      {"assets", {"unit", "total", "in_use", "leased", "idle", "other"}},
      {"functions", {"code", "name", "total", "basic", "project"}},
      {"goals", {"number", "goal", "achieved"}},
      {"scores", {"indicator", "first", "second", "target", "actual", "full", "score"}},
      {"mentions", {"name", "value", "year", "section", "item", "row"}},
      {"facts", {"item", "row", "year", "mentions"}},
      {"decompositions", {"name", "total", "parts", "closed"}},
      {"shares", {"name", "part", "whole_name", "whole", "percent"}},
      {"share_groups", {"name", "percents"}},
      {"changes", {"name", "current", "prior", "base_year", "direction", "amount", "percent"}},
      {"executions", {"name", "budget", "actual", "rate", "difference", "direction"}},
      {"flows", {"name", "sources", "uses"}},
      {"ratios", {"name", "parts", "whole", "percent"}},
      {"enumerations", {"name", "stated", "items", "open"}},
      {"targets", {"name", "target", "actual"}},
      {"dates", {"text", "resolved", "role"}},
      {"blanks", {"text", "kind"}},
      {"paragraphs", {"text", "section", "number"}},
  };
  for (const auto& [id, columns] : ids) {
    CAPTURE(id);
    for (const auto& name : columns) CHECK(column(id, name).id == name);
  }
  CHECK(table("spending").columns.front().id == "unit");
}

TEST_CASE("money is in 万元 to two decimals; blank addends are zero, blank totals are missing") {
  for (const char* const id : {"income", "spending", "three_public", "assets"}) {
    for (const auto& item : table(id).columns) {
      if (item.kind != schema::Kind::number) continue;
      CAPTURE(item.id);
      CHECK(item.unit->id == "万元");
      CHECK(item.decimals == 2);
      CHECK(item.dimension.text() == "money");
      CHECK(item.additive);
    }
    CHECK(column(id, "total").blank == schema::Blank::missing);
  }
  CHECK(column("spending", "basic").blank == schema::Blank::missing);
  CHECK(column("spending", "public").blank == schema::Blank::zero);
  CHECK(column("income", "government_fund").blank == schema::Blank::zero);
  CHECK_FALSE(column("shares", "percent").additive);
}

TEST_CASE("wordings of many provinces head the same columns") {
  const std::vector<std::tuple<std::string, std::string, std::string>> wordings = {
      {"income", "收入合计", "total"},
      {"income", "合计", "total"},
      {"income", "公共财\n政拨款", "appropriation"},
      {"income", "一般公共预算财政拨款收入", "appropriation"},
      {"income", "政府性基金预算财政拨款收入", "government_fund"},
      {"income", "纳入专户管理的非税收入拨款", "non_tax"},
      {"income", "财政专户管理资金", "non_tax"},
      {"income", "其它收入", "other"},
      {"income", "年初结转和结余", "carried_over"},
      {"spending", "部门名称", "unit"},
      {"spending", "人员经费", "personnel"},
      {"spending", "日常公用经费", "public"},
      {"spending", "公用支出（万元）", "public"},
      {"spending", "本年结余", "surplus"},
      {"spending", "累计结转结余", "cumulative"},
      {"three_public", "三公经费\n\n合计", "total"},
      {"three_public", "公务用车运行维护费", "vehicle_running"},
      {"three_public", "公车运行费", "vehicle_running"},
      {"three_public", "公务用车购置及运行维护费 小计", "vehicle"},
      {"three_public", "因公出国（境）费", "abroad"},
      {"assets", "固定资产\n\n合计", "total"},
      {"assets", "出租（出借）固定资产", "leased"},
      {"assets", "其他", "other"},
      {"staffing", "核定编制", "established"},
      {"staffing", "年末实有人数", "actual"},
      {"functions", "支出功能分类科目编码", "code"},
      {"scores", "满分", "full"},
  };
  for (const auto& [id, wording, expected] : wordings) {
    CAPTURE(wording);
    CHECK(column(id, wording).id == expected);
  }
}

TEST_CASE("a word that could mean several things names none of them outside its table") {
  for (const auto& one : department_spending().tables) {
    for (const auto& item : one.columns) {
      for (const char* const word : {"合计", "总计", "小计", "其他", "其它", "名称", "单位"}) {
        CAPTURE(one.id);
        CAPTURE(item.id);
        CHECK(std::ranges::find(item.captions, word) == item.captions.end());
      }
    }
  }
}

TEST_CASE("kinds of staff go by one name each") {
  const auto& staffing = table("staffing");
  for (const char* const kind : {"行编", "行政编制", "行政在职", "行政人员", "行政"}) {
    CHECK(staffing.key_of(kind) == "行政");
  }
  CHECK(staffing.key_of("全额事业编制") == "事业");
  CHECK(staffing.key_of("事业编") == "事业");
  CHECK(staffing.key_of("差额拨款事业编制") == "差额事业");
  CHECK(staffing.key_of("参公管理人员") == "参公");
  CHECK(staffing.key_of("机关工勤") == "工勤");
  CHECK(staffing.partition);
  CHECK(staffing.from.size() == 2);
}

TEST_CASE("summary rows and units are told apart") {
  const auto& sets = table("spending").row_sets;
  REQUIRE(sets.size() == 2);
  for (const char* const label : {"机关及二级机构汇总", "部门合计", "合 计", "总计"}) {
    CAPTURE(label);
    CHECK(sets[0].contains(schema::folded(label)));
    CHECK_FALSE(sets[1].contains(schema::folded(label)));
  }
  for (const char* const label : {"1、科协机关", "统计局", "审计中心", "科技馆"}) {
    CAPTURE(label);
    CHECK_FALSE(sets[0].contains(schema::folded(label)));
    CHECK(sets[1].contains(schema::folded(label)));
  }
}

TEST_CASE("what was is counted from the report's year") {
  const auto& schema = department_spending();
  CHECK(schema.scalars[*schema.scalar("prior_balance")].year == -1);
  CHECK(schema.scalars[*schema.scalar("closing_balance")].year == 0);
}
