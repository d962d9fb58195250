// Sentences whose first words say that they speak of a part of the department, or of another time.
#pragma once

#include "report/narrative/narrow_scope.hpp"
#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// 市图书馆2021年度收入总计…，支出总计… and 截至6月底，本年收入… state nothing of the department's
/// year: Scope::unit. 就业补助资金年初结余…；当年支出… leaves only the plain names: Scope::fund.
[[nodiscard]] Scope scope_of_sentence(const Narrative& text, const Span& span);

}  // namespace tieout::report::narrative
