// Builds the schema of the checker's tests.
#include "test_schema.hpp"

#include <utility>

namespace tieout::language {

namespace {

using figure::Dimension;
using figure::UnitSystem;
using schema::Item;
using schema::Kind;
using schema::Table;

figure::Unit unit(std::string id, std::string_view dimension, figure::Rational factor) {
  figure::Unit result;
  result.id = std::move(id);
  result.dimension = *Dimension::parse(dimension);
  result.factor = std::move(factor);
  return result;
}

Item item(std::string id, std::string title, Kind kind = Kind::text) {
  Item result;
  result.id = std::move(id);
  result.title = std::move(title);
  result.kind = kind;
  return result;
}

Item number(std::string id, std::string title, std::string_view unit_id) {
  auto result = item(std::move(id), std::move(title), Kind::number);
  result.unit = test_units().find(unit_id);
  result.dimension = result.unit->dimension;
  result.additive = result.dimension.kind() != Dimension::Kind::ratio;
  return result;
}

Item stated(std::string id, std::string title) {
  auto result = item(std::move(id), std::move(title), Kind::number);
  result.dimension = Dimension(Dimension::Kind::stated);
  return result;
}

Table table(std::string id, std::string title, std::vector<Item> columns) {
  Table result;
  result.id = std::move(id);
  result.title = std::move(title);
  result.columns = std::move(columns);
  return result;
}

Table keyed(std::string id, std::string title, std::vector<Item> columns) {
  auto result = table(std::move(id), std::move(title), std::move(columns));
  result.key = 0;
  result.row_sets = {{"summary", "汇总行", {"汇总", "合计"}, false}, {"units", "单位", {}, true}};
  return result;
}

Item nested(std::string id, std::string title, std::vector<Item> columns) {
  auto result = item(id, title, Kind::table);
  result.table = std::make_shared<const Table>(table(id, title, std::move(columns)));
  return result;
}

schema::Schema built() {
  schema::Schema result;
  result.id = "test";
  result.scalars = {number("staff", "实有人数", "人"),
                    number("posts", "编制人数", "人"),
                    number("budget", "预算数", "万元"),
                    number("done", "完成数", "万元"),
                    number("area", "面积", "平方米"),
                    item("grade", "等次"),
                    item("listed", "列有名单", Kind::boolean),
                    item("signed", "落款日期", Kind::date),
                    number("opening_balance", "年初结余", "万元"),
                    number("closing_balance", "年末结余", "万元")};
  result.scalars[8].captions = {"结余"};
  result.scalars[9].captions = {"结余"};

  auto income =
      keyed("income", "收入",
            {item("unit", "单位名称"), number("total", "收入合计", "万元"),
             number("carried_over", "上年结转", "万元"), number("other", "其他", "万元")});
  auto spending = keyed(
      "spending", "支出",
      {item("unit", "单位名称"), number("total", "支出合计", "万元"),
       number("basic", "基本支出", "万元"), number("project", "项目支出", "万元"),
       number("surplus", "当年结余", "万元"), number("rate", "执行率", "%"), item("note", "备注")});
  spending.columns[4].captions = {"结余"};
  auto functions = table("functions", "功能分类",
                         {item("code", "编码"), item("name", "科目"),
                          number("total", "合计", "万元"), number("basic", "基本支出", "万元")});
  functions.key = 0;
  functions.hierarchy = {schema::Hierarchy::Kind::code_prefix, 0};
  auto staffing = keyed(
      "staffing", "人员",
      {item("kind", "类别"), number("established", "编制", "人"), number("actual", "实有", "人")});
  staffing.key_synonyms = {{"行政", "行编", "行政编制"}};
  auto assets = keyed("assets", "资产",
                      {item("unit", "单位名称"), number("total", "合计", "万元"),
                       number("other", "其中.其他", "万元")});

  auto shares = table("shares", "占比",
                      {item("name", "名称"), stated("part", "部分"), stated("whole", "总体"),
                       number("percent", "百分比", "%")});
  auto decompositions =
      table("decompositions", "总分",
            {item("name", "名称"), stated("total", "总数"),
             nested("parts", "各部分", {item("name", "名称"), stated("value", "数值")}),
             item("closed", "完整", Kind::boolean)});
  auto facts =
      table("facts", "同一指标",
            {item("item", "指标"),
             nested("mentions", "各处提及", {stated("value", "数值"), item("section", "章节")})});
  auto targets = table(
      "targets", "指标完成",
      {item("name", "名称"), item("target", "指标值", Kind::target), stated("actual", "完成值")});
  auto paragraphs = table("paragraphs", "段落", {item("text", "原文"), item("section", "章节")});
  result.tables = {income, spending,       functions, staffing, assets,
                   shares, decompositions, facts,     targets,  paragraphs};
  return result;
}

}  // namespace

const UnitSystem& test_units() {
  static const UnitSystem units(
      {unit("元", "money", 1), unit("万元", "money", 10000), unit("人", "count", 1),
       unit("%", "ratio", figure::Rational(1, 100)),
       unit("百分点", "ratio", figure::Rational(1, 100)), unit("平方米", "area", 1)});
  return units;
}

const schema::Schema& test_schema() {
  static const schema::Schema schema = built();
  return schema;
}

}  // namespace tieout::language
