// Averages and allowances per head.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

namespace {

std::string averages(std::string_view text) { return rows(read_narrative(text), "averages"); }

}  // namespace

TEST_CASE("an average is of the count and the money of its sentence") {
  CHECK(averages("车辆20辆，全年运行费50万元，平均每辆车运行费2.5万元。") ==
        "name 全年运行费 · total 50万元@1:12 · count 20辆@1:3 · each 2.5万元@1:25\n");
  CHECK(averages("接待费2万元，接待40批次、200人次，人均100元。") ==
        "name 接待费 · total 2万元@1:4 · count 200人次@1:15 · each 100元@1:23\n");
}

TEST_CASE("what is reckoned up per head") {
  CHECK(averages("代表60名，人均500元计30000元。") ==
        "name 代表 · total 30000元@1:14 · count 60名@1:3 · each 500元@1:9\n");
  CHECK(averages("联络经费12万元，按12家街道每家1万元测算。") ==
        "name 联络经费 · total 12万元@1:5 · count 12家@1:11 · each 1万元@1:18\n");
}

TEST_CASE("norms, averages of something else and other counts are none of it") {
  CHECK(averages("培训100人，支出10万元，人均标准1200元。") == "");
  CHECK(averages("培训100人，支出10万元，其中讲师每人2000元。") == "");
  CHECK(averages("投资50万元，受益20户，户均增收3000元。") == "");
  CHECK(averages("支出10万元，培训5期，人均800元。") == "");
  CHECK(averages("车辆20辆，运行费50万元，平均每辆约2.6万元。") == "");
  CHECK(averages("培训100人，支出10万元，每人每天80元。") == "");
}

TEST_CASE("each average has the count behind the semicolon, and other averages are no totals") {
  CHECK(averages("购置费18万元，购车1辆；运行费12万元，保有量5辆，平均每辆2.4万元。") ==
        "name 运行费 · total 12万元@1:17 · count 5辆@1:25 · each 2.4万元@1:32\n"
        "or name 购置费 · total 18万元@1:4 · count 5辆@1:25 · each 2.4万元@1:32\n");
  CHECK(averages("接待费2.5万元，接待50批次、500人次，批均0.05万元，人均50元。") ==
        "name 接待费 · total 2.5万元@1:4 · count 50批次@1:12 · each 0.05万元@1:25\n"
        "name 接待费 · total 2.5万元@1:4 · count 500人次@1:17 · each 50元@1:34\n");
}
