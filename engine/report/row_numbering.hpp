// How the labels of rows are numbered.
#pragma once

#include <cstddef>
#include <string_view>

namespace tieout::report {

/// The numbering of a label: 一、 is of level 1, （一） of 2, 1、 of 3, （1） of 4, ① of 5.
struct Numbering {
  std::size_t level = 0;  ///< 0: it is not
  int number = 0;
  bool of_which = false;  ///< 其中： stands in front
};

[[nodiscard]] Numbering numbering_of(std::string_view label);

}  // namespace tieout::report
