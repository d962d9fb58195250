// Points that a paragraph counts off in words: 存在三个问题：一是…；二是…；三是….
#include "report/narrative/ordinal_items.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lists.hpp"
#include "report/narrative/rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::array<std::string_view, 9> ordinals = {"一是", "二是", "三是", "四是", "五是",
                                                      "六是", "七是", "八是", "九是"};
constexpr std::size_t fewest_items = 2;
constexpr std::size_t longest_gap = 4;     // Han characters between what is announced and 一是
constexpr std::size_t longest_noun = 6;    // Han characters of what is announced
constexpr std::size_t longest_front = 90;  // bytes before 一是 in which it may stand

/// 三个问题 right before the points.
struct Announced {
  int value = 0;
  std::size_t begin = 0;  ///< bytes in the passage
  std::size_t end = 0;
  std::string noun;
};

/// Does a point begin here, and not in 第一是 or 之一是?
bool begins_point(std::string_view text, std::size_t at) {
  static constexpr std::string_view before[] = {"。", "；", ";", "：", ":", "，", ",", "）", "、"};
  const std::string_view front = without_trailing_spaces(text.substr(0, at));
  return front.empty() || !suffix_of(front, before).empty();
}

/// The places of 一是, 二是 and so on in their order; none where one of them comes twice.
std::vector<std::size_t> points_of(std::string_view text) {
  std::vector<std::size_t> found;
  std::size_t from = 0;
  for (const std::string_view ordinal : ordinals) {
    std::size_t at = text.find(ordinal, from);
    while (at != std::string_view::npos && !begins_point(text, at)) {
      at = text.find(ordinal, at + ordinal.size());
    }
    if (at == std::string_view::npos) break;
    found.push_back(at);
    from = at + ordinal.size();
  }
  if (found.empty()) return {};
  const std::size_t again = text.find(ordinals.front(), found.front() + ordinals.front().size());
  return again == std::string_view::npos ? found : std::vector<std::size_t>();
}

std::optional<Announced> announced_before(std::string_view text, std::size_t point) {
  static constexpr std::string_view kinds[] = {"个", "项", "条", "点", "类", "种"};
  static constexpr std::string_view nouns[] = {"方面", "问题", "原因", "措施", "不足", "环节",
                                               "特点", "工作", "建议", "举措", "困难", "任务"};
  static constexpr std::string_view marks[] = {"：", ":"};
  const std::string_view front = without_trailing_spaces(text.substr(0, point));
  if (suffix_of(front, marks).empty()) return std::nullopt;
  std::optional<Announced> found;
  std::size_t at = front.size() - std::min(front.size(), longest_front);
  while (at < front.size() && (static_cast<unsigned char>(front[at]) & 0xC0) == 0x80) ++at;
  while (at < front.size()) {
    const auto number = chinese_number(front.substr(at));
    const std::size_t bytes = number ? number->bytes : character_at(front, at).bytes;
    if (number) {
      const std::string_view rest = front.substr(at + number->bytes);
      const std::string_view kind = prefix_of(rest, kinds);
      const std::string_view what = rest.substr(kind.size());
      for (const std::string_view noun : nouns) {
        const std::size_t place = what.find(noun);
        if (place == std::string_view::npos || han_count(what.substr(0, place)) > longest_noun ||
            han_count(what.substr(place + noun.size())) > longest_gap) {
          continue;
        }
        found = Announced{number->value, at, at + number->bytes + kind.size() + place + noun.size(),
                          std::string(what.substr(0, place + noun.size()))};
      }
    }
    at += bytes;
  }
  return found;
}

/// Does the next paragraph go on counting?
bool goes_on(const Narrative& text, std::size_t passage, std::size_t count) {
  return passage + 1 < text.passages.list.size() && count < ordinals.size() &&
         text.passage_text(passage + 1).find(ordinals.at(count)) != std::string_view::npos;
}

}  // namespace

void write_ordinal_items(const Narrative& text, const schema::Schema& schema,
                         const figure::UnitSystem& units, Report& report) {
  const StatementTable table(schema, report, "enumerations");
  for (std::size_t passage = 0; passage < text.passages.list.size(); ++passage) {
    const std::string_view view = text.passage_text(passage);
    if (view.find(ordinals.at(1)) == std::string_view::npos) continue;
    const std::vector<std::size_t> points = points_of(view);
    if (points.size() < fewest_items || goes_on(text, passage, points.size())) continue;
    const auto announced = announced_before(view, points.front());
    if (!announced) continue;
    const source::Place place = text.place(passage, announced->begin);
    figure::Figure stated;
    stated.value.coefficient = announced->value;
    stated.exact = true;
    stated.unit = &units.bare();
    stated.raw = view.substr(announced->begin, announced->end - announced->begin);
    stated.place = place;
    Row row = table.row(announced->noun, place);
    table.set(row, "name", text_value(announced->noun, place));
    table.set(row, "stated", stated);
    table.set(row, "open", boolean_value(false, place));
    std::vector<std::vector<StatementTable::Field>> items;
    items.reserve(points.size());
    for (std::size_t at = 0; at < points.size(); ++at) {
      items.push_back(
          {{"name", text_value(std::string(ordinals.at(at)), text.place(passage, points[at]))}});
    }
    table.set_rows(row, "items", items);
    table.add(std::move(row));
  }
}

}  // namespace tieout::report::narrative
