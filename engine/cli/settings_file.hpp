// What stands in a file tieout.toml.
#pragma once

#include "source/place.hpp"
#include "source/source.hpp"

#include <map>
#include <string>
#include <vector>

namespace tieout::cli {

struct FileSetting {
  std::vector<std::string> values;  ///< as the command line would take them
  source::Place place;
};

/// The settings by the names of their options, without "--". A value is a text, number or boolean,
/// a list of such, or, for options that take NAME=VALUE, a table:
///
///     fail-on = "warning"
///     rules = ["rules", "more.tie"]
///     [param]
///     limit = "5%"
///
/// Throws Failure, with its place, for text that is no TOML, for names that are not among `known`,
/// and for values of other kinds.
[[nodiscard]] std::map<std::string, FileSetting> settings_in(const source::Source& file,
                                                             const std::vector<std::string>& known);

}  // namespace tieout::cli
