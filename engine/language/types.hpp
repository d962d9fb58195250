// Types of expressions, and how messages speak of them.
#pragma once

#include "language/checked.hpp"
#include "source/message.hpp"

namespace tieout::language {

[[nodiscard]] Type number_type(figure::Dimension dimension);
[[nodiscard]] Type count_type();
[[nodiscard]] Type rows_type(const schema::Table& table);
[[nodiscard]] Type plain_type(Type::Kind kind);
/// Of a value of a scalar or column.
[[nodiscard]] Type type_of(const schema::Item& item);

/// "an amount in 元", "a percentage", "text", "rows of spending".
[[nodiscard]] source::Message described(const Type& type, const figure::UnitSystem& units);
/// "a number", "text": any value of a kind.
[[nodiscard]] source::Message described(Type::Kind kind);

}  // namespace tieout::language
