// Targets: an operator with bounds, as goals state them.
#include "report/narrative/targets.hpp"

#include "figure/number_text.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/scan.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::report::narrative {
namespace {

using Kind = Target::Kind;

constexpr std::size_t longest_measure = 8;  // Han characters between 不超过 and the figure

struct Operator {
  std::string_view word;
  Kind kind;
};

// Longer words first: 不低于 ends in 低于.
constexpr Operator operators_before[] = {{"大于或等于", Kind::at_least},
                                         {"小于或等于", Kind::at_most},
                                         {"大于等于", Kind::at_least},
                                         {"小于等于", Kind::at_most},
                                         {"不得低于", Kind::at_least},
                                         {"不得少于", Kind::at_least},
                                         {"不得超过", Kind::at_most},
                                         {"不得高于", Kind::at_most},
                                         {"达到或超过", Kind::at_least},
                                         {"不低于", Kind::at_least},
                                         {"不少于", Kind::at_least},
                                         {"不小于", Kind::at_least},
                                         {"不超过", Kind::at_most},
                                         {"不高于", Kind::at_most},
                                         {"不大于", Kind::at_most},
                                         {"不多于", Kind::at_most},
                                         {"控制在", Kind::at_most},
                                         {"至少", Kind::at_least},
                                         {"最多", Kind::at_most},
                                         {"高于", Kind::more_than},
                                         {"大于", Kind::more_than},
                                         {"多于", Kind::more_than},
                                         {"超过", Kind::more_than},
                                         {"低于", Kind::less_than},
                                         {"小于", Kind::less_than},
                                         {"少于", Kind::less_than},
                                         {"达到", Kind::at_least},
                                         {"等于", Kind::equal},
                                         {">=", Kind::at_least},
                                         {"<=", Kind::at_most},
                                         {"≥", Kind::at_least},
                                         {"≧", Kind::at_least},
                                         {"⩾", Kind::at_least},
                                         {"≤", Kind::at_most},
                                         {"≦", Kind::at_most},
                                         {"⩽", Kind::at_most},
                                         {">", Kind::more_than},
                                         {"＞", Kind::more_than},
                                         {"<", Kind::less_than},
                                         {"＜", Kind::less_than},
                                         {"=", Kind::equal},
                                         {"＝", Kind::equal}};

constexpr Operator operators_behind[] = {{"及以上", Kind::at_least}, {"以上", Kind::at_least},
                                         {"及以下", Kind::at_most},  {"以下", Kind::at_most},
                                         {"以内", Kind::at_most},    {"之内", Kind::at_most}};

std::optional<Kind> operator_before(std::string_view words) {
  words = without_trailing_spaces(words);
  for (const Operator& each : operators_before) {
    if (words.ends_with(each.word)) return each.kind;
  }
  // 不超过预算的100%
  constexpr std::string_view of = "的";
  if (!words.ends_with(of)) return std::nullopt;
  for (const Operator& each : operators_before) {
    const std::size_t at = words.rfind(each.word);
    if (at == std::string_view::npos) continue;
    const std::string_view between = words.substr(at + each.word.size());
    if (han_count(between) <= longest_measure && between.find("，") == std::string_view::npos) {
      return each.kind;
    }
  }
  return std::nullopt;
}

std::optional<Kind> operator_behind(std::string_view words) {
  for (const Operator& each : operators_behind) {
    if (words.starts_with(each.word)) return each.kind;
  }
  return std::nullopt;
}

bool is_upper(Kind kind) { return kind == Kind::at_most || kind == Kind::less_than; }

class TargetReader {
 public:
  TargetReader(const document::PlacedText& text, const figure::UnitSystem& units)
      : text_(text), view_(text.text()), units_(units), found_(scan(view_, units).quantities) {}

  [[nodiscard]] std::optional<Target> read() const {
    for (std::size_t at = 0; at < found_.size(); ++at) {
      const Quantity& low = found_[at];
      const bool range = low.range && at + 1 < found_.size();
      if (auto target = stated(low, range ? found_[at + 1] : low)) return target;
      if (range) ++at;
    }
    if (found_.size() != 1) return std::nullopt;
    const figure::Dimension::Kind kind = unit_of(found_.front()).dimension.kind();
    if (kind != figure::Dimension::Kind::count && kind != figure::Dimension::Kind::ratio) {
      return std::nullopt;
    }
    return target(Kind::at_least, found_.front(), found_.front());
  }

