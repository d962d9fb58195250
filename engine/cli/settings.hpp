// Settings that were not given on the command line: from the environment, then from tieout.toml.
#pragma once

#include "cli/arguments.hpp"
#include "source/message.hpp"
#include "source/place.hpp"

#include <string>
#include <vector>

namespace tieout::cli {

struct Setting {
  std::string option;               ///< --fail-on
  std::vector<std::string> values;  ///< as the command line would take them
  source::Message from;             ///< the command line, a variable, a line of a file
  source::Place place;              ///< the same to look it up; of the command line: none
};

struct Settings {
  std::string file;  ///< the file of settings that was read; empty: none
  std::vector<Setting> all;
  std::vector<std::string>
      strays;  ///< variables named like those of options that there are none of
};

/// Completes the options of the command that was given: what the command line leaves open is taken
/// from TIEOUT_FAIL_ON (for --fail-on; several values with ":" between them), else from the file of
/// --config, or tieout.toml where the run was started. Throws Failure for a file that cannot be
/// read and for settings that there are none of.
[[nodiscard]] Settings settle(Arguments& given);

/// What --show-settings prints.
[[nodiscard]] std::string described(const Settings& settings, source::Language language);

}  // namespace tieout::cli
