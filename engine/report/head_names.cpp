// The names that a head of a table answers to.
#include "report/head_names.hpp"

#include "document/characters.hpp"
#include "report/head_sections.hpp"
#include "report/scope.hpp"
#include "schema/schema.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace tieout::report {
namespace {

constexpr std::string_view code_head = "科目编码";  // over 类, 款 and 项
constexpr std::string_view actual_head = "决算数";  // behind what an amount is of

/// 增减%, 比上年增长（%）: rates, whatever else the words may head.
bool is_of_percentages(const HeadWords& own) {
  constexpr std::string_view rate = "率";
  auto written = document::trimmed(own.written);
  for (const std::string_view bracket : {"）", ")"}) {
    if (written.ends_with(bracket)) written.remove_suffix(bracket.size());
  }
  return !own.word.ends_with(rate) && (written.ends_with("%") || written.ends_with("％"));
}

/// The names of a head of several lines without the first of them: where columns were laid out with
/// spaces, a head that stands over several columns may be read as the first line of one of them.
void add_lower_lines(const HeadWords& own, std::vector<HeadName>& names) {
  const auto& lines = own.cell->paragraphs;
  for (std::size_t first = 1; first < lines.size(); ++first) {
    std::string words;
    for (std::size_t line = first; line < lines.size(); ++line) words += lines[line].text();
    names.push_back({schema::folded(words), false});
  }
}

}  // namespace

std::vector<HeadName> names_of(const Head& head, Path path, std::optional<int> period) {
  std::vector<HeadName> names;
  if (path.empty()) return names;
  const auto& own = path.back();
  const bool total = is_total_word(own.word);
  std::string word;
  std::string written;
  for (std::size_t levels = 1; levels <= path.size(); ++levels) {
    const auto& part = path[path.size() - levels];
    word.insert(0, part.word);
    written.insert(0, part.written);
    const bool of_path = levels == path.size();
    // 小计 says nothing without what it stands under.
    const bool empty_word = total && levels == 1 && (!of_path || !head.maybe.empty());
    if (!empty_word) names.push_back({word, of_path});
    const auto spellings = names_in_year(written, period);
    for (auto spelling = spellings.begin() + 1; spelling != spellings.end(); ++spelling) {
      names.push_back({*spelling, of_path});
    }
  }
  std::ranges::reverse(names);
  if (is_of_percentages(own)) names.insert(names.begin(), {own.word + "率", true});
  if (total && path.size() > 1) {
    // 本年支出 over 基本支出 over 小计 is 本年支出基本支出, then 基本支出.
    auto above = names_of(head, path.first(path.size() - 1), period);
    std::ranges::move(above, std::back_inserter(names));
  }
  if (head.shared && path.back().cell == head.path.back().cell && path.size() > 1) {
    auto above = names_of(head, path.first(path.size() - 1), period);
    std::ranges::move(above, std::back_inserter(names));
  }
  if (own.word.ends_with(actual_head) && own.word.size() > actual_head.size()) {
    names.push_back({own.word.substr(0, own.word.size() - actual_head.size()), true});
  }
  if (const auto plain = without_formula(own.written); !plain.empty()) {
    for (auto& spelling : names_in_year(plain, period))
      names.push_back({std::move(spelling), true});
  }
  add_lower_lines(own, names);
  for (const auto& words : head.maybe) names.push_back({schema::folded(words) + own.word, false});
  if (!code_part_of(own).empty()) names.push_back({schema::folded(code_head), true});
  return names;
}

}  // namespace tieout::report
