// Changes against another period: 比上年增加90.09万元，增长1.94%.
#include "report/narrative/changes.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace tieout::report::narrative {
namespace {

struct Change {
  std::string name;
  std::size_t passage = 0;
  source::Place place;
  std::vector<std::size_t> currents;  ///< readings, the likeliest first
  std::optional<std::size_t> prior;
  std::optional<Base> base;
  Direction direction = Direction::none;
  std::optional<std::size_t> amount;
  std::optional<std::size_t> percent;
  bool each = false;  ///< 各增加: of all `currents`, which are no readings then
};

class ChangeFinder {
 public:
  ChangeFinder(const Narrative& text, const NameIndex& names, const schema::Schema& schema,
               const figure::UnitSystem& units, Report& report)
      : text_(text), names_(names), units_(units), table_(schema, report, "changes") {}

  void run() {
    for (const Span& span : text_.spans) {
      if (before_ && before_->passage != span.passage) before_.reset();
      this->span(span);
      if (span.depth == 0) before_ = Before{span.passage, values_};
    }
  }

 private:
  struct Before {
    std::size_t passage = 0;
    std::vector<std::size_t> values;
  };

  void span(const Span& span) {
    values_.clear();
    if (span.owner) values_.push_back(*span.owner);
    prior_.reset();
    base_.reset();
    explained_ = false;
    for (const std::size_t clause_index : span.clauses) {
      const Clause& clause = text_.clauses[clause_index];
      if (clause.base) base_ = clause.base;
      explains(clause_index);
      bool changed = false;
      for (std::size_t index = clause.first; index < clause.last; ++index) {
        changed = statement(index, clause) || changed;
      }
      if (!changed && clause.base && level(text_.clause_text(clause_index))) {
        level_change(clause_index, clause);
      }
    }
    finish();
  }

  /// Behind 原因 the text speaks of other things, whatever the sentence was compared with.
  void explains(std::size_t clause) {
    static constexpr std::string_view reasons[] = {"原因", "由于", "主要是", "因为", "主要系"};
    if (!contains_any(text_.clause_text(clause), reasons)) return;
    explained_ = true;
    if (!text_.clauses[clause].base) base_.reset();
  }

  bool statement(std::size_t index, const Clause& clause) {
    const Statement& found = text_.statements[index];
    if (found.role == Role::to) {
      reached(index);
      return true;
    }
    if (found.role != Role::change) {
      if (states_value(found) && found.role != Role::base) values_.push_back(index);
      if (found.role == Role::base) prior_ = index;
      if (found.role != Role::base) finish();
      return false;
    }
    if (found.figure.unit == nullptr || found.range) return true;
    if (continues(found, clause)) {
      (is_percentage(found) ? open_->percent : open_->amount) = index;
      return true;
    }
    finish();
    start(index);
    return true;
  }

  /// ，增长1.94% behind 增加90.09万元; ，减少2万元 behind 由5万元降至3万元.
  [[nodiscard]] bool continues(const Statement& found, const Clause& clause) const {
    if (!open_ || open_->percent || found.named || found.direction != open_->direction) {
      return false;
    }
    if (!is_percentage(found) && (open_->amount || !open_->prior)) return false;
    if (!clause.base) return true;
    const auto& base = open_->base;
    return base && base->kind == clause.base->kind && base->year == clause.base->year &&
           base->offset == clause.base->offset;
  }

  [[nodiscard]] bool is_percentage(const Statement& found) const {
    return found.figure.unit->dimension.kind() == figure::Dimension::Kind::ratio &&
           found.figure.unit != &units_.percentage_point();
  }

  void start(std::size_t index) {
    const Statement& found = text_.statements[index];
    Change change;
    change.passage = found.passage;
    change.place = found.figure.place;
    change.direction = found.direction;
    change.base = base_;
    if (is_percentage(found)) {
      change.percent = index;
    } else {
      change.amount = index;
    }
    if (explained_ && !base_) return;
    const std::string_view lead = text_.lead(index);
    if (lead.find("分别") != std::string_view::npos) return;
    change.each = lead.find("各") != std::string_view::npos;
    if (change.each && lists_on(index)) return;
    // 减少-5万元: the word and the sign contradict or repeat each other.
    if (found.figure.value.coefficient < 0) return;
    choose_subject(change, index);
    if (prior_ && text_.statements[*prior_].clause == found.clause) change.prior = prior_;
    if (!change.base) choose_years(change);
    open_ = std::move(change);
  }

