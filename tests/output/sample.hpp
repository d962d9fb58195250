// Findings made by hand, as the room `finding` gives them.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"

#include <string>

namespace sample {

namespace finding = tieout::finding;
namespace figure = tieout::figure;
namespace check = tieout::check;
namespace language = tieout::language;
namespace source = tieout::source;

/// 万元, 元, %, and bare numbers.
const figure::UnitSystem& units();
const figure::Unit& unit(std::string_view id);

source::Place place(std::uint32_t line, std::uint32_t column = 2);

/// A figure of the sample report: "283.54" in 万元, stated to its own decimals.
figure::Figure figure_of(const std::string& text, std::string_view unit_id, source::Place where);

/// spending["label"].basic, an addend of its side.
check::Evidence evidence(const std::string& row, const std::string& text, check::Side side,
                         int coefficient, std::uint32_t line);

/// 359.39 against 283.54 + 23.88 + 51.98 万元: rounding.
finding::Finding units_rounding();
/// 36% against 699.34 / 1003.30: fails, and the right side is no finite decimal.
finding::Finding share_fails();
/// A rule of logic that fails, over a text.
finding::Finding logic_fails();
/// A check that was not decided.
finding::Finding undecided();

/// The report with these findings, counted.
finding::CheckedReport report(std::vector<finding::Finding> findings);

}  // namespace sample
