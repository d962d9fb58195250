// Places: their order, and the vaguest of them.
#include "source/place.hpp"

#include <tuple>
#include <utility>

namespace tieout::source {

namespace {

auto fields(const Place& place) {
  return std::tie(place.line, place.column, place.paragraph, place.table, place.row, place.cell,
                  place.page, place.sheet, place.address, place.pointer);
}

}  // namespace

std::strong_ordering operator<=>(const Place& a, const Place& b) {
  if (a.source != b.source) {
    if (const auto names = a.source_name() <=> b.source_name(); names != 0) return names;
  }
  return fields(a) <=> fields(b);
}

bool operator==(const Place& a, const Place& b) { return (a <=> b) == 0; }

Place in_file(std::string name) {
  return {.source = std::make_shared<const std::string>(std::move(name))};
}

}  // namespace tieout::source
