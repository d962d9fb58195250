// The working paper for Excel: the check sheet that an audit keeps, the findings with formulas that
// recompute them, the figures that those take, every check, and the totals.
#include "output/recomputation.hpp"
#include "output/words.hpp"
#include "output/workbook.hpp"
#include "output/writers.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tieout::output {

namespace {

using figure::Verdict;
using finding::CheckedReport;
using finding::Finding;
using source::Message;

constexpr std::size_t most_problems = 20;  // of one rule in the check sheet

std::size_t of(const finding::Counts& counts, Verdict verdict) {
  return counts[static_cast<std::size_t>(verdict)];
}

Cell count(std::size_t number) { return Number{std::to_string(number)}; }

Cell amount(const std::optional<finding::PrintedAmount>& printed) {
  if (!printed) return {};
  return Number{printed->value, printed->unit};
}

// A decimal as a number; what has no end as the ratio that it is.
Cell exact(const figure::Rational& value) {
  if (const auto decimal = figure::finite_decimal(value)) return Number{*decimal};
  const auto formula = formula_number(value);
  if (!formula) return Text{value.str()};
  return Formula{*formula, {figure::significant(value)}};
}

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return Tone::good;
    case Verdict::fails:
    case Verdict::error:
      return Tone::bad;
    case Verdict::undecided:
      return Tone::doubtful;
    default:
      return Tone::plain;
  }
}

Tone tone_of(const Finding& found) {
  if (!finding::is_open(found)) return Tone::plain;
  switch (found.severity) {
    case language::Severity::error:
      return Tone::bad;
    case language::Severity::note:
      return Tone::plain;
    default:
      return Tone::doubtful;
  }
}

class XlsxWriter final : public Writer {
 public:
  XlsxWriter(std::ostream& out, const Style& style)
      : out_(out),
        style_(style),
        checklist_(sheet("output.sheet_checklist",
                         {"output.head_entity", "output.head_period", "output.head_content",
                          "output.head_meets", "output.head_finding", "output.head_remark",
                          "output.head_rule", "output.head_source"})),
        findings_(
            sheet("output.sheet_findings",
                  {"output.head_number", "output.head_severity", "output.head_verdict",
                   "output.head_content", "output.head_finding", "output.left", "output.right",
                   "output.head_difference", "output.head_allowed", "output.head_place",
                   "output.head_item", "output.head_hint", "output.head_basis", "output.head_check",
                   "output.head_rule", "output.head_entity", "output.head_period",
                   "output.head_source", "output.head_fingerprint"})),
        figures_(sheet(
            "output.sheet_figures",
            {"output.head_number", "output.head_side", "output.head_role", "output.head_figure",
             "output.head_raw", "output.head_value", "output.head_unit", "output.head_factor",
             "output.head_coefficient", "output.head_amount", "output.head_place"})),
        checks_(
            sheet("output.sheet_checks",
                  {"output.head_content", "output.head_item", "output.head_verdict", "output.left",
                   "output.right", "output.head_difference", "output.head_reason",
                   "output.head_place", "output.head_check", "output.head_rule",
                   "output.head_entity", "output.head_period", "output.head_source"})),
        summary_(sheet("output.sheet_summary", summary_titles())) {}

  [[nodiscard]] Needs needs() const override { return {.checks = true}; }

  void report(const CheckedReport& report) override {
    put_checklist(report);
    for (const auto& found : report.findings) put_finding(report, found);
    for (const auto& check : report.checks) put_check(report, check);
    put_summary(report);
  }

  void finish(const Summary& summary) override {
    summary_.sheet.end_list();
    put_totals(summary);
    for (const auto& [source, reason, place] : summary.unreadable) {
      const auto where = place_words(place, source, style_.language);
      summary_.add({Text{source}, Text{word("output.unreadable"), Tone::bad},
                    Text{where + (where.empty() ? "" : " ") + said(reason)}});
    }
    for (auto* list : {&checklist_, &findings_, &figures_, &checks_, &summary_}) {
      if (list->omitted == 0) continue;
      list->sheet.end_list();
      list->sheet.add({Text{
          said({"output.rows_omitted", {{"count", std::to_string(list->omitted)}}}), Tone::bad}});
    }
    book_.write_to(out_);
  }

 private:
  /// A sheet, and how many rows it had no room for.
  struct List {
    Sheet& sheet;
    std::size_t omitted = 0;

    void add(const std::vector<Cell>& cells) {
      if (sheet.has_room(1)) {
        sheet.add(cells);
      } else {
        ++omitted;
      }
    }
  };

  [[nodiscard]] std::string said(const Message& message) const {
    return source::render(message, style_.language);
  }
  [[nodiscard]] std::string word(const char* id) const { return said(Message(id)); }

