// Figures that are said, and the same one said in several places.
#include "report/narrative/facts.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/fact_scope.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/own_words.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/scope_words.hpp"
#include "report/narrative/score_pairs.hpp"
#include "report/narrative/wording.hpp"
#include "report/row_name.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t short_name = 4;      // Han characters by which names are told apart
constexpr std::size_t enough_words = 3;    // ... at least, together with the thing counted
constexpr std::size_t telling_words = 10;  // Han characters that make a place the same sentence
constexpr std::size_t same_sentence = 8;   // ... at least
constexpr std::size_t shown_words = 60;    // characters of a mention's text

/// The row of the report that a bound item speaks of, as the report labels it.
std::string row_label(const Binder& binder, const BoundItem& bound) {
  const Row* row = binder.row(bound);
  return row != nullptr ? row->label : bound.row;
}

/// The clause around a figure, for the reader of a finding.
std::string words_around(const Narrative& text, std::size_t index) {
  const Statement& statement = text.statements[index];
  std::string_view words = trimmed(text.clause_text(statement.clause));
  std::size_t end = 0;
  for (std::size_t count = 0; count < shown_words && end < words.size(); ++count) {
    end += character_at(words, end).bytes;
  }
  return std::string(words.substr(0, end));
}

/// A figure of the report's own tables.
struct Cell {
  const figure::Figure* figure = nullptr;
  const std::string* table = nullptr;  ///< its title
};

class FactFinder {
 public:
  FactFinder(const Narrative& text, const Binder& binder, const schema::Schema& schema,
             const figure::UnitSystem& units, Report& report)
      : text_(text),
        binder_(binder),
        schema_(schema),
        units_(units),
        table_(schema, report, "facts") {}

  void run() {
    bound();
    budget_items();
    same_words();
    same_names();
  }

 private:
  using Members = std::vector<std::size_t>;

