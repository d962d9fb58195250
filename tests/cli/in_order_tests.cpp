// Work side by side, results in order.
#include "cli/in_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <vector>

using tieout::cli::Caller;
using tieout::cli::InOrder;

namespace {

using Squares = InOrder<int, int>;

Squares::Work squares() {
  return [](const int& number) {
    if (number < 0) throw std::runtime_error("negative");
    return number * number;
  };
}

}  // namespace

TEST_CASE("results come in the order of the tasks, however many work at them") {
  for (const std::size_t jobs : {1U, 2U, 7U}) {
    for (const Caller caller : {Caller::waits, Caller::works}) {
      CAPTURE(jobs);
      std::vector<int> results;
      Squares work(jobs, caller, squares, [&results](int result) { results.push_back(result); });
      for (int number = 0; number < 500; ++number) work.submit(number);
      work.finish();
      REQUIRE(results.size() == 500);
      for (int number = 0; number < 500; ++number) {
        CHECK(results[static_cast<std::size_t>(number)] == number * number);
      }
    }
  }
}

TEST_CASE("what work throws comes in its turn, after the results before it") {
  for (const std::size_t jobs : {1U, 3U}) {
    for (const Caller caller : {Caller::waits, Caller::works}) {
      CAPTURE(jobs);
      std::vector<int> results;
      Squares work(jobs, caller, squares, [&results](int result) { results.push_back(result); });
      const auto run = [&work] {
        for (const int number : {1, 2, 3, -1, 4}) work.submit(number);
        work.finish();
      };
      CHECK_THROWS_WITH_AS(run(), "negative", std::runtime_error);
      CHECK(results == std::vector<int>{1, 4, 9});
    }
  }
}

TEST_CASE("tasks wait while many results are outstanding, and each thread has its own work") {
  for (const Caller caller : {Caller::waits, Caller::works}) {
    constexpr std::size_t jobs = 4;
    std::atomic<int> threads = 0;
    int submitted = 0;
    int delivered = 0;
    int most = 0;
    const auto make = [&threads] {
      ++threads;
      return squares();
    };
    Squares work(jobs, caller, make, [&](int) {
      most = std::max(most, submitted - delivered);
      ++delivered;
    });
    for (; submitted < 300; ++submitted) work.submit(submitted);
    work.finish();
    CHECK(threads == 4);
    CHECK(delivered == 300);
    CHECK(most <= 3 * static_cast<int>(jobs) + 1);
  }
}
