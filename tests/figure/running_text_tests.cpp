// Numbers in running text, and what is none.
#include "figure/number_text.hpp"

#include "figures.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using tieout::figure::number_at;
using tieout::figure::TextNumber;
using tieout::figure::test::units;

namespace {

std::string described(std::string_view text, const TextNumber& found) {
  std::string result = found.number.value.text();
  if (found.number.unit != nullptr) result += found.number.unit->id;
  if (found.number.scaled) result += " scaled";
  if (found.number.approximate) result += " approximate";
  return result + " [" + std::string(text.substr(found.begin, found.end - found.begin)) + "]";
}

/// Every number of the text, looked for at each byte.
std::vector<std::string> numbers(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto number = number_at(text, at, units())) found.push_back(described(text, *number));
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("amounts with their units") {
  CHECK(numbers("全年支出1003.3万元，其中基本支出359.39万元。") ==
        Texts{"1003.3万元 [1003.3万元]", "359.39万元 [359.39万元]"});
  CHECK(numbers("占63.51 %；编制 28 人") == Texts{"63.51% [63.51 %]", "28人 [28 人]"});
  CHECK(numbers("提高了1.5个百分点") == Texts{"1.5百分点 [1.5个百分点]"});
  CHECK(numbers("一套12本1.85万册") == Texts{"12本 [12本]", "18500册 scaled [1.85万册]"});
  CHECK(numbers("共１，００３．３０元") == Texts{"1003.30元 [１，００３．３０元]"});
  CHECK(numbers("每人30元/人次，共5元/件") == Texts{"30元/人 [30元/人次]", "5元 [5元/件]"});
  CHECK(numbers("收入5万元/支出3万元") == Texts{"5万元 [5万元]", "3万元 [3万元]"});
  CHECK(numbers("花费¥1,003.30") == Texts{"1003.30元 [¥1,003.30]"});
  CHECK(numbers("总额1亿2000万元") == Texts{"120000000元 scaled [1亿2000万元]"});
}

TEST_CASE("a space may stand inside a number") {
  CHECK(numbers("收入1, 537.4万元") == Texts{"1537.4万元 [1, 537.4万元]"});
  CHECK(numbers("同比降13 .6%，增长7. 25 %") == Texts{"13.6% [13 .6%]", "7.25% [7. 25 %]"});
  CHECK(numbers("共23, 410人；甲5, 12.5万元") ==
        Texts{"23 [23]", "410人 [410人]", "5 [5]", "12.5万元 [12.5万元]"});
  CHECK(numbers("2. 6万元") == Texts{"2 [2]", "6万元 [6万元]"});
  CHECK(numbers("。2. 6万元") == Texts{"2 [2]", "6万元 [6万元]"});
}

TEST_CASE("approximations around a number belong to it") {
  CHECK(numbers("培训6万余人次、近800人、约 2500 万条") ==
        Texts{"60000人次 scaled approximate [6万余人次]", "800人 approximate [近800人]",
              "25000000条 scaled approximate [约 2500 万条]"});
  CHECK(numbers("投入10多万元，100余家，超过240天") == Texts{"10万元 approximate [10多万元]",
                                                             "100家 approximate [100余家]",
                                                             "240天 approximate [超过240天]"});
  CHECK(numbers("95%以上，突破4000人次，500人左右") == Texts{"95% approximate [95%以上]",
                                                             "4000人次 approximate [突破4000人次]",
                                                             "500人 approximate [500人左右]"});
}

TEST_CASE("words that only look like approximations") {
  CHECK(numbers("节约21.5万元") == Texts{"21.5万元 [21.5万元]"});
  CHECK(numbers("签约5个") == Texts{"5个 [5个]"});
  CHECK(numbers("附近3个村，最近5年") == Texts{"3个 [3个]", "5年 [5年]"});
  CHECK(numbers("不超过10万元，不得超过5%") == Texts{"10万元 [10万元]", "5% [5%]"});
  CHECK(numbers("不低于10人，高于95%") == Texts{"10人 [10人]", "95% [95%]"});
}

TEST_CASE("minus is a sign where no number or unit stands before it") {
  CHECK(numbers("增长率为-21.1%") == Texts{"-21.1% [-21.1%]"});
  CHECK(numbers("结余－２．４万元") == Texts{"-2.4万元 [－２．４万元]"});
  CHECK(numbers("结余−2.4，+3.1") == Texts{"-2.4 [−2.4]", "3.1 [+3.1]"});
  CHECK(numbers("约-5%") == Texts{"-5% approximate [约-5%]"});
  CHECK(numbers("2017年增长率-5%") == Texts{"2017 [2017]", "-5% [-5%]"});
  CHECK(numbers("83.62 -2.40") == Texts{"83.62 [83.62]", "-2.40 [-2.40]"});
}

TEST_CASE("ranges are two numbers, and their hyphen is no minus") {
  CHECK(numbers("活动5-10场次") == Texts{"5 [5]", "10场次 [10场次]"});
  CHECK(numbers("活动5－10场次") == Texts{"5 [5]", "10场次 [10场次]"});
  CHECK(numbers("活动5～10场次") == Texts{"5 [5]", "10场次 [10场次]"});
  CHECK(numbers("5%-10%") == Texts{"5% [5%]", "10% [10%]"});
  CHECK(numbers("5万元－10万元") == Texts{"5万元 [5万元]", "10万元 [10万元]"});
  CHECK(numbers("5 万元-10 万元") == Texts{"5万元 [5 万元]", "10万元 [10 万元]"});
  CHECK(numbers("2016-2020") == Texts{"2016 [2016]", "2020 [2020]"});
  CHECK(numbers("2016年-2020年") == Texts{"2016 [2016]", "2020 [2020]"});
  CHECK(numbers("3月-5月") == Texts{"3 [3]", "5 [5]"});
  CHECK(numbers("3+1") == Texts{"3 [3]", "1 [1]"});
}

TEST_CASE("a calendar year has no unit, a number of years has") {
  CHECK(numbers("2017年支出，为期3年") == Texts{"2017 [2017]", "3年 [3年]"});
  CHECK(numbers("２０１７年") == Texts{"2017 [２０１７]"});
  CHECK(numbers("2018 年度") == Texts{"2018 [2018]"});
  CHECK(numbers("建院96周年") == Texts{"96年 [96周年]"});
  CHECK(numbers("3个月") == Texts{"3个月 [3个月]"});
  CHECK(numbers("9年级") == Texts{"9 [9]"});
}

TEST_CASE("a word that begins like a unit is none") {
  CHECK(numbers("2018部署，2017批复") == Texts{"2018 [2018]", "2017 [2017]"});
  CHECK(numbers("2016-2020期间") == Texts{"2016 [2016]", "2020 [2020]"});
  CHECK(numbers("2018元旦，12本科生") == Texts{"2018 [2018]", "12 [12]"});
  CHECK(numbers("12期，12本") == Texts{"12期 [12期]", "12本 [12本]"});
}

TEST_CASE("words, codes, ordinals, dates with points and fractions are no figures") {
  for (const std::string_view text :
       {"O2O平台", "5G网络",    "3D打印",  "PM2.5",     "COVID-19",  "5A级景区",
        "A3纸",    "第18届",    "第 2 批", "53号",      "〔2013〕",  "2018.6.10",
        "1.2.3",   "2018/6/10", "2/3",     "0730",      "No.5",      "概况......5",
        "a_1",     "$500",      "12,34",   "1,0033.30", "23,41,26篇"}) {
    CAPTURE(text);
    CHECK(numbers(text) == Texts{});
  }
}

TEST_CASE("commas of a clause do not group digits") {
  CHECK(numbers("23，41，26篇") == Texts{"23 [23]", "41 [41]", "26篇 [26篇]"});
  CHECK(numbers("2017，359万元") == Texts{"2017 [2017]", "359万元 [359万元]"});
  CHECK(numbers("1,003，5人") == Texts{"1003 [1,003]", "5人 [5人]"});
}

TEST_CASE("a paragraph's number before a year is not its whole part") {
  CHECK(numbers("1.2017年全市") == Texts{"1 [1]", "2017 [2017]"});
  CHECK(numbers("1.5倍") == Texts{"1.5倍 [1.5倍]"});
  CHECK(numbers("（1）.5个") == Texts{"1 [1]", "5个 [5个]"});
}

TEST_CASE("a number starts at its first digit only") {
  const std::string text = "共12,345.67元";
  CHECK(numbers(text) == Texts{"12345.67元 [12,345.67元]"});
  CHECK_FALSE(number_at(text, 0, units()));
  CHECK_FALSE(number_at(text, text.size(), units()));
  CHECK_FALSE(number_at(text, text.size() + 10, units()));
  CHECK_FALSE(number_at("", 0, units()));
}

TEST_CASE("endless digits and lists are no number and take no time") {
  CHECK(numbers(std::string(20'000, '7')) == Texts{});
  std::string list;
  for (int i = 0; i < 20'000; ++i) list += "7,";
  CHECK(numbers(list) == Texts{});
  std::string wide;
  for (int i = 0; i < 5'000; ++i) wide += "７，";
  const auto at_start = number_at(wide, 0, units());
  REQUIRE(at_start);
  CHECK(at_start->number.value.text() == "7");
}