  void bound() {
    std::map<std::pair<std::string, std::string>, Members> facts;
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      const Statement& statement = text_.statements[index];
      if (statement.items.empty() || !is_exact_statement(statement)) continue;
      const BoundItem& item = statement.items.front();
      facts[{binder_.id(item), item.row}].push_back(index);
    }
    for (const auto& [key, members] : facts) {
      const BoundItem& item = text_.statements[members.front()].items.front();
      const Row* row = binder_.row(item);
      const figure::Figure* figure =
          row != nullptr ? std::get_if<figure::Figure>(&row->values[item.item]) : nullptr;
      std::optional<Cell> cell;
      if (figure != nullptr) cell = Cell{figure, &schema_.tables[*item.table].title};
      std::optional<int> year = text_.period;
      if (year) *year += binder_.item(item).year;
      for (const auto& [scope, same] : by_scope(members)) {
        // The tables are the whole department's.
        const auto own = scope.empty() ? cell : std::nullopt;
        if (same.size() + (own ? 1 : 0) < 2) continue;
        add(key.first, row_label(binder_, item), year, own, same);
      }
    }
  }

  /// Mentions that differ are of one fact only if they speak of the same part of the department.
  [[nodiscard]] std::map<std::string, Members> by_scope(const Members& members) const {
    std::map<std::string, Members> scopes;
    const bool agree = all_agree(members);
    for (const std::size_t member : members) {
      scopes[agree ? std::string() : scope_word(member)].push_back(member);
    }
    // Each of several brackets has an owner of its own.
    const auto bracketed = scopes.find(bracket);
    if (bracketed != scopes.end() && !all_agree(bracketed->second)) scopes.erase(bracketed);
    return scopes;
  }

  static constexpr const char* bracket = "()";

  /// 机关本级“三公”经费, 全系统“三公”经费, “三公”经费（含非财政资金）
  [[nodiscard]] std::string scope_word(std::size_t index) const {
    static constexpr std::string_view words[] = {"本级", "全系统", "（含", "(含"};
    const Statement& statement = text_.statements[index];
    // 财政拨款收入90万元（当年拨款80万元，上年结转10万元）: what a bracket divides is its owner.
    if (text_.span_of(index).owner) return bracket;
    if (is_score_of_group(text_, index)) return "满分" + std::to_string(index);
    const std::size_t begin = text_.clauses[statement.clause].begin;
    const std::string_view front =
        text_.passage_text(statement.passage).substr(begin, statement.begin - begin);
    const auto* const found = std::ranges::find_if(words, [front](std::string_view word) {
      return front.find(word) != std::string_view::npos;
    });
    return found == std::end(words) ? fact_scope(text_, index) : std::string(*found);
  }

  /// （项）257.14万元，主要用于…。年初预算为274.82万元，支出决算为257.14万元: the head of a budget
  /// item and what its own text goes on to say was spent.
  void budget_items() {
    static constexpr std::string_view codes[] = {"（项）", "（款）", "（类）", "(项)"};
    for (std::size_t passage = 0; passage < text_.sentences.size(); ++passage) {
      std::optional<std::size_t> head;
      for (const std::size_t sentence : text_.sentences[passage]) {
        for (const std::size_t index : text_.statements_of(text_.spans[sentence])) {
          const Statement& statement = text_.statements[index];
          if (!is_exact_statement(statement)) continue;
          if (statement.named && contains_any(statement.name, codes)) {
            head = statement.role == Role::amount ? std::optional(index) : std::nullopt;
          } else if (head && statement.role == Role::actual && !statement.named &&
                     statement.name == text_.statements[*head].name &&
                     comparable(statement.figure, text_.statements[*head].figure)) {
            add(statement.name, {}, text_.period, {}, {*head, index});
            taken_.insert({*head, index});
            head.reset();
          }
        }
      }
    }
  }

  /// The sentence is the same up to the figure, at another place of the report: certainly one fact,
  /// though its values differ.
  void same_words() {
    std::map<std::tuple<const figure::Unit*, std::optional<int>, std::string>, Members> facts;
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      const Statement& statement = text_.statements[index];
      if (!is_free(statement) || statement.role != Role::amount || statement.figure.approximate) {
        continue;
      }
      const std::string words = words_before(index);
      if (han_count(words) < same_sentence || speaks_in_forms(words)) continue;
      const std::size_t section = text_.passages.list[statement.passage].section;
      const auto titles = text_.passages.sections.titles(section);
      facts[{statement.figure.unit, statement.year,
             words + "#" + noun_after(index) + "#" + std::string(fund_of(titles)) + "#" +
                 std::string(payer_of(titles)) + (is_goal(index) ? "#" : "")}]
          .push_back(index);
    }
    for (const auto& [key, members] : facts) {
      if (all_agree(members) || repeats_in_one_section(members)) continue;
      add(title_of(members.front()), {}, std::get<1>(key), {}, members);
      taken_.insert(members.begin(), members.end());
    }
  }

  /// Name, unit and value agree: one fact said again. Where the values differ it may be two.
  void same_names() {
    using Key = std::tuple<const figure::Unit*, bool, std::string, std::string>;
    std::map<Key, Members> facts;
    std::vector<Key> order;
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      const Statement& statement = text_.statements[index];
      if (!is_free(statement) || taken_.contains(index)) continue;
      const bool states = statement.role == Role::amount || statement.role == Role::ratio ||
                          statement.role == Role::actual;
      if (!states) continue;
      const std::string name = short_name_of(index);
      if (name.empty()) continue;
      const Key key{statement.figure.unit, statement.figure.approximate, name,
                    statement.figure.value.text()};
      Members& members = facts[key];
      if (members.empty()) order.push_back(key);
      members.push_back(index);
    }
    for (const Key& key : order) {
      const Members& members = facts[key];
      if (members.size() < 2 || !years_agree(members)) continue;
      add(title_of(members.front()), {}, text_.statements[members.front()].year, {}, members);
    }
  }

  [[nodiscard]] static bool is_free(const Statement& statement) {
    return statement.items.empty() && !statement.range && statement.figure.unit != nullptr;
  }

  [[nodiscard]] bool years_agree(const Members& members) const {
    std::optional<int> year;
    for (const std::size_t member : members) {
      const auto& said = text_.statements[member].year;
      if (said && year && *said != *year) return false;
      if (said) year = said;
    }
    return true;
  }

  [[nodiscard]] bool all_agree(const Members& members) const {
    return std::all_of(members.begin(), members.end(), [&](std::size_t member) {
      return same_value(text_.statements[member].figure, text_.statements[members.front()].figure);
    });
  }

  /// Forms and lists repeat their words for every item (预算为…，决算为…): that is not one fact.
  [[nodiscard]] bool repeats_in_one_section(const Members& members) const {
    std::set<std::size_t> sections;
    return std::any_of(members.begin(), members.end(), [&](std::size_t member) {
      const std::size_t passage = text_.statements[member].passage;
      const std::size_t section = text_.passages.list[passage].section;
      // A text without headings has its passages only.
      const std::size_t sections_before = text_.passages.list.size();
      return !sections.insert(section == 0 ? sections_before + passage : section).second;
    });
  }

  [[nodiscard]] static bool speaks_in_forms(std::string_view words) {
    static constexpr std::string_view forms[] = {"预算", "决算", "占",   "增",   "减",   "比上年",
                                                 "上年", "相比", "支出", "收入", "合计", "其中"};
    return contains_any(words, forms);
  }

  /// The last words of the sentence before a figure, letters and digits only.
  [[nodiscard]] std::string words_before(std::size_t index) const {
    const Statement& statement = text_.statements[index];
    const Span& span = text_.span_of(index);
    const std::string_view view = text_.passage_text(statement.passage);
    std::string words;
    std::size_t han = 0;
    for (std::size_t at = statement.begin; at > span.begin && han < telling_words;) {
      const Character character = character_before(view, at);
      at -= character.bytes;
      const bool digit = digit_value(character.code) >= 0;
      if (is_han(character.code)) ++han;
      if (is_han(character.code) || digit) words.insert(0, view.substr(at, character.bytes));
    }
    return words;
  }

  /// 绩效目标：完成投资173万元: what was to be done, not what was.
  [[nodiscard]] bool is_goal(std::size_t index) const {
    static constexpr std::string_view goals[] = {"目标", "计划", "拟", "预期"};
    const Statement& statement = text_.statements[index];
    constexpr std::size_t farthest = 120;  // bytes
    const std::size_t begin =
        std::max(text_.span_of(index).begin, statement.begin - std::min(statement.begin, farthest));
    return contains_any(
        text_.passage_text(statement.passage).substr(begin, statement.begin - begin), goals);
  }

  [[nodiscard]] std::string noun_after(std::size_t index) const {
    return first_han(text_.tail(index), 2);
  }

  /// The end of the name; a short one together with what is counted (指导19家企业科协), a mere
  /// member of a list (6块银牌) with the figure before it. Empty if that says too little.
  [[nodiscard]] std::string short_name_of(std::size_t index) const {
    const std::string own = own_name(index);
    const std::string end = last_han(stem_of(own), short_name);
    if (han_count(end) == short_name) return is_generic(own) ? std::string() : end;
    const std::string noun = first_han(text_.tail(index), short_name);
    const std::size_t words = han_count(end) + han_count(noun);
    if (words >= enough_words && !(is_generic(own) && noun.empty())) return end + "~" + noun;
    if (words < enough_words - 1 || index == 0) return {};
    const Statement& before = text_.statements[index - 1];
    if (before.clause + 1 != text_.statements[index].clause) return {};
    return end + "~" + noun + "<" + before.figure.raw;
  }

  /// 接待费支出 is 接待费, if that is enough of a name.
  [[nodiscard]] static std::string_view stem_of(std::string_view name) {
    static constexpr std::string_view ends[] = {"支出", "决算", "数", "合计", "共计", "金额"};
    const std::string_view stem = without_suffixes(name, ends);
    return han_count(stem) >= short_name ? stem : name;
  }

  /// The name in the words before the figure, without when.
  [[nodiscard]] std::string own_name(std::size_t index) const {
    static constexpr std::string_view times[] = {"全年", "年内", "本年",     "今年",  "目前",
                                                 "累计", "至今", "截至目前", "本年度"};
    const std::string name = name_in(own_words(text_, index));
    return std::string(without_prefixes(name, times));
  }

  /// What an unbound fact is called: its own words, and what is counted if they are few.
  [[nodiscard]] std::string title_of(std::size_t index) const {
    const std::string& name = text_.statements[index].name;
    std::string own = own_name(index);
    if (and_so_on(own) != std::string::npos) own = name;
    constexpr std::string_view comma = "、";
    if (const std::size_t at = own.rfind(comma); at != std::string::npos) {
      own.erase(0, at + comma.size());
    }
    const std::string noun = counted_noun(text_.tail(index));
    if (han_count(own) < short_name && own != noun) own += noun;
    return han_count(own) > 0 ? own : name;
  }

  void add(const std::string& item, const std::string& row_name, std::optional<int> year,
           const std::optional<Cell>& cell, const Members& members) {
    const Statement& first = text_.statements[members.front()];
    const source::Place& place = cell ? cell->figure->place : first.figure.place;
    Row row = table_.row(fact_name(item, row_name, schema_), place);
    table_.set(row, "item", text_value(item, place));
    if (!row_name.empty()) table_.set(row, "row", text_value(row_name, place));
    if (year) table_.set(row, "year", number_value(*year, units_, place));
    std::vector<std::vector<StatementTable::Field>> mentions;
    if (cell) {
      mentions.push_back(
          {{"value", *cell->figure}, {"section", text_value(*cell->table, cell->figure->place)}});
    }
    for (const std::size_t member : members) {
      const Statement& each = text_.statements[member];
      const std::size_t section = text_.passages.list[each.passage].section;
      mentions.push_back(
          {{"value", each.figure},
           {"section", text_value(text_.passages.sections.path(section), each.figure.place)},
           {"text", text_value(words_around(text_, member), each.figure.place)}});
    }
    table_.set_rows(row, "mentions", mentions);
    table_.add(std::move(row));
  }

  const Narrative& text_;
  const Binder& binder_;
  const schema::Schema& schema_;
  const figure::UnitSystem& units_;
  StatementTable table_;
  std::set<std::size_t> taken_;
};

}  // namespace

void write_mentions(const Narrative& text, const Binder& binder, const schema::Schema& schema,
                    const figure::UnitSystem& units, Report& report) {
  const StatementTable table(schema, report, "mentions");
  for (const Statement& statement : text.statements) {
    if (statement.name.empty() || statement.range) continue;
    const source::Place& place = statement.figure.place;
    const std::size_t section = text.passages.list[statement.passage].section;
    Row row = table.row(statement.name, place);
    table.set(row, "name", text_value(statement.name, place));
    table.set(row, "value", statement.figure);
    if (statement.year) table.set(row, "year", number_value(*statement.year, units, place));
    table.set(row, "section", text_value(text.passages.sections.path(section), place));
    if (!statement.items.empty()) {
      const BoundItem& item = statement.items.front();
      table.set(row, "item", text_value(binder.id(item), place));
      const std::string label = row_label(binder, item);
      if (!label.empty()) table.set(row, "row", text_value(label, place));
    }
    table.add(std::move(row));
  }
}

void write_facts(const Narrative& text, const Binder& binder, const schema::Schema& schema,
                 const figure::UnitSystem& units, Report& report) {
  FactFinder(text, binder, schema, units, report).run();
}

}  // namespace tieout::report::narrative
