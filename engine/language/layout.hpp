// Words laid out on lines that are not too long.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::language {

/// A piece of text that is never broken, with what may stand before it.
struct LayoutWord {
  std::string text;
  bool space = true;               ///< one before it, if it does not begin a line
  bool may_begin = false;          ///< may it begin a line?
  bool began = false;              ///< did it, as written?
  std::size_t depth = 0;           ///< of the brackets that it stands in
  std::vector<std::string> above;  ///< comments on lines of their own before it
  std::string behind;              ///< a comment after it, to the end of its line
};

/// The words on one line if they fit it and have no comments inside; else the lines begin where
/// they began as written, and are broken at the outermost, then last place where they are too long.
/// The first line begins at column `indent`, the others at `hanging`. Without line ends.
[[nodiscard]] std::vector<std::string> laid_out(const std::vector<LayoutWord>& words,
                                                std::size_t indent, std::size_t hanging);

}  // namespace tieout::language
