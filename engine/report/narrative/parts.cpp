// Which figures may be parts of another, and whether they add to it.
#include "report/narrative/parts.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {

bool units_fit(const figure::Figure& a, const figure::Figure& b) {
  if (!comparable(a, b)) return false;
  if (!a.is(figure::Dimension::Kind::count) || a.unit == b.unit) return true;
  static constexpr std::string_view people[] = {"人", "名", "位"};
  const auto counts_people = [](const figure::Unit& unit) {
    return std::find(std::begin(people), std::end(people), unit.id) != std::end(people);
  };
  return counts_people(*a.unit) && counts_people(*b.unit);
}

bool is_value(const Statement& statement) {
  return statement.role == Role::amount || statement.role == Role::actual ||
         statement.role == Role::budget;
}

bool of_other_kind(const Statement& total, const Statement& part) {
  static constexpr std::string_view posts[] = {"编制", "核定"};
  static constexpr std::string_view people[] = {"在职", "实有", "在编", "在岗", "现有", "实际"};
  // 现有政法编制人员45人
  static constexpr std::string_view held[] = {"现有", "实有", "现实有", "实际"};
  return contains_any(total.name, posts) && !contains_any(total.name, people) &&
         contains_any(part.name, people) &&
         (!contains_any(part.name, posts) || !prefix_of(part.name, held).empty());
}

bool is_full_mark(const Narrative& text, std::size_t statement) {
  static constexpr std::string_view marks[] = {"满分", "分值", "权重"};
  return !suffix_of(without_copula(trimmed(text.lead(statement))), marks).empty();
}

std::size_t first_reason(const Narrative& text, const std::vector<std::size_t>& sentence) {
  static constexpr std::string_view reasons[] = {"原因", "由于", "主要是", "主要系"};
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  if (sentence.empty()) return none;
  const std::size_t last = text.statements[sentence.back()].clause;
  for (std::size_t at = text.statements[sentence.front()].clause + 1; at <= last; ++at) {
    if (contains_any(text.clause_text(at), reasons)) return at;
  }
  return none;
}

bool has_plain_share(const Narrative& text, std::size_t statement) {
  if (statement + 1 >= text.statements.size()) return false;
  const Statement& next = text.statements[statement + 1];
  return next.role == Role::share && next.of.empty() &&
         text.clauses[next.clause].span == text.clauses[text.statements[statement].clause].span;
}

void put_latest_first(const Narrative& text, std::vector<std::size_t>& totals) {
  std::optional<int> latest;
  for (const std::size_t total : totals) latest = std::max(latest, text.statements[total].year);
  std::ranges::stable_partition(totals, [&](std::size_t total) {
    const auto& year = text.statements[total].year;
    return !year || year == latest;
  });
}

void RunningSum::add(const figure::Figure& part) {
  sum_ += part.base();
  // 0万元 says that there was nothing.
  if (part.value.coefficient != 0) allowed_ += part.half_step();
}

bool RunningSum::makes(const figure::Figure& total) const {
  const figure::Rational difference = total.base() - sum_;
  const figure::Rational allowed = allowed_ + total.half_step();
  return difference <= allowed && -difference <= allowed;
}

bool adds_up(const Narrative& text, std::size_t total, const std::vector<std::size_t>& parts) {
  RunningSum sum;
  for (const std::size_t part : parts) sum.add(text.statements[part].figure);
  return sum.makes(text.statements[total].figure);
}

}  // namespace tieout::report::narrative
