// The indicators of the ministry's frame for evaluating a department's whole spending
// (财预〔2020〕10号) and what else every balance is described by.
#include "report/narrative/defined_rates.hpp"

#include <algorithm>
#include <array>

namespace tieout::report::narrative {
namespace {

constexpr std::array<std::string_view, 3> employed = {"在职", "实有", "在编"};
constexpr std::array<std::string_view, 1> posts = {"编制"};
constexpr std::array<std::string_view, 2> left = {"结转", "结余"};
constexpr std::array<std::string_view, 1> budget = {"预算"};
constexpr std::array<std::string_view, 4> adjusted = {"调整数", "调增", "调减", "追加"};
constexpr std::array<std::string_view, 2> first_budget = {"年初", "批复"};
constexpr std::array<std::string_view, 1> debts = {"负债"};
constexpr std::array<std::string_view, 1> assets = {"资产"};

constexpr std::array<DefinedRate, 4> rates = {{{"在职人员控制率", employed, posts},
                                               {"结转结余率", left, budget},
                                               {"预算调整率", adjusted, first_budget},
                                               {"资产负债率", debts, assets}}};

}  // namespace

const DefinedRate* defined_rate(std::string_view name) {
  const auto found = std::ranges::find_if(
      rates, [&](const DefinedRate& rate) { return name.ends_with(rate.name); });
  return found == rates.end() ? nullptr : &*found;
}

}  // namespace tieout::report::narrative
