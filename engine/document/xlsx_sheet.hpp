// One worksheet of a .xlsx, streamed.
#pragma once

#include "document/archive.hpp"
#include "document/number_format.hpp"
#include "document/worksheet.hpp"
#include "document/xml.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

/// What all sheets of a workbook share.
struct Workbook {
  std::vector<std::string> strings;   ///< by index
  std::vector<NumberFormat> formats;  ///< by style
  bool from_1904 = false;
};

[[nodiscard]] Worksheet read_worksheet(Archive& package, const std::string& part,
                                       const Workbook& workbook);

/// xl/sharedStrings.xml; empty for an empty path.
[[nodiscard]] std::vector<std::string> read_shared_strings(Archive& package,
                                                           const std::string& part);

/// The format of each style of xl/styles.xml.
[[nodiscard]] std::vector<NumberFormat> read_formats(const pugi::xml_node& styles);

}  // namespace tieout::document
