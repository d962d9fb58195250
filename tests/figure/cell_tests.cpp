// What a whole cell says as a number.
#include "figure/number_text.hpp"

#include "figures.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

using tieout::figure::BlankText;
using tieout::figure::CellNumber;
using tieout::figure::Decimal;
using tieout::figure::NotANumber;
using tieout::figure::NumberText;
using tieout::figure::read_cell;
using tieout::figure::test::units;

namespace {

/// "18500 册 -2 scaled": value, unit, decimals where they are not the value's, marks.
std::string read(std::string_view text) {
  const CellNumber cell = read_cell(text, units());
  if (std::holds_alternative<BlankText>(cell)) return "blank";
  if (std::holds_alternative<NotANumber>(cell)) return "no number";
  const auto& number = std::get<NumberText>(cell);
  CHECK(number.decimals == number.value.scale);
  std::string result = number.value.text();
  if (number.unit != nullptr) result += " " + number.unit->id;
  if (number.decimals < 0) result += " to " + std::to_string(number.decimals);
  if (number.scaled) result += " scaled";
  if (number.approximate) result += " approximate";
  return result;
}

}  // namespace

TEST_CASE("plain numbers keep the digits they are written with") {
  CHECK(read("1003.30") == "1003.30");
  CHECK(read("1003.3") == "1003.3");
  CHECK(read("0") == "0");
  CHECK(read("0.00") == "0.00");
  CHECK(read("007") == "7");
  CHECK(read(".58") == "0.58");
}

TEST_CASE("full-width characters and separators mean what they look like") {
  CHECK(read("１００３．３０") == "1003.30");
  CHECK(read("1,003.30") == "1003.30");
  CHECK(read("1，003，500.30") == "1003500.30");
  CHECK(read("12,345,678") == "12345678");
  CHECK(read("1,0033.30") == "10033.30");  // by ten thousands
  CHECK(read("12,3456,7890") == "1234567890");
}

TEST_CASE("groups of other sizes are no number: a digit may be lost") {
  for (const std::string_view text : {"12,34", "1,003,30", "1003,300", "1,0033,300", "1,003300",
                                      ",003", "1,", "1,,003", "12345,678"}) {
    CAPTURE(text);
    CHECK(read(text) == "no number");
  }
}

TEST_CASE("signs in every width") {
  for (const std::string_view text :
       {"-2.4", "－2.4", "−2.4", "–2.4", "- 2.4", "－２．４", "(2.4)", "（2.4）", "( 2.4 )"}) {
    CAPTURE(text);
    CHECK(read(text) == "-2.4");
  }
  CHECK(read("+2.4") == "2.4");
  CHECK(read("＋2.4") == "2.4");
  CHECK(read("(3.5%)") == "-3.5 %");
  CHECK(read("(3.5)%") == "-3.5 %");
  CHECK(read("（1,003.30）万元") == "-1003.30 万元");
  for (const std::string_view text : {"(-2.4)", "(2.4", "2.4)", "--2.4", "-+2.4", "—2.4", "2.4-"}) {
    CAPTURE(text);
    CHECK(read(text) == "no number");
  }
}

TEST_CASE("spaces around and inside") {
  CHECK(read("  359.39\t") == "359.39");
  CHECK(read("　359.39 \n") == "359.39");
  CHECK(read("36 %") == "36 %");
  CHECK(read("13 人") == "13 人");
  CHECK(read("5 万 元") == "5 万元");
  CHECK(read("1 003.30") == "no number");
}

TEST_CASE("units stand with the number, the longest spelling") {
  CHECK(read("36%") == "36 %");
  CHECK(read("36％") == "36 %");
  CHECK(read("3‰") == "3 ‰");
  CHECK(read("1.5个百分点") == "1.5 百分点");
  CHECK(read("13人") == "13 人");
  CHECK(read("5000人次") == "5000 人次");
  CHECK(read("0.12亿元") == "0.12 亿元");
  CHECK(read("1003万元") == "1003 万元");
  CHECK(read("3千元") == "3 千元");
  CHECK(read("130平方米") == "130 平方米");
  CHECK(read("5 km") == "5 公里");
  CHECK(read("¥1,003.30") == "1003.30 元");
  CHECK(read("￥ 5万") == "50000 元 to -4 scaled");
  CHECK(read("-¥5") == "-5 元");
  CHECK(read("30元/人") == "30 元/人");
  CHECK(read("30元/件") == "30 元");
  CHECK(read("5元/兆瓦") == "no number");
  CHECK(read("3个月") == "3 个月");
  CHECK(read("5年") == "5 年");
  CHECK(read("98.5分") == "98.5 分");
}

TEST_CASE("multipliers scale the value and the step it is stated to") {
  CHECK(read("1.85万册") == "18500 册 to -2 scaled");
  CHECK(read("5万") == "50000 to -4 scaled");
  CHECK(read("2500万条") == "25000000 条 to -4 scaled");
  CHECK(read("1.2亿") == "120000000 to -7 scaled");
  CHECK(read("3千人") == "3000 人 to -3 scaled");
  CHECK(read("3千万人次") == "30000000 人次 to -7 scaled");
  CHECK(read("2万亿元") == "2 万亿元");
  CHECK(read("1.23456万人") == "12345.6 人 scaled");
  CHECK(read("3百") == "no number");
}

