// Lists with the number of things they list.
#include "report/narrative/enumerations.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lists.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/rows.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::string_view and_so_on_mark = "等";
constexpr std::size_t longest_noun = 11;  // Han characters from 等 to the count
constexpr std::size_t longest_item = 40;  // Han characters
constexpr int most_items = 99;

/// A count of things, in digits or Chinese numerals.
struct Count {
  figure::Figure figure;
  int value = 0;
  std::size_t clause = 0;
  std::string_view lead;  ///< the clause before it
  std::string_view tail;  ///< ... and after it
};

class EnumerationFinder {
 public:
  EnumerationFinder(const Narrative& text, const schema::Schema& schema,
                    const figure::UnitSystem& units, Report& report)
      : text_(text), units_(units), table_(schema, report, "enumerations") {}

  void run() {
    for (std::size_t clause = 0; clause < text_.clauses.size(); ++clause) {
      const Clause& found = text_.clauses[clause];
      if (found.first == found.last) {
        in_numerals(clause, text_.clause_text(clause));
        continue;
      }
      in_numerals(clause, text_.lead(found.first));  // 甲、乙共两个镇各补助7万元
      for (std::size_t at = found.first; at < found.last; ++at) in_digits(at);
    }
  }

 private:
  void in_digits(std::size_t index) {
    const Statement& statement = text_.statements[index];
    const figure::Figure& figure = statement.figure;
    if (statement.range || !figure.exact || figure.value.scale != 0) return;
    if (figure.value.coefficient < 2 || figure.value.coefficient > most_items) return;
    read({figure, figure.value.coefficient.convert_to<int>(), statement.clause, text_.lead(index),
          text_.tail(index)});
  }

  /// 两个全额拨款事业单位：…
  void in_numerals(std::size_t clause, std::string_view words) {
    const bool whole = words.size() == text_.clause_text(clause).size();
    static constexpr std::string_view not_before[] = {"第", "周", "期", "月", "十", "百", "千"};
    for (std::size_t at = 0; at < words.size();) {
      const auto number = chinese_number(words.substr(at));
      if (!number) {
        at += character_at(words, at).bytes;
        continue;
      }
      const std::size_t after = at + number->bytes;
      const auto [unit, bytes] = units_.prefix(words.substr(after));
      const bool counts =
          unit != nullptr && unit->dimension.kind() == figure::Dimension::Kind::count;
      if (counts && suffix_of(words.substr(0, at), not_before).empty()) {
        const Clause& found = text_.clauses[clause];
        Count count;
        count.value = number->value;
        count.clause = clause;
        count.lead = words.substr(0, at);
        count.tail = words.substr(after + bytes);
        count.figure.value.coefficient = number->value;
        count.figure.exact = true;
        count.figure.unit = unit;
        count.figure.raw = words.substr(at, number->bytes + bytes);
        count.figure.place = text_.place(text_.spans[found.span].passage, found.begin + at);
        if (whole) {
          read(count);
        } else {
          before(count);
        }
      }
      at = after;
    }
  }

  void read(const Count& count) {
    if (!before(count) && lists_things(*count.figure.unit)) after(count);
  }

  /// 5次 and 3期 count how often, 20人 how many take part: what is listed before them is not
  /// counted.
  [[nodiscard]] static bool lists_things(const figure::Unit& unit) {
    static constexpr std::string_view things[] = {"个", "家", "项", "所", "种", "类", "名", "位",
                                                  "部", "条", "座", "处", "大", "支", "门"};
    return std::find(std::begin(things), std::end(things), unit.id) != std::end(things);
  }

