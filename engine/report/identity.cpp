// Whose report it is, of which year, and when it was signed.
#include "report/identity.hpp"

#include "document/characters.hpp"
#include "report/scope.hpp"
#include "report/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace tieout::report {

namespace {

using document::PlacedText;
using schema::Kind;
using Paragraphs = std::vector<const PlacedText*>;

constexpr std::size_t title_paragraphs = 40;
constexpr std::size_t longest_title = 60;  // characters
constexpr std::size_t longest_line = 300;  // bytes of a line with labels
constexpr std::size_t longest_name = 30;   // characters
constexpr std::size_t signature_paragraphs = 12;

bool is_short(const PlacedText& text, std::size_t characters) {
  return text.text().size() <= 4 * characters &&
         document::count_characters(text.text()) <= characters;
}

/// Where in a line one of the schema's words of recognition begins; npos if none does.
std::size_t recognised_at(std::string_view text, const schema::Schema& schema) {
  auto first = std::string_view::npos;
  for (const auto& word : schema.recognise) first = std::min(first, text.find(word));
  return first;
}

/// The year that most of the text's mentions name, if it is named often.
std::optional<NamedPeriod> year_named_most(const Paragraphs& paragraphs) {
  constexpr std::size_t often = 3;
  std::map<int, std::size_t> mentions;
  std::size_t all = 0;
  for (const auto* paragraph : paragraphs) {
    for (const int year : years_spoken_of(paragraph->text())) {
      ++mentions[year];
      ++all;
    }
  }
  const auto most =
      std::ranges::max_element(mentions, {}, [](const auto& entry) { return entry.second; });
  if (most == mentions.end() || most->second < often || 2 * most->second < all) return std::nullopt;
  return NamedPeriod{most->first, {}};
}

/// One "label：value" of a line.
struct Labelled {
  std::string_view label;
  std::size_t begin = 0;  ///< of the value, bytes
  std::size_t end = 0;
};

constexpr std::array<std::string_view, 2> colons = {"：", ":"};

std::size_t colon_at(std::string_view text, std::size_t from, std::size_t& bytes) {
  auto first = std::string_view::npos;
  for (const auto colon : colons) {
    const auto at = text.find(colon, from);
    if (at < first) {
      first = at;
      bytes = colon.size();
    }
  }
  return first;
}

/// Where the words behind the last gap before `end` begin; `from` if there is no gap.
std::size_t behind_gap(std::string_view text, std::size_t from, std::size_t end) {
  auto begin = from;
  for (auto at = from; at < end;) {
    if (document::is_space(document::next_character(text, at))) begin = at;
  }
  return begin;
}

/// Where the first gap of two or more spaces begins.
std::size_t gap_at(std::string_view text, std::size_t from, std::size_t end) {
  std::size_t spaces = 0;
  std::size_t begin = end;
  for (auto at = from; at < end;) {
    const auto start = at;
    const auto character = document::next_character(text, at);
    if (!document::is_space(character)) {
      spaces = 0;
      continue;
    }
    if (spaces == 0) begin = start;
    spaces += character == U'\t' || character == U'\u3000' ? 2 : 1;
    if (spaces >= 2) return begin;
  }
  return end;
}

std::vector<Labelled> labelled(std::string_view text) {
  std::vector<Labelled> found;
  std::size_t bytes = 0;
  std::size_t from = 0;
  for (auto colon = colon_at(text, 0, bytes); colon != std::string_view::npos;) {
    // Letters of a label may stand apart (预 算 编 码); a gap, or the value before, ends it.
    const auto label = text.substr(from, colon - from);
    const auto value = colon + bytes;
    const auto next = colon_at(text, value, bytes);
    auto end = next == std::string_view::npos ? text.size() : behind_gap(text, value, next);
    // Spaces right behind the colon part nothing.
    const auto rest = document::trimmed(text.substr(value, end - value));
    const auto begin = static_cast<std::size_t>(rest.data() - text.data());
    end = gap_at(text, begin, begin + rest.size());
    found.push_back({label, begin, end});
    from = end;
    colon = next;
  }
  return found;
}

/// Without a remark in brackets at its end, such as （盖章）.
std::string_view without_remark(std::string_view text) {
  text = document::trimmed(text);
  if (!text.ends_with("）") && !text.ends_with(")")) return text;
  const auto wide = text.rfind("（");
  const auto narrow = text.rfind('(');
  const auto bracket = wide == std::string_view::npos     ? narrow
                       : narrow == std::string_view::npos ? wide
                                                          : std::max(wide, narrow);
  if (bracket == std::string_view::npos || bracket == 0) return text;
  return document::trimmed(text.substr(0, bracket));
}

std::optional<std::size_t> scalar_of(std::string_view label, const Captions& captions) {
  if (const auto scalar = captions.scalar(schema::folded(label))) return scalar;
  return captions.scalar(schema::folded(without_remark(label)));
}

/// The end of a value before what is asked to be done there: 市图书馆（盖章）, 市图书馆（公章）.
std::size_t before_seal(std::string_view text, std::size_t begin, std::size_t end) {
  const auto value = text.substr(begin, end - begin);
  const auto kept = without_remark(value);
  const bool seal = value.substr(kept.size()).find("章") != std::string_view::npos;
  return seal ? begin + kept.size() : end;
}

struct Signature {
  std::optional<PlacedText> name;
  std::optional<Date> date;
};

/// A name of an office: some Han characters without punctuation or figures.
bool is_name(std::string_view text) {
  static constexpr std::u32string_view marks = U"，。：；、！？,.:;“”《》（）()0123456789";
  const auto length = document::count_characters(text);
  if (length < 3 || length > longest_name) return false;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = document::next_character(text, at);
    if (character < 0x80 || marks.find(character) != std::u32string_view::npos) return false;
  }
  return true;
}

