// A small schema made in code, with one of everything that names, rows and types depend on.
#pragma once

#include "schema/schema.hpp"

namespace tieout::language {

/// 元, 万元, 人, %, 百分点, 平方米.
[[nodiscard]] const figure::UnitSystem& test_units();

/// Scalars staff, posts (people), budget, done (money), area, grade, listed (boolean), signed (a
/// date), and two that share the caption 结余. Tables income and spending (key unit, row sets
/// summary and units), functions (a hierarchy of codes), staffing (synonyms of keys), assets (a
/// header path 其中.其他), and of the narrative shares, decompositions, facts, targets, paragraphs.
[[nodiscard]] const schema::Schema& test_schema();

}  // namespace tieout::language
