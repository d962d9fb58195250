// Walks checked expressions.
#pragma once

#include "language/checked.hpp"

#include <functional>

namespace tieout::language {

/// Calls `visit` for each expression that the expression is made of, rows and filters included,
/// left to right, what binds a row variable before what uses it. Their heights are bounded by
/// Limits::rule_depth.
void for_each_part(const Expr& expr, const std::function<void(const Expr&)>& visit);

/// The same for all checks, filters and messages of a rule, each as a whole.
void for_each_expression(const Rule& rule, const std::function<void(const Expr&)>& visit);

}  // namespace tieout::language
