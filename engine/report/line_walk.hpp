// Walks a line of JSON report data and hands what it says to a sink.
#pragma once

#include "report/column_layout.hpp"
#include "report/expected_text.hpp"
#include "report/json_date.hpp"
#include "report/line_cursor.hpp"

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
///   // The place behind the label of the row, if the sink knows it as it stands there; else null,
///   // and text() is to come.
///   const char* known_label(const char* at);
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
  /// A unit that the figures of a member state themselves.
  struct Stated {
    const CellUnit* unit = nullptr;
    std::size_t declared = 0;  ///< Field::declared(*unit)
    ExpectedText end;          ///< its id, and the quote behind it
  };

  /// A member of an object.
  struct Member {
    Member(const Fields& all, std::size_t index)
        : key('"' + all.names[index] + "\":"),
          field(&all.fields[index]),
          required(all.required[index]) {}

    ExpectedText key;  ///< the name in its quotes, and the colon
    const Field* field;
    std::uint64_t met = 0;   ///< the last object that has it
    Member* next = nullptr;  ///< what came behind it in the last object; null: not known
    bool required;
    Stated stated;  ///< by its last figure that did
  };

  /// What objects of one kind have, and the order in which they had it last.
  struct Members {
    explicit Members(const Fields& known) : fields(&known) {
      all.reserve(known.names.size());  // they keep their places
      for (std::size_t i = 0; i < known.names.size(); ++i) {
        Member& added = all.emplace_back(known, i);
        (i == 0 ? first : all[i - 1].next) = &added;
      }
    }

    const Fields* fields;
    std::vector<Member> all;
    std::uint64_t objects = 0;  ///< how many were read
    Member* first = nullptr;    ///< what the last object began with
  };

  /// One of them while it is read: which of the members were met.
  class Object {
   public:
    explicit Object(Members& members)
        : members_(members),
          number_(++members.objects),
          required_(members.fields->required_number) {}

    /// Takes the key, and the colon. Throws Beyond for a name that is not known, comes twice or has
    /// an escape.
    Member& first(LineCursor& cursor) { return next(cursor, members_.first); }

    /// The same of the member that follows another and a comma; null: none does.
    Member* following(LineCursor& cursor, Member& last) {
      // Mostly the expected one does, and nothing stands between.
      const char* const at = cursor.at();
      if (*at == ',' && last.next != nullptr && last.next->key.is_at(at + 1)) {
        cursor.skip(1 + last.next->key.size());
        return &met(*last.next);
      }
      return cursor.take(',') ? &next(cursor, last.next) : nullptr;
    }

    void finish() const {
      if (required_ > 0) throw Beyond();
    }

   private:
    /// `expected`: what probably comes next, to be corrected.
    Member& next(LineCursor& cursor, Member*& expected) {
      if (expected != nullptr && expected->key.is_at(cursor.next())) {
        cursor.skip(expected->key.size());
      } else {
        const auto found = members_.fields->find(cursor.plain_text());
        if (!found) throw Beyond();
        cursor.expect(':');
        expected = &members_.all[*found];
      }
      return met(*expected);
    }

    Member& met(Member& member) {
      if (member.met == number_) throw Beyond();
      member.met = number_;
      required_ -= member.required ? 1 : 0;
      return member;
    }

    Members& members_;
    std::uint64_t number_;
    std::size_t required_;  ///< still to be met
  };

  static bool is_blank(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  }

  /// Calls `take` with each member of an object; it takes the value.
  template <typename Take>
  static void each_member(LineCursor& cursor, Members& members, const Take& take) {
    Object object(members);
    cursor.expect('{');
    if (!cursor.take('}')) {
      Member* member = &object.first(cursor);
      do {
        take(*member);
        member = object.following(cursor, *member);
      } while (member != nullptr);
      cursor.expect('}');
    }
    object.finish();
  }

  void report(LineCursor& cursor, Sink& sink) {
    bool named = false;
    each_member(cursor, members_[0], [&](Member& member) {
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
          if (what.entity && is_blank(entity_)) throw Beyond();
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
        row(cursor, index, sink);
      } while (cursor.take(','));
      cursor.expect(']');
    }
    sink.close_table(cursor.at());
    return cursor.at();
  }

  void row(LineCursor& cursor, std::size_t index, Sink& sink) {
    const schema::Table& table = schema_.tables[index];
    bool named = !table.key;
    sink.open_row(cursor.next());
    each_member(cursor, members_[1 + index], [&](Member& member) {
      const Field& field = *member.field;
      if (field.kind == Field::Kind::number) return number(cursor, member, sink);
      if (!table.key || field.index != *table.key) {
        return cursor.go_to(other(cursor.next(), field, sink));
      }
      label(cursor, field, sink);
      named = true;
    });
    if (!named) throw Beyond();
    sink.close_row();
  }

  void label(LineCursor& cursor, const Field& field, Sink& sink) {
    const char* const at = cursor.next();
    if (const char* const end = sink.known_label(at)) return cursor.go_to(end);
    if (field.kind != Field::Kind::text) throw Beyond();
    const std::string_view text = cursor.text();
    if (is_blank(text)) throw Beyond();
    sink.text(field, text, at);
  }

  /// A value that is no number, label or table; the place behind it.
  [[gnu::noinline]] const char* other(const char* at, const Field& field, Sink& sink) {
    LineCursor cursor(at, escapes_);
    switch (field.kind) {
      case Field::Kind::text: {
        const std::string_view text = cursor.text();
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
  [[gnu::always_inline]] void number(LineCursor& cursor, Member& member, Sink& sink) {
    const char* const at = cursor.at();
    const WrittenNumber number = written::short_number(at);
    if (number.size == 0) return cursor.go_to(other_number(at, member, sink));
    cursor.skip(number.size);
    sink.plain_number(*member.field, number, at);
  }

  /// Any other: behind blanks, with a sign, with many digits, in quotes, with a unit, none. The
  /// place behind it.
  [[gnu::noinline]] const char* other_number(const char* before, Member& member, Sink& sink) {
    const Field& field = *member.field;
    LineCursor cursor(before, escapes_);
    const char* const at = cursor.next();
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
  void stated_number(LineCursor& cursor, const char* at, Member& member, Sink& sink) const {
    const Field& field = *member.field;
    WrittenFigure figure;
    figure.unit = field.unit;
    figure.at = at;
    if (*at == '"') {
      if (read_as_before(cursor, at, member, figure)) return sink.number(field, figure);
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

  /// "12.34万元" in the unit that the member's last figure stated, as nearly all are; false: it is
  /// something else. One comparison instead of a search for the end of the text.
  static bool read_as_before(LineCursor& cursor, const char* at, const Member& member,
                             WrittenFigure& figure) {
    const auto& [unit, declared, end] = member.stated;
    if (unit == nullptr) return false;
    figure.number = written::short_number(at + 1);
    const std::size_t size = figure.number.size;
    if (size == 0 || !end.is_at(at + 1 + size)) return false;
    figure.raw = {at + 1, size + end.size() - 1};
    figure.unit = unit;
    figure.decimals = std::max<std::size_t>(figure.number.decimals, declared);
    cursor.skip(1 + size + end.size());
    return true;
  }

  /// "36%", "1003.30", "12万元"
  void read_text(LineCursor& cursor, Member& member, WrittenFigure& figure) const {
    figure.raw = cursor.text();
    figure.number = written_number(figure.raw.data());
    if (figure.number.size == 0) throw Beyond();
    const auto unit = figure.raw.substr(figure.number.size);
    if (!unit.empty()) figure.unit = this->unit(unit, member);
  }

  /// {"value": 36, "unit": "%"}
  void read_object(LineCursor& cursor, Member& member, WrittenFigure& figure) const {
    bool named = false;
    cursor.expect('{');
    do {
      const std::string_view name = cursor.plain_text();
      cursor.expect(':');
      if (name == "value" && figure.raw.empty()) {
        const char* const value = cursor.next();
        figure.raw = *value == '"' ? cursor.plain_text() : written(value, cursor.number());
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
  [[nodiscard]] const CellUnit* unit(std::string_view id, Member& member) const {
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
  std::vector<Members> members_;  ///< of the report, then of each table's rows
  simdjson::dom::parser escapes_;
  std::string entity_;
  std::string period_;
};

}  // namespace tieout::report
