// Finds the figures that a name means.
#include "report/narrative/lookup.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"
#include "schema/schema.hpp"

#include <algorithm>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t most_readings = 4;
constexpr std::ptrdiff_t farthest = 100;  // statements of one name, before and after

/// 支出总预算 is the budget of 支出; empty if the name is of no budget.
std::string_view planned(std::string_view name) {
  static constexpr std::string_view plans[] = {"预算", "预算数", "预算总额", "总预算"};
  const std::string_view rest = without_suffixes(name, plans);
  return rest.size() < name.size() ? rest : std::string_view();
}

}  // namespace

bool comparable(const figure::Figure& a, const figure::Figure& b) {
  return a.unit != nullptr && b.unit != nullptr && a.unit->dimension == b.unit->dimension;
}

bool same_value(const figure::Figure& a, const figure::Figure& b) {
  return comparable(a, b) && a.base() == b.base();
}

bool makes_share(const figure::Figure& part, const figure::Figure& whole,
                 const figure::Figure& rate) {
  if (part.unit == nullptr || whole.unit == nullptr || rate.unit == nullptr) return false;
  if (whole.base() == 0) return false;
  const figure::Rational difference = part.base() / whole.base() - rate.base();
  return difference <= rate.half_step() && -difference <= rate.half_step();
}

bool is_exact_statement(const Statement& statement) {
  return !statement.range && !statement.figure.approximate && statement.figure.unit != nullptr &&
         statement.role != Role::bound;
}

bool states_value(const Statement& statement) {
  switch (statement.role) {
    case Role::amount:
    case Role::ratio:
    case Role::budget:
    case Role::actual:
    case Role::base:
    case Role::to:
      return true;
    default:
      return false;
  }
}

NameIndex::NameIndex(const Narrative& text) : text_(text) {
  for (std::size_t index = 0; index < text.statements.size(); ++index) {
    const Statement& statement = text.statements[index];
    if (!states_value(statement) || !is_exact_statement(statement) || statement.name.empty()) {
      continue;
    }
    by_name_[schema::folded(statement.name)].push_back(index);
    by_core_[statement.core].push_back(index);
    by_stem_[stem_of(statement.core)].push_back(index);
  }
}

std::vector<std::size_t> NameIndex::find(const Query& query) const {
  if (const std::string_view name = planned(query.name); !query.role && !name.empty()) {
    std::vector<std::size_t> found = of_plan(query, name);
    if (!found.empty()) return found;
  }
  const std::string core = core_of(query.name, text_.entity);
  if (core.empty()) return {};
  const auto listed = [&](const auto& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::vector<std::size_t>() : fitting(found->second, query);
  };
  const std::vector<std::size_t> kinds[] = {listed(by_name_, schema::folded(query.name)),
                                            listed(by_core_, core),
                                            listed(by_stem_, stem_of(core))};
  // Near and less alike goes before far and more alike, but a mere stem only within the chapter.
  std::vector<std::size_t> far;
  for (const std::vector<std::size_t>& candidates : kinds) {
    std::vector<std::size_t> near;
    const std::size_t passage = text_.statements[query.from].passage;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(near),
                 [&](std::size_t at) { return text_.statements[at].passage == passage; });
    if (!near.empty()) return nearest(near, query);
    if (!far.empty()) continue;
    far = candidates;
    if (&candidates == &kinds[2])
      std::erase_if(far, [&](std::size_t at) { return chapter_of(at) != chapter_of(query.from); });
  }
  if (query.reach == Query::Reach::passage) return {};
  std::vector<std::size_t> section;
  const auto section_of = [&](std::size_t at) {
    return text_.passages.list[text_.statements[at].passage].section;
  };
  std::copy_if(far.begin(), far.end(), std::back_inserter(section),
               [&](std::size_t at) { return section_of(at) == section_of(query.from); });
  std::erase_if(far, [&](std::size_t at) { return belongs_to_section(at, query.from); });
  if (section.empty() && query.reach == Query::Reach::document) return nearest(far, query);
  return nearest(section, query);
}

