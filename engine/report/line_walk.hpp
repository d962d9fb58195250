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
///   const char* open_table(std::size_t table, const char* at);  // where to go on, if it is to be
///                                                               // gone over unread; else null
///   void close_table(const char* end);  // not where it was gone over
///   void open_row(const char* at);
///   void close_row();
///   void number(const Field& field, const WrittenFigure& figure);
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
      LineCursor cursor(line, escapes_);
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

  /// Which members of an object were met, and the one that probably comes next. Used for one
  /// object after the other.
  class Members {
   public:
    explicit Members(const Fields& all) : fields_(&all) {
      all_.reserve(all.names.size());  // they keep their places
      for (std::size_t i = 0; i < all.names.size(); ++i) {
        Member& added = all_.emplace_back(all, i);
        (i == 0 ? first_ : all_[i - 1].next) = &added;
      }
    }

    void begin() {
      ++object_;
      expected_ = &first_;
      required_ = fields_->required_number;
    }

    /// Takes the key, and the colon. Throws Beyond for a name that is not known, comes twice or has
    /// an escape.
    Member& next(LineCursor& cursor) {
      if (*expected_ != nullptr && (*expected_)->key.is_at(cursor.next())) {
        cursor.skip((*expected_)->key.size());
      } else {
        const auto found = fields_->find(cursor.plain_text());
        if (!found) throw Beyond();
        cursor.expect(':');
        *expected_ = &all_[*found];
      }
      return met();
    }

    /// The same of the member that follows a comma; null: none does.
    Member* following(LineCursor& cursor) {
      // Mostly the expected one does, and nothing stands between.
      const char* const at = cursor.at();
      if (*at == ',' && *expected_ != nullptr && (*expected_)->key.is_at(at + 1)) {
        cursor.skip(1 + (*expected_)->key.size());
        return &met();
      }
      return cursor.take(',') ? &next(cursor) : nullptr;
    }
    void finish() const {
      if (required_ > 0) throw Beyond();
    }

   private:
    /// The expected member is there.
    Member& met() {
      Member& member = **expected_;
      expected_ = &member.next;
      if (member.met == object_) throw Beyond();
      member.met = object_;
      required_ -= member.required ? 1 : 0;
      return member;
    }

    const Fields* fields_;
    std::vector<Member> all_;
    std::uint64_t object_ = 0;
    Member* first_ = nullptr;      ///< what the last object began with
    Member** expected_ = nullptr;  ///< where it is said what probably comes next
    std::size_t required_ = 0;     ///< still to be met
  };

  static bool is_blank(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  }

  /// Calls `take` with each member of an object; it takes the value.
  template <typename Take>
  static void each_member(LineCursor& cursor, Members& members, const Take& take) {
    members.begin();
    cursor.expect('{');
    if (!cursor.take('}')) {
      Member* member = &members.next(cursor);
      do {
        take(*member);
        member = members.following(cursor);
      } while (member != nullptr);
      cursor.expect('}');
    }
    members.finish();
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
          table(cursor, what.index, sink);
          break;
        default:
          single(cursor, member, sink);
          if (what.entity && is_blank(entity_)) throw Beyond();
      }
    });
    if (!named || entity_.empty() || period_.empty()) throw Beyond();
  }

  void table(LineCursor& cursor, std::size_t index, Sink& sink) {
    const schema::Table& table = schema_.tables[index];
    if (const char* const end = sink.open_table(index, cursor.next())) return cursor.go_to(end);
    cursor.expect('[');
    if (cursor.take(']')) return sink.close_table(cursor.at());
    do {
      sink.open_row(cursor.next());
      bool named = !table.key;
      each_member(cursor, members_[1 + index], [&](Member& member) {
        if (member.field->kind == Field::Kind::number) return number(cursor, member, sink);
        const auto text = single(cursor, member, sink);
        if (table.key && member.field->index == *table.key) named = !is_blank(text);
      });
      if (!named) throw Beyond();
      sink.close_row();
    } while (cursor.take(','));
    cursor.expect(']');
    sink.close_table(cursor.at());
  }

  /// A value that is no table; its text if it is one.
  std::string_view single(LineCursor& cursor, Member& member, Sink& sink) {
    const Field& what = *member.field;
    if (what.kind == Field::Kind::number) {
      number(cursor, member, sink);
      return {};
    }
    const char* const at = cursor.next();
    switch (what.kind) {
      case Field::Kind::text: {
        const std::string_view text = cursor.text();
        if (what.entity) entity_ = text;
        sink.text(what, text, at);
        return text;
      }
      case Field::Kind::boolean: {
        const bool value = cursor.take("true");
        if (!value && !cursor.take("false")) throw Beyond();
        sink.boolean(what, value, at);
        return {};
      }
      default:
        throw Beyond();
    }
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
  [[gnu::always_inline]] void number(LineCursor& cursor, Member& member, Sink& sink) const {
    const char* const at = cursor.next();
    const WrittenNumber number = written::short_number(at);
    if (number.size == 0) return longer_number(cursor, at, member, sink);
    cursor.skip(number.size);
    take(number, at, *member.field, sink);
  }

  /// Any other: with a sign, with many digits, in quotes, with a unit, none.
  [[gnu::noinline]] void longer_number(LineCursor& cursor, const char* at, Member& member,
                                       Sink& sink) const {
    if (*at == '"' || *at == '{' || *at == 'n') return other_number(cursor, at, member, sink);
    take(cursor.number(), at, *member.field, sink);
  }

  static void take(const WrittenNumber& number, const char* at, const Field& field, Sink& sink) {
    if (field.unit == nullptr) throw Beyond();
    const std::size_t decimals = std::max<std::size_t>(number.decimals, field.decimals);
    sink.number(field, {number, field.unit, decimals, written(at, number), at});
  }

  /// One that does not stand by itself.
  void other_number(LineCursor& cursor, const char* at, Member& member, Sink& sink) const {
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
