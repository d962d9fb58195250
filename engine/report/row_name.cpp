// Looks for texts.
#include "report/row_name.hpp"

#include <variant>

namespace tieout::report {

std::string name_of(const Row& row, const schema::Table& table) {
  std::string name;
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    const auto* const text = std::get_if<Text>(&row.values[i]);
    if (text == nullptr) continue;
    name += (name.empty() ? "" : " ") + text->text;
    const bool row_follows = i + 1 < row.values.size() && table.columns[i].id == "item" &&
                             table.columns[i + 1].id == "row";
    if (!row_follows) break;
  }
  return name;
}

}  // namespace tieout::report
