// Files that the program writes.
#pragma once

#include <string>
#include <string_view>

namespace tieout::cli {

/// Writes a file whole, or leaves it as it was. Throws Failure.
void write_whole(const std::string& path, std::string_view text);

}  // namespace tieout::cli
