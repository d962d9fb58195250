// The members of the objects of a stream, in the order in which they mostly come.
#pragma once

#include "report/column_layout.hpp"
#include "report/expected_text.hpp"
#include "report/line_cursor.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tieout::report {

/// A unit that the figures of a member state themselves.
struct StatedUnit {
  const CellUnit* unit = nullptr;
  std::size_t declared = 0;  ///< Field::declared(*unit)
  ExpectedText end;          ///< its id, and the quote behind it
};

/// A member of an object.
struct LineMember {
  LineMember(const Fields& all, std::size_t index)
      : key('"' + all.names[index] + "\":"),
        field(&all.fields[index]),
        required(all.required[index]) {}

  ExpectedText key;  ///< the name in its quotes, and the colon
  const Field* field;
  std::uint64_t met = 0;       ///< the last object that has it
  LineMember* next = nullptr;  ///< what came behind it in the last object; null: not known
  bool required;
  StatedUnit stated;  ///< by its last figure that did
};

/// What objects of one kind have, and the order in which they had it last.
struct LineMembers {
  explicit LineMembers(const Fields& known) : fields(&known) {
    all.reserve(known.names.size());  // they keep their places
    for (std::size_t i = 0; i < known.names.size(); ++i) {
      LineMember& added = all.emplace_back(known, i);
      (i == 0 ? first : all[i - 1].next) = &added;
    }
  }

  const Fields* fields;
  std::vector<LineMember> all;
  std::uint64_t objects = 0;    ///< how many were read
  LineMember* first = nullptr;  ///< what the last object began with
};

/// One of them while it is read: which of the members were met.
class LineObject {
 public:
  explicit LineObject(LineMembers& members)
      : members_(members), number_(++members.objects), required_(members.fields->required_number) {}

  /// Takes the key, and the colon. Throws Beyond for a name that is not known, comes twice or has
  /// an escape.
  LineMember& first(LineCursor& cursor) { return next(cursor, members_.first); }

  /// The same of the member that follows another and a comma; null: none does.
  LineMember* following(LineCursor& cursor, LineMember& last) {
    // Mostly the expected one does, and nothing stands between.
    const char* const at = cursor.at();
    if (*at == ',' && last.next != nullptr && last.next->key.is_at(at + 1)) {
      cursor.skip(1 + last.next->key.size());
      return &met(*last.next);
    }
    return cursor.take(',') ? &next(cursor, last.next) : nullptr;
  }

  void finish() const {
    if (required_ > 0) throw LineCursor::Beyond();
  }

 private:
  /// `expected`: what probably comes next, to be corrected.
  LineMember& next(LineCursor& cursor, LineMember*& expected) {
    if (expected != nullptr && expected->key.is_at(cursor.next())) {
      cursor.skip(expected->key.size());
    } else {
      const auto found = members_.fields->find(cursor.plain_text());
      if (!found) throw LineCursor::Beyond();
      cursor.expect(':');
      expected = &members_.all[*found];
    }
    return met(*expected);
  }

  LineMember& met(LineMember& member) {
    if (member.met == number_) throw LineCursor::Beyond();
    member.met = number_;
    required_ -= member.required ? 1 : 0;
    return member;
  }

  LineMembers& members_;
  std::uint64_t number_;
  std::size_t required_;  ///< still to be met
};

/// Calls `take` with each member of an object; it takes the value. Inlined, so that the cursor of
/// one function stays in a register.
template <typename Take>
[[gnu::always_inline]] inline void each_member(LineCursor& cursor, LineMembers& members,
                                               const Take& take) {
  LineObject object(members);
  cursor.expect('{');
  if (!cursor.take('}')) {
    LineMember* member = &object.first(cursor);
    do {
      take(*member);
      member = object.following(cursor, *member);
    } while (member != nullptr);
    cursor.expect('}');
  }
  object.finish();
}

}  // namespace tieout::report
