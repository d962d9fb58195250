// Where figures stand in the texts of a document.
#pragma once

#include "document/document.hpp"
#include "source/place.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace tieout::output {

/// Bytes [begin, end) of a text are the figure `id`.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t id = 0;
};

/// Figures to be found again in the document that they were read from.
class Marks {
 public:
  /// The figure's id; one place has one, from 0 in the order they are added.
  std::size_t add(const source::Place& place, std::string_view raw);

  /// The figures in a paragraph, or in a paragraph of a cell, in its order; they do not overlap.
  [[nodiscard]] std::vector<Mark> in(const document::PlacedText& text) const;

 private:
  /// A line and a column say enough; else all the rest. In the order of reading.
  using Key = std::tuple<std::string, std::uint32_t, std::string, std::string, std::uint32_t,
                         std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;
  struct Figure {
    std::string raw;
    std::size_t id = 0;
  };

  static Key key(const source::Place& place);

  std::map<Key, Figure> figures_;
};

}  // namespace tieout::output