 private:
  [[nodiscard]] std::optional<Target> stated(const Quantity& low, const Quantity& high) const {
    // 超过95% reads as an approximate number that begins at its word.
    const std::string_view number = view_.substr(low.begin, low.end - low.begin);
    auto kind = operator_before(view_.substr(0, low.begin + lead_length(number)));
    if (!kind) kind = operator_inside(view_.substr(high.begin, high.end - high.begin));
    if (!kind) kind = operator_behind(trimmed(view_.substr(high.end)));
    if (&low == &high) {
      return kind ? std::optional(target(*kind, low, high)) : std::nullopt;
    }
    if (!kind) return target(Kind::between, low, high);
    return is_upper(*kind) ? target(*kind, high, high) : target(*kind, low, low);
  }

  /// Bytes before the first digit: a word or sign that the number was read with.
  [[nodiscard]] static std::size_t lead_length(std::string_view number) {
    std::size_t at = 0;
    while (at < number.size() && digit_value(character_at(number, at).code) < 0) {
      at += character_at(number, at).bytes;
    }
    return at;
  }

  /// 500人以上 reads as an approximate number that ends behind its word.
  [[nodiscard]] static std::optional<Kind> operator_inside(std::string_view number) {
    for (const Operator& each : operators_behind) {
      if (number.ends_with(each.word)) return each.kind;
    }
    return std::nullopt;
  }

  [[nodiscard]] const figure::Unit& unit_of(const Quantity& quantity) const {
    return quantity.number.unit != nullptr ? *quantity.number.unit : units_.bare();
  }

  [[nodiscard]] figure::Figure bound(const Quantity& quantity) const {
    figure::NumberText number = quantity.number;
    number.approximate = false;  // the word makes it a bound
    figure::Figure figure = figure::make_figure(
        number, &units_.bare(), std::nullopt,
        std::string(view_.substr(quantity.begin, quantity.end - quantity.begin)),
        text_.place(quantity.begin));
    figure.exact = true;
    return figure;
  }

  [[nodiscard]] Target target(Kind kind, const Quantity& low, const Quantity& high) const {
    Target found;
    found.kind = kind;
    found.low = bound(low);
    if (kind == Kind::between) found.high = bound(high);
    found.raw = trimmed(view_);
    found.place = text_.place(low.begin);
    return found;
  }

