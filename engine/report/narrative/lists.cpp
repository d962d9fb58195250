// Lists of names in running text: 甲、乙（某某）和丙.
#include "report/narrative/lists.hpp"

#include "report/narrative/characters.hpp"

namespace tieout::report::narrative {
namespace {

constexpr std::size_t shortest_joined = 2;  // Han characters on each side of 和

int numeral(char32_t code) {
  constexpr std::u32string_view digits = U"一二三四五六七八九";
  if (code == U'两') return 2;
  const std::size_t found = digits.find(code);
  return found == std::u32string_view::npos ? 0 : static_cast<int>(found) + 1;
}

/// The inside of “……” if the text is nothing else.
std::string_view unquoted(std::string_view text) {
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  if (!text.starts_with(open) || !text.ends_with(close)) return text;
  const std::string_view inside =
      text.substr(open.size(), text.size() - open.size() - close.size());
  return inside.find(open) == std::string_view::npos ? inside : text;
}

/// Where the last 和 of an item stands that may join two names; its bytes.
struct Joint {
  std::size_t at = 0;
  std::size_t bytes = 0;
};
std::optional<Joint> last_joint(std::string_view item) {
  static constexpr std::string_view joints[] = {"以及", "和", "及", "与"};
  std::optional<Joint> found;
  for (const std::string_view joint : joints) {
    const std::size_t at = item.rfind(joint);
    if (at == std::string_view::npos || (found && found->at >= at)) continue;
    if (han_count(item.substr(0, at)) < shortest_joined ||
        han_count(item.substr(at + joint.size())) < shortest_joined) {
      continue;
    }
    found = Joint{at, joint.size()};
  }
  return found;
}

/// Does a name end as those of offices and institutions do?
bool is_body(std::string_view name) {
  static constexpr std::string_view ends[] = {"局", "委", "办", "室", "科", "处", "股",
                                              "站", "所", "馆", "院", "校", "队", "中心",
                                              "会", "厅", "园", "组", "厂", "场", "公司"};
  return !suffix_of(name, ends).empty();
}

}  // namespace

std::vector<std::string_view> split_outside(std::string_view text, std::u32string_view marks) {
  constexpr std::u32string_view openers = U"（(“《";
  constexpr std::u32string_view closers = U"）)”》";
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::size_t depth = 0;
  const auto keep = [&](std::size_t end) {
    const std::string_view piece = trimmed(text.substr(begin, end - begin));
    if (!piece.empty()) pieces.push_back(piece);
  };
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (openers.find(character.code) != std::u32string_view::npos) ++depth;
    if (closers.find(character.code) != std::u32string_view::npos && depth > 0) --depth;
    if (depth == 0 && marks.find(character.code) != std::u32string_view::npos) {
      keep(at);
      begin = at + character.bytes;
    }
    at += character.bytes;
  }
  keep(text.size());
  return pieces;
}

std::vector<std::vector<std::string_view>> list_readings(std::string_view list) {
  std::vector<std::string_view> items = split_outside(list, U"、");
  if (items.size() == 1) items = split_outside(unquoted(items.front()), U"、");
  std::vector<std::vector<std::string_view>> readings = {items};
  if (items.empty()) return readings;
  if (const auto joint = last_joint(items.back())) {
    const std::string_view last = items.back();
    items.back() = trimmed(last.substr(0, joint->at));
    items.push_back(trimmed(last.substr(joint->at + joint->bytes)));
    // 文化馆、图书馆和美术馆: both sides are such names; 文化和旅游中心 is one.
    const bool joins =
        items.size() > 2 && is_body(items.back()) && is_body(items[items.size() - 2]);
    if (joins) readings.clear();
    readings.push_back(items);
  }
  return readings;
}

std::optional<ChineseNumber> chinese_number(std::string_view text) {
  Character character = character_at(text, 0);
  std::size_t at = 0;
  int value = numeral(character.code);
  if (value > 0) {
    at = character.bytes;
    character = character_at(text, at);
  }
  if (character.code == U'十') {
    value = value > 0 ? value * 10 : 10;
    at += character.bytes;
    character = character_at(text, at);
    if (const int ones = numeral(character.code); ones > 0) {
      value += ones;
      at += character.bytes;
    }
  }
  if (value < 2 || numeral(character_at(text, at).code) > 0) return std::nullopt;
  return ChineseNumber{value, at};
}

}  // namespace tieout::report::narrative
