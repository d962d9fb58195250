// Targets: an operator with bounds, as goals state them (不低于10人, ≥95%, 5-10次).
#pragma once

#include "document/document.hpp"
#include "figure/unit.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <optional>

namespace tieout::report::narrative {

/// The first target that a text states: an operator word or sign with its bound, or a range. A text
/// with one figure and no operator is at least that count or share; of an amount of money or time
/// it cannot be told which way it is meant. Nothing if the text states none. An operator beside a
/// range (不低于5-10个) keeps the bound that it can only mean: the lower one of at least, the upper
/// one of at most.
[[nodiscard]] std::optional<Target> read_target(const document::PlacedText& text,
                                                const figure::UnitSystem& units);

/// Writes a row for each target that a sentence itself answers: 满意度不低于90%，实际达到95%.
void write_targets(const Narrative& text, const schema::Schema& schema,
                   const figure::UnitSystem& units, Report& report);

/// Adds to `targets` what a statement promises, without an operator of its own: by `kind`, and what
/// was reached.
void write_promise(const Narrative& text, const Statement& promised, Target::Kind kind,
                   const figure::Figure& actual, const StatementTable& targets);

/// 实际完成值98.6%，|未完成: the words behind what was reached, up to the next figure, say that the
/// target was missed.
[[nodiscard]] bool says_missed(const Narrative& text, std::size_t reached);
/// What a missed target makes of what was reached.
[[nodiscard]] Target::Kind missed(Target::Kind kind);

}  // namespace tieout::report::narrative