TEST_CASE("numbers in several parts") {
  CHECK(read("1亿2000万元") == "120000000 元 to -4 scaled");
  CHECK(read("3万5千人") == "35000 人 to -3 scaled");
  CHECK(read("3万5000元") == "35000 元 scaled");
  CHECK(read("1亿2千3百元") == "100002300 元 to -2 scaled");
  CHECK(read("1.5亿2000万") == "no number");
  CHECK(read("2万3亿") == "no number");
  CHECK(read("3万50000") == "no number");
}

TEST_CASE("approximations") {
  for (const std::string_view text :
       {"约5万元", "近5万元", "大约5万元", "超过5万元", "逾5万元", "不足5万元", "5余万元",
        "5多万元", "5万元以上", "5万元左右", "5 万元 以内", "约 5 万元", "将近5万元左右"}) {
    CAPTURE(text);
    CHECK(read(text) == "5 万元 approximate");
  }
  CHECK(read("9600余万元") == "9600 万元 approximate");
  CHECK(read("100余名") == "100 名 approximate");
  CHECK(read("15万余人次") == "150000 人次 to -4 scaled approximate");
  CHECK(read("10几个") == "10 个 approximate");
  CHECK(read("10来人") == "10 人 approximate");
}

TEST_CASE("blanks are blank, zero is not") {
  for (const std::string_view text : {"", " ", "　", "\t\n", "-", "--", "—", "——", "–", "－",
                                      "－－", "―", "─", "/", "／", "无", " 无 "}) {
    CAPTURE(text);
    CHECK(read(text) == "blank");
  }
  CHECK(read("0") == "0");
  CHECK(read("0元") == "0 元");
}

TEST_CASE("years are plain numbers") {
  CHECK(read("2017年") == "2017");
  CHECK(read("2017年度") == "2017");
  CHECK(read("2017") == "2017");
  CHECK(read("17年") == "17 年");
}

TEST_CASE("any other text is no number") {
  for (const std::string_view text : {"完成",        "共28人，其中：行编11人",
                                      "5-10次",      "≥5000人次",
                                      "1.2.3",       "2018.6.10",
                                      "2018-06-10",  "8634551转1",
                                      "36%以上的",   "O2O",
                                      "3D",          "一百",
                                      "％",          "万元",
                                      "/5",          "无5",
                                      "1e5",         "5人5人",
                                      "不超过5万元", "1/2",
                                      "(",           "()",
                                      "（",          "-（",
                                      "+",           "约",
                                      "¥",           "1003.",
                                      "5个人"}) {
    CAPTURE(text);
    CHECK(read(text) == "no number");
  }
  CHECK(read(std::string(65, '9')) == "no number");
  CHECK(read(std::string(100'000, '9')) == "no number");
  CHECK(read("\xff\xfe\x35") == "no number");
}

TEST_CASE("a sentence's end in a cell is not the number's") {
  CHECK(read("95%。") == "95 %");
  CHECK(read("10人；") == "10 人");
  CHECK(read("5、") == "no number");  // numbering
}

TEST_CASE("however a decimal is written, it is read as itself") {
  CHECK(rc::check([] {
    const int coefficient = *rc::gen::arbitrary<int>();
    const int scale = *rc::gen::inRange(0, 6);
    const Decimal decimal{coefficient, scale};
    std::string text = decimal.text();
    const bool negative = coefficient < 0;
    if (negative) text.erase(0, 1);
    const std::size_t point = text.find('.');
    std::size_t whole = point == std::string::npos ? text.size() : point;
    const int group = *rc::gen::element(0, 3, 4);
    const bool full_width = *rc::gen::arbitrary<bool>();
    if (group != 0) {
      for (auto at = static_cast<std::ptrdiff_t>(whole) - group; at > 0; at -= group) {
        text.insert(static_cast<std::size_t>(at), full_width ? "，" : ",");
      }
    }
    if (full_width) {
      std::string wide;
      for (const char c : text) {
        if (c >= '0' && c <= '9') {
          wide += "\xEF\xBC";
          wide += static_cast<char>(0x90 + (c - '0'));
        } else {
          wide += c;
        }
      }
      text = wide;
    }
    const auto minus = *rc::gen::element<std::string>("-", "－", "−", "(", "（");
    if (negative) text = minus + text;
    if (negative && minus == "(") text += ")";
    if (negative && minus == "（") text += "）";
    const auto space = *rc::gen::element<std::string>("", " ", "　");
    const auto suffix = *rc::gen::element<std::string>("", "万元", "％", "人次");
    const CellNumber cell = read_cell(space + text + space + suffix + space, units());
    RC_ASSERT(std::holds_alternative<NumberText>(cell));
    const auto& number = std::get<NumberText>(cell);
    RC_ASSERT(number.value.coefficient == decimal.coefficient);
    RC_ASSERT(number.decimals == scale);
    RC_ASSERT(number.unit == units().find(suffix));
    RC_ASSERT(!number.scaled);
    RC_ASSERT(!number.approximate);
  }));
}

TEST_CASE("no bytes can break the reader") {
  CHECK(rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "1", "003", "，", ",", ".", "．", "万", "亿", "千", "余", "元", "人", "/", "-", "—", "(",
        ")", "%", "¥", "约", " ", "年", "\xE4", "\xB8", "\xFF", "号", "第", "A"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const CellNumber cell = read_cell(text, units());
    if (const auto* number = std::get_if<NumberText>(&cell)) {
      RC_ASSERT(number->decimals == number->value.scale);
    }
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const auto found = number_at(text, at, units());
      if (!found) continue;
      RC_ASSERT(found->begin <= at);
      RC_ASSERT(found->end > at);
      RC_ASSERT(found->end <= text.size());
    }
  }));
}
