// The text of one paragraph of OpenDocument.
#include "document/odf_text.hpp"

#include <algorithm>
#include <array>

namespace tieout::document {

namespace {

class ParagraphReader {
 public:
  explicit ParagraphReader(OdfParagraph& paragraph) : paragraph_(paragraph) {}

  void read(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        add(node.value());
      } else {
        read_element(node, local_name(node));
      }
    }
  }

 private:
  OdfParagraph& paragraph_;

  [[nodiscard]] std::string& line() { return paragraph_.lines.back(); }

  /// Runs of white space are one space.
  void add(std::string_view text) {
    for (const char letter : text) {
      const bool space = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
      if (!space) {
        line() += letter;
      } else if (!line().empty() && line().back() != ' ') {
        line() += ' ';
      }
    }
  }

  void read_element(const pugi::xml_node& node, std::string_view name) {
    constexpr std::size_t most_spaces = 100;
    static constexpr std::array<std::string_view, 6> passed_over = {
        "annotation", "annotation-end", "note-citation", "ruby-text", "desc", "title"};
    if (name == "s") {
      line().append(whole_number(attribute(node, "c"), 1, most_spaces), ' ');
    } else if (name == "tab") {
      line() += '\t';
    } else if (name == "line-break") {
      paragraph_.lines.emplace_back();
    } else if (name == "note-body" || name == "text-box") {
      paragraph_.attached.push_back(node);
    } else if (std::ranges::find(passed_over, name) == passed_over.end()) {
      read(node);
    }
  }
};

}  // namespace

OdfParagraph read_odf_paragraph(const pugi::xml_node& paragraph) {
  OdfParagraph result;
  ParagraphReader(result).read(paragraph);
  return result;
}

}  // namespace tieout::document
