// Zip files and office documents out of their parts.
#include "packages.hpp"

#include <fmt/format.h>

namespace tieout::document {

namespace {

std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string xml =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
  int number = 0;
  for (const auto& [type, target] : targets) {
    xml += fmt::format(
        "<Relationship Id='r{}' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/{}' Target='{}'/>",
        ++number, type, target);
  }
  return xml + "</Relationships>";
}

std::string open_document(const std::string& type, const std::string& element,
                          const std::string& content, const std::string& automatic_styles) {
  return zipped(
      {{"mimetype", "application/vnd.oasis.opendocument." + type, false},
       {"content.xml",
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' "
        "xmlns:draw='d'><office:automatic-styles>" +
            automatic_styles + "</office:automatic-styles><office:body><office:" + element + ">" +
            content + "</office:" + element + "></office:body></office:document-content>"}});
}

}  // namespace

std::string docx(const std::string& body, const std::vector<ZipPart>& more) {
  std::vector<ZipPart> parts = {
      {"_rels/.rels", relations({{"officeDocument", "word/document.xml"}})},
      {"word/document.xml", "<w:document xmlns:w='w' xmlns:mc='mc' xmlns:wps='wps'><w:body>" +
                                body + "</w:body></w:document>"}};
  std::vector<std::pair<std::string, std::string>> targets;
  for (const auto& part : more) {
    targets.emplace_back(part.path.substr(0, part.path.find('.')), part.path);
    parts.push_back({"word/" + part.path, part.bytes});
  }
  parts.push_back({"word/_rels/document.xml.rels", relations(targets)});
  return zipped(parts);
}

std::string xlsx(const Sheet& sheet) {
  std::string strings = "<sst>";
  for (const auto& each : sheet.strings) strings += "<si>" + each + "</si>";
  std::string formats;
  std::string styles = "<xf numFmtId='0'/>";
  int id = 200;
  for (const auto& code : sheet.codes) {
    formats += fmt::format("<numFmt numFmtId='{}' formatCode='{}'/>", ++id, code);
    styles += fmt::format("<xf numFmtId='{}'/>", id);
  }
  return zipped({{"_rels/.rels", relations({{"officeDocument", "xl/workbook.xml"}})},
                 {"xl/workbook.xml", "<workbook xmlns:r='r'>" + sheet.workbook_properties +
                                         "<sheets><sheet name='收入' sheetId='7' state='" +
                                         sheet.state + "' r:id='r1'/></sheets></workbook>"},
                 {"xl/_rels/workbook.xml.rels", relations({{"worksheet", "worksheets/sheet1.xml"},
                                                           {"sharedStrings", "sharedStrings.xml"},
                                                           {"styles", "styles.xml"}})},
                 {"xl/sharedStrings.xml", strings + "</sst>"},
                 {"xl/styles.xml", "<styleSheet><numFmts>" + formats + "</numFmts><cellXfs>" +
                                       styles + "</cellXfs></styleSheet>"},
                 {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet.content + "</worksheet>"}});
}

std::string odt(const std::string& text, const std::string& automatic_styles) {
  return open_document("text", "text", text, automatic_styles);
}

std::string ods(const std::string& spreadsheet, const std::string& automatic_styles) {
  return open_document("spreadsheet", "spreadsheet", spreadsheet, automatic_styles);
}

Document read_bytes(const std::string& name, const std::string& bytes,
                    const source::Limits& limits) {
  return read_document(recognise_format(name, bytes, limits), name, bytes, limits);
}

std::string notes_of(const Document& document) {
  std::string notes;
  for (const auto& note : document.notes) {
    notes += source::render(note, source::Language::en) + "\n";
  }
  return notes;
}

namespace {

std::string where(const source::Place& place) {
  if (!place.address.empty()) {
    return place.sheet + "!" + place.address + (place.stored.empty() ? "" : "=" + place.stored);
  }
  if (place.table > 0) return fmt::format("t{}r{}c{}", place.table, place.row, place.cell);
  return fmt::format("p{}", place.paragraph);
}

}  // namespace

std::string shown_cells(const Document& document) {
  std::string result;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      const auto& text = paragraph->text;
      result += where(text.place(0)) + " " + text.text();
      if (paragraph->heading_level > 0) result += fmt::format(" (h{})", paragraph->heading_level);
      result += "\n";
      continue;
    }
    for (const auto& row : std::get<Table>(block).rows) {
      for (const auto& cell : row.cells) {
        result += "[" + where(cell.paragraphs.front().place(0)) + fmt::format(" {}:", cell.column);
        for (const auto& paragraph : cell.paragraphs) {
          result += (&paragraph == &cell.paragraphs.front() ? "" : "*") + paragraph.text();
        }
        if (cell.row_span > 1) result += fmt::format(" down {}", cell.row_span);
        if (cell.column_span > 1) result += fmt::format(" over {}", cell.column_span);
        result += "]";
      }
      result += "\n";
    }
  }
  return result;
}

}  // namespace tieout::document
