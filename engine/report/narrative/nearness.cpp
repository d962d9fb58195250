// How far a figure may be off and still be the one that was meant.
#include "report/narrative/nearness.hpp"

namespace tieout::report::narrative {

bool is_near(const figure::Rational& stated, const figure::Rational& meant) {
  figure::Rational apart = stated - meant;
  if (apart < 0) apart = -apart;
  return apart * misprint <= stated;
}

bool nearly_makes_share(const figure::Figure& part, const figure::Figure& whole,
                        const figure::Figure& rate) {
  if (whole.value.coefficient == 0 || rate.value.coefficient == 0) return false;
  return is_near(rate.base(), part.base() / whole.base());
}

}  // namespace tieout::report::narrative
