// The units of one unit file, found by their spellings.
#include "figure/unit.hpp"

#include "figure/characters.hpp"
#include "source/message.hpp"

#include <algorithm>
#include <utility>

namespace tieout::figure {

namespace {

using source::Failure;
using source::Message;

/// The bytes that `spelling` takes at the front of `text`, spaces between its characters included;
/// 0 if it does not stand there.
std::size_t match(std::string_view text, std::u32string_view spelling) {
  std::size_t at = 0;
  for (const char32_t wanted : spelling) {
    if (at != 0) at = after_spaces(text, at);
    const Character next = character_at(text, at);
    if (lower(next.code) != wanted) return 0;
    at += next.bytes;
  }
  const char32_t following = character_at(text, at).code;
  const bool inside_word =
      is_letter(spelling.back()) && (is_letter(following) || is_digit(following));
  return inside_word ? 0 : at;
}

}  // namespace

UnitSystem::UnitSystem(std::vector<Unit> units)
    : units_(std::make_move_iterator(units.begin()), std::make_move_iterator(units.end())),
      bare_(std::make_unique<const Unit>(Unit{.id = "",
                                              .names = {},
                                              .dimension = Dimension(Dimension::Kind::count),
                                              .factor = 1,
                                              .not_before = {}})) {
  const auto add = [this](const std::string& name, const Unit& unit) {
    const std::u32string spelling = spelling_of(name);
    if (spelling.empty()) throw Failure(Message("figure.unit_without_name"));
    if (!by_spelling_.emplace(spelling, &unit).second) {
      throw Failure(Message("figure.unit_twice", {{"name", name}}));
    }
    // 1.85万册 is 1.85 万 of 册, stated to 100; 万册 as a unit heads columns.
    const bool multiple = unit.dimension.kind() == Dimension::Kind::count && unit.factor != 1;
    if (!multiple) by_first_[spelling.front()].push_back({spelling, &unit});
  };
  for (const Unit& unit : units_) {
    add(unit.id, unit);
    for (const std::string& name : unit.names) add(name, unit);
  }
  for (auto& [first, spellings] : by_first_) {
    std::ranges::stable_sort(spellings, std::ranges::greater(),
                             [](const Spelling& each) { return each.characters.size(); });
  }
  const auto needed = [this](const std::string& name) {
    const Unit* unit = find(name);
    if (unit == nullptr || unit->dimension.kind() != Dimension::Kind::ratio) {
      throw Failure(Message("figure.unit_needed", {{"name", name}}));
    }
    return unit;
  };
  percent_ = needed("%");
  percentage_point_ = needed("百分点");
}

const Unit* UnitSystem::find(std::string_view name) const {
  const auto found = by_spelling_.find(spelling_of(name));
  return found == by_spelling_.end() ? nullptr : found->second;
}

std::pair<const Unit*, std::size_t> UnitSystem::prefix(std::string_view text) const {
  const auto candidates = by_first_.find(lower(character_at(text, 0).code));
  if (candidates == by_first_.end()) return {nullptr, 0};
  for (const auto& [characters, unit] : candidates->second) {
    const std::size_t bytes = match(text, characters);
    if (bytes == 0) continue;
    const std::string_view following = text.substr(bytes);
    const bool other_word = std::ranges::any_of(
        unit->not_before, [&](const std::string& word) { return following.starts_with(word); });
    if (!other_word) return {unit, bytes};
  }
  return {nullptr, 0};
}

}  // namespace tieout::figure