  /// 甲、乙、丙等5个学会 · 甲、乙等市级工作站9家 · 甲学会、乙学会2个学会
  bool before(const Count& count) {
    const std::string_view lead = trimmed(count.lead);
    const std::size_t at = and_so_on(lead);
    const bool open = at != std::string_view::npos && han_count(lead.substr(at)) <= longest_noun &&
                      lead.find("、", at) == std::string_view::npos;
    const std::string_view list = open ? lead.substr(0, at) : lead;
    const std::string_view between = open ? trimmed(lead.substr(at + and_so_on_mark.size())) : "";
    if (between.empty() && !lists_things(*count.figure.unit)) return false;  // 等活动5次 does
    std::string noun = counted_noun(count.tail);
    if (noun.empty()) noun = between;
    // 甲、乙和丙|共三个乡镇
    constexpr std::string_view all = "共";
    if (!open && !noun.empty() && list.ends_with(all)) {
      auto readings = list_readings(trimmed(list.substr(0, list.size() - all.size())));
      return readings.front().size() > 1 && any_holds(count, open, readings) &&
             keep(count, noun, open, std::move(readings));
    }
    if (noun.empty() || does_something(open ? between : list)) return false;
    std::vector<std::vector<std::string_view>> readings = list_readings(list);
    // 甲和乙2家 is a list, 我市与甲等5个 is not.
    if (readings.front().size() < 2 && !open && count.value == 2) {
      readings.erase(readings.begin());
    }
    if (readings.empty() || readings.front().size() < 2) return false;
    return keep(count, noun, open, std::move(readings));
  }

  /// 经甲、乙批准成立2个学会: what is listed is not what is counted.
  [[nodiscard]] static bool does_something(std::string_view list) {
    static constexpr std::string_view verbs[] = {
        "成立", "新建", "建立", "建成", "开展", "举办", "组织", "完成", "实施", "新增", "培育",
        "设立", "召开", "创建", "申报", "获批", "引进", "选派", "评选", "共",   "有",   "为",
        "的",   "和",   "及",   "与",   "购置", "支持", "评为", "获评", "投入", "安排"};
    return !suffix_of(list, verbs).empty();
  }

  /// 3个科：甲科、乙科、丙科 · 3个科，甲科，乙科，丙科； · 2个单位（甲和乙）
  bool after(const Count& count) {
    const Clause& clause = text_.clauses[count.clause];
    const std::string_view tail = trimmed(count.tail);
    if (const std::string_view inside = bracket_at_end(tail); !inside.empty()) {
      const std::string noun = counted_noun(tail);
      return keep_listed(count, noun, inside, false);
    }
    // 3个部门（甲、乙和丙）和7个单位组成: the bracket right behind what is counted.
    if (const std::string_view inside = bracket_inside(tail); !inside.empty()) {
      return keep_listed(count, counted_noun(tail), inside, false);
    }
    const auto& clauses = text_.spans[clause.span].clauses;
    auto next = std::upper_bound(clauses.begin(), clauses.end(), count.clause);
    if (next == clauses.end() || han_count(tail) > longest_noun) return false;
    const std::string noun = noun_of(count);
    bool definition = clause.mark == U'：' || clause.mark == U':';
    std::string_view list = without_opener(text_.clause_text(*next), definition);
    if (list.empty() && next + 1 != clauses.end()) {
      list = without_opener(text_.clause_text(*++next), definition);  // 分别是：
    }
    const Clause& listing = text_.clauses[*next];
    if (listing.first != listing.last) return false;
    if (definition && keep_listed(count, noun, list, true)) return true;
    // 核准类事项6项，为甲、乙…: what they are, if there are as many.
    static constexpr std::string_view copulas[] = {"为", "是", "有", "包括"};
    const std::string_view copula = prefix_of(list, copulas);
    if (!copula.empty() && keep_listed(count, noun, list.substr(copula.size()), false)) return true;
    return by_commas(count, noun, next, clauses.end());
  }

  /// 分别是|甲、乙、丙: says that the list is the things counted.
  [[nodiscard]] static std::string_view without_opener(std::string_view words, bool& definition) {
    static constexpr std::string_view openers[] = {"分别是", "分别为", "即", "具体是", "具体为"};
    words = trimmed(words);
    const std::string_view opener = prefix_of(words, openers);
    if (!opener.empty()) definition = true;
    return trimmed(words.substr(opener.size()));
  }

  [[nodiscard]] std::string noun_of(const Count& count) const {
    std::string noun = counted_noun(count.tail);
    return noun.empty() ? name_in(count.lead) : noun;
  }

  /// The inside of a bracket that ends the text.
  [[nodiscard]] static std::string_view bracket_at_end(std::string_view text) {
    static constexpr std::string_view closers[] = {"）", ")"};
    const std::string_view close = suffix_of(text, closers);
    if (close.empty()) return {};
    const std::size_t wide = text.rfind("（");
    const std::size_t open = wide == std::string_view::npos ? text.rfind('(') : wide;
    if (open == std::string_view::npos) return {};
    const std::size_t inside = open + character_at(text, open).bytes;
    return text.substr(inside, text.size() - inside - close.size());
  }

