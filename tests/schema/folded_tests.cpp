#include "schema/schema.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

using tieout::schema::folded;

TEST_CASE("what is written differently and means the same folds to the same") {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"1、科协机关", "科协机关"},
      {"（一）基本支出", "基本支出"},
      {"(1) 公务接待费", "公务接待费"},
      {"2）公务接待费", "公务接待费"},
      {"十一、其他收入", "其他收入"},
      {"３．项目支出", "项目支出"},
      {"①人员支出", "人员支出"},
      {"⑵ 公用支出", "公用支出"},
      {"㈠本年收入", "本年收入"},
      {"一、（一）1. 本年收入", "本年收入"},
      {"其中：公务接待费", "公务接待费"},
      {"支出合计（万元）", "支出合计"},
      {"支出合计[单位：元]", "支出合计"},
      {"支出合计　金额单位：万元", "支出合计"},
      {"完成率(%)", "完成率"},
      {"部门（单位）整体支出（万元）", "部门单位整体支出"},
      {"“三公”经费", "三公经费"},
      {"公共财\n政拨款", "公共财政拨款"},
      {"合　　计", "合计"},
      {"因公出国（境）费", "因公出国境费"},
      {"ＣＡ证书", "ca证书"},
  };
  for (const auto& [written, name] : pairs) {
    CAPTURE(written);
    CHECK(folded(written) == name);
  }
}

TEST_CASE("what belongs to a name stays") {
  CHECK(folded("预算部门（单位）") == "预算部门单位");
  CHECK(folded("商品和服务支出（公用经费）") == "商品和服务支出公用经费");
  CHECK(folded("2080501") == "2080501");
  CHECK(folded("3.5级") == "35级");
  CHECK(folded("1,000册") == "1000册");
  CHECK(folded("2018.") == "2018");
  CHECK(folded("三公经费") == "三公经费");
  CHECK(folded("一般公共预算") == "一般公共预算");
}

TEST_CASE("text that is all numbering or unit keeps its letters and digits") {
  CHECK(folded("208.") == "208");
  CHECK(folded("（一）") == "一");
  CHECK(folded("（万元）") == "万元");
  CHECK(folded("——").empty());
  CHECK(folded("").empty());
}

TEST_CASE("folding twice is folding once") {
  const std::vector<std::string> pieces = {
      "一", "、", "（", "）", "1", ".", "①", "其中", "：", "万",   "元", "单位", "合计",
      "a",  "Ａ", " ",  "％", "—", "[", "]", "(",    ")",  "金额", "0",  "\n"};
  CHECK(rc::check([&] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string text;
    for (const auto& part : parts) text += part;
    RC_ASSERT(folded(folded(text)) == folded(text));
  }));
}

TEST_CASE("text of Han characters, small letters and digits is its own folded form") {
  CHECK(rc::check("a space at its end, which takes the long way, changes nothing", [] {
    const auto characters =
        rc::gen::oneOf(rc::gen::element<std::string>("一", "十", "元", "其", "中", "单", "位", "鿿",
                                                     "a", "z", "0", "9"),
                       rc::gen::map(rc::gen::inRange(0x4E00, 0xA000), [](int c) {
                         return std::string{static_cast<char>(0xE0 | (c >> 12)),
                                            static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                                            static_cast<char>(0x80 | (c & 0x3F))};
                       }));
    std::string text;
    for (const auto& one : *rc::gen::container<std::vector<std::string>>(characters)) text += one;
    RC_ASSERT(folded(text) == text);
    RC_ASSERT(folded(text + " ") == text);
  }));
}
