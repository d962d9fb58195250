// The items of a cell as text: "number text@line:column", "-" without a number.
#pragma once

#include "report/numbered_items.hpp"

#include <sstream>
#include <string>

inline std::string items(const std::string& text) {
  tieout::document::Cell cell;
  std::istringstream lines(text);
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    tieout::source::Place place;
    place.line = ++number;
    place.column = 1;
    cell.paragraphs.emplace_back(line, place);
  }
  std::string shown;
  for (const auto& item : tieout::report::numbered_items(cell)) {
    const auto place = item.text.place(0);
    shown += (item.number ? std::to_string(*item.number) : "-") + " " + item.text.text() + "@" +
             std::to_string(place.line) + ":" + std::to_string(place.column) + "\n";
  }
  return shown;
}