  /// 2018年预算63.46万元，而2017年32万元，增长98.31%: two years of one name need no 比.
  void choose_years(Change& change) const {
    if (values_.size() < 2) return;
    const std::size_t last = values_.back();
    const std::size_t before = values_[values_.size() - 2];
    const Statement& a = text_.statements[before];
    const Statement& b = text_.statements[last];
    if (!a.year || !b.year || a.core != b.core || !comparable(a.figure, b.figure)) return;
    if (*a.year == *b.year + 1) {
      change.currents = {before};
      change.prior = last;
    } else if (*b.year == *a.year + 1) {
      change.currents = {last};
      change.prior = before;
    }
  }

  /// 各减少1267万元、2570万元: which is whose is not said in one word.
  [[nodiscard]] bool lists_on(std::size_t index) const {
    if (index + 1 >= text_.statements.size()) return false;
    const Statement& next = text_.statements[index + 1];
    return next.passage == text_.statements[index].passage && han_count(text_.lead(index + 1)) == 0;
  }

  void choose_subject(Change& change, std::size_t index) const {
    const Statement& found = text_.statements[index];
    if (found.named && !change.each) {
      change.name = found.name;
      change.currents = of_name(change, index);
      static constexpr std::string_view roles[] = {"决算", "预算", "支出数", "总数", "总额"};
      if (!change.currents.empty() || !is_generic(found.name) || !contains_any(found.name, roles)) {
        return;
      }
    }
    const std::vector<std::size_t>& values = subjects();
    const std::size_t last =
        values.size() - std::min(values.size(), change.each ? std::size_t{2} : 1);
    change.currents.assign(values.begin() + static_cast<std::ptrdiff_t>(last), values.end());
    std::erase_if(change.currents, [&](std::size_t at) {
      const Statement& value = text_.statements[at];
      return !is_exact_statement(value) ||
             (change.amount && !comparable(value.figure, found.figure));
    });
    change.name =
        change.currents.empty() ? found.name : text_.statements[change.currents.back()].name;
  }

  /// The figures that the change's own words name.
  [[nodiscard]] std::vector<std::size_t> of_name(const Change& change, std::size_t index) const {
    const Statement& found = text_.statements[index];
    NameIndex::Query query;
    query.name = found.name;
    query.from = index;
    query.year = found.year ? found.year : text_.period;
    if (is_generic(found.name)) query.reach = NameIndex::Query::Reach::passage;
    if (change.amount) query.like = &found.figure;
    std::vector<std::size_t> currents = names_.find(query);
    if (currents.empty()) {
      // 三公经费预算增加: the budget of the three public expenses.
      static constexpr std::string_view plans[] = {"预算", "预算数", "预算总额"};
      query.name = without_suffixes(found.name, plans);
      query.role = Role::budget;
      if (query.name.size() < found.name.size()) currents = names_.find(query);
    }
    std::erase_if(currents, [&](std::size_t at) {
      return text_.statements[at].role == Role::base || too_far(at, found.passage);
    });
    return currents;
  }

  [[nodiscard]] bool too_far(std::size_t at, std::size_t passage) const {
    return text_.passages.list[text_.statements[at].passage].section !=
           text_.passages.list[passage].section;
  }

  [[nodiscard]] const std::vector<std::size_t>& subjects() const {
    static const std::vector<std::size_t> none;
    if (!values_.empty()) return values_;
    return before_ ? before_->values : none;
  }

  /// 由0.50万元增至0.62万元
  void reached(std::size_t index) {
    finish();
    const Statement& found = text_.statements[index];
    const bool from = index > 0 && text_.statements[index - 1].role == Role::from &&
                      text_.statements[index - 1].clause == found.clause &&
                      comparable(text_.statements[index - 1].figure, found.figure);
    if (from && is_exact_statement(found)) {
      Change change;
      change.name =
          text_.statements[index - 1].named ? text_.statements[index - 1].name : found.name;
      change.passage = found.passage;
      change.place = found.figure.place;
      change.currents = {index};
      change.prior = index - 1;
      change.base = base_;
      static constexpr std::string_view down[] = {"减", "降", "压缩"};
      change.direction = contains_any(text_.lead(index), down) ? Direction::down : Direction::up;
      open_ = std::move(change);
    }
    values_.push_back(index);
  }