  List sheet(const char* id, const std::vector<std::string>& titles) {
    std::vector<std::string> words;
    words.reserve(titles.size());
    for (const auto& title : titles) words.push_back(said(Message(title)));
    return {book_.add_sheet(word(id), words)};
  }

  static std::vector<std::string> summary_titles() {
    std::vector<std::string> titles = {"output.head_source", "output.head_entity",
                                       "output.head_period"};
    for (const auto verdict : figure::verdicts) titles.push_back(verdict_word(verdict).id);
    for (const auto severity : severities) titles.push_back(severity_word(severity).id);
    titles.emplace_back("output.head_at_stake");
    titles.emplace_back("output.head_report_remark");
    return titles;
  }

  // A row a rule: met or not, what is wrong, what else there is to say.
  void put_checklist(const CheckedReport& report) {
    std::map<const language::Rule*, std::vector<const Finding*>> by_rule;
    for (const auto& found : report.findings) by_rule[found.rule].push_back(&found);
    for (const auto& rule : report.rules) {
      std::string problems;
      const auto& found = by_rule[rule.rule];
      for (std::size_t i = 0; i < found.size() && i < most_problems; ++i) {
        problems += (problems.empty() ? "" : "\n") + remarked(*found[i], style_.language);
      }
      if (found.size() > most_problems) {
        const auto rest = std::to_string(found.size() - most_problems);
        problems += "\n" + said({"output.more_findings", {{"count", rest}}});
      }
      checklist_.add({Text{report.entity}, Text{report.period},
                      Text{finding::title_of(*rule.rule, style_.language)}, met(rule.counts),
                      Text{problems}, Text{remark(rule)}, Text{rule.rule->id},
                      Text{report.source}});
    }
  }

  [[nodiscard]] Text met(const finding::Counts& counts) const {
    if (of(counts, Verdict::error) > 0) return {said(verdict_word(Verdict::error)), Tone::bad};
    if (of(counts, Verdict::fails) > 0) return {word("output.no"), Tone::bad};
    if (anything_decided(counts)) return {word("output.yes"), Tone::good};
    if (of(counts, Verdict::undecided) > 0) {
      return {said(verdict_word(Verdict::undecided)), Tone::doubtful};
    }
    return {said(verdict_word(Verdict::not_applicable)), Tone::plain};
  }

  [[nodiscard]] std::string remark(const finding::RuleCounts& rule) const {
    std::vector<Message> all;
    const auto number = [&](const char* id, Verdict verdict) {
      const auto found = of(rule.counts, verdict);
      if (found > 0) all.push_back({id, {{"count", std::to_string(found)}}});
    };
    if (anything_decided(rule.counts)) {
      number("output.some_rounding", Verdict::rounding);
      number("output.some_undecided", Verdict::undecided);
    }
    auto text = joined(all, style_.language);
    const auto line = [&text, this](const char* id, const std::string& content) {
      if (content.empty()) return;
      text += (text.empty() ? "" : "\n") + said({id, {{"text", content}}});
    };
    if (of(rule.counts, Verdict::fails) > 0) line("output.hint", rule.rule->hint);
    line("output.basis", rule.rule->basis);
    return text;
  }

  void put_finding(const CheckedReport& report, const Finding& found) {
    ++findings_made_;
    if (!findings_.sheet.has_room(1)) {
      ++findings_.omitted;
      return;
    }
    const Recomputation recomputation(found);
    const bool room = figures_.sheet.has_room(recomputation.operands().size());
    const auto column = fmt::format("'{}'!J", figures_.sheet.name());
    const auto formulas =
        room ? recomputation.formulas(column, figures_.sheet.next_row()) : std::nullopt;
    if (room) {
      for (const auto& operand : recomputation.operands()) {
        put_operand(report, operand, formulas.has_value());
      }
    } else {
      figures_.omitted += recomputation.operands().size();
    }
    const auto side = [&formulas](std::string Recomputation::Formulas::* formula,
                                  const std::optional<finding::PrintedAmount>& printed) -> Cell {
      if (!formulas) return amount(printed);
      return Formula{*formulas.*formula, {printed->value, printed->unit}};
    };
    using Formulas = Recomputation::Formulas;
    const auto* place = place_of(found);
    findings_.add(
        {count(findings_made_), Text{said(severity_words(found)), tone_of(found)},
         Text{said(verdict_word(found.outcome.verdict))}, Text{title_of(found, style_.language)},
         Text{remarked(found, style_.language)}, side(&Formulas::left, found.left),
         side(&Formulas::right, found.right), side(&Formulas::difference, found.difference),
         amount(found.allowed),
         Text{place == nullptr ? "" : place_words(*place, report.source, style_.language)},
         Text{found.outcome.subject.label}, Text{found.rule->hint}, Text{found.rule->basis},
         Text{found.check}, Text{found.rule->id}, Text{report.entity}, Text{report.period},
         Text{report.source}, Text{found.fingerprint}});
  }

