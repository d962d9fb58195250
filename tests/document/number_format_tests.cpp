// Numbers as spreadsheets store and show them.
#include "document/number_format.hpp"

#include <doctest/doctest.h>

#include <string>

using tieout::document::NumberFormat;
using tieout::document::StoredNumber;

namespace {

std::string stored(const char* text) {
  const auto number = StoredNumber::from_text(text);
  return number ? number->text() : "none";
}

std::string shown(const char* code, const char* text) {
  return NumberFormat(code).shown(*StoredNumber::from_text(text));
}

std::string date(const char* code, const char* text, bool from_1904 = false) {
  return NumberFormat(code).shown_date(*StoredNumber::from_text(text), from_1904).value_or("none");
}

}  // namespace

TEST_CASE("what was stored as a binary number is the decimal of fifteen digits") {
  CHECK(stored("0.57999999999999996") == "0.58");
  CHECK(stored("1003.3000000000001") == "1003.3");
  CHECK(stored("-0.1") == "-0.1");
  CHECK(stored("1.0E-2") == "0.01");
  CHECK(stored("1.5e3") == "1500");
  CHECK(stored("9.9999999999999999E2") == "1000");
  CHECK(stored("123456789012345678") == "123456789012346000");
  CHECK(stored("0.00") == "0");
  CHECK(stored("-0") == "0");
  CHECK(stored("1.5.5") == "none");
  CHECK(stored("1e999999") == "none");
  CHECK(stored("一") == "none");
  CHECK(stored("") == "none");
}

TEST_CASE("a format gives the decimals, the separators and the words around a number") {
  CHECK(shown("0.00", "1003.3") == "1003.30");
  CHECK(shown("0.00", "1003.305") == "1003.31");
  CHECK(shown("0.00", "-0.004") == "0.00");
  CHECK(shown("0.00", "9.999") == "10.00");
  CHECK(shown("0", "0.5") == "1");
  CHECK(shown("#,##0.00", "1234567.891") == "1,234,567.89");
  CHECK(shown("#,##0", "-999") == "-999");
  CHECK(shown("0.0%", "0.92310000000000003") == "92.3%");
  CHECK(shown("0.##", "12.50") == "12.5");
  CHECK(shown("0.##", "12") == "12");
  CHECK(shown("¥#,##0.00", "-5") == "-¥5.00");
  CHECK(shown("[$¥-804]#,##0.00;[Red]-#,##0.00", "5") == "¥5.00");
  CHECK(shown("0.00,", "12345.6") == "12.35");
  CHECK(shown("0!.0,\"万元\"", "359390") == "35.9万元");
  CHECK(shown("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0") == "0.00");
  CHECK(shown("#,##0.00_);(#,##0.00)", "-12.5") == "-12.50");
}

TEST_CASE("what no decimals are said for is shown as it is stored") {
  for (const auto* code : {"General", "@", "0.00E+00", "# ?/?", "", "G/通用格式"}) {
    CAPTURE(code);
    CHECK(shown(code, "1003.30") == "1003.3");
  }
}

TEST_CASE("days are dates as far as the format shows them") {
  CHECK(date("yyyy-mm-dd", "43261") == "2018-06-10");
  CHECK(date("yyyy/m/d h:mm", "43261.9999") == "2018-06-10");
  CHECK(date("yyyy\"年\"m\"月\"", "43261") == "2018年6月");
  CHECK(date("yyyy\"年\"", "43261") == "2018年");
  CHECK(date("yyyy-mm-dd", "1") == "1900-01-01");
  CHECK(date("yyyy-mm-dd", "61") == "1900-03-01");
  CHECK(date("yyyy-mm-dd", "41799", true) == "2018-06-10");
  CHECK(date("yyyy-mm-dd", "9999999") == "none");
  CHECK_FALSE(NumberFormat("[h]:mm").is_date());
  CHECK_FALSE(NumberFormat("0.00\"day\"").is_date());
}
