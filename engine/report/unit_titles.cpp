// Titles of reports within one document: a department's, then those of its units.
#include "report/unit_titles.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>

namespace tieout::report {

namespace {

constexpr std::size_t longest_line = 60;  // characters
constexpr std::size_t longest_name = 30;
constexpr std::size_t shortest_name = 4;
constexpr std::size_t year_digits = 4;

/// The ends of what offices and institutions are called.
bool ends_as_unit(std::string_view name) {
  static constexpr std::array<std::string_view, 26> ends = {
      "局", "委",   "会",   "院", "校", "所", "中心", "站", "馆",   "室",   "部",   "处",   "厅",
      "办", "大队", "支队", "园", "社", "团", "台",   "库", "小学", "中学", "大学", "政府", "本级"};
  return std::ranges::any_of(ends, [name](std::string_view end) { return name.ends_with(end); });
}

/// Whether words are a name: no marks, figures or spaces among them.
bool is_plain(std::string_view name) {
  constexpr char32_t first_letter = U'\u4e00';
  for (std::size_t at = 0; at < name.size();) {
    if (document::next_character(name, at) < first_letter) return false;
  }
  return true;
}

/// Where the kind of a report (单位决算) is named; npos if it is not.
std::size_t kind_in(std::string_view words) {
  static constexpr std::array<std::string_view, 4> kinds = {"部门决算", "单位决算", "部门预算",
                                                            "单位预算"};
  auto first = std::string_view::npos;
  for (const auto kind : kinds) first = std::min(first, words.find(kind));
  return first;
}

/// The unit whose report a line titles: what stands before 2022年度单位决算, or behind the year;
/// empty if none.
std::string_view unit_of(std::string_view line) {
  static constexpr std::array<std::string_view, 2> years = {"年度", "年"};
  constexpr std::string_view digits = "0123456789";
  if (line.size() > longest_line * 4 || document::count_characters(line) > longest_line) return {};
  const auto year = line.find_first_of(digits);
  if (year == std::string_view::npos || document::ends_sentence(line)) return {};
  const auto end = line.find_first_not_of(digits, year);
  if (end == std::string_view::npos || end - year != year_digits) return {};
  auto rest = line.substr(end);
  const auto* const said =
      std::ranges::find_if(years, [rest](std::string_view each) { return rest.starts_with(each); });
  if (said == years.end()) return {};
  rest = document::trimmed(rest.substr(said->size()));
  auto name = document::trimmed(line.substr(0, year));
  const auto kind = kind_in(rest);
  if (kind == std::string_view::npos || (kind > 0 && !name.empty())) return {};
  if (kind > 0) name = document::trimmed(rest.substr(0, kind));
  const auto length = document::count_characters(name);
  const bool named = length >= shortest_name && length <= longest_name && is_plain(name);
  return named && ends_as_unit(name) ? name : std::string_view();
}

/// 市审计局 and 某某市审计局 are one; 市民政局 and 市民政局儿童福利院 are not.
bool is_same(std::string_view a, std::string_view b) {
  constexpr std::size_t telling = 12;  // bytes of four characters
  const auto shared = std::min({a.size(), b.size(), telling});
  return a.substr(a.size() - shared) == b.substr(b.size() - shared);
}

}  // namespace

void UnitTitles::meet(std::string_view line) {
  const auto name = unit_of(document::trimmed(line));
  if (name.empty()) return;
  const auto known =
      std::ranges::find_if(names_, [name](const std::string& each) { return is_same(each, name); });
  current_ = static_cast<std::size_t>(known - names_.begin());
  if (known == names_.end()) names_.emplace_back(name);
}

}  // namespace tieout::report
