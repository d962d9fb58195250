// Which rows a change gives, and what each says.
#include "report/narrative/change_rows.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <utility>

namespace tieout::report::narrative {

void ChangeRows::write(Change change) {
  take_distant(change);
  put_fitting_first(change);
  split_off_head(change);
  take_head(change);
  // Without a base, amount and percentage together still say what they say.
  const bool both = change.amount && change.percent && (change.cell || !change.currents.empty());
  if (!change.base && !change.prior && !both) return;
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

void ChangeRows::write_sums(const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    if (!group.closed || group.doubtful) continue;
    for (const Known& total : known(group.total)) {
      std::vector<Part> parts;
      bool all = true;
      for (const std::size_t part : group.parts) {
        const std::vector<Known> changes = known(part);
        const auto change = std::ranges::find_if(
            changes, [&](const Known& each) { return same_base(each.base, total.base); });
        const Known* const found = change != changes.end() ? &*change : known_by_name(part, total);
        if (found != nullptr) {
          parts.push_back({text_.statements[part].name, found->amount});
        } else if (text_.statements[part].figure.value.coefficient == 0) {
          all = false;  // 出国费0万元: most likely nothing the year before
        } else {
          parts.clear();
          break;
        }
      }
      const std::string& name = text_.statements[group.total].name;
      if (all || adds_up(total.amount, parts)) add_sum(name, total.amount, parts);
    }
  }
}

bool ChangeRows::adds_up(const figure::Figure& total, const std::vector<Part>& parts) {
  figure::Rational difference = total.base();
  figure::Rational allowed = total.half_step();
  for (const Part& part : parts) {
    difference -= part.amount.base();
    allowed += part.amount.half_step();
  }
  return difference <= allowed && -difference <= allowed;
}

void ChangeRows::add_sum(const std::string& name, const figure::Figure& total,
                         const std::vector<Part>& parts) {
  if (parts.size() < 2 || !summed_.insert(total.place).second) return;
  std::vector<std::vector<StatementTable::Field>> fields;
  fields.reserve(parts.size());
  for (const Part& part : parts) {
    fields.push_back({{"name", text_value(part.name, part.amount.place)}, {"value", part.amount}});
  }
  Row row = sums_.row(name, total.place);
  sums_.set(row, "name", text_value(name, total.place));
  sums_.set(row, "total", total);
  sums_.set_rows(row, "parts", fields);
  sums_.add(std::move(row));
}

bool ChangeRows::same_base(const std::optional<Base>& a, const std::optional<Base>& b) const {
  if (!a || !b || a->kind != b->kind) return false;
  // 较2021年 and 较上年 in a report of 2022.
  const auto year_of = [this](const Base& base) {
    if (base.year || base.kind != Base::Kind::year || !text_.period) return base.year;
    return std::optional(*text_.period + base.offset);
  };
  if (year_of(*a) != year_of(*b)) return false;
  return year_of(*a) || a->offset == b->offset;
}

std::vector<ChangeRows::Known> ChangeRows::known(std::size_t statement) const {
  if (const auto found = known_.find(statement); found != known_.end()) return found->second;
  const auto found = known_by_name_.find(identity(statement));
  return found == known_by_name_.end() ? std::vector<Known>() : found->second;
}

const ChangeRows::Known* ChangeRows::known_by_name(std::size_t part, const Known& total) const {
  const Statement& statement = text_.statements[part];
  const auto told = told_by_name_.find(name_in_chapter(statement.passage, statement.name));
  if (told == told_by_name_.end()) return nullptr;
  const Known* only = nullptr;
  for (const Known& each : told->second) {
    if (!same_base(each.base, total.base)) continue;
    if (only != nullptr && only->amount.base() != each.amount.base()) return nullptr;
    only = &each;
  }
  return only;
}

std::string ChangeRows::name_in_chapter(std::size_t passage, const std::string& name) const {
  const std::size_t section = text_.passages.list[passage].section;
  return std::to_string(text_.passages.sections.chapter(section)) + "|" +
         stem_of(core_of(name, text_.entity));
}

void ChangeRows::know(std::vector<Known>& changes, const Known& found) const {
  const bool again = std::ranges::any_of(
      changes, [&](const Known& each) { return same_base(each.base, found.base); });
  if (!again) changes.push_back(found);
}

std::string ChangeRows::identity(std::size_t index) const {
  const Statement& statement = text_.statements[index];
  const std::size_t section = text_.passages.list[statement.passage].section;
  return std::to_string(text_.passages.sections.chapter(section)) + "|" + stem_of(statement.core) +
         "|" + statement.figure.value.text();
}

void ChangeRows::take_distant(Change& change) const {
  if (!change.currents.empty() || change.cell || !change.amount || !change.percent) return;
  const figure::Figure& amount = text_.statements[*change.amount].figure;
  const figure::Figure& percent = text_.statements[*change.percent].figure;
  if (percent.base() == 0) return;
  for (const std::size_t at : change.distant) {
    const figure::Figure& current = text_.statements[at].figure;
    if (!comparable(current, amount) || !makes_rate(current, amount, change.direction, percent)) {
      continue;
    }
    change.currents = {at};
    if (change.name.empty()) change.name = text_.statements[at].name;
    return;
  }
}

void ChangeRows::put_fitting_first(Change& change) const {
  if (change.each || change.currents.empty() || !change.amount || !change.percent) return;
  const figure::Figure& amount = text_.statements[*change.amount].figure;
  const figure::Figure& percent = text_.statements[*change.percent].figure;
  const auto fits = [&](std::size_t at) {
    const figure::Figure& current = text_.statements[at].figure;
    return comparable(current, amount) && makes_rate(current, amount, change.direction, percent);
  };
  // 总计90万元，其中结转5万元，较上年减少10万元，下降10%: the list is an insertion.
  if (change.head && std::ranges::none_of(change.currents, fits) && fits(*change.head)) {
    change.currents.push_back(*change.head);
  }
  if (change.currents.size() < 2 || std::ranges::count_if(change.currents, fits) != 1) return;
  const auto fitting = std::ranges::find_if(change.currents, fits);
  std::rotate(change.currents.begin(), fitting, fitting + 1);
  change.name = text_.statements[change.currents.front()].name;
}

bool ChangeRows::fits(const Change& change, std::size_t at) const {
  const figure::Figure& current = text_.statements[at].figure;
  const auto figure_of = [this](std::optional<std::size_t> index) {
    return index ? &text_.statements[*index].figure : nullptr;
  };
  const figure::Figure* amount = figure_of(change.amount);
  const figure::Figure* percent = figure_of(change.percent);
  const figure::Figure* prior = figure_of(change.prior);
  if (prior == nullptr) {
    return amount != nullptr && percent != nullptr && comparable(current, *amount) &&
           makes_rate(current, *amount, change.direction, *percent);
  }
  if (!comparable(current, *prior) || prior->base() == 0) return false;
  const bool down = change.direction == Direction::down;
  const figure::Rational grown = current.base() - prior->base();
  const figure::Rational moved = down ? figure::Rational(-grown) : grown;
  const auto within = [](const figure::Rational& apart, const figure::Rational& allowed) {
    return apart <= allowed && -apart <= allowed;
  };
  if (amount != nullptr && comparable(*amount, current)) {
    const figure::Rational allowed = amount->half_step() + current.half_step() + prior->half_step();
    return within(moved - amount->base(), allowed);
  }
  return percent != nullptr &&
         within(moved / prior->base() - percent->base(), percent->half_step());
}

void ChangeRows::split_off_head(Change& change) {
  if (change.each || change.currents.size() != 1 || change.cell || !change.amount ||
      !change.percent || !change.prior || *change.prior < *change.amount ||
      fits(change, change.currents.front())) {
    return;
  }
  Change rest = change;
  rest.amount.reset();
  rest.direction = text_.statements[*rest.percent].direction;
  const auto own = [&](std::size_t at) { return fits(rest, at); };
  const auto other = tails_.other_subject(change.currents.front(), *rest.percent, own);
  if (!other) return;
  rest.currents = {*other};
  rest.name = text_.statements[*other].name;
  write_row(rest);
  change.prior.reset();
  change.percent.reset();
}

void ChangeRows::take_head(Change& change) const {
  if (change.each || change.currents.size() != 1 || change.cell) return;
  const auto tail = change.percent ? change.percent : change.amount;
  // No change at all fits every figure.
  if (!tail || text_.statements[*tail].figure.value.coefficient == 0) return;
  const auto own = [&](std::size_t at) { return fits(change, at); };
  if (const auto other = tails_.other_subject(change.currents.front(), *tail, own)) {
    change.currents = {*other};
    change.name = text_.statements[*other].name;
  }
}

bool ChangeRows::makes_rate(const figure::Figure& current, const figure::Figure& amount,
                            Direction direction, const figure::Figure& percent) {
  const figure::Rational prior = direction == Direction::down
                                     ? figure::Rational(current.base() + amount.base())
                                     : figure::Rational(current.base() - amount.base());
  if (prior <= 0) return false;
  const figure::Rational difference = amount.base() / prior - percent.base();
  return difference <= percent.half_step() && -difference <= percent.half_step();
}

void ChangeRows::write_row(Change& change) {
  if (!change.prior) change.prior = prior_of(change);
  std::vector<Row> readings;
  if (change.currents.empty()) {
    readings.push_back(row_of(change, std::nullopt));
  }
  if (change.currents.size() == 1 && (change.amount || is_level(change))) {
    figure::Figure figure =
        text_.statements[change.amount ? *change.amount : change.currents.front()].figure;
    if (!change.amount) figure = nothing_like(figure, change.place);
    const Known found{change.base, change.direction == Direction::down ? negated(figure) : figure};
    know(known_[change.currents.front()], found);
    know(known_by_name_[identity(change.currents.front())], found);
  }
  if (change.currents.empty() && !change.cell) tell_by_name(change);
  for (const std::size_t current : change.currents) {
    readings.push_back(row_of(change, current));
    const auto spoken = text_.statements[current].year.value_or(text_.period.value_or(0));
    if (base_year(change) == spoken - 1) beside_last_year_.insert(current);
  }
  table_.add(joined_readings(std::move(readings)));
}

void ChangeRows::tell_by_name(const Change& change) {
  if (!change.amount || !change.base || is_generic(change.name)) return;
  figure::Figure figure = text_.statements[*change.amount].figure;
  if (change.direction == Direction::down) figure = negated(figure);
  told_by_name_[name_in_chapter(change.passage, change.name)].push_back({change.base, figure});
}

bool ChangeRows::is_level(const Change& change) {
  return change.direction == Direction::level && !change.percent;
}

figure::Figure ChangeRows::nothing_like(figure::Figure figure, const source::Place& place) {
  figure.value.coefficient = 0;
  figure.raw.clear();
  figure.place = place;
  return figure;
}

bool ChangeRows::is_further_back(const Change& change, std::optional<std::size_t> current,
                                 int base_year, int spoken) const {
  constexpr int last_draft = 2;  // years back: what last year's report was compared with
  if (base_year >= spoken - 1) return false;
  // 与2010年普查相比; 万元GDP用水量较2020年下降12%: against where a plan began.
  if (base_year < spoken - last_draft || (!current && !change.cell)) return true;
  if (!current) return false;
  const figure::Unit* const unit = text_.statements[*current].figure.unit;
  const bool counted =
      unit != nullptr && (unit->id.ends_with("元") || unit->id == "人" || unit->id == "名");
  // 人均期望寿命78.5岁，比2020年提高: an indicator's, not the unit's own money or people.
  if (!counted && base_year < spoken - 1) return true;
  const auto last_year = [&](const Base& base) {
    const auto year = base.year ? base.year : std::optional(spoken + base.offset);
    return base.kind == Base::Kind::year && year == spoken - 1;
  };
  return std::ranges::any_of(
             known(*current),
             [&](const Known& each) { return each.base && last_year(*each.base); }) ||
         beside_last_year_.contains(*current);
}

Row ChangeRows::row_of(const Change& change, std::optional<std::size_t> current) const {
  // 与上年90万元相比减少5万元: of what is not said.
  const std::string name = change.name.empty() ? "此处" : change.name;
  Row row = table_.row(name, change.place);
  table_.set(row, "name", text_value(name, change.place));
  if (current) table_.set(row, "current", text_.statements[*current].figure);
  if (!current && change.cell) table_.set(row, "current", *change.cell);
  if (change.prior) table_.set(row, "prior", text_.statements[*change.prior].figure);
  if (const auto year = base_year(change)) {
    const source::Place place = change.base ? text_.place(change.passage, change.base->begin)
                                            : text_.statements[*change.prior].figure.place;
    table_.set(row, "base_year", number_value(*year, units_, place));
    const std::optional<int> said = current ? text_.statements[*current].year : std::nullopt;
    const std::optional<int> spoken = said ? said : text_.period;
    if (change.base && change.base->year && spoken &&
        !is_further_back(change, current, *year, *spoken)) {
      table_.set(row, "year", number_value(*spoken, units_, place));
    }
  }
  const auto signed_figure = [&](std::size_t index) {
    const Statement& statement = text_.statements[index];
    const Direction own =
        statement.direction == Direction::none ? change.direction : statement.direction;
    // 减少3.50万元（-38.89%）: its own sign says so.
    const bool signed_already = statement.figure.value.coefficient < 0;
    return own == Direction::down && !signed_already ? negated(statement.figure) : statement.figure;
  };
  if (change.amount) table_.set(row, "amount", signed_figure(*change.amount));
  if (change.percent) table_.set(row, "percent", signed_figure(*change.percent));
  table_.set(row, "direction", direction_value(direction_of(change), change.place));
  return row;
}

Direction ChangeRows::direction_of(const Change& change) const {
  const auto stated = change.amount ? change.amount : change.percent;
  const bool zero = stated && text_.statements[*stated].figure.value.coefficient == 0;
  return zero ? Direction::level : change.direction;
}

std::optional<int> ChangeRows::base_year(const Change& change) const {
  if (!change.base) {
    return change.prior ? text_.statements[*change.prior].year : std::nullopt;
  }
  if (change.base->kind != Base::Kind::year) return std::nullopt;
  if (change.base->year) return change.base->year;
  if (!text_.period) return std::nullopt;
  // 2024年接待费4万元，比上年减少1万元, in the accounts of 2023
  const auto said =
      change.currents.size() == 1 ? text_.statements[change.currents.front()].year : std::nullopt;
  return said.value_or(*text_.period) + change.base->offset;
}

/// 年初结转168万元，…。年末结转115万元，比年初减少53万元: where the three make it.
std::optional<std::size_t> ChangeRows::opening_of(const Change& change, std::size_t current) const {
  constexpr std::size_t nearest = 20;
  constexpr std::string_view word = "年初";
  const Base& base = *change.base;
  const std::string_view words =
      text_.passage_text(change.passage).substr(base.begin, base.end - base.begin);
  if (base.kind != Base::Kind::other || !change.amount || words.find(word) == std::string::npos) {
    return std::nullopt;
  }
  const Statement& now = text_.statements[current];
  const figure::Figure& amount = text_.statements[*change.amount].figure;
  const std::size_t last = current - std::min(current, nearest);
  for (std::size_t at = current; at > last; --at) {
    const Statement& found = text_.statements[at - 1];
    if (found.passage != now.passage) return std::nullopt;
    if (text_.lead(at - 1).find(word) == std::string_view::npos || !is_exact_statement(found) ||
        !states_value(found) || !comparable(found.figure, now.figure) ||
        !comparable(amount, now.figure)) {
      continue;
    }
    const figure::Rational moved = change.direction == Direction::down
                                       ? figure::Rational(found.figure.base() - now.figure.base())
                                       : figure::Rational(now.figure.base() - found.figure.base());
    const figure::Rational apart = moved - amount.base();
    const figure::Rational allowed =
        amount.half_step() + found.figure.half_step() + now.figure.half_step();
    if (apart <= allowed && -apart <= allowed) return at - 1;
  }
  return std::nullopt;
}

std::optional<std::size_t> ChangeRows::current_of(std::size_t prior) const {
  constexpr std::size_t nearest = 4;
  const Statement& base = text_.statements[prior];
  const std::size_t last = prior - std::min(prior, nearest);
  for (std::size_t at = prior; at > last; --at) {
    const Statement& found = text_.statements[at - 1];
    if (&text_.span_of(at - 1) != &text_.span_of(prior)) break;
    if (states_value(found) && found.role != Role::base && found.core == base.core &&
        found.year != base.year && comparable(found.figure, base.figure)) {
      return at - 1;
    }
  }
  return std::nullopt;
}

bool ChangeRows::is_planned(std::size_t index) const {
  return text_.statements[index].role == Role::budget;
}

bool ChangeRows::is_spent(std::size_t index) const {
  static constexpr std::string_view words[] = {"决算", "实际支出"};
  const Statement& statement = text_.statements[index];
  const std::size_t begin = text_.span_of(index).begin;
  const std::string_view front =
      text_.passage_text(statement.passage).substr(begin, statement.begin - begin);
  return statement.role == Role::actual || (!is_planned(index) && contains_any(front, words));
}

std::optional<std::size_t> ChangeRows::prior_of(const Change& change) const {
  if (!change.base || change.currents.size() != 1) return std::nullopt;
  // 比上年同口径增加5万元: not more than what last year is said to have been.
  const std::string_view text = text_.passage_text(change.passage);
  const std::optional<std::size_t> by = change.amount ? change.amount : change.percent;
  const std::size_t until = by ? text_.statements[*by].begin : change.base->end;
  const std::size_t from = std::min(change.base->begin, until);
  if (contains_any(text.substr(from, until - from), like_for_like)) return std::nullopt;
  const std::size_t current = change.currents.front();
  if (const auto opening = opening_of(change, current)) return opening;
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
  if (found.size() != 1) return std::nullopt;
  // 支出42万元，较2019年3万元，下降6.7%: 减少 was left out, 3万元 is by how much.
  const Statement& prior = text_.statements[found.front()];
  if (change.base->kind == Base::Kind::year && is_planned(current) != is_planned(found.front()) &&
      (is_spent(current) || is_spent(found.front()))) {
    return std::nullopt;
  }
  // 甲项目…包括宣传费160万元；乙项目…其中宣传费178万元（上年197万元）: a bracket tells of its
  // owner.
  const auto owner = text_.span_of(found.front()).owner;
  if (const auto own = current_of(found.front());
      own && !same_value(text_.statements[*own].figure, text_.statements[current].figure)) {
    return std::nullopt;
  }
  // 甲比上年减少2万元，比上年83万元增加3万元: behind the change it is what another is measured by.
  if (by && prior.role == Role::base && found.front() > *by &&
      text_.clauses[prior.clause].span == text_.clauses[text_.statements[*by].clause].span) {
    return std::nullopt;
  }
  if (owner && *owner != current &&
      !same_value(text_.statements[*owner].figure, text_.statements[current].figure)) {
    return std::nullopt;
  }
  const bool by_how_much = prior.role == Role::base && change.percent && !change.amount &&
                           makes_rate(text_.statements[current].figure, prior.figure,
                                      change.direction, text_.statements[*change.percent].figure);
  return by_how_much ? std::nullopt : std::optional(found.front());
}

}  // namespace tieout::report::narrative
