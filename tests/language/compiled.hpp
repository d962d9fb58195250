// Rule text to what it was checked to mean, written compactly, or to what was said about it.
#pragma once

#include "language/compile.hpp"

#include <map>
#include <string>

namespace tieout::language {

/// Files by name, of which a.tie is compiled, against the test schema.
using Files = std::map<std::string, std::string>;
[[nodiscard]] Compiled compiled(const Files& files, const Options& options = {});
[[nodiscard]] Compiled compiled(const std::string& text, const Options& options = {});

/// What is said about `text`, all diagnostics after each other; empty if it is accepted.
[[nodiscard]] std::string refused(const std::string& text,
                                  source::Language language = source::Language::en,
                                  const Options& options = {});

/// An expression of a rule over `table` (null: over none): (= total (+ basic project)). Columns of
/// the row in slot 0 stand by themselves, those of other rows after their slot (#1.total), an
/// aligned one after its table (income~total), that of the one row after the rows
/// (spending[summary]!total).
[[nodiscard]] std::string shown(const ExprPtr& expr, const schema::Table* table);

/// The only check of a rule of these clauses, shown; after "if ...: " its condition, if it has one.
/// Where the rule is refused, what is said.
[[nodiscard]] std::string meaning(const std::string& clauses);

}  // namespace tieout::language
