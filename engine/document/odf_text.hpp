// The text of one paragraph of OpenDocument.
#pragma once

#include "document/xml.hpp"

#include <string>
#include <vector>

namespace tieout::document {

struct OdfParagraph {
  std::vector<std::string> lines = {""};
  std::vector<pugi::xml_node> attached;  ///< text boxes and bodies of notes
};

/// Reads a text:p or text:h. White space collapses; annotations are no part of the text.
[[nodiscard]] OdfParagraph read_odf_paragraph(const pugi::xml_node& paragraph);

}  // namespace tieout::document
