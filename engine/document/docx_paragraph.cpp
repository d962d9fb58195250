// The text of one paragraph of WordprocessingML.
#include "document/docx_paragraph.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::document {

namespace {

class ParagraphReader {
 public:
  ParagraphReader(DocxParagraph& paragraph, DocxTold& told) : paragraph_(paragraph), told_(told) {}

  void read(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) read_node(node);
  }

 private:
  DocxParagraph& paragraph_;
  DocxTold& told_;

  void read_node(const pugi::xml_node& node) {
    const auto name = local_name(node);
    if (name == "t") {
      add(node.text().get());
    } else if (name == "tab" || name == "ptab") {
      add("\t");
    } else if (name == "br" || name == "cr") {
      paragraph_.lines.emplace_back();
    } else if (name == "noBreakHyphen") {
      add("-");
    } else if (name == "del" || name == "moveFrom") {
      told_.changes = true;
    } else if (name == "footnoteReference") {
      paragraph_.footnotes.emplace_back(attribute(node, "id"));
    } else if (name == "endnoteReference") {
      paragraph_.endnotes.emplace_back(attribute(node, "id"));
    } else if (name == "txbxContent") {
      paragraph_.boxes.push_back(node);
    } else if (name == "AlternateContent") {
      // The same thing for newer and older programs.
      const auto choice = child(node, "Choice");
      read(choice ? choice : child(node, "Fallback"));
    } else if (name == "r" && is_hidden(node)) {
      told_.hidden = true;
    } else if (!is_passed_over(name)) {
      if (name == "ins" || name == "moveTo") told_.changes = true;
      read(node);
    }
  }

  void add(std::string_view text) { paragraph_.lines.back() += text; }

  static bool is_hidden(const pugi::xml_node& run) {
    const auto vanish = child(child(run, "rPr"), "vanish");
    const auto value = attribute(vanish, "val");
    return vanish && value != "0" && value != "false";
  }

  /// Properties, the texts of fields' instructions, phonetic readings, deleted text, charts.
  static bool is_passed_over(std::string_view name) {
    static constexpr std::array<std::string_view, 9> names = {
        "pPr", "rPr", "sdtPr", "instrText", "delText", "delInstrText", "rt", "rubyPr", "chart"};
    return std::ranges::find(names, name) != names.end();
  }
};

}  // namespace

DocxParagraph read_docx_paragraph(const pugi::xml_node& paragraph, DocxTold& told) {
  DocxParagraph result;
  ParagraphReader(result, told).read(paragraph);
  const auto mark = child(child(paragraph, "pPr"), "rPr");
  result.goes_on = child(mark, "del") || child(mark, "moveFrom");
  if (result.goes_on || child(mark, "ins")) told.changes = true;
  return result;
}

}  // namespace tieout::document
