// Names in messages.
#include "cli/words.hpp"

#include "language/suggestion.hpp"

namespace tieout::cli {

std::string list_of(const std::vector<std::string_view>& names) {
  std::string list;
  for (const auto name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

source::Message::Argument suggestion(std::string_view wanted,
                                     std::span<const std::string_view> known) {
  const auto near = language::nearest(wanted, known);
  if (near.empty()) return {"suggestion", ""};
  return {"suggestion", "", {"cli.did_you_mean", {{"name", near}}}};
}

}  // namespace tieout::cli