  /// 与2024年持平
  void level_change(std::size_t clause_index, const Clause& clause) {
    finish();
    if (clause.base->kind != Base::Kind::year) return;
    Change change;
    const std::string_view words = text_.clause_text(clause_index);
    const std::string_view before = words.substr(0, clause.base->begin - clause.begin);
    change.name = name_in(before);
    change.passage = text_.spans[clause.span].passage;
    change.place = text_.place(change.passage, clause.base->begin);
    change.direction = Direction::level;
    change.base = clause.base;
    if (!subjects().empty() && (change.name.empty() || is_generic(change.name))) {
      change.currents = {subjects().back()};
      change.name = text_.statements[subjects().back()].name;
    } else if (!subjects().empty()) {
      const Statement& last = text_.statements[subjects().back()];
      if (last.core == core_of(change.name, text_.entity)) change.currents = {subjects().back()};
    }
    if (!change.currents.empty()) open_ = std::move(change);
    finish();
  }

  void finish() {
    if (open_) write(*open_);
    open_.reset();
  }

  void write(Change change) {
    // Without a base, amount and percentage together still say what they say.
    if (!change.base && !(change.amount && change.percent && !change.currents.empty()) &&
        !change.prior) {
      return;
    }
    if (change.each) {
      for (const std::size_t current : change.currents) {
        Change single = change;
        single.currents = {current};
        single.name = text_.statements[current].name;
        write_row(single);
      }
      return;
    }
    write_row(change);
  }

  void write_row(Change& change) {
    if (!change.prior) change.prior = prior_of(change);
    std::vector<Row> readings;
    if (change.currents.empty()) {
      readings.push_back(row_of(change, std::nullopt));
    }
    for (const std::size_t current : change.currents) {
      readings.push_back(row_of(change, current));
    }
    table_.add(joined_readings(std::move(readings)));
  }

  [[nodiscard]] Row row_of(const Change& change, std::optional<std::size_t> current) const {
    Row row = table_.row(change.name, change.place);
    table_.set(row, "name", text_value(change.name, change.place));
    if (current) table_.set(row, "current", text_.statements[*current].figure);
    if (change.prior) table_.set(row, "prior", text_.statements[*change.prior].figure);
    if (const auto year = base_year(change)) {
      const source::Place place = change.base ? text_.place(change.passage, change.base->begin)
                                              : text_.statements[*change.prior].figure.place;
      table_.set(row, "base_year", number_value(*year, units_, place));
    }
    const auto signed_figure = [&](std::size_t index) {
      const figure::Figure& figure = text_.statements[index].figure;
      return change.direction == Direction::down ? negated(figure) : figure;
    };
    if (change.amount) table_.set(row, "amount", signed_figure(*change.amount));
    if (change.percent) table_.set(row, "percent", signed_figure(*change.percent));
    table_.set(row, "direction", direction_value(direction_of(change), change.place));
    return row;
  }

  /// 减少0.00万元 leaves things as they were, whatever the template's word is.
  [[nodiscard]] Direction direction_of(const Change& change) const {
    const auto stated = change.amount ? change.amount : change.percent;
    const bool zero = stated && text_.statements[*stated].figure.value.coefficient == 0;
    return zero ? Direction::level : change.direction;
  }

  [[nodiscard]] std::optional<int> base_year(const Change& change) const {
    if (!change.base) {
      return change.prior ? text_.statements[*change.prior].year : std::nullopt;
    }
    if (change.base->kind != Base::Kind::year) return std::nullopt;
    if (change.base->year) return change.base->year;
    if (!text_.period) return std::nullopt;
    return *text_.period + change.base->offset;
  }

  /// The figure of the base year, or the budget, that the text states elsewhere.
  [[nodiscard]] std::optional<std::size_t> prior_of(const Change& change) const {
    if (!change.base || change.currents.size() != 1) return std::nullopt;
    const std::size_t current = change.currents.front();
    NameIndex::Query query;
    query.name = change.name;
    query.from = current;
    query.like = &text_.statements[current].figure;
    if (change.base->kind == Base::Kind::budget) {
      query.role = Role::budget;
      query.reach = NameIndex::Query::Reach::passage;
    } else {
      query.year = base_year(change);
      query.year_needed = true;
      if (!query.year) return std::nullopt;
    }
    const std::vector<std::size_t> found = names_.find(query);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

  const Narrative& text_;
  const NameIndex& names_;
  const figure::UnitSystem& units_;
  StatementTable table_;
  std::optional<Before> before_;     ///< the sentence before in the passage
  std::vector<std::size_t> values_;  ///< that the sentence has stated so far
  std::optional<Base> base_;
  std::optional<Change> open_;
  std::optional<std::size_t> prior_;
  bool explained_ = false;
};

}  // namespace

void write_changes(const Narrative& text, const NameIndex& names, const schema::Schema& schema,
                   const figure::UnitSystem& units, Report& report) {
  ChangeFinder(text, names, schema, units, report).run();
}

}  // namespace tieout::report::narrative
