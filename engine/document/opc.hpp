// Packages of Office Open XML: which part belongs to which.
#pragma once

#include "document/archive.hpp"
#include "document/xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

struct Relationship {
  std::string id;
  std::string type;  ///< the last word of its URI: "styles", "officeDocument"
  std::string part;  ///< path in the package
};

/// What a part refers to within the package; "" are the package's own. Empty if it refers to
/// nothing.
[[nodiscard]] std::vector<Relationship> relationships(Archive& package, std::string_view part);

/// The path of the first part of a type; empty if there is none in the package.
[[nodiscard]] std::string part_of_type(Archive& package, const std::vector<Relationship>& all,
                                       std::string_view type);

/// The part of that type as a tree, which is of nothing if the package does not have it.
[[nodiscard]] XmlTree tree_of_type(Archive& package, const std::vector<Relationship>& all,
                                   std::string_view type);

/// The path of the document's main part (word/document.xml, xl/workbook.xml); empty if there is
/// none.
[[nodiscard]] std::string main_part(Archive& package);

}  // namespace tieout::document
