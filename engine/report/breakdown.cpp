// Breakdowns in form cells.
#include "report/breakdown.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::size_t longest_kind = 45;  // bytes of a kind's name

/// What parts a kind's name from the words before it.
constexpr std::array<std::string_view, 14> separators = {"，", "、", "；", "：", "。", "（", "）",
                                                         ",",  ";",  ":",  "(",  ")",  "\n", " "};
constexpr std::array<std::string_view, 9> leading = {"其中", "包括", "另有", "含", "有",
                                                     "为",   "及",   "和",   "是"};
constexpr std::array<std::string_view, 4> trailing = {"共有", "有", "为", "共"};
constexpr std::array<std::string_view, 9> totals = {"",     "共",   "共有", "共计",  "合计",
                                                    "总计", "总数", "总共", "总人数"};

std::string_view behind_last_separator(std::string_view words) {
  for (const auto separator : separators) {
    const auto at = words.rfind(separator);
    if (at != std::string_view::npos) words = words.substr(at + separator.size());
  }
  return words;
}

std::string_view before_first_separator(std::string_view words) {
  for (const auto separator : separators) words = words.substr(0, words.find(separator));
  return words;
}

/// Takes off what only leads over to the name or from it to the number.
std::string_view bare(std::string_view name) {
  name = document::trimmed(name);
  for (bool found = true; found;) {
    found = false;
    for (const auto word : leading) {
      if (name.starts_with(word)) {
        name = document::trimmed(name.substr(word.size()));
        found = true;
      }
    }
  }
  for (const auto word : trailing) {
    if (name.size() > word.size() && name.ends_with(word)) name.remove_suffix(word.size());
  }
  return document::trimmed(name);
}

class Reader {
 public:
  Reader(const document::PlacedText& text, const schema::Table& table,
         const figure::UnitSystem& units)
      : text_(text), view_(text.text()), table_(table), units_(units) {}

  Breakdown read() {
    std::size_t behind = 0;  // of the number before
    for (std::size_t at = 0; at < view_.size();) {
      const auto number = figure::number_at(view_, at, units_);
      if (!number) {
        (void)document::next_character(view_, at);
        continue;
      }
      take(*number, behind);
      at = behind = number->end;
    }
    return std::move(breakdown_);
  }

 private:
  const document::PlacedText& text_;
  std::string_view view_;
  const schema::Table& table_;
  const figure::UnitSystem& units_;
  Breakdown breakdown_;
  bool listing_ = false;  // 其中 was met: what follows are parts

  [[nodiscard]] bool knows(std::string_view name) const {
    return !name.empty() && table_.canonical_keys.contains(schema::folded(name));
  }

  void take(const figure::TextNumber& number, std::size_t behind) {
    constexpr std::size_t longest_words = 300;  // bytes
    const auto from =
        std::max(behind, number.begin > longest_words ? number.begin - longest_words : 0);
    const auto words = view_.substr(from, number.begin - from);
    for (const std::string_view word : {"其中", "包括", "分别"}) {
      listing_ = listing_ || words.find(word) != std::string_view::npos;
    }
    auto name = bare(behind_last_separator(words));
    if (!knows(name)) {
      const auto next = bare(before_first_separator(view_.substr(number.end, longest_kind)));
      if (knows(next)) name = next;
    }
    const auto part = text_.part(number.begin, number.end);
    const bool begins = !listing_ && breakdown_.parts.empty();
    const bool is_total = std::ranges::find(totals, name) != totals.end();
    if (knows(name) || (listing_ && !is_total && name.size() <= longest_kind)) {
      breakdown_.parts.push_back({std::string(name), part, number.number});
    } else if (is_total && !breakdown_.total && (begins || !name.empty())) {
      breakdown_.total = {std::string(name), part, number.number};
    }
  }
};

}  // namespace

Breakdown read_breakdown(const document::PlacedText& text, const schema::Table& table,
                         const figure::UnitSystem& units) {
  return Reader(text, table, units).read();
}

}  // namespace tieout::report
