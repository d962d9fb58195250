// Office documents out of their parts, for tests.
#pragma once

#include "document/reader.hpp"
#include "shown.hpp"
#include "source/message.hpp"
#include "zip_file.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::document {

/// A .docx with this content of w:body; further parts are given with their paths in word/.
std::string docx(const std::string& body, const std::vector<ZipPart>& more = {});

/// A .xlsx with one sheet of this content (sheetData, mergeCells), strings and cell formats.
struct Sheet {
  std::string content;
  std::vector<std::string> strings = {};  ///< content of each <si>
  std::vector<std::string> codes = {};    ///< number format of styles 1, 2 ...
  std::string workbook_properties = {};
  std::string state = "visible";
};
std::string xlsx(const Sheet& sheet);

/// content.xml of an .odt or .ods: what stands in office:text or office:spreadsheet.
std::string odt(const std::string& text, const std::string& automatic_styles = {});
std::string ods(const std::string& spreadsheet, const std::string& automatic_styles = {});

/// The document in these bytes, and its notes in English, a line each.
Document read_bytes(const std::string& name, const std::string& bytes,
                    const source::Limits& limits = {});
std::string notes_of(const Document& document);

/// As shown(Document), places as "t1r2c3" in documents, in sheets their addresses and, behind "=",
/// what is stored there if that is not what is shown.
std::string shown_cells(const Document& document);

}  // namespace tieout::document
