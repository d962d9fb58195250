// What was there, came in, went out and is left; rates that their names define.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

namespace {

std::string flows(std::string_view text) { return rows(read_narrative(text), "flows"); }
std::string ratios(std::string_view text) { return rows(read_narrative(text), "ratios"); }

}  // namespace

TEST_CASE("what a sentence states of one fund flows from its opening to its closing") {
  CHECK(flows("政府性基金年初结转和结余20万元，本年收入90万元，本年支出80万元，年末结转和结余30万元"
              "。") ==
        "name 政府性基金收支 · sources {政府性基金年初结转和结余 20万元@1:13; 政府性基金本年收入 "
        "90万元@1:22} · uses {政府性基金本年支出 80万元@1:31; 政府性基金年末结转和结余 "
        "30万元@1:43}\n");
  // A sum of something else stands among them.
  CHECK(flows("年初结转20万元，本年收入90万元，利息3万元，本年支出80万元，年末结转33万元。") == "");
  CHECK(flows("年初结转20万元，本年支出80万元，年末结转30万元。") == "");
}

TEST_CASE("money that can be spent is where what came in meets what goes out") {
  CHECK(flows("年初结转20万元，当年拨款90万元，共计可用资金110万元，全年支出80万元，年末结转30万元"
              "。") ==
        "name 收支 · sources {年初结转 20万元@1:5; 当年拨款 90万元@1:14} · uses {共计可用资金 "
        "110万元@1:25}\n"
        "name 收支 · sources {共计可用资金 110万元@1:25} · uses {全年支出 80万元@1:35; 年末结转 "
        "30万元@1:44}\n");
}

TEST_CASE("income set off against spending leaves a balance") {
  CHECK(flows("一般公共预算收入90万元，增长5%；一般公共预算支出80万元；收支相抵，结余10万元。") ==
        "name 收支 · sources {一般公共预算收入 90万元@1:9} · uses {一般公共预算支出 80万元@1:27; "
        "结余 10万元@1:39}\n");
}

TEST_CASE("a rate that its name defines is of one figure of each side") {
  CHECK(ratios("在职人员107人，编制数121人，在职人员控制率为88.43%。") ==
        "name 在职人员控制率 · parts {107人@1:5} · whole {121人@1:13} · percent 88.43%@1:26\n");
  CHECK(ratios("结转结余总额26.13万元，支出预算数870.91万元，结转结余率3.00%。") ==
        "name 结转结余率 · parts {26.13万元@1:7} · whole {870.91万元@1:20} · percent 3.00%@1:34\n");
  CHECK(ratios("资产总额200万元，负债总额10万元，资产负债率5%。") ==
        "name 资产负债率 · parts {10万元@1:15} · whole {200万元@1:5} · percent 5%@1:25\n");
  // Which of two budgets?
  CHECK(ratios("结转结余26万元，年初预算870万元，调整预算900万元，结转结余率3%。") == "");
}

TEST_CASE("what was not done is not what was done") {
  CHECK(ratios("下达任务66项，完成60项，未完成6项，完成率90.91%。") ==
        "name 完成率 · parts {60项@1:11} · whole {66项@1:5} · percent 90.91%@1:24\n");
}
