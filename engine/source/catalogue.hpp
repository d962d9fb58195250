// Every sentence that the program can say, in each language: the one catalogue.
#pragma once

#include <span>
#include <string_view>

namespace tieout::source {

struct Sentence {
  std::string_view id;  ///< "room.what", lower case
  std::string_view zh;  ///< with {name} holes
  std::string_view en;  ///< with the same holes
};

/// All sentences, sorted by id.
[[nodiscard]] std::span<const Sentence> catalogue();

}  // namespace tieout::source
