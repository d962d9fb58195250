// The table of functions.
#include "language/functions.hpp"

#include <algorithm>
#include <array>

namespace tieout::language {

std::span<const Builtin> builtins() {
  using Of = Call::Function;
  using Over = Aggregate::Function;
  static constexpr std::array table = {
      Builtin{"abs", Of::abs},
      Builtin{"agree", Of::agree},
      Builtin{"average", Over::average},
      Builtin{"ceiling", Of::ceiling, 1, 2},
      Builtin{"coalesce", Of::coalesce, 2, any_number},
      Builtin{"count", Over::count},
      Builtin{"day", Of::day},
      Builtin{"days_between", Of::days_between, 2, 2},
      Builtin{"distinct", Of::distinct},
      Builtin{"floor", Of::floor, 1, 2},
      Builtin{"length", Of::length},
      Builtin{"lookup", Of::lookup, 3, 3},
      Builtin{"max", Over::max},
      Builtin{"meets", Of::meets, 2, 2},
      Builtin{"min", Over::min},
      Builtin{"missing", Of::missing},
      Builtin{"month", Of::month},
      Builtin{"present", Of::present},
      Builtin{"quantile", Over::quantile, 2, 2},
      Builtin{"round", Of::round, 1, 2},
      Builtin{"sum", Over::sum},
      Builtin{"year", Of::year},
  };
  return table;
}

const Builtin* builtin(std::string_view name) {
  const auto found = std::ranges::lower_bound(builtins(), name, {}, &Builtin::name);
  return found != builtins().end() && found->name == name ? &*found : nullptr;
}

}  // namespace tieout::language
