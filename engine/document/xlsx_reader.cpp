// Excel workbooks: sheets as tables.
#include "document/xlsx_reader.hpp"

#include "document/document_builder.hpp"
#include "document/opc.hpp"
#include "document/xlsx_sheet.hpp"

#include <algorithm>
#include <vector>

namespace tieout::document {

namespace {

class XlsxReader {
 public:
  XlsxReader(Archive& package, const std::string& name, const std::string& part)
      : package_(package),
        builder_(name, package.limits()),
        related_(relationships(package, part)),
        tree_(package.read(part), package.place(), package.limits()) {
    workbook_.strings =
        read_shared_strings(package, part_of_type(package, related_, "sharedStrings"));
    workbook_.formats = read_formats(tree_of_type(package, related_, "styles").root());
    const auto epoch = attribute(child(tree_.root(), "workbookPr"), "date1904");
    workbook_.from_1904 = epoch == "1" || epoch == "true";
  }

  Document read() {
    for (const auto& sheet : child(tree_.root(), "sheets").children()) {
      if (local_name(sheet) == "sheet") read_sheet(sheet);
    }
    return builder_.finish();
  }

 private:
  Archive& package_;
  DocumentBuilder builder_;
  std::vector<Relationship> related_;
  XmlTree tree_;
  Workbook workbook_;
  std::uint32_t sheets_ = 0;

  void read_sheet(const pugi::xml_node& node) {
    const auto id = relation_of(node);
    const auto part = std::ranges::find(related_, id, &Relationship::id);
    // Charts and dialogs have sheets of their own.
    if (part == related_.end() || part->type != "worksheet") return;
    auto sheet = read_worksheet(package_, part->part, workbook_);
    sheet.hidden = attribute(node, "state").ends_with("idden");
    add_sheet(sheet, std::string(attribute(node, "name")), ++sheets_, builder_);
  }

  /// r:id, whatever its prefix; sheetId is another.
  static std::string_view relation_of(const pugi::xml_node& node) { return attribute(node, "id"); }
};

}  // namespace

Document read_xlsx(Archive& package, const std::string& name, const std::string& part) {
  return XlsxReader(package, name, part).read();
}

}  // namespace tieout::document
