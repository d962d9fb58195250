// Collects diagnostics.
#include "language/reporter.hpp"

#include <utility>

namespace tieout::language {

Reporter::Reporter(std::vector<Diagnostic>& diagnostics, std::size_t per_file)
    : diagnostics_(diagnostics), per_file_(per_file) {
  for (const auto& known : diagnostics_) ++of_file_[known.file.get()];
}

bool Reporter::full(const source::Source* file) const {
  const auto known = of_file_.find(file);
  return known != of_file_.end() && known->second >= per_file_;
}

void Reporter::error(const At& at, source::Message message, source::Message hint,
                     const std::optional<At>& other) {
  ++errors_;
  if (full(at.file.get())) return;
  if (!said_.emplace(at.file.get(), at.span.begin, at.span.end, message.id).second) return;
  ++of_file_[at.file.get()];
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.file = at.file;
  diagnostic.span = at.span;
  if (other) {
    diagnostic.other_file = other->file;
    diagnostic.other = other->span;
  }
  diagnostics_.push_back(std::move(diagnostic));
}

}  // namespace tieout::language
