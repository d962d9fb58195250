// Places of figures, looked for in texts by their places.
#include "output/marks.hpp"

#include <algorithm>

namespace tieout::output {

namespace {

bool begins_character(std::string_view text, std::size_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

// At most `wanted`, at the begin of a character.
std::size_t at_character(std::string_view text, std::size_t wanted) {
  auto offset = std::min(wanted, text.size());
  while (!begins_character(text, offset)) --offset;
  return offset;
}

}  // namespace

std::size_t Marks::add(const source::Place& place, std::string_view raw) {
  return figures_.try_emplace(key(place), Figure{std::string(raw), figures_.size()})
      .first->second.id;
}

Marks::Key Marks::key(const source::Place& place) {
  const std::string source(place.source_name());
  if (place.line > 0) return {source, place.line, {}, {}, 0, 0, 0, 0, 0, place.column};
  return {source,      0,         place.sheet, place.address,   place.page,
          place.table, place.row, place.cell,  place.paragraph, place.column};
}

std::vector<Mark> Marks::in(const document::PlacedText& text) const {
  std::vector<Mark> marks;
  const std::string_view all = text.text();
  if (figures_.empty() || all.empty()) return marks;
  auto figure = figures_.lower_bound(key(text.place(0)));
  const auto end = figures_.upper_bound(key(text.place(all.size())));
  // Texts are read on and on, so places grow with offsets; a figure is where its place is reached.
  for (; figure != end; ++figure) {
    const auto& [wanted, found] = *figure;
    std::size_t low = 0;
    std::size_t high = all.size();
    while (low < high) {
      const auto middle = at_character(all, low + (high - low) / 2);
      if (key(text.place(middle)) < wanted) {
        low = middle + 1;
        while (!begins_character(all, low)) ++low;
      } else {
        high = middle;
      }
    }
    if (low == all.size() || key(text.place(low)) != wanted) continue;
    if (!marks.empty() && low < marks.back().end) continue;
    const auto length = found.raw.empty() ? all.size() - low : found.raw.size();
    marks.push_back({low, std::max(at_character(all, low + length), low + 1), found.id});
  }
  return marks;
}

}  // namespace tieout::output
