#include "schema/json_tree.hpp"

#include "source/message.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <nlohmann/json.hpp>

#include <string>

using tieout::schema::Json;
using tieout::schema::parse_json;
using tieout::source::Failure;
using tieout::source::Language;
using tieout::source::Limits;
using tieout::source::Source;

namespace {

Json parsed(const std::string& text) { return parse_json(Source("t.json", text), {}); }

/// "line:column sentence" of what is wrong with a text.
std::string refusal(const std::string& text, const Limits& limits = {},
                    Language language = Language::en) {
  try {
    (void)parse_json(Source("t.json", text), limits);
  } catch (const Failure& failure) {
    CHECK(failure.place().source_name() == "t.json");
    return std::to_string(failure.place().line) + ":" + std::to_string(failure.place().column) +
           " " + render(failure.message(), language);
  }
  return "";
}

std::string at(const Json& json) {
  return std::to_string(json.line) + ":" + std::to_string(json.column);
}

}  // namespace

TEST_CASE("numbers keep their characters") {
  const Json json =
      parsed("[1003.30, 7, -0, 1.10, 18446744073709551616, 1e3, 2E-2, 0.10000000000000000000001]");
  const std::vector<std::string> texts = {"1003.30",
                                          "7",
                                          "-0",
                                          "1.10",
                                          "18446744073709551616",
                                          "1e3",
                                          "2E-2",
                                          "0.10000000000000000000001"};
  REQUIRE(json.array()->size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK((*json.array())[i].number()->text == texts[i]);
  }
}

TEST_CASE("every value knows its line and its column in characters") {
  const Json json =
      parsed("{\"名称\": \"科技馆\",\r\n  \"a\\\"b\": [1,\t{\"c\":null}, true],\r \"d\":\n false}");
  CHECK(at(json) == "1:1");
  CHECK(at(*json.member("名称")) == "1:8");
  const Json& list = *json.member("a\"b");
  CHECK(at(list) == "2:11");
  CHECK(at((*list.array())[0]) == "2:12");
  CHECK(at((*list.array())[1]) == "2:15");
  CHECK(at(*(*list.array())[1].member("c")) == "2:20");
  CHECK(at((*list.array())[2]) == "2:27");
  CHECK(at(*json.member("d")) == "4:2");
  CHECK((*json.object())[2].line == 3);
  CHECK((*json.object())[2].column == 2);
}

TEST_CASE("strings are read with their escapes") {
  const Json json = parsed(R"(["\u79d1\u6280", "\ud83d\ude00", "a\\", "\"", "x\/y\n"])");
  CHECK(*(*json.array())[0].string() == "科技");
  CHECK(*(*json.array())[1].string() == "😀");
  CHECK(*(*json.array())[2].string() == "a\\");
  CHECK(*(*json.array())[3].string() == "\"");
  CHECK(*(*json.array())[4].string() == "x/y\n");
}

TEST_CASE("broken JSON is refused where it breaks") {
  CHECK(refusal("{\"a\": 1 \"b\": 2}") ==
        "1:9 This is no valid JSON: \"\"b\"\" cannot stand here. Check the quotes, commas and "
        "brackets near it.");
  CHECK(refusal("[1,\n 2,]").substr(0, 38) == "2:4 This is no valid JSON: \"]\" cannot ");
  CHECK(refusal("{'a': 1}").substr(0, 30) == "1:2 This is no valid JSON: \"'\"");
  CHECK(refusal("[01.5]").substr(0, 29) == "1:2 This is no valid JSON: \"0");
  CHECK(refusal("[1.5.5]").substr(0, 33) == "1:2 This is no valid JSON: \"1.5.5");
  CHECK(refusal("[1] x").substr(0, 4) == "1:5 ");
  CHECK(refusal("[\"\\ud800\"]").substr(0, 24) == "1:2 This is no valid JSO");
  CHECK(
      refusal("{\"a\": [1") ==
      "1:9 The JSON is incomplete: the file ends here, and a quote, bracket or value is missing.");
  CHECK(refusal("", {}, Language::zh) == "1:1 JSON 没有写完：文件在此处结束，缺少引号、括号或值。");
  CHECK(refusal("\"abc").find("The JSON is incomplete") != std::string::npos);
}

TEST_CASE("a name twice in an object is refused, in two objects it is not") {
  CHECK(refusal("{\"a\": 1,\n \"b\": {\"a\": 2}, \"a\": 3}") ==
        "2:17 \"a\" occurs twice in one object; keep only one.");
  CHECK(refusal("{\"\\u0061\": 1, \"a\": 3}").find("occurs twice") != std::string::npos);
  CHECK(refusal("[{\"a\": 1}, {\"a\": 2}]").empty());
}