  void put_operand(const CheckedReport& report, const Operand& operand, bool computed) {
    const auto row = figures_.sheet.next_row();
    const auto* piece = operand.piece;
    std::vector<Cell> cells = {count(findings_made_), Text{side_word(operand.side)},
                               Text{role_word(operand.role)}};
    if (piece == nullptr) {
      cells.insert(
          cells.end(),
          {Text{word("output.constant")}, {}, exact(operand.coefficient), {}, count(1), count(1)});
    } else {
      cells.insert(cells.end(), {Text{label_of(*piece)}, Text{piece->raw}});
      const auto& figure = piece->figure;
      if (figure && figure->unit != nullptr) {
        cells.insert(cells.end(), {Number{figure->value.text()}, Text{figure->unit->id},
                                   exact(figure->unit->factor)});
      } else {
        cells.insert(cells.end(), {{}, {}, {}});
      }
      cells.push_back(operand.role == Operand::Role::shown ? Cell() : exact(operand.coefficient));
    }
    if (computed && operand.role != Operand::Role::shown) {
      const auto comes_to =
          piece == nullptr ? operand.coefficient : operand.coefficient * piece->figure->base();
      const auto decimal = figure::finite_decimal(comes_to);
      cells.emplace_back(Formula{fmt::format("F{0}*H{0}*I{0}", row),
                                 {decimal.value_or(figure::significant(comes_to))}});
    } else {
      cells.emplace_back();
    }
    cells.emplace_back(
        Text{piece == nullptr ? "" : place_words(piece->place, report.source, style_.language)});
    figures_.sheet.add(cells);
  }

  [[nodiscard]] std::string side_word(check::Side side) const {
    switch (side) {
      case check::Side::left:
        return word("output.left");
      case check::Side::right:
        return word("output.right");
      default:
        return {};
    }
  }

  [[nodiscard]] std::string role_word(Operand::Role role) const {
    switch (role) {
      case Operand::Role::addend:
        return word("output.role_addend");
      case Operand::Role::divisor:
        return word("output.role_divisor");
      case Operand::Role::shown:
        break;
    }
    return word("output.role_shown");
  }

  void put_check(const CheckedReport& report, const Finding& check) {
    const auto verdict = check.outcome.verdict;
    const auto* place = place_of(check);
    checks_.add({Text{title_of(check, style_.language)}, Text{check.outcome.subject.label},
                 Text{said(verdict_word(verdict)), tone_of(verdict)}, amount(check.left),
                 amount(check.right), amount(check.difference),
                 Text{check.outcome.reason.empty() ? "" : said(check.outcome.reason)},
                 Text{place == nullptr ? "" : place_words(*place, report.source, style_.language)},
                 Text{check.check}, Text{check.rule->id}, Text{report.entity}, Text{report.period},
                 Text{report.source}});
  }

  void put_summary(const CheckedReport& report) {
    Summary own;
    own.add(report);
    std::vector<Cell> cells = {Text{report.source}, Text{report.entity}, Text{report.period}};
    for (const auto number : own.counts) cells.push_back(count(number));
    for (const auto number : own.by_severity) cells.push_back(count(number));
    const auto stake = at_stake(report);
    cells.push_back(stake == 0 ? Cell() : amount(stake_in_ten_thousand(stake)));
    auto notes = report.notes;
    if (own.nothing_decided > 0) notes.emplace_back("output.nothing_decided");
    cells.emplace_back(Text{joined(notes, style_.language)});
    summary_.add(cells);
  }

  // The sums of the columns above, and what the run came to.
  void put_totals(const Summary& summary) {
    const auto last = summary_.sheet.next_row() - 1;
    std::vector<Cell> cells = {Text{word("output.sum")}, {}, {}};
    const auto total = [&cells, last, this](std::size_t number) {
      const auto column = static_cast<char>('A' + cells.size());
      if (summary_.omitted > 0 || last < 2) {
        cells.push_back(count(number));
      } else {
        cells.emplace_back(
            Formula{fmt::format("SUM({0}2:{0}{1})", column, last), {std::to_string(number)}});
      }
    };
    for (const auto number : summary.counts) total(number);
    for (const auto number : summary.by_severity) total(number);
    cells.emplace_back();  // what is at stake is a sum of sizes: that of a run says nothing
    cells.emplace_back(Text{totals_words(summary, style_.language)});
    summary_.add(cells);
  }

  std::ostream& out_;
  Style style_;
  Workbook book_;
  List checklist_;
  List findings_;
  List figures_;
  List checks_;
  List summary_;
  std::size_t findings_made_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_xlsx(std::ostream& out, const Style& style) {
  return std::make_unique<XlsxWriter>(out, style);
}

}  // namespace tieout::output