std::optional<Date> placed_date(const PlacedText& text) {
  auto date = written_date(text.text());
  if (date) {
    date->raw = text.text();
    date->place = text.place(0);
  }
  return date;
}

/// The last date that stands alone near the end, and the name above or before it.
Signature signature_of(const Paragraphs& paragraphs) {
  const auto first =
      paragraphs.size() > signature_paragraphs ? paragraphs.size() - signature_paragraphs : 0;
  for (auto index = paragraphs.size(); index-- > first;) {
    const auto line = paragraphs[index]->trimmed();
    if (!is_short(line, longest_title)) continue;
    if (auto date = placed_date(line)) {
      Signature signature{.name = std::nullopt, .date = std::move(date)};
      if (index > 0) {
        const auto above = paragraphs[index - 1]->trimmed();
        if (is_name(above.text())) signature.name = above;
      }
      return signature;
    }
    const auto gap = gap_at(line.text(), 0, line.text().size());
    if (gap == line.text().size()) continue;
    const auto name = line.part(0, gap).trimmed();
    auto date = placed_date(line.part(gap, line.text().size()).trimmed());
    if (date && is_name(name.text())) return {name, std::move(date)};
  }
  return {};
}

/// Does a name end as those of offices do? 一般公共 of a heading does not.
bool is_office(std::string_view name) {
  static constexpr std::array<std::string_view, 58> ends = {
      "局",   "委",   "办",   "厅",   "部",   "院",   "会",     "校",   "馆",   "所",
      "站",   "处",   "队",   "社",   "府",   "室",   "司",     "街道", "镇",   "乡",
      "县",   "区",   "市",   "省",   "州",   "旗",   "盟",     "园",   "团",   "署",
      "库",   "台",   "联",   "科",   "协",   "中心", "党委",   "学校", "大学", "幼儿园",
      "集团", "组",   "总队", "支队", "大队", "基地", "事务所", "宫",   "场",   "村",
      "政协", "人大", "工委", "纪委", "公司", "林场", "水库",   "渠"};
  return is_name(name) &&
         std::ranges::any_of(ends, [name](std::string_view end) { return name.ends_with(end); });
}

/// What stands before the year of a title; a bracket around the year is left out.
PlacedText before_year(const PlacedText& line) {
  static constexpr std::array<std::string_view, 6> marks = {"（", "(", "关于", "《", "“", "〔"};
  const auto years = line.text().find_first_of("0123456789");
  auto front = document::trimmed(std::string_view(line.text()).substr(0, years));
  std::size_t begin = 0;
  for (const auto mark : marks) {
    if (front.ends_with(mark)) front.remove_suffix(mark.size());
    if (!front.starts_with(mark)) continue;
    front.remove_prefix(mark.size());
    begin += mark.size();
  }
  return line.part(begin, begin + front.size()).trimmed();
}

/// The name in a title: between the year and what the schema is recognised by, else before the
/// year, else alone on the line above.
std::optional<PlacedText> named_in_title(const Paragraphs& paragraphs,
                                         const schema::Schema& schema) {
  static constexpr std::array<std::string_view, 5> ends = {"部门", "单位", "部门单位", "度",
                                                           "年度"};
  const auto last = std::min(paragraphs.size(), title_paragraphs);
  for (std::size_t index = 0; index < last; ++index) {
    const auto line = paragraphs[index]->trimmed();
    const auto& text = line.text();
    auto end = recognised_at(text, schema);
    if (end == std::string_view::npos || !is_short(line, longest_title)) continue;
    std::size_t begin = 0;
    for (const std::string_view year : {"年度", "年"}) {
      const auto at = text.find(year);
      if (at < end) begin = std::max(begin, at + year.size());
    }
    if (begin == 0 || begin > end) continue;
    auto name = std::string_view(text).substr(begin, end - begin);
    for (bool found = true; found;) {
      found = false;
      name = document::trimmed(name);
      for (const std::string_view bracket : {"（单位）", "(单位)"}) {
        if (name.ends_with(bracket)) name.remove_suffix(bracket.size());
      }
      for (const auto word : ends) {
        if (!name.ends_with(word)) continue;
        name.remove_suffix(word.size());
        found = true;
      }
    }
    if (is_office(name)) return line.part(begin, begin + name.size());
    if (!name.empty()) continue;
    const auto front = before_year(line);
    if (is_office(front.text())) return front;
    if (!front.text().empty() || index == 0) continue;
    const auto above = paragraphs[index - 1]->trimmed();
    if (is_office(above.text())) return above;
  }
  return std::nullopt;
}

