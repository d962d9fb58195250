// The six verdicts and the logic over them.
#include "figure/verdict.hpp"

#include <stdexcept>

namespace tieout::figure {

namespace {

/// Place in the order fails < undecided < rounding < holds.
int rank(Verdict verdict) {
  switch (verdict) {
    case Verdict::fails:
      return 0;
    case Verdict::undecided:
      return 1;
    case Verdict::rounding:
      return 2;
    case Verdict::holds:
      return 3;
    case Verdict::not_applicable:
    case Verdict::error:
      break;
  }
  throw std::logic_error("a verdict that logic does not know");
}

}  // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "holds";
    case Verdict::rounding:
      return "rounding";
    case Verdict::fails:
      return "fails";
    case Verdict::undecided:
      return "undecided";
    case Verdict::not_applicable:
      return "not_applicable";
    case Verdict::error:
      return "error";
  }
  throw std::logic_error("no such verdict");
}

Verdict both(Verdict a, Verdict b) { return rank(a) <= rank(b) ? a : b; }

Verdict either(Verdict a, Verdict b) { return rank(a) >= rank(b) ? a : b; }

Verdict negated(Verdict a) {
  if (a == Verdict::holds) return Verdict::fails;
  if (a == Verdict::fails) return Verdict::holds;
  return a;
}

}  // namespace tieout::figure