  /// The inside of a bracket that stands behind at most a few words.
  [[nodiscard]] static std::string_view bracket_inside(std::string_view text) {
    constexpr std::string_view opening = "（";
    constexpr std::string_view closing = "）";
    const std::size_t open = text.find(opening);
    const std::size_t close = text.find(closing, open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos ||
        han_count(text.substr(0, open)) > longest_noun ||
        text.substr(0, open).find("、") != std::string_view::npos) {
      return {};
    }
    const std::size_t inside = open + opening.size();
    return text.substr(inside, close - inside);
  }

  bool keep_listed(const Count& count, const std::string& noun, std::string_view list,
                   bool definition) {
    const std::string_view words = trimmed(list);
    const bool open = words.ends_with(and_so_on_mark);
    auto readings =
        list_readings(open ? words.substr(0, words.size() - and_so_on_mark.size()) : words);
    std::erase_if(readings, [](const auto& items) { return items.size() < 2; });
    if (readings.empty()) return false;
    const bool matches = any_holds(count, open, readings);
    // A colon defines what the things are; a bracket may explain something else.
    if (!matches && !definition) return false;
    return keep(count, noun, open, std::move(readings), definition);
  }

  /// Items between commas read as a list only if they are as many as stated.
  bool by_commas(const Count& count, const std::string& noun,
                 std::vector<std::size_t>::const_iterator next,
                 std::vector<std::size_t>::const_iterator end) {
    std::vector<std::string_view> items;
    const char32_t first_mark = text_.clauses[count.clause].mark;
    if (first_mark != U'，' && first_mark != U',' && first_mark != U'；') return false;
    for (; next != end && items.size() <= static_cast<std::size_t>(most_items); ++next) {
      const Clause& clause = text_.clauses[*next];
      const std::string_view item = trimmed(text_.clause_text(*next));
      if (clause.first != clause.last || han_count(item) > longest_item) return false;
      items.push_back(item);
      const bool last = items.size() == static_cast<std::size_t>(count.value);
      const bool ends = clause.mark == U'；' || clause.mark == U';' || next + 1 == end;
      if (last && ends) return keep(count, noun, false, {items});
    }
    return false;
  }

  [[nodiscard]] static bool any_holds(const Count& count, bool open,
                                      const std::vector<std::vector<std::string_view>>& readings) {
    const auto stated = static_cast<std::size_t>(count.value);
    return std::any_of(readings.begin(), readings.end(), [&](const auto& items) {
      return open ? items.size() <= stated : items.size() == stated;
    });
  }

  /// A list that does not have its number is kept only if it is beyond doubt what is counted.
  bool keep(const Count& count, const std::string& noun, bool open,
            std::vector<std::vector<std::string_view>> readings, bool certain = false) {
    if (!any_holds(count, open, readings) && !certain) {
      const std::string end = last_han(noun, 1);
      for (const std::string_view item : readings.front()) {
        if (end.empty() || last_han(item, 1) != end) return false;
      }
    }
    std::vector<Row> rows;
    for (const auto& items : readings) {
      Row row = table_.row(noun, count.figure.place);
      table_.set(row, "name", text_value(noun, count.figure.place));
      table_.set(row, "stated", count.figure);
      table_.set(row, "open", boolean_value(open, count.figure.place));
      std::vector<std::vector<StatementTable::Field>> fields;
      fields.reserve(items.size());
      for (const std::string_view item : items) {
        fields.push_back({{"name", text_value(std::string(item), place_of(count, item))}});
      }
      table_.set_rows(row, "items", fields);
      rows.push_back(std::move(row));
    }
    table_.add(joined_readings(std::move(rows)));
    return true;
  }

  [[nodiscard]] source::Place place_of(const Count& count, std::string_view item) const {
    const std::size_t passage = text_.spans[text_.clauses[count.clause].span].passage;
    const std::string_view whole = text_.passage_text(passage);
    return text_.place(passage, static_cast<std::size_t>(item.data() - whole.data()));
  }

  const Narrative& text_;
  const figure::UnitSystem& units_;
  StatementTable table_;
};

}  // namespace

void write_enumerations(const Narrative& text, const schema::Schema& schema,
                        const figure::UnitSystem& units, Report& report) {
  EnumerationFinder(text, schema, units, report).run();
}

}  // namespace tieout::report::narrative
