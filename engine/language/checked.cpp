// The names of severities.
#include "language/checked.hpp"

namespace tieout::language {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::query:
      return "query";
    case Severity::note:
      break;
  }
  return "note";
}

}  // namespace tieout::language