TEST_CASE("limits hold") {
  CHECK(refusal(std::string(64, '[') + std::string(64, ']')).empty());
  CHECK(refusal(std::string(65, '[') + std::string(65, ']')) ==
        "1:65 The JSON is nested deeper than the limit of 64 levels. If the file can be trusted, "
        "raise the limit with --limit json-depth=NUMBER.");
  CHECK(refusal(std::string(2'000'000, '[')).substr(0, 5) == "1:65 ");
  CHECK(refusal("[" + std::string(64, '9') + "]").empty());
  CHECK(refusal("[1" + std::string(64, '0') + "]") ==
        "1:2 The number 100000000000000000000000… has more than the limit of 64 characters; check "
        "it.");
  CHECK(refusal("[1e400]") == "1:2 The number 1e400 is beyond what can be handled; check it.");
  Limits limits;
  limits.table_cells = 3;
  CHECK(refusal("[1, 2]", limits).empty());
  CHECK(refusal("[1, 2, 3]", limits) ==
        "1:8 The JSON has more than the limit of 3 values. If the file can be trusted, raise the "
        "limit with --limit table-cells=NUMBER.");
}

TEST_CASE("a string of many megabytes is read") {
  const std::string long_text(8U << 20U, 'x');
  const Json json = parsed("{\"a\": \"" + long_text + "\", \"b\": 1}");
  CHECK(json.member("a")->string()->size() == long_text.size());
  CHECK(json.member("b")->column == long_text.size() + 16);
}

namespace {

/// Any JSON value, neither deep nor wide.
nlohmann::json any_json(int depth) {
  switch (*rc::gen::inRange(0, depth == 0 ? 4 : 6)) {
    case 0:
      return *rc::gen::arbitrary<std::int64_t>();
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return nullptr;
    case 3: {
      std::string text;
      for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        text += *rc::gen::element<std::string>("a", "\"", "\\", "\n", "科", "/", "{", "]", ",");
      }
      return text;
    }
    case 4: {
      nlohmann::json array = nlohmann::json::array();
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i) array.push_back(any_json(depth - 1));
      return array;
    }
    default: {
      nlohmann::json object = nlohmann::json::object();
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        object["k" + std::to_string(i)] = any_json(depth - 1);
      }
      return object;
    }
  }
}

bool same(const Json& json, const nlohmann::json& expected) {
  if (expected.is_array()) {
    if (json.array() == nullptr || json.array()->size() != expected.size()) return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (!same((*json.array())[i], expected[i])) return false;
    }
    return true;
  }
  if (expected.is_object()) {
    if (json.object() == nullptr || json.object()->size() != expected.size()) return false;
    for (const auto& [name, value] : expected.items()) {
      if (json.member(name) == nullptr || !same(*json.member(name), value)) return false;
    }
    return true;
  }
  if (expected.is_string()) return *json.string() == expected.get<std::string>();
  if (expected.is_boolean()) return *json.boolean() == expected.get<bool>();
  return expected.is_null() ? json.is_null() : json.number()->text == expected.dump();
}

/// The characters at a place of a text.
std::string_view text_at(const Source& source, const Json& json) {
  std::size_t offset = source.line_start(json.line);
  for (std::uint32_t column = 1; column < json.column; ++column) {
    do ++offset;
    while ((static_cast<unsigned char>(source.text()[offset]) & 0xC0U) == 0x80U);
  }
  return source.text().substr(offset);
}

void check_places(const Source& source, const Json& json) {
  const char first = text_at(source, json).front();
  if (json.array() != nullptr) {
    RC_ASSERT(first == '[');
    for (const Json& element : *json.array()) check_places(source, element);
  } else if (json.object() != nullptr) {
    RC_ASSERT(first == '{');
    for (const auto& member : *json.object()) check_places(source, member.value);
  } else if (json.string() != nullptr) {
    RC_ASSERT(first == '"');
  } else if (json.number() != nullptr) {
    RC_ASSERT(text_at(source, json).substr(0, json.number()->text.size()) == json.number()->text);
  } else {
    RC_ASSERT(first == (json.is_null() ? 'n' : *json.boolean() ? 't' : 'f'));
  }
}

}  // namespace

TEST_CASE("any JSON is read as it is, and every place is where the value begins") {
  CHECK(rc::check([] {
    const nlohmann::json expected = any_json(4);
    // What is large is read another way.
    const auto blanks = *rc::gen::weightedElement<std::size_t>({{9, 0}, {1, 1U << 20U}});
    const auto written = expected.dump(*rc::gen::element(-1, 0, 2));
    const Source source("t.json", written + std::string(blanks, ' '));
    const Json json = parse_json(source, {});
    RC_ASSERT(same(json, expected));
    check_places(source, json);
  }));
}
