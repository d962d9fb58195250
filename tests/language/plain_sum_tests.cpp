// Which checks are plain sums, that no explanation makes right.
#include "compiled.hpp"
#include "language/plain_sum.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout::language;

namespace {

bool plain(const std::string& clauses) {
  const auto result = compiled("rule r " + clauses);
  REQUIRE(result.diagnostics.empty());
  return is_plain_sum(result.program.rules.at(0).checks.at(0));
}

}  // namespace

TEST_CASE("additions that must come out equal are plain sums") {
  CHECK(plain("over spending check total = basic + project"));
  CHECK(plain("over spending check total == basic + project"));
  CHECK(plain("over spending check total - basic = project"));
  CHECK(plain("over spending let parts = basic + project check total = parts"));
  CHECK(plain("over spending check total = basic + coalesce(project, 0)"));
  CHECK(plain("check spending[summary].total = sum(spending[units].total)"));
  CHECK(
      plain("over spending check if basic > 0 then total = basic + project else total = project "
            "+ basic"));
}

TEST_CASE("other relations are not") {
  CHECK_FALSE(plain("over spending check total = basic"));
  CHECK_FALSE(plain("over spending check total <= basic + project"));
  CHECK_FALSE(plain("over spending check total = basic + project within 1%"));
  CHECK_FALSE(plain("over spending check total = basic * 2 + project"));
  CHECK_FALSE(plain("over spending check total / basic = 50%"));
  CHECK_FALSE(plain("over spending check total = max(spending.total)"));
  CHECK_FALSE(plain("over spending check present(total)"));
}
