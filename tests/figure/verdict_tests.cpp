// The logic of verdicts.
#include "figure/verdict.hpp"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>

using tieout::figure::both;
using tieout::figure::either;
using tieout::figure::negated;
using tieout::figure::Verdict;
using tieout::figure::verdicts;

TEST_CASE("and takes the least, or the greatest, of fails < undecided < rounding < holds") {
  constexpr std::array order = {Verdict::fails, Verdict::undecided, Verdict::rounding,
                                Verdict::holds};
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = 0; j < order.size(); ++j) {
      CHECK(both(order[i], order[j]) == order[std::min(i, j)]);
      CHECK(either(order[i], order[j]) == order[std::max(i, j)]);
    }
  }
}

TEST_CASE("not swaps holds and fails and keeps the others") {
  CHECK(negated(Verdict::holds) == Verdict::fails);
  CHECK(negated(Verdict::fails) == Verdict::holds);
  CHECK(negated(Verdict::rounding) == Verdict::rounding);
  CHECK(negated(Verdict::undecided) == Verdict::undecided);
}

TEST_CASE("logic knows no other verdicts") {
  CHECK_THROWS_AS((void)both(Verdict::holds, Verdict::not_applicable), std::logic_error);
  CHECK_THROWS_AS((void)either(Verdict::error, Verdict::holds), std::logic_error);
}

TEST_CASE("verdicts are named as the output names them") {
  constexpr std::array<std::string_view, 6> names = {"holds",     "rounding",       "fails",
                                                     "undecided", "not_applicable", "error"};
  for (std::size_t i = 0; i < verdicts.size(); ++i) CHECK(name(verdicts[i]) == names[i]);
}
