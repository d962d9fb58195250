// Amounts of which the schema says what they divide into.
#include "report/narrative/divisions.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tieout::report::narrative {
namespace {

/// The one position at which one of the names stands; none if it stands nowhere, or `twice`.
template <class Matches>
std::optional<std::size_t> only(std::size_t count, const Matches& matches, bool& twice) {
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < count; ++at) {
    if (!matches(at)) continue;
    twice = twice || found.has_value();
    found = at;
  }
  return found;
}

}  // namespace

Divisions::Divisions(const schema::Schema& schema, std::string_view entity) : entity_(entity) {
  const auto add = [this](const schema::Item& item) {
    if (item.kinds.empty()) return;
    Division division;
    division.names.push_back(essence_of(item.title));
    for (const std::string& caption : item.captions) division.names.push_back(essence_of(caption));
    for (const auto& names : item.kinds) {
      auto& kind = division.kinds.emplace_back();
      for (const std::string& name : names) kind.push_back(essence_of(name));
    }
    divisions_.push_back(std::move(division));
  };
  std::ranges::for_each(schema.scalars, add);
  for (const schema::Table& table : schema.tables) std::ranges::for_each(table.columns, add);
}

Divisions::Essence Divisions::essence_of(std::string_view name) const {
  static constexpr std::string_view plans[] = {"预算",     "预算数",   "预算总额", "年初预算",
                                               "总预算",   "预算合计", "预算安排", "预算总计",
                                               "预算金额", "全年预算", "决算"};
  const std::string core = core_of(without_suffixes(name, plans), entity_);
  return {schema::folded(core), schema::folded(stem_of(core))};
}

bool Divisions::is_one_of(const Essence& name, const std::vector<Essence>& names) {
  return std::ranges::any_of(names, [&name](const Essence& each) {
    return each.core == name.core || each.stem == name.stem;
  });
}

/// 一般公共预算财政拨款基本支出 is 基本支出 of some kind.
bool Divisions::ends_in(const Essence& total, const Division& division) {
  return std::ranges::any_of(division.names, [&total](const Essence& each) {
    return (han_count(each.core) > 1 && total.core.ends_with(each.core)) ||
           (han_count(each.stem) > 1 && total.stem.ends_with(each.stem));
  });
}

const Divisions::Division* Divisions::division_of(const std::vector<Essence>& kind) const {
  const auto found = std::ranges::find_if(divisions_, [&kind](const Division& division) {
    return std::ranges::any_of(division.names,
                               [&kind](const Essence& name) { return is_one_of(name, kind); });
  });
  return found == divisions_.end() ? nullptr : &*found;
}

std::vector<std::size_t> Divisions::complete(const Division& division,
                                             const std::vector<Essence>& parts) const {
  std::vector<std::size_t> used;
  std::vector<std::size_t> within;  // parts of a part that stands there too
  bool twice = false;
  for (const auto& kind : division.kinds) {
    const auto whole =
        only(parts.size(), [&](std::size_t at) { return is_one_of(parts[at], kind); }, twice);
    const Division* const inner = division_of(kind);
    std::vector<std::size_t> pieces;
    for (std::size_t each = 0; inner != nullptr && each < inner->kinds.size(); ++each) {
      const auto piece = only(
          parts.size(), [&](std::size_t at) { return is_one_of(parts[at], inner->kinds[each]); },
          twice);
      if (piece) pieces.push_back(*piece);
    }
    if (whole) {
      used.push_back(*whole);
      within.insert(within.end(), pieces.begin(), pieces.end());
    } else if (inner != nullptr && pieces.size() == inner->kinds.size()) {
      used.insert(used.end(), pieces.begin(), pieces.end());
    } else {
      return {};
    }
  }
  if (twice) return {};
  std::ranges::sort(used);
  for (std::size_t at = 0; at < used.back(); ++at) {
    const bool known =
        std::ranges::find(used, at) != used.end() || std::ranges::find(within, at) != within.end();
    if (!known) return {};
  }
  return used;
}

bool Divisions::divides(std::string_view total) const {
  const Essence essence = essence_of(total);
  return std::ranges::any_of(
      divisions_, [&essence](const Division& division) { return ends_in(essence, division); });
}

std::vector<std::size_t> Divisions::complete(std::string_view total,
                                             const std::vector<std::string>& parts) const {
  const Essence essence = essence_of(total);
  std::vector<Essence> essences;
  essences.reserve(parts.size());
  for (const std::string& part : parts) essences.push_back(essence_of(part));
  for (const Division& division : divisions_) {
    if (!ends_in(essence, division)) continue;
    if (auto used = complete(division, essences); !used.empty()) return used;
  }
  return {};
}

bool Divisions::divide_something(const std::vector<std::string>& parts) const {
  std::vector<Essence> essences;
  for (const std::string& part : parts) essences.push_back(essence_of(part));
  return std::ranges::any_of(divisions_, [&](const Division& division) {
    return complete(division, essences).size() == parts.size();
  });
}

}  // namespace tieout::report::narrative
