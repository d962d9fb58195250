// The text of a document: every paragraph, in tables too, with its section.
#pragma once

#include "document/document.hpp"
#include "figure/unit.hpp"
#include "report/narrative/headings.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tieout::report::narrative {

struct Passage {
  document::PlacedText text;
  std::size_t section = 0;  ///< for Sections::path
  std::string label;        ///< of a form cell: what the cell before it says
  bool in_cell = false;

  [[nodiscard]] std::string_view view() const { return text.text(); }
};

struct Passages {
  std::vector<Passage> list;
  Sections sections;
};

/// All paragraphs with text in reading order; cells that hold only a number or nothing are left to
/// the tables.
[[nodiscard]] Passages passages_of(const document::Document& document,
                                   const figure::UnitSystem& units);

}  // namespace tieout::report::narrative
