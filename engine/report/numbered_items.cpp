// The items that one cell lists.
#include "report/numbered_items.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tieout::report {

namespace {

struct Marker {
  int number = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

int digit_of(char32_t character) {
  if (character >= U'0' && character <= U'9') return static_cast<int>(character - U'0');
  if (character >= U'０' && character <= U'９') return static_cast<int>(character - U'０');
  return -1;
}

/// One or two digits, then a sign from `signs`; no digit may follow it (1.5).
struct MarkedNumber {
  int number = 0;
  std::size_t end = 0;
};
std::optional<MarkedNumber> marked_number(std::string_view text, std::size_t at,
                                          std::u32string_view signs) {
  int number = 0;
  std::size_t digits = 0;
  while (at < text.size()) {
    const auto character = document::next_character(text, at);
    if (const int digit = digit_of(character); digit >= 0) {
      if (++digits > 2) return std::nullopt;
      number = number * 10 + digit;
      continue;
    }
    if (document::is_space(character)) continue;
    if (digits == 0 || number == 0 || signs.find(character) == std::u32string_view::npos) {
      return std::nullopt;
    }
    std::size_t after = at;
    const bool digit_follows =
        after < text.size() && digit_of(document::next_character(text, after)) >= 0;
    return digit_follows ? std::nullopt : std::optional(MarkedNumber{number, at});
  }
  return std::nullopt;
}

/// 1、 1. （1） ① at the start of a paragraph.
std::optional<Marker> at_start(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::size_t at = 0;
  const auto first = document::next_character(text, at);
  if (first >= U'①' && first <= U'⑳') {
    return Marker{static_cast<int>(first - U'①') + 1, 0, at};
  }
  const bool bracketed = first == U'（' || first == U'(';
  const auto number =
      marked_number(text, bracketed ? at : 0, bracketed ? U"）)" : U"、.．：:；;）)");
  if (!number) return std::nullopt;
  return Marker{number->number, 0, number->end};
}

/// 指标1：, 目标2: and the like, in the order of the text.
std::vector<Marker> named_markers(std::string_view text) {
  static constexpr std::array<std::string_view, 3> words = {"指标", "目标", "任务"};
  std::vector<Marker> markers;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto rest = text.substr(at);
    const auto word = std::ranges::find_if(
        words, [rest](std::string_view each) { return rest.starts_with(each); });
    if (word == words.end()) {
      (void)document::next_character(text, at);
      continue;
    }
    at += word->size();
    const auto number = marked_number(text, at, U"：:、.．；;");
    if (!number) continue;
    at = number->end;
    markers.push_back({number->number, begin, at});
  }
  return markers;
}

class Collector {
 public:
  void add(const document::PlacedText& paragraph) {
    const auto& text = paragraph.text();
    auto markers = named_markers(text);
    if (const auto first = at_start(text)) markers.insert(markers.begin(), *first);
    std::size_t begin = 0;
    for (const auto& marker : markers) {
      continue_item(paragraph.part(begin, marker.begin));
      items_.push_back({marker.number, {}});
      begin = marker.end;
    }
    continue_item(paragraph.part(begin, text.size()));
  }

  std::vector<NumberedItem> take() {
    if (items_.size() > 1 && !items_[0].number && items_[1].number == 2) items_[0].number = 1;
    return std::move(items_);
  }

 private:
  std::vector<NumberedItem> items_;

  void continue_item(const document::PlacedText& part) {
    const auto text = part.trimmed();
    if (text.empty()) return;
    if (items_.empty()) items_.push_back({});
    auto& item = items_.back().text;
    if (!item.empty()) item.append("\n", text.place(0));
    item.append(text);
  }
};

}  // namespace

std::vector<NumberedItem> numbered_items(const document::Cell& cell) {
  Collector collector;
  for (const auto& paragraph : cell.paragraphs) collector.add(paragraph);
  return collector.take();
}

}  // namespace tieout::report
