// The text of one paragraph of WordprocessingML.
#pragma once

#include "document/xml.hpp"

#include <string>
#include <vector>

namespace tieout::document {

struct DocxParagraph {
  std::vector<std::string> lines = {""};  ///< parted where the author broke them
  std::vector<pugi::xml_node> boxes;      ///< w:txbxContent
  std::vector<std::string> footnotes;     ///< ids
  std::vector<std::string> endnotes;
  bool goes_on = false;  ///< its end was deleted: the next paragraph continues it
};

/// What reading met that the document should be told to have.
struct DocxTold {
  bool changes = false;  ///< tracked: read as accepted
  bool hidden = false;   ///< text that is not printed: left out
};

/// Reads a w:p: what is inserted is in it, what is deleted or hidden is not.
[[nodiscard]] DocxParagraph read_docx_paragraph(const pugi::xml_node& paragraph, DocxTold& told);

}  // namespace tieout::document
