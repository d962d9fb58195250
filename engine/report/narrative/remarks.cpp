// What a text says beside its figures: its dates, its gaps, the text itself.
#include "report/narrative/remarks.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/wording.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {
namespace {

std::string role_of(const DateMark& mark, const Date& date, bool of_base, const Report& report) {
  if (of_base) return "base";
  if (mark.kind == DateMark::Kind::relative) return "relative";
  if (report.date && date.month != 0 && date.year == report.date->year &&
      date.month == report.date->month && date.day == report.date->day) {
    return "signed";
  }
  return report.period == std::to_string(date.year) ? "period" : "mention";
}

/// The bytes of each passage that name what is compared with.
std::map<std::size_t, std::vector<Base>> bases_of(const Narrative& text) {
  std::map<std::size_t, std::vector<Base>> bases;
  for (const Clause& clause : text.clauses) {
    if (clause.base) bases[text.spans[clause.span].passage].push_back(*clause.base);
  }
  return bases;
}

struct Gap {
  const RE2& pattern;
  std::string_view kind;
};

std::vector<Gap> gaps() {
  static const RE2 value(
      "((?:增长|增加|下降|减少|降低|提高|上升|占|完成年初预算的|完成预算的|为)[ \\t\\x{3000}]*[%％]"
      "|(?:增加|减少|增长|下降|支出|收入|决算为|预算为)[ \\t\\x{3000}]+万?元)");
  static const RE2 choice(
      "((?:增加|增长|上升|提高)[（(/](?:减少|下降|降低)[）)]?"
      "|(?:减少|下降|降低)[（(/](?:增加|增长|上升|提高)[）)]?"
      "|(?:大于|小于|高于|低于)[（(/](?:大于|小于|高于|低于|等于)[）)]?)");
  static const RE2 crosses("(×{2,}|[Xx]{2,}(?:年|万元|元|%|人|个|项|部门|单位))");
  static const RE2 length(
      "([（(][^（）()]{0,10}[0-9]+\\s*字(?:以内|左右|以上)[^（）()]{0,10}[）)])");
  static const RE2 line("(_{3,})");
  return {{value, "missing_value"},
          {choice, "template"},
          {crosses, "template"},
          {length, "template"},
          {line, "template"}};
}

/// 比上年增长%: a cell of such words and nothing else heads a column of percentages.
bool is_head(std::string_view words, const source::Place& place) {
  static constexpr std::string_view marks[] = {"，", "。", "；", "：", ",", ";", ":"};
  return place.table > 0 && !contains_any(words, marks);
}

/// 同比下降18.87；: decimals behind a word that rates follow, compared with something.
bool lacks_rate_sign(const Narrative& text, std::size_t statement) {
  static constexpr std::string_view words[] = {"下降", "增长", "降低", "上升", "增长率", "降幅"};
  const Statement& found = text.statements[statement];
  const bool compared = text.clauses[found.clause].base.has_value();
  return compared && found.figure.decimals > 0 &&
         !suffix_of(without_copula(trimmed(text.lead(statement))), words).empty();
}

}  // namespace

void write_dates(const Narrative& text, const schema::Schema& schema, Report& report) {
  const StatementTable table(schema, report, "dates");
  const auto bases = bases_of(text);
  for (std::size_t passage = 0; passage < text.dates.size(); ++passage) {
    const auto found = bases.find(passage);
    for (const DateMark& mark : text.dates[passage]) {
      const bool absolute = mark.kind == DateMark::Kind::absolute;
      if (!absolute && mark.kind != DateMark::Kind::relative) continue;
      const source::Place place = text.place(passage, mark.begin);
      Date date;
      date.year = mark.year;
      date.month = mark.month;
      date.day = mark.day;
      date.raw = text.passage_text(passage).substr(mark.begin, mark.end - mark.begin);
      date.place = place;
      bool resolved = absolute;
      if (!absolute && (report.date || text.period)) {
        // 今年 is the year in which the report is written.
        date.year += report.date ? report.date->year : *text.period;
        resolved = true;
      }
      const bool of_base =
          found != bases.end() &&
          std::any_of(found->second.begin(), found->second.end(), [&](const Base& base) {
            return mark.begin >= base.begin && mark.begin < base.end;
          });
      Row row = table.row(date.raw, place);
      table.set(row, "text", text_value(date.raw, place));
      table.set(row, "role", text_value(role_of(mark, date, of_base, report), place));
      if (resolved) table.set(row, "resolved", date);
      table.add(std::move(row));
    }
  }
}

void write_blanks(const Narrative& text, const schema::Schema& schema, Report& report) {
  const StatementTable table(schema, report, "blanks");
  const auto add = [&](std::size_t passage, std::size_t begin, std::size_t end,
                       std::string_view kind) {
    const source::Place place = text.place(passage, begin);
    const std::string words(text.passage_text(passage).substr(begin, end - begin));
    Row row = table.row(words, place);
    table.set(row, "text", text_value(words, place));
    table.set(row, "kind", text_value(std::string(kind), place));
    table.add(std::move(row));
  };
  std::size_t statement = 0;
  for (std::size_t passage = 0; passage < text.passages.list.size(); ++passage) {
    const std::string_view view = text.passage_text(passage);
    const bool head = is_head(view, text.place(passage, 0));
    for (const Gap& gap : gaps()) {
      if (head && gap.kind == "missing_value") continue;
      re2::StringPiece rest(view.data(), view.size());
      re2::StringPiece found;
      while (RE2::FindAndConsume(&rest, gap.pattern, &found)) {
        const auto begin = static_cast<std::size_t>(found.data() - view.data());
        add(passage, begin, begin + found.size(), gap.kind);
      }
    }
    for (; statement < text.statements.size() && text.statements[statement].passage == passage;
         ++statement) {
      // 占76.23；: a share without its sign.
      const Statement& each = text.statements[statement];
      const bool signless = each.figure.unit == nullptr || each.figure.unit->id.empty();
      // 占比为56:31:13
      const bool ratio = view.substr(each.end).starts_with(":") ||
                         view.substr(each.end).starts_with("：") ||
                         view.substr(each.end).starts_with("∶");
      if (signless && !ratio && !each.range && trimmed(text.tail(statement)).empty() &&
          (share_words(text.lead(statement)) || lacks_rate_sign(text, statement))) {
        add(passage, each.begin, each.end, "missing_sign");
      }
    }
  }
}

void write_paragraphs(const Narrative& text, const schema::Schema& schema,
                      const figure::UnitSystem& units, Report& report) {
  const StatementTable table(schema, report, "paragraphs");
  for (std::size_t passage = 0; passage < text.passages.list.size(); ++passage) {
    const source::Place place = text.place(passage, 0);
    const std::string words(trimmed(text.passage_text(passage)));
    Row row = table.row({}, place);
    table.set(row, "text", text_value(words, place));
    table.set(row, "section",
              text_value(text.passages.sections.path(text.passages.list[passage].section), place));
    table.set(row, "number", number_value(static_cast<int>(passage) + 1, units, place));
    table.add(std::move(row));
  }
}

}  // namespace tieout::report::narrative
