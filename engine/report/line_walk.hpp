// Walks a line of JSON report data and hands what it says to a sink.
#pragma once

#include "report/column_layout.hpp"
#include "report/json_date.hpp"
#include "report/line_cursor.hpp"
#include "report/line_object.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report {

/// A figure as it is written in a line.
struct WrittenFigure {
  WrittenNumber number;
  const CellUnit* unit = nullptr;  ///< its own, else its item's
  std::size_t decimals = 0;        ///< stated, or declared by the item if those are more
  std::string_view raw;            ///< its characters, or those of its text
  const char* at = nullptr;        ///< where it stands in the line
};

/// Takes reports that say nothing but texts and plain figures; every value of a line is visited.
/// A sink has
///   void open_report();
///   void close_report(std::string_view entity, std::string_view period);
///   // Where to go on, if it is to be gone over unread and not closed; else null.
///   const char* open_table(std::size_t table, const char* at);
///   void close_table(const char* end);
///   void open_row(const char* at);
///   void close_row();
///   // One in the unit of its item, of no more decimals than Field::plain has.
///   void plain_number(const Field& field, const WrittenNumber& number, const char* at);
///   void number(const Field& field, const WrittenFigure& figure);  // any other
///   // The place behind a text of the row, if the sink knows it as it stands there; else null, and
///   // text() is to come.
///   const char* known_text(const Field& field, const char* at);
///   void text(const Field& field, std::string_view text, const char* at);
///   void boolean(const Field& field, bool value, const char* at);
/// where values between open_row and close_row are of the row. It may throw LineWalk::Beyond too.
template <typename Sink>
class LineWalk {
 public:
  /// Thrown where a line says what a sink does not hold.
  using Beyond = LineCursor::Beyond;

  LineWalk(const schema::Schema& schema, const ColumnLayout& layout)
      : schema_(schema), layout_(layout) {
    members_.emplace_back(layout.root());
    for (std::size_t t = 0; t < schema.tables.size(); ++t) members_.emplace_back(layout.row(t));
  }

  /// False: the line is broken, breaks the schema, or says more; the sink has seen a part of it.
  /// What must follow it: see LineCursor. Of a line that is taken all is UTF-8 but perhaps what
  /// Sink::text() was given: everything else is compared with what is known or read as a number.
  [[nodiscard]] bool walk(std::string_view line, Sink& sink) {
    if (line.size() > std::numeric_limits<std::uint32_t>::max() / 2) return false;
    entity_.clear();
    period_.clear();
    try {
      // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): padded behind its end
      LineCursor cursor(line.data(), escapes_);
      sink.open_report();
      report(cursor, sink);
      if (cursor.next() < line.data() + line.size()) return false;
    } catch (const Beyond&) {
      return false;
    }
    sink.close_report(entity_, period_);
    return true;
  }

 private:
  static bool is_blank(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  }

  void report(LineCursor& cursor, Sink& sink) {
    bool named = false;
    each_member(cursor, members_[0], [&](LineMember& member) {
      const Field& what = *member.field;
      switch (what.kind) {
        case Field::Kind::schema:
          if (cursor.text() != schema_.id) throw Beyond();
          named = true;
          break;
        case Field::Kind::period: {
          const char* const at = cursor.next();
          const std::string_view text = *at == '"' ? cursor.text() : whole_number(cursor);
          period_ = year_of(text);
          if (period_.empty()) throw Beyond();
          sink.text(what, text, at);
          break;
        }
        case Field::Kind::table:
          cursor.go_to(table(cursor.next(), what.index, sink));
          break;
        case Field::Kind::number:
          number(cursor, member, sink);
          break;
        default:
          cursor.go_to(other(cursor.next(), what, sink));
      }
    });
    if (!named || entity_.empty() || period_.empty()) throw Beyond();
  }

  const char* table(const char* at, std::size_t index, Sink& sink) {
    if (const char* const end = sink.open_table(index, at)) return end;
    LineCursor cursor(at, escapes_);
    cursor.expect('[');
    if (!cursor.take(']')) {
      do {
        cursor.go_to(row(cursor.next(), index, sink));
      } while (cursor.take(','));
      cursor.expect(']');
    }
    sink.close_table(cursor.at());
    return cursor.at();
  }

  const char* row(const char* begin, std::size_t index, Sink& sink) {
    bool named = !schema_.tables[index].key;
    LineCursor cursor(begin, escapes_);
    sink.open_row(begin);
    each_member(cursor, members_[1 + index], [&](LineMember& member) {
      const Field& field = *member.field;
      if (field.kind == Field::Kind::number) return number(cursor, member, sink);
      named |= field.is_name;
      const char* const at = cursor.next();
      const char* const end = sink.known_text(field, at);
      cursor.go_to(end != nullptr ? end : other(at, field, sink));
    });
    if (!named) throw Beyond();
    sink.close_row();
    return cursor.at();
  }

  /// A value that is no number or table; the place behind it.
  [[gnu::noinline]] const char* other(const char* at, const Field& field, Sink& sink) {
    LineCursor cursor(at, escapes_);
    switch (field.kind) {
      case Field::Kind::text: {
        const std::string_view text = cursor.text();
        if (field.is_name && is_blank(text)) throw Beyond();
        if (field.entity) entity_ = text;
        sink.text(field, text, at);
        break;
      }
      case Field::Kind::boolean: {
        const bool value = cursor.take("true");
        if (!value && !cursor.take("false")) throw Beyond();
        sink.boolean(field, value, at);
        break;
      }
      default:
        throw Beyond();
    }
    return cursor.at();
  }

