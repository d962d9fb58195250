// The numbers that word processors put before paragraphs.
#include "document/list_numbers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout::document;

namespace {

std::string counted(Counting counting, std::initializer_list<std::size_t> numbers) {
  std::string all;
  for (const auto number : numbers) all += list_number(counting, number) + " ";
  return all;
}

}  // namespace

TEST_CASE("numbers are written as each way of counting writes them") {
  CHECK(counted(Counting::chinese, {1, 10, 11, 20, 21, 100, 101, 110, 1001, 9999, 10'000}) ==
        "一 十 十一 二十 二十一 一百 一百零一 一百一十 一千零一 九千九百九十九 10000 ");
  CHECK(counted(Counting::decimal, {1, 12}) == "1 12 ");
  CHECK(counted(Counting::full_width, {10}) == "１０ ");
  CHECK(counted(Counting::heavenly, {1, 10, 11}) == "甲 癸 11 ");
  CHECK(counted(Counting::enclosed, {1, 20, 21}) == "① ⑳ 21 ");
  CHECK(counted(Counting::lower_letter, {1, 26, 27}) == "a z aa ");
  CHECK(counted(Counting::upper_roman, {4, 9, 1994}) == "IV IX MCMXCIV ");
  CHECK(list_number(Counting::none, 3).empty());
}

TEST_CASE("the names that documents give to ways of counting") {
  CHECK(counting_of_word("chineseCountingThousand") == Counting::chinese);
  CHECK(counting_of_word("bullet") == Counting::none);
  CHECK(counting_of_word("hebrew1") == Counting::decimal);
  CHECK(counting_of_open_document("一, 二, 三, ...") == Counting::chinese);
  CHECK(counting_of_open_document("") == Counting::none);
}
