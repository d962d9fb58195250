// The figure of a table that words of the narrative name.
#include "report/narrative/named_cell.hpp"

#include <variant>
#include <vector>

namespace tieout::report::narrative {

std::optional<figure::Figure> named_cell(const Narrative& text, const Binder& binder,
                                         std::string_view name, std::size_t statement) {
  const Statement& stated = text.statements[statement];
  const std::size_t section = text.passages.list[stated.passage].section;
  Binder::Mention mention;
  mention.headings = text.passages.sections.titles(section);
  const std::vector<Subject> scope = binder.subjects(mention.headings);
  mention.name = name;
  mention.scope = &scope;
  mention.figure = &stated.figure;
  mention.entity = text.entity;
  for (const BoundItem& bound : binder.bind(mention, text.period)) {
    const Row* row = binder.row(bound);
    if (row == nullptr) continue;
    if (const auto* cell = std::get_if<figure::Figure>(&row->values[bound.item])) return *cell;
  }
  return std::nullopt;
}

}  // namespace tieout::report::narrative
