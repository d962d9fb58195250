// Where something stands in what was submitted.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tieout::source {

/// A place a person can go to. Numbers count from 1; 0 and empty mean "does not apply".
/// Text: `line` and `column` (characters, a TAB is one). Documents: `paragraph`, `table`, `row`,
/// `cell`, `page`. Sheets: `sheet` and `address`. JSON: `pointer` (RFC 6901).
/// A figure is identified by its place, so the order is total and includes the source (how certain
/// a place is and what is stored there do not count).
struct Place {
  std::shared_ptr<const std::string> source = {};  ///< the name of the file as given; null: no file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t cell = 0;
  std::uint32_t page = 0;
  bool from_layout = false;  ///< told from where words stand on a page: less certain (PDF)
  std::string sheet = {};
  std::string address = {};
  std::string pointer = {};
  /// The characters that a sheet's cell stores, where it shows others: 0.57999999999999996 as 58%.
  std::string stored = {};

  [[nodiscard]] std::string_view source_name() const {
    return source ? std::string_view(*source) : std::string_view();
  }
};

/// Compares source names by text, so that two copies of one file's places agree.
[[nodiscard]] std::strong_ordering operator<=>(const Place& a, const Place& b);
[[nodiscard]] bool operator==(const Place& a, const Place& b);

/// Somewhere in this file.
[[nodiscard]] Place in_file(std::string name);

}  // namespace tieout::source
