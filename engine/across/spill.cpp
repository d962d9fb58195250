// Texts one behind the other in a temporary file.
#include "across/spill.hpp"

#include <span>

namespace tieout::across {

std::size_t Spill::add(std::string_view text) {
  file_.append(std::as_bytes(std::span(text)));
  ends_.push_back(file_.size());
  return ends_.size() - 1;
}

std::string Spill::read(std::size_t number) {
  const auto begin = number == 0 ? 0 : ends_[number - 1];
  std::string text(ends_[number] - begin, '\0');
  file_.read(begin, std::as_writable_bytes(std::span(text)));
  return text;
}

}  // namespace tieout::across
