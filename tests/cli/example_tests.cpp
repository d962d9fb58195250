// Examples of rules: their data, and what bears them out.
#include "cli/example.hpp"
#include "cli/example_data.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using cli::bears_out;
using figure::Verdict;

namespace {

struct Parts {
  std::string current;
  std::string prior;
};

Parts divided(const std::string& json) {
  const auto data = cli::divide({"rules.tie", json, 12});
  return {std::string(data.current.text()), data.prior ? std::string(data.prior->text()) : "none"};
}

/// holds, rounding, fails, undecided, not applicable, error
finding::Counts counts(std::size_t holds, std::size_t rounding, std::size_t fails,
                       std::size_t undecided, std::size_t not_applicable, std::size_t error) {
  return {holds, rounding, fails, undecided, not_applicable, error};
}

}  // namespace

TEST_CASE("an example without last year's data stays as it is") {
  CHECK(divided(R"({"a": {"prior": 1}, "b": "\"prior\": 2"})").prior == "none");
  CHECK(divided(R"({"a": {"prior": 1}})").current == R"({"a": {"prior": 1}})");
}

TEST_CASE("last year's data is cut out with one comma, and places stay") {
  const auto last = divided("{\"a\": 1,\n \"prior\": {\"a\": [2, 3]} }");
  CHECK(last.current == "{\"a\": 1 \n                        }");
  const auto first = divided(R"({"prior":{"a":"},"},"b":1})");
  CHECK(first.current == R"({                   "b":1})");
  CHECK(first.prior == R"(         {"a":"},"}       )");
  CHECK(divided(R"({"prior":{}})").current == R"({          })");
}

TEST_CASE("the parts of an example know its place") {
  const auto data = cli::divide({"rules.tie", "{\n\"prior\": {\"a\": 1}}", 12});
  REQUIRE(data.prior);
  CHECK(data.prior->place(11).line == 13);
  CHECK(data.prior->place(11).source_name() == "rules.tie");
}

TEST_CASE("broken JSON is left to its reader") {
  CHECK(divided(R"({"a": 1, "prior": {"b": 2)").prior == "none");
  CHECK(divided("{\"prior").prior == "none");
  CHECK(divided("{\"prior\"").prior == "none");
  CHECK(divided("").prior == "none");
}

TEST_CASE("an example is borne out as the language says") {
  CHECK(bears_out(counts(1, 0, 0, 0, 0, 0), Verdict::holds));
  CHECK(bears_out(counts(2, 0, 0, 0, 3, 0), Verdict::holds));
  CHECK(!bears_out(counts(1, 1, 0, 0, 0, 0), Verdict::holds));
  CHECK(!bears_out(counts(1, 0, 0, 1, 0, 0), Verdict::holds));
  CHECK(!bears_out(counts(0, 0, 0, 0, 1, 0), Verdict::holds));
  CHECK(bears_out(counts(3, 1, 1, 1, 1, 0), Verdict::fails));
  CHECK(!bears_out(counts(3, 1, 0, 1, 1, 0), Verdict::fails));
  CHECK(bears_out(counts(1, 1, 0, 1, 1, 0), Verdict::rounding));
  CHECK(!bears_out(counts(0, 1, 1, 0, 0, 0), Verdict::rounding));
  CHECK(bears_out(counts(1, 0, 0, 1, 0, 0), Verdict::undecided));
  CHECK(!bears_out(counts(0, 0, 1, 1, 0, 0), Verdict::undecided));
  CHECK(bears_out(counts(1, 0, 0, 0, 1, 0), Verdict::not_applicable));
  CHECK(!bears_out(counts(1, 0, 0, 0, 0, 0), Verdict::not_applicable));
  CHECK(!bears_out(counts(1, 0, 1, 0, 0, 1), Verdict::fails));
}