template <class T>
const T* scalar_value(const ReadingState& state, std::string_view id) {
  const auto scalar = std::ranges::find(state.schema().scalars, id, &schema::Item::id);
  if (scalar == state.schema().scalars.end()) return nullptr;
  const auto index = static_cast<std::size_t>(scalar - state.schema().scalars.begin());
  return std::get_if<T>(&state.report.scalars[index]);
}

void set_scalar(ReadingState& state, std::string_view id, Value value) {
  const auto scalar = std::ranges::find(state.schema().scalars, id, &schema::Item::id);
  if (scalar == state.schema().scalars.end()) return;
  const auto index = static_cast<std::size_t>(scalar - state.schema().scalars.begin());
  state.report.scalars[index] = std::move(value);
}

}  // namespace

std::vector<const PlacedText*> paragraphs_of(const document::Document& document) {
  std::vector<const PlacedText*> paragraphs;
  const auto keep = [&paragraphs](const PlacedText& text) {
    if (!document::trimmed(text.text()).empty()) paragraphs.push_back(&text);
  };
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
      keep(paragraph->text);
      continue;
    }
    for (const auto& row : std::get<document::Table>(block).rows) {
      for (const auto& cell : row.cells) std::ranges::for_each(cell.paragraphs, keep);
    }
  }
  return paragraphs;
}

std::optional<NamedPeriod> period_of(const Paragraphs& paragraphs, const schema::Schema& schema) {
  std::optional<NamedPeriod> first;
  const auto last = std::min(paragraphs.size(), title_paragraphs);
  for (std::size_t index = 0; index < last; ++index) {
    if (!is_short(*paragraphs[index], longest_title)) continue;
    const auto& text = paragraphs[index]->text();
    // A date is no title: it is that of signing.
    const auto years = years_in(text);
    if (years.empty() || written_date(text)) continue;
    const NamedPeriod named = {years.front(), paragraphs[index]->place(0)};
    if (recognised_at(text, schema) != std::string_view::npos) return named;
    const bool labelled_line = text.find("：") != std::string::npos;
    if (!first && !labelled_line && !document::ends_sentence(text)) first = named;
  }
  return first ? first : year_named_most(paragraphs);
}

bool is_budget(const Paragraphs& paragraphs, const schema::Schema& schema) {
  const auto last = std::min(paragraphs.size(), title_paragraphs);
  for (std::size_t index = 0; index < last; ++index) {
    const auto& text = paragraphs[index]->text();
    if (!is_short(*paragraphs[index], longest_title)) continue;
    if (recognised_at(text, schema) == std::string_view::npos) continue;
    // 预算绩效 is judged when the year is over.
    return says_budget(text) && text.find("绩效") == std::string::npos;
  }
  return false;
}

void read_labelled_lines(const Paragraphs& paragraphs, ReadingState& state) {
  for (const auto* paragraph : paragraphs) {
    const auto& text = paragraph->text();
    if (text.size() > longest_line) continue;
    for (const auto& [label, begin, end] : labelled(text)) {
      if (begin == end) continue;
      const auto scalar = scalar_of(label, state.captions);
      if (!scalar) continue;
      const auto& item = state.schema().scalars[*scalar];
      if (item.kind != Kind::text && item.kind != Kind::date) continue;
      auto value =
          text_value(paragraph->part(begin, before_seal(text, begin, end)), item, {}, state.units);
      const bool read = std::holds_alternative<Text>(value) || std::holds_alternative<Date>(value);
      if (read) state.set_scalar(*scalar, std::move(value));
    }
  }
}

void read_identity(const Paragraphs& paragraphs, const std::optional<NamedPeriod>& named,
                   ReadingState& state) {
  const auto signature = signature_of(paragraphs);
  auto& report = state.report;
  if (const auto* date = scalar_value<Date>(state, "report_date")) {
    report.date = *date;
  } else if (signature.date) {
    report.date = signature.date;
    set_scalar(state, "report_date", *signature.date);
  }

  if (const auto* name = scalar_value<Text>(state, "entity")) {
    report.entity = name->text;
  } else {
    const auto read = signature.name ? signature.name : named_in_title(paragraphs, state.schema());
    if (read) {
      report.entity = read->text();
      set_scalar(state, "entity", Text{read->text(), read->place(0)});
    }
  }

  auto period = named;
  if (const auto* stated = scalar_value<Text>(state, "period")) {
    const auto years = years_in(stated->text + "年");  // 2023 alone is a year here
    if (!years.empty()) period = {years.front(), stated->place};
  }
  if (!period) return;
  report.period = fmt::to_string(period->year);
  set_scalar(state, "period", Text{report.period, period->place});
}

}  // namespace tieout::report
