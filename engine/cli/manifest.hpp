// A report that was submitted as a folder of files, with a manifest.json that says how they make
// one.
#pragma once

#include "document/document.hpp"
#include "source/limits.hpp"

#include <string>

namespace tieout::cli {

/// Whether a folder is one report: it has a manifest.json.
[[nodiscard]] bool is_report_folder(const std::string& folder);

/// Reads the files that the manifest lists, in its order, as one document:
///
///     { "title": "甲单位2021年度部门整体支出绩效自评报告",
///       "files": [ "说明.txt",
///                  { "file": "收入.csv", "title": "年度收入情况", "unit": "万元" } ] }
///
/// "title"s stand before what they head, "unit" is noted above the file's tables; both may be left
/// out. Files are in the folder or below it, of any format but JSON. Throws Failure.
[[nodiscard]] document::Document read_report_folder(const std::string& folder,
                                                    const source::Limits& limits);

}  // namespace tieout::cli
