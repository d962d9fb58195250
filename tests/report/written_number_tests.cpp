// Numbers of every length are read from their characters as decimals are.
#include "report/written_number.hpp"

#include "figure/exact.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

using namespace tieout;

namespace {

/// So many digits, the first of which may be zero.
std::string digits(std::size_t number, char first) {
  std::string text;
  for (std::size_t i = 0; i < number; ++i) {
    text += i == 0 ? first : static_cast<char>('0' + (3 + 7 * i) % 10);
  }
  return text;
}

/// The number that a text begins with, with readable bytes behind it.
report::WrittenNumber read(const std::string& text) {
  const std::string padded = text + std::string(64, '\0');
  return report::written_number(padded.data());
}

}  // namespace

TEST_CASE("a number is read from its characters, whatever its length and what follows it") {
  for (std::size_t whole = 1; whole <= 20; ++whole) {
    for (std::size_t decimals = 0; decimals <= 20; ++decimals) {
      for (const std::string sign : {"", "-"}) {
        for (const std::string behind : {"", ",", "}", "\"", "万元", "%", " ", "e5"}) {
          for (const char first : {'0', '7'}) {
            const std::string number =
                sign + digits(whole, first) + (decimals == 0 ? "" : "." + digits(decimals, '0'));
            CAPTURE(number + behind);
            const auto read_number = read(number + behind);
            if (whole + decimals > 18 || (whole > 1 && first == '0')) {
              CHECK(read_number.size == 0);
              continue;
            }
            REQUIRE(read_number.size == number.size());
            CHECK(read_number.decimals == decimals);
            const figure::Decimal value{read_number.digits, static_cast<int>(decimals)};
            CHECK(value.rational() == figure::Decimal::parse(number)->rational());
          }
        }
      }
    }
  }
}

TEST_CASE("a number ends where JSON's grammar ends it") {
  CHECK(read("1.25.5").size == 4);
  CHECK(read("12345678.5.5").size == 10);
  CHECK(read("0.0").size == 3);
  for (const std::string none :
       {"", "-", ".5", "1.", "12345678.", "-.5", "+1", "--1", "00", "01.5", "１", "/", ":", "x1"}) {
    CAPTURE(none);
    CHECK(read(none).size == 0);
  }
}

TEST_CASE("what is no digit is told of sixteen characters as of twice eight") {
  std::string text = "0123456789012345";
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (unsigned byte = 0; byte < 256; ++byte) {
      text[at] = static_cast<char>(byte);
      const unsigned others = report::written::others_of_eight(text.data()) |
                              report::written::others_of_eight(text.data() + 8) << 8U;
      CHECK((report::written::others_of_sixteen(text.data()) & 0x1FFFFU) == (others | 1U << 16U));
      const bool is_digit = byte >= '0' && byte <= '9';
      CHECK(others == (is_digit ? 0 : 1U << at));
    }
    text[at] = '0';
  }
  // What stands before it changes nothing.
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::string two = {static_cast<char>(byte), '9'};
    const bool is_digit = byte >= '0' && byte <= '9';
    CHECK(report::written::others_of_eight((two + "999999").data()) == (is_digit ? 0 : 1U));
  }
}