  static std::string_view whole_number(LineCursor& cursor) {
    const char* const at = cursor.next();
    const auto number = cursor.number();
    if (number.decimals > 0) throw Beyond();
    return written(at, number);
  }

  static std::string_view written(const char* at, const WrittenNumber& number) {
    return {at, number.size};
  }

  // Two of three values of a stream are such numbers: a call for each costs a twentieth of reading.
  [[gnu::always_inline]] void number(LineCursor& cursor, LineMember& member, Sink& sink) {
    const char* const at = cursor.at();
    const WrittenNumber number = written::short_number(at);
    if (number.size == 0) return cursor.go_to(other_number(at, member, sink));
    cursor.skip(number.size);
    sink.plain_number(*member.field, number, at);
  }

  /// Any other: behind blanks, with a sign, with many digits, in quotes, with a unit, none. The
  /// place behind it.
  [[gnu::noinline]] const char* other_number(const char* before, LineMember& member, Sink& sink) {
    const Field& field = *member.field;
    LineCursor cursor(before, escapes_);
    const char* const at = cursor.next();
    if (const char* const end = read_as_before(at, member, sink)) return end;
    if (*at == '"' || *at == '{' || *at == 'n') {
      stated_number(cursor, at, member, sink);
    } else {
      const WrittenNumber number = cursor.number();
      if (number.decimals >= field.plain.size()) throw Beyond();
      sink.plain_number(field, number, at);
    }
    return cursor.at();
  }

  /// One that does not stand by itself.
  void stated_number(LineCursor& cursor, const char* at, LineMember& member, Sink& sink) const {
    const Field& field = *member.field;
    WrittenFigure figure;
    figure.unit = field.unit;
    figure.at = at;
    if (*at == '"') {
      read_text(cursor, member, figure);
    } else if (*at == '{') {
      read_object(cursor, member, figure);
    } else {
      if (!cursor.take("null")) throw Beyond();
      return;
    }
    if (figure.unit == nullptr) throw Beyond();
    figure.decimals = std::max<std::size_t>(figure.number.decimals, field.declared(*figure.unit));
    sink.number(field, figure);
  }

  /// "12.34万元" in the unit that the member's last figure stated, as nearly all are: the place
  /// behind it; null: it is something else. One comparison instead of a search for the end of the
  /// text.
  static const char* read_as_before(const char* at, const LineMember& member, Sink& sink) {
    const auto& [unit, declared, end] = member.stated;
    if (*at != '"' || unit == nullptr) return nullptr;
    const char* const begin = at + 1;
    const WrittenNumber number = written::short_number(begin);
    if (number.size == 0 || !end.is_at(begin + number.size)) return nullptr;
    const std::size_t size = number.size + end.size() - 1;
    const std::size_t decimals = std::max<std::size_t>(number.decimals, declared);
    sink.number(*member.field, {number, unit, decimals, {begin, size}, at});
    return begin + size + 1;
  }

  /// "36%", "1003.30", "12万元"
  void read_text(LineCursor& cursor, LineMember& member, WrittenFigure& figure) const {
    figure.raw = cursor.text();
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): a quotation mark ends it
    figure.number = written_number(figure.raw.data());
    if (figure.number.size == 0) throw Beyond();
    const auto unit = figure.raw.substr(figure.number.size);
    if (!unit.empty()) figure.unit = this->unit(unit, member);
  }

  /// {"value": 36, "unit": "%"}
  void read_object(LineCursor& cursor, LineMember& member, WrittenFigure& figure) const {
    bool named = false;
    cursor.expect('{');
    do {
      const std::string_view name = cursor.plain_text();
      cursor.expect(':');
      if (name == "value" && figure.raw.empty()) {
        const char* const value = cursor.next();
        figure.raw = *value == '"' ? cursor.plain_text() : written(value, cursor.number());
        // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): the line goes on behind it
        figure.number = written_number(figure.raw.data());
        if (figure.number.size != figure.raw.size()) throw Beyond();
      } else if (name == "unit" && !named) {
        figure.unit = unit(cursor.text(), member);
        named = true;
      } else {
        throw Beyond();
      }
    } while (cursor.take(','));
    cursor.expect('}');
    if (figure.raw.empty()) throw Beyond();
  }

  /// The unit that a figure states itself.
  [[nodiscard]] const CellUnit* unit(std::string_view id, LineMember& member) const {
    if (member.stated.unit != nullptr && member.stated.unit->unit->id == id) {
      return member.stated.unit;
    }
    const CellUnit* const found = layout_.unit(id);
    if (found == nullptr ||
        !figure::Dimension::fit(member.field->item->dimension, found->unit->dimension)) {
      throw Beyond();
    }
    if (!id.empty()) {
      member.stated = {found, member.field->declared(*found), ExpectedText(std::string(id) + '"')};
    }
    return found;
  }

  const schema::Schema& schema_;
  const ColumnLayout& layout_;
  std::vector<LineMembers> members_;  ///< of the report, then of each table's rows
  simdjson::dom::parser escapes_;
  std::string entity_;
  std::string period_;
};

}  // namespace tieout::report