  const document::PlacedText& text_;
  std::string_view view_;
  const figure::UnitSystem& units_;
  std::vector<Quantity> found_;
};

/// Do the words before a figure say that it is what was reached?
bool answers(std::string_view lead) {
  static constexpr std::string_view words[] = {"完成", "实际", "达到", "达", "实现"};
  return contains_any(lead, words);
}

/// 目标值≥90%，实际完成值≥90%: what was reached is told as what was promised.
bool repeats_bound(const Narrative& text, std::size_t promised) {
  const Statement& target = text.statements[promised];
  const Statement& actual = text.statements[promised + 1];
  if (actual.role != Role::bound || actual.range || !same_value(target.figure, actual.figure)) {
    return false;
  }
  const auto kind = operator_before(text.lead(promised));
  return kind && kind == operator_before(text.lead(promised + 1)) &&
         (kind == Kind::at_least || kind == Kind::at_most);
}

/// 满意度98%，高于目标值|95%: how what was reached stands to what was promised.
std::optional<Kind> compared_with_goal(std::string_view lead) {
  static const RE2 pattern(
      "(高于|超过|超出|大于|多于|低于|小于|少于|未达到|达到了?|不低于)(?:了|年度|年初|预期|计划|"
      "设定"
      "|既定|绩效|指标|任务|的)*(?:目标值|指标值|目标|预期值|计划值|目标数|目标任务)(?:的|为|：)?"
      "\\s*$");
  static constexpr std::pair<std::string_view, Kind> kinds[] = {
      {"高于", Kind::more_than}, {"超过", Kind::more_than},  {"超出", Kind::more_than},
      {"大于", Kind::more_than}, {"多于", Kind::more_than},  {"低于", Kind::less_than},
      {"小于", Kind::less_than}, {"少于", Kind::less_than},  {"未达到", Kind::less_than},
      {"达到", Kind::at_least},  {"达到了", Kind::at_least}, {"不低于", Kind::at_least}};
  re2::StringPiece word;
  if (!RE2::PartialMatch({lead.data(), lead.size()}, pattern, &word)) return std::nullopt;
  const auto found = std::ranges::find(kinds, std::string_view(word.data(), word.size()),
                                       &std::pair<std::string_view, Kind>::first);
  return found == std::end(kinds) ? std::nullopt : std::optional(found->second);
}

/// 三公经费18.32万元，控制在预算|22万元以内; 违规率1.51%，低于|2%的控制目标.
std::optional<Kind> within_limit(const Narrative& text, std::size_t index) {
  static const RE2 held(
      "(?:控制在|不超过|未超过|没有超过)(?:年初|全年|了|年度|本年)?(?:预算|限额|指标|控制数|"
      "目标|标准)?(?:数|内|的)?\\s*$");
  static const RE2 aimed("(高于|超过|低于|少于)(?:了|国家|省|市|规定|年度|的)*\\s*$");
  static const RE2 goal(
      "^\\s*的?(?:控制|年度|绩效|预期|考核|国家|省定|规定|既定|设定)?(?:目标|标准|要求|限额|红线|"
      "指标值|目标值)");
  const Statement& found = text.statements[index];
  const std::string_view passage = text.passage_text(found.passage);
  const std::string_view number = passage.substr(found.begin, found.end - found.begin);
  // 超过15% reads as an approximate number that begins at its word.
  std::size_t digits = 0;
  while (digits < number.size() && digit_value(character_at(number, digits).code) < 0) {
    digits += character_at(number, digits).bytes;
  }
  const Clause& clause = text.clauses[found.clause];
  const std::string lead(passage.substr(clause.begin, found.begin + digits - clause.begin));
  const std::string tail(text.tail(index).substr(0, 60));
  if (RE2::PartialMatch(lead, held)) return Kind::at_most;
  re2::StringPiece word;
  if (!RE2::PartialMatch(lead, aimed, &word) || !RE2::PartialMatch(tail, goal)) return std::nullopt;
  const std::string_view said(word.data(), word.size());
  return said == "高于" || said == "超过" ? Kind::more_than : Kind::less_than;
}

/// 满意度95.6%，目标值≥|90%: what was reached stands in front, nothing behind answers.
bool is_goal_behind(const Narrative& text, std::size_t index) {
  static constexpr std::string_view goals[] = {"目标值", "指标值", "年度指标值"};
  const Statement& promised = text.statements[index];
  const std::string_view lead = trimmed(text.lead(index));
  if (promised.role != Role::bound || prefix_of(lead, goals).empty()) return false;
  if (index + 1 == text.statements.size()) return true;
  const Statement& next = text.statements[index + 1];
  return next.passage != promised.passage || next.figure.unit != promised.figure.unit ||
         text.clauses[next.clause].span != text.clauses[promised.clause].span;
}

}  // namespace

bool says_missed(const Narrative& text, std::size_t reached) {
  static constexpr std::string_view words[] = {"未完成", "未达",     "未能完成", "未能达",
                                               "未实现", "没有完成", "未如期"};
  const Statement& found = text.statements[reached];
  const Span& span = text.span_of(reached);
  std::size_t end = span.end;
  if (reached + 1 < text.statements.size() &&
      text.statements[reached + 1].passage == found.passage) {
    end = std::min(end, text.statements[reached + 1].begin);
  }
  if (end <= found.end) return false;
  constexpr std::size_t farthest = 60;  // bytes
  std::string_view behind =
      text.passage_text(found.passage).substr(found.end, std::min(end - found.end, farthest));
  behind = behind.substr(0, std::min(behind.find("；"), behind.find("。")));
  return contains_any(behind, words);
}

Target::Kind missed(Target::Kind kind) {
  switch (kind) {
    case Kind::at_least:
    case Kind::more_than:
      return Kind::less_than;
    case Kind::at_most:
    case Kind::less_than:
      return Kind::more_than;
    default:
      return kind;
  }
}

