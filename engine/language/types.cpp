// Makes and describes types.
#include "language/types.hpp"

#include <algorithm>
#include <utility>

namespace tieout::language {

using figure::Dimension;
using source::Message;

namespace {

Message described(const Dimension& dimension, const figure::UnitSystem& units) {
  switch (dimension.kind()) {
    case Dimension::Kind::any:
      return Message("rule.type_zero");
    case Dimension::Kind::count:
      return Message("rule.type_count");
    case Dimension::Kind::ratio:
      return Message("rule.type_ratio");
    case Dimension::Kind::neutral:
      return Message("rule.type_quotient");
    case Dimension::Kind::stated:
      return Message("rule.type_stated");
    case Dimension::Kind::physical:
      break;
  }
  const auto base = std::ranges::find_if(units.units(), [&dimension](const figure::Unit& unit) {
    return unit.factor == 1 && unit.dimension == dimension;
  });
  return Message("rule.type_amount",
                 {{"unit", base == units.units().end() ? dimension.text() : base->id}});
}

}  // namespace

Type number_type(Dimension dimension) {
  Type type;
  type.dimension = std::move(dimension);
  return type;
}

Type count_type() { return number_type(Dimension(Dimension::Kind::count)); }

Type rows_type(const schema::Table& table) {
  Type type = plain_type(Type::Kind::rows);
  type.table = &table;
  return type;
}

Type plain_type(Type::Kind kind) {
  Type type;
  type.kind = kind;
  return type;
}

Type type_of(const schema::Item& item) {
  switch (item.kind) {
    case schema::Kind::number:
      return number_type(item.dimension);
    case schema::Kind::text:
      return plain_type(Type::Kind::text);
    case schema::Kind::date:
      return plain_type(Type::Kind::date);
    case schema::Kind::boolean:
      return plain_type(Type::Kind::boolean);
    case schema::Kind::target:
      return plain_type(Type::Kind::target);
    case schema::Kind::table:
      break;
  }
  return rows_type(*item.table);
}

Message described(const Type& type, const figure::UnitSystem& units) {
  if (type.kind == Type::Kind::number) return described(type.dimension, units);
  if (type.kind == Type::Kind::rows) {
    return Message("rule.type_rows_of", {{"table", type.table->id}});
  }
  return described(type.kind);
}

Message described(Type::Kind kind) {
  switch (kind) {
    case Type::Kind::number:
      return Message("rule.type_number");
    case Type::Kind::text:
      return Message("rule.type_text");
    case Type::Kind::date:
      return Message("rule.type_date");
    case Type::Kind::boolean:
      return Message("rule.type_boolean");
    case Type::Kind::target:
      return Message("rule.type_target");
    case Type::Kind::rows:
      return Message("rule.type_rows");
    case Type::Kind::list:
      break;
  }
  return Message("rule.type_list");
}

}  // namespace tieout::language