/// 占基本支出预算的: a budget of that name nearby, else what the section calls so, else a budget
/// anywhere.
std::vector<std::size_t> NameIndex::of_plan(const Query& query, std::string_view name) const {
  Query plan = query;
  plan.name = name;
  for (const Query::Reach reach :
       {Query::Reach::passage, Query::Reach::section, Query::Reach::document}) {
    plan.reach = std::min(reach, query.reach);
    plan.role = reach == Query::Reach::section ? std::nullopt : std::optional(Role::budget);
    std::vector<std::size_t> found = find(plan);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<std::size_t> NameIndex::fitting(const std::vector<std::size_t>& candidates,
                                            const Query& query) const {
  // A name that is everywhere is looked for nearby: the work stays linear.
  const auto here = std::lower_bound(candidates.begin(), candidates.end(), query.from);
  const auto begin = here - std::min<std::ptrdiff_t>(here - candidates.begin(), farthest);
  const auto end = here + std::min<std::ptrdiff_t>(candidates.end() - here, farthest);
  std::vector<std::size_t> found;
  for (auto candidate = begin; candidate != end; ++candidate) {
    const std::size_t at = *candidate;
    const Statement& statement = text_.statements[at];
    const bool year_fits =
        statement.year ? !query.year || *statement.year == *query.year : !query.year_needed;
    const bool kind_fits = query.like != nullptr ? comparable(statement.figure, *query.like)
                                                 : statement.role != Role::ratio;
    const bool role_fits = !query.role || statement.role == *query.role;
    if (at != query.from && year_fits && kind_fits && role_fits) found.push_back(at);
  }
  const auto avoided = [&](std::size_t at) { return text_.statements[at].role == query.avoided; };
  if (query.avoided && !std::all_of(found.begin(), found.end(), avoided)) {
    std::erase_if(found, avoided);
  }
  return found;
}

/// 全年支出 under （一）基本支出 is that of basic spending, wherever else 全年支出 is spoken of.
bool NameIndex::belongs_to_section(std::size_t statement, std::size_t from) const {
  static constexpr std::string_view parts[] = {"基本支出", "项目支出",   "三公",
                                               "专项",     "政府性基金", "国有资本"};
  if (!is_generic(text_.statements[statement].name)) return false;
  const auto section_of = [&](std::size_t at) {
    return text_.passages.list[text_.statements[at].passage].section;
  };
  const auto& sections = text_.passages.sections;
  const std::size_t section = section_of(statement);
  const auto titles = sections.titles(section);
  if (titles.empty() || sections.within(section_of(from), section)) return false;
  return std::ranges::count_if(parts, [&](std::string_view part) {
           return titles.back().find(part) != std::string_view::npos;
         }) == 1;
}

std::size_t NameIndex::chapter_of(std::size_t statement) const {
  const std::size_t passage = text_.statements[statement].passage;
  return text_.passages.sections.chapter(text_.passages.list[passage].section);
}

std::vector<std::size_t> NameIndex::nearest(const std::vector<std::size_t>& candidates,
                                            const Query& query) const {
  // Candidates stand in the order of the text.
  const auto after = std::lower_bound(candidates.begin(), candidates.end(), query.from);
  std::vector<std::size_t> ordered(std::make_reverse_iterator(after),
                                   std::make_reverse_iterator(candidates.begin()));
  if (ordered.empty()) ordered.assign(after, candidates.end());
  std::vector<std::size_t> distinct;
  for (const std::size_t at : ordered) {
    const bool known = std::any_of(distinct.begin(), distinct.end(), [&](std::size_t other) {
      return same_value(text_.statements[at].figure, text_.statements[other].figure);
    });
    if (!known) distinct.push_back(at);
    if (distinct.size() == most_readings) break;
  }
  return distinct;
}

}  // namespace tieout::report::narrative
