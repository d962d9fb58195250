// Units that stand beside figures rather than with them: in heads, in notes above tables.
#include "report/units_near.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>

namespace tieout::report {

namespace {

constexpr std::size_t longest_note = 200;  // bytes; a text that only notes units is short
constexpr std::size_t most_notes = 16;     // kept of a part; more add nothing

constexpr std::array<std::string_view, 6> opening = {"（", "(", "【", "[", "〔", "｛"};
constexpr std::array<std::string_view, 6> closing = {"）", ")", "】", "]", "〕", "｝"};
constexpr std::array<std::string_view, 2> colons = {"：", ":"};

/// 人民币千元, RMB万元: the unit is what follows.
constexpr std::array<std::string_view, 4> currencies = {"人民币", "RMB", "CNY", "￥"};

/// Units with 、 or the like between them from the front of `text`; nothing else may follow but
/// spaces, a closing bracket or punctuation.
std::vector<const figure::Unit*> units_from(std::string_view text,
                                            const figure::UnitSystem& units) {
  static constexpr std::u32string_view separators = U"、，,/；;和 ";
  static constexpr std::u32string_view ends = U"）)】]〕｝。";
  std::vector<const figure::Unit*> found;
  text = document::trimmed(text);
  while (!text.empty()) {
    for (const auto currency : currencies) {
      if (!text.starts_with(currency)) continue;
      const auto rest = document::trimmed(text.substr(currency.size()));
      if (units.prefix(rest).first != nullptr) text = rest;
    }
    const auto [unit, bytes] = units.prefix(text);
    if (unit == nullptr || bytes == 0) return {};
    found.push_back(unit);
    text.remove_prefix(bytes);
    std::size_t at = 0;
    const auto next = text.empty() ? U'\0' : document::next_character(text, at);
    if (text.empty() || ends.find(next) != std::u32string_view::npos) return found;
    if (document::is_space(next)) {
      // What stands apart from the note is not its own (单位：万元    2017年).
      if (document::trimmed(text).empty() || text.substr(at).starts_with(" ")) return found;
    } else if (separators.find(next) == std::u32string_view::npos) {
      return {};
    }
    text = document::trimmed(text.substr(at));
  }
  return found;
}

/// 单位：万元, 金额单位:元, 单位 万元
std::vector<const figure::Unit*> behind_word(std::string_view text,
                                             const figure::UnitSystem& units) {
  constexpr std::string_view word = "单位";
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    auto rest = document::trimmed(text.substr(at + word.size()));
    const auto* colon = std::ranges::find_if(
        colons, [rest](std::string_view each) { return rest.starts_with(each); });
    if (colon == colons.end()) continue;
    rest.remove_prefix(colon->size());
    if (auto found = units_from(rest, units); !found.empty()) return found;
  }
  return {};
}

/// 以万元为单位, 本表金额以万元为单位
std::vector<const figure::Unit*> stated_so(std::string_view text, const figure::UnitSystem& units) {
  constexpr std::string_view begins = "以";
  constexpr std::string_view ends = "为单位";
  const auto end = text.find(ends);
  const auto begin = end == std::string_view::npos ? end : text.rfind(begins, end);
  if (begin == std::string_view::npos) return {};
  return units_from(text.substr(begin + begins.size(), end - begin - begins.size()), units);
}

/// （万元）, （单位：万元）, （以万元为单位）
std::vector<const figure::Unit*> in_brackets(std::string_view text,
                                             const figure::UnitSystem& units) {
  for (std::size_t kind = 0; kind < opening.size(); ++kind) {
    for (auto at = text.find(opening[kind]); at != std::string_view::npos;
         at = text.find(opening[kind], at + 1)) {
      const auto begin = at + opening[kind].size();
      const auto end = text.find(closing[kind], begin);
      if (end == std::string_view::npos) break;
      const auto note = document::trimmed(text.substr(begin, end - begin));
      if (auto found = stated_so(note, units); !found.empty()) return found;
      if (auto found = units_from(note, units); !found.empty()) return found;
    }
  }
  return {};
}

/// 一、 第二部分 附件
bool begins_part(std::string_view text) {
  return document::begins_section(text) && !text.starts_with("（") && !text.starts_with("(") &&
         !text.starts_with("注") && !text.starts_with("备注") && !text.starts_with("说明");
}

}  // namespace

std::vector<const figure::Unit*> noted_units(std::string_view text,
                                             const figure::UnitSystem& units) {
  text = document::trimmed(text);
  if (text.empty() || text.size() > longest_note) return {};
  if (auto found = behind_word(text, units); !found.empty()) return found;
  if (auto found = in_brackets(text, units); !found.empty()) return found;
  if (auto found = stated_so(text, units); !found.empty()) return found;
  const bool sign = text.ends_with("%") || text.ends_with("％");
  if (sign && text.find_first_of("0123456789") == std::string_view::npos) return {&units.percent()};
  return {};
}

const figure::Unit* fitting_unit(const std::vector<const figure::Unit*>& noted,
                                 const figure::Dimension& dimension) {
  const figure::Unit* fitting = nullptr;
  for (const auto* unit : noted) {
    if (!figure::Dimension::fit(unit->dimension, dimension)) continue;
    if (fitting != nullptr && fitting != unit) return nullptr;
    fitting = unit;
  }
  return fitting;
}

void UnitNotes::meet(std::string_view text) {
  text = document::trimmed(text);
  if (begins_part(text)) {
    if (!in_part_) front_ = notes_;
    in_part_ = true;
    notes_.clear();
  }
  auto noted = noted_units(text, units_);
  if (noted.empty()) return;
  notes_.push_front(std::move(noted));
  if (notes_.size() > most_notes) notes_.pop_back();
}

const figure::Unit* UnitNotes::nearest(const figure::Dimension& dimension) const {
  for (const auto* const notes : {&notes_, &front_}) {
    for (const auto& noted : *notes) {
      const bool fits = std::ranges::any_of(noted, [&](const figure::Unit* unit) {
        return figure::Dimension::fit(unit->dimension, dimension);
      });
      if (fits) return fitting_unit(noted, dimension);
    }
  }
  return nullptr;
}

const figure::Unit* unit_of_bare(const figure::NumberText& number, const figure::Unit* unit,
                                 const figure::UnitSystem& units) {
  if (!number.scaled || unit == nullptr || unit->factor == 1 ||
      unit->dimension.kind() != figure::Dimension::Kind::physical) {
    return unit;
  }
  const auto plain = std::ranges::find_if(units.units(), [&](const figure::Unit& each) {
    return each.factor == 1 && each.dimension == unit->dimension;
  });
  return plain == units.units().end() ? nullptr : &*plain;
}

}  // namespace tieout::report