namespace {

/// 按时发放率98.5%，目标值为|100%，未完成: the words behind say whether it was reached.
std::optional<Kind> judged(const Narrative& text, std::size_t index) {
  static constexpr std::string_view goals[] = {"目标值", "年度目标值", "指标值", "年度指标值"};
  static constexpr std::string_view met[] = {"，完成", "，已完成", "，达到", "，达标", "，实现"};
  const Statement& promised = text.statements[index];
  const auto unit = promised.figure.unit->dimension.kind();
  if (prefix_of(trimmed(text.lead(index)), goals).empty() || promised.role == Role::bound ||
      (unit != figure::Dimension::Kind::ratio && unit != figure::Dimension::Kind::count)) {
    return std::nullopt;
  }
  if (says_missed(text, index)) return Kind::less_than;
  const std::string_view behind = text.passage_text(promised.passage).substr(promised.end);
  return prefix_of(behind, met).empty() ? std::nullopt : std::optional(Kind::at_least);
}

void write_compared(const Narrative& text, std::size_t index, const StatementTable& table) {
  const Statement& promised = text.statements[index];
  const Statement& reached = text.statements[index - 1];
  // 户均增收3200元，高于目标值3000元: what rose is what was reached.
  const bool rose = reached.role == Role::change && !text.clauses[reached.clause].base &&
                    compared_with_goal(text.lead(index)).has_value();
  const bool states = rose || reached.role == Role::amount || reached.role == Role::ratio ||
                      reached.role == Role::actual;
  if (!states || reached.passage != promised.passage || !is_exact_statement(reached) ||
      promised.range || promised.figure.unit == nullptr ||
      text.clauses[reached.clause].span != text.clauses[promised.clause].span ||
      reached.clause + 1 < promised.clause || !units_fit(promised.figure, reached.figure)) {
    return;
  }
  // 高于目标值1.2个百分点: by how much, no goal.
  if (promised.figure.raw.find("百分点") != std::string::npos) return;
  auto kind = compared_with_goal(text.lead(index));
  if (!kind && is_goal_behind(text, index)) kind = operator_before(text.lead(index));
  if (!kind) kind = within_limit(text, index);
  if (!kind) kind = judged(text, index);
  if (!kind) return;
  write_promise(text, promised, *kind, reached.figure, table);
}

}  // namespace

std::optional<Target> read_target(const document::PlacedText& text,
                                  const figure::UnitSystem& units) {
  return TargetReader(text, units).read();
}

void write_promise(const Narrative& text, const Statement& promised, Target::Kind kind,
                   const figure::Figure& actual, const StatementTable& targets) {
  Target target;
  target.kind = kind;
  target.low = promised.figure;
  target.low.exact = true;
  target.raw = trimmed(text.clause_text(promised.clause));
  target.place = promised.figure.place;
  Row row = targets.row(promised.name, promised.figure.place);
  targets.set(row, "name", text_value(promised.name, promised.figure.place));
  targets.set(row, "target", as_value(std::move(target)));
  targets.set(row, "actual", actual);
  targets.add(std::move(row));
}

void write_targets(const Narrative& text, const schema::Schema& schema,
                   const figure::UnitSystem& units, Report& report) {
  const StatementTable table(schema, report, "targets");
  for (std::size_t index = 1; index < text.statements.size(); ++index) {
    write_compared(text, index, table);
  }
  for (std::size_t index = 0; index + 1 < text.statements.size(); ++index) {
    const Statement& promised = text.statements[index];
    const Statement& reached = text.statements[index + 1];
    if (promised.role != Role::bound || reached.passage != promised.passage) continue;
    if (text.clauses[reached.clause].span != text.clauses[promised.clause].span) continue;
    const bool other_role =
        reached.role != Role::amount && reached.role != Role::ratio && reached.role != Role::actual;
    const bool holds = repeats_bound(text, index);
    if (promised.figure.unit == nullptr || reached.figure.unit == nullptr) continue;
    if (!holds && (other_role || !is_exact_statement(reached))) continue;
    // ≥25套，完成2个: of something else.
    if (!units_fit(promised.figure, reached.figure) || !answers(text.lead(index + 1))) continue;
    const Clause& clause = text.clauses[promised.clause];
    auto target = read_target(
        text.passages.list[promised.passage].text.part(clause.begin, clause.end), units);
    if (!target) continue;
    if (says_missed(text, index + 1)) target->kind = missed(target->kind);
    Row row = table.row(promised.name, promised.figure.place);
    table.set(row, "name", text_value(promised.name, promised.figure.place));
    table.set(row, "target", as_value(*target));
    table.set(row, "actual", reached.figure);
    table.add(std::move(row));
  }
}

}  // namespace tieout::report::narrative
