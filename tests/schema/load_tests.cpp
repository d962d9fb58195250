#include "fixture.hpp"
#include "schema/schema.hpp"
#include "schema/validator.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace tieout;
using schema::Kind;

TEST_CASE("a schema is read with the narrative tables after its own") {
  const auto schema = loaded(schema_with(R"(
    "inspections": { "title": "检查次数", "$ref": "statements.json#/definitions/figure",
      "x-dimension": "count", "x-unit": "次", "x-year": -1, "x-captions": ["检查"],
      "x-heads": ["次数"], "x-phrases": ["{year}年检查{value}"],
      "x-kinds": [["例行检查", "日常检查"], ["专项检查"]] },
    "dams": { "type": "array", "title": "大坝", "x-captions": ["水坝"], "x-key": "dam",
      "x-partition": true,
      "x-hierarchy": { "kind": "numbering", "column": "dam" },
      "x-rowsets": [{ "id": "all", "title": "合计", "match": ["合 计"] }, { "id": "each", "all_but": "all" }],
      "x-synonyms": [["主坝", "1号坝"], ["副坝"]],
      "x-from": [{ "column": "height", "captions": ["坝高"] }],
      "items": { "type": "object", "properties": {
        "dam": { "title": "坝名", "$ref": "statements.json#/definitions/text" },
        "height": { "title": "高度", "$ref": "statements.json#/definitions/figure", "x-unit": "米",
                    "x-decimals": 1, "x-blank": "zero", "x-additive": true } } } })"));
  CHECK(schema.id == "t");
  REQUIRE(schema.scalars.size() == 3);
  const auto& inspections = schema.scalars[2];
  CHECK(inspections.id == "inspections");
  CHECK(inspections.title == "检查次数");
  CHECK(inspections.kind == Kind::number);
  CHECK(inspections.unit->id == "次");
  CHECK(inspections.year == -1);
  CHECK(inspections.captions == std::vector<std::string>{"检查"});
  CHECK(inspections.heads == std::vector<std::string>{"次数"});
  CHECK(inspections.phrases == std::vector<std::string>{"{year}年检查{value}"});
  CHECK(inspections.kinds ==
        std::vector<std::vector<std::string>>{{"例行检查", "日常检查"}, {"专项检查"}});
  CHECK_FALSE(inspections.decimals.has_value());
  CHECK_FALSE(inspections.additive);

  REQUIRE(schema.tables.size() == 17);
  const auto& dams = schema.tables.front();
  CHECK(dams.key == 0);
  CHECK(dams.partition);
  CHECK_FALSE(dams.statements);
  CHECK(dams.hierarchy.kind == schema::Hierarchy::Kind::numbering);
  CHECK(dams.columns[1].unit->id == "米");
  CHECK(dams.columns[1].dimension.text() == "length");
  CHECK(dams.columns[1].decimals == 1);
  CHECK(dams.columns[1].blank == schema::Blank::zero);
  CHECK(dams.columns[1].additive);
  CHECK(dams.from.front().column == 1);
  CHECK(dams.from.front().captions == std::vector<std::string>{"坝高"});
  CHECK(dams.row_sets[0].contains("总合计"));
  CHECK_FALSE(dams.row_sets[1].contains("总合计"));
  CHECK(dams.row_sets[1].contains("主坝"));
  CHECK(dams.key_of("1号坝：") == "主坝");
  CHECK(dams.key_of("2、副坝") == "副坝");
  CHECK(dams.key_of("溢洪道") == "溢洪道");

  CHECK(schema.tables[1].id == "mentions");
  CHECK(std::all_of(schema.tables.begin() + 1, schema.tables.end(),
                    [](const auto& table) { return table.statements; }));
  const auto& facts = schema.tables[2];
  CHECK(facts.columns[3].kind == Kind::table);
  CHECK(facts.columns[3].table->columns[0].dimension.kind() == figure::Dimension::Kind::stated);
}

TEST_CASE("items are found by id, title, caption and head") {
  const auto& schema = department_spending();
  const auto& spending = schema.tables[*schema.table("spending")];
  CHECK(schema.table("支出") == schema.table("spending"));
  CHECK(schema.table("年度支出和结余情况（万元）") == schema.table("spending"));
  CHECK(schema.scalar("上年结余") == schema.scalar("prior_balance"));
  CHECK(spending.column("total") == 1);
  CHECK(spending.column("支出合计") == 1);
  CHECK(spending.column("总支出") == 1);
  CHECK(spending.column("合 计") == 1);
  CHECK_FALSE(spending.column("收入合计").has_value());
  CHECK_FALSE(schema.scalar("合计").has_value());
  CHECK_FALSE(schema.table("nothing").has_value());
}

TEST_CASE("faults of a schema file are named where they stand") {
  CHECK(refusal(schema_with(
            R"("a": { "$ref": "statements.json#/definitions/figure", "x-unit": "马克" })")) ==
        R"(6:65 There is no unit "马克"; use one of units.json.)");
  CHECK(refusal(
            schema_with(
                R"("a": { "$ref": "statements.json#/definitions/figure", "x-unit": "平方米尺" })"),
            source::Language::zh) == "6:65 没有名为“平方米尺”的单位，是否应为“平方米”？");
  CHECK(refusal(schema_with(
            R"("a": { "$ref": "statements.json#/definitions/figure", "x-dimension": "mony" })")) ==
        R"(6:70 There is no dimension "mony"; did you mean "money"?)");
  CHECK(
      refusal(schema_with(
          R"("a": { "$ref": "statements.json#/definitions/figure", "x-dimension": "money", "x-unit": "人" })")) ==
      R"(6:89 The unit "人" is not of the dimension money.)");
  CHECK(refusal(schema_with(R"("a": { "$ref": "statements.json#/definitions/figure" })")) ==
        R"(6:6 The figure "a" has neither x-dimension nor x-unit; give one of them.)");
  CHECK(refusal(schema_with(R"("a": { "title": "甲" })")) ==
        "6:6 \"a\" does not say what its values are; refer to a shape of statements.json by $ref "
        "(such as statements.json#/definitions/figure).");
  CHECK(refusal(schema_with(R"("a": { "$ref": "statements.json#/definitions/figures" })")) ==
        "6:16 $ref leads to \"statements.json#/definitions/figures\", which does not exist.");
  CHECK(refusal(schema_with(R"("a": { "$ref": "other.json#/definitions/figure" })")) ==
        "6:16 $ref leads to \"other.json#/definitions/figure\", which does not exist.");
  CHECK(refusal(schema_with(
            R"("a": { "$ref": "#/definitions/b" })",
            R"("b": { "$ref": "#/definitions/c" }, "c": { "$ref": "#/definitions/b" })")) ==
        "6:6 These $refs lead back to themselves.");
  CHECK(refusal(schema_with("", R"("b": { "$ref": "#/definitions/b" })")) ==
        "7:24 These $refs lead back to themselves.");
  CHECK(refusal(schema_with(
            R"("a": { "$ref": "statements.json#/definitions/text", "x-caption": ["甲"] })")) ==
        "6:53 /properties/a has \"x-caption\", a name that the schema does not know; did you mean "
        "\"x-captions\"?");
  CHECK(
      refusal(schema_with(R"("a": { "$ref": "statements.json#/definitions/text", "x-key": "b" })"))
          .find("has \"x-key\", a name that the schema does not know") != std::string::npos);
  CHECK(refusal(schema_with(
            R"("a": { "$ref": "statements.json#/definitions/text", "x-captions": "甲" })")) ==
        "6:67 /properties/a/x-captions should be a list [...] but is the text \"甲\".");
  CHECK(
      refusal(schema_with(R"("A b": { "$ref": "statements.json#/definitions/text" })")) ==
      "6:8 The id \"A b\" should start with a lower-case letter and have only lower-case letters, "
      "digits and underscores.");
  CHECK(refusal(schema_with(R"("mentions": { "$ref": "statements.json#/definitions/text" })")) ==
        "6:13 The id \"mentions\" is used by the program; choose another.");
  CHECK(refusal(schema_with(
            R"("a": { "title": "单 位", "$ref": "statements.json#/definitions/text" })")) ==
        "6:6 The name \"单 位\" belongs to entity already; names in one place must differ.");
  CHECK(refusal(schema_with(
            R"("a": { "title": "——", "$ref": "statements.json#/definitions/text" })")) ==
        "6:6 The name \"——\" has no letters or digits and can find nothing.");
  CHECK(refusal(schema_with("", R"("figure": { "type": "string" })")) ==
        "7:29 statements.json has another \"figure\" already; choose a different name.");
  CHECK(refusal(schema_with("", R"("b": { "type": "strong" })"))
            .find("should be \"string\", \"number\"") != std::string::npos);
}

TEST_CASE("faults of phrases are named") {
  const auto with_phrase = [](const std::string& phrase) {
    return refusal(
        schema_with(R"("a": { "$ref": "statements.json#/definitions/text", "x-phrases": [")" +
                    phrase + "\"] }"));
  };
  CHECK(with_phrase("结余{value}").empty());
  CHECK(with_phrase("{year}年{words}结余{figure}、{value}").empty());
  CHECK(with_phrase("结余") == "6:66 The phrase \"结余\" should have exactly one {value}.");
  CHECK(with_phrase("{value}{value}").find("exactly one {value}") != std::string::npos);
  const std::string wrong_hole =
      "has a wrong hole: use {value}, {year}, {figure} and {words} only.";
  for (const char* const phrase : {"{valu}", "{value", "value}", "{value}}", "{{value}", "{"}) {
    CAPTURE(phrase);
    CHECK(with_phrase(phrase).find(wrong_hole) != std::string::npos);
  }
}

TEST_CASE("faults of tables are named") {
  const auto with_table = [](const std::string& annotations) {
    return refusal(schema_with(R"("a": { "type": "array", "title": "甲", )" + annotations + R"(,
      "items": { "type": "object", "properties": {
        "unit": { "title": "名称", "$ref": "statements.json#/definitions/text" },
        "total": { "title": "合计", "$ref": "statements.json#/definitions/count" } } } })"));
  };
  CHECK(with_table(R"("x-key": "unit")").empty());
  CHECK(with_table(R"("x-key": "unti")") ==
        "6:48 This table has no column with the id \"unti\"; did you mean \"unit\"?");
  CHECK(with_table(R"("x-key": "total")") ==
        "6:48 The column \"total\" is not text and cannot be the x-key.");
  CHECK(with_table(R"("x-hierarchy": {"kind": "code_prefix", "column": "code"})") ==
        "6:88 This table has no column with the id \"code\".");
  CHECK(with_table(R"("x-hierarchy": {"kind": "codes", "column": "unit"})")
            .find(R"(should be "code_prefix", "numbering", "parent" but is the text "codes".)") !=
        std::string::npos);
  CHECK(with_table(R"("x-key": "unit", "x-from": [{"column": "unit", "captions": ["x"]}])") ==
        "6:78 x-from fills a column of figures in a table with an x-key; \"unit\" is none.");
  CHECK(with_table(R"("x-rowsets": [{"id": "a"}])") ==
        "6:53 The row set \"a\" has neither match nor all_but.");
  CHECK(
      with_table(R"("x-rowsets": [{"id": "a", "all_but": "b"}])") ==
      "6:76 all_but should stand alone and name an earlier row set that has match; \"b\" is none.");
  CHECK(with_table(R"("x-rowsets": [{"id": "a", "match": ["x"]}, {"id": "a", "match": ["y"]}])") ==
        "6:82 The row set \"a\" is defined twice.");
  CHECK(with_table(R"("x-synonyms": [["x", "y"], ["Y"]])") ==
        "6:66 The name \"Y\" belongs to x already; names in one place must differ.");
  CHECK(refusal(schema_with(R"("a": { "type": "array", "title": "甲", "items": { "properties": {
    "place": { "$ref": "statements.json#/definitions/text" } } } })")) ==
        "7:14 The id \"place\" is used by the program; choose another.");
}

TEST_CASE("a schema says its name, whose report it is and of which year") {
  CHECK(refusal(R"({"properties": {"schema": {"const": "u"}}})") ==
        R"(1:27 properties should have "schema": {"const": "t"}, as the file is named.)");
  CHECK(refusal(R"({"properties": {}})") ==
        R"(1:16 properties should have "schema": {"const": "t"}, as the file is named.)");
  CHECK(refusal(R"({"properties": {"schema": {"const": "t"}}})") ==
        "1:16 properties should have the text item \"entity\": whose report it is and of which "
        "year.");
  CHECK(refusal("[]") == "1:1 The data should be an object {...} but is a list.");
  CHECK(refusal("{").find("The JSON is incomplete") != std::string::npos);
}

TEST_CASE("the schemas of a folder are all but the two that are no reports") {
  const auto schemas = schema::load_schemas(schemas_folder, units());
  REQUIRE(schemas.size() == 2);
  CHECK(schemas[0].id == "department-final-accounts");
  CHECK(schemas[1].id == "department-spending");
}

TEST_CASE("the schema in one piece refers to itself only and closes every object") {
  const auto json = nlohmann::json::parse(department_spending().whole->text());
  CHECK(department_spending().whole->text().find("statements.json") == std::string::npos);
  const auto& row = json.at("properties").at("spending").at("items");
  CHECK(row.at("additionalProperties") == false);
  CHECK(row.at("properties").at("readings").at("items").at("$ref") ==
        "#/properties/spending/items");
  CHECK(row.at("properties").contains("doubt"));
  CHECK(json.at("properties").contains("decompositions"));
  CHECK(json.at("additionalProperties") == false);
  CHECK(json.at("definitions").at("place").at("additionalProperties") == false);
  CHECK(json.at("x-recognise").size() > 0);
}

TEST_CASE("every shipped schema is as annotations.schema.json wants it") {
  for (const auto& each : schema::load_schemas(schemas_folder, units())) {
    CAPTURE(each.id);
    CHECK(schema::load_schema(each.path, schemas_folder, units()).title == each.title);
  }
}

TEST_CASE("a folder's schemas are trusted to fit, but not read blindly") {
  const TemporaryFolder folder;
  folder.write("statements.json",
               source::read_bytes(std::string(schemas_folder) + "/statements.json", {}));
  const auto refusal_of = [&](const std::string& table) {
    folder.write("t.schema.json", R"({"properties": {"t": )" + table + "}}");
    try {
      (void)schema::load_schemas(folder.path().string(), units());
    } catch (const source::Failure& failure) {
      return source::render(failure.message(), source::Language::en);
    }
    return std::string();
  };
  CHECK(refusal_of(R"({"items": {}})") == "\"properties\" is missing here; add it.");
  CHECK(refusal_of(R"({"items": {"properties": {}}, "x-synonyms": 3})") ==
        "A list (in square brackets) should stand here.");
  CHECK(refusal_of(R"({"items": {"properties": {}}, "x-synonyms": [[3]]})") ==
        "A text should stand here.");
  CHECK(refusal_of(R"({"items": {"properties": []}})") ==
        "An object (in braces) should stand here.");
}

TEST_CASE("every shipped schema is one JSON Schema, all its references inside") {
  const auto schemas = schema::load_schemas(schemas_folder, units());
  REQUIRE(schemas.size() >= 2);
  for (const auto& each : schemas) {
    CAPTURE(each.id);
    const auto json = nlohmann::json::parse(each.whole->text());
    CHECK(json.at("title") == each.title);
    CHECK(json.dump().find("statements.json") == std::string::npos);
  }
}
