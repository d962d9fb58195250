// What shells and `man` are given: completions and a manual page, made from the declared arguments.
#pragma once

#include "source/message.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace tieout::cli {

[[nodiscard]] std::string bash_completion(const CLI::App& app);
[[nodiscard]] std::string zsh_completion(const CLI::App& app);
/// In roff with the macros of man(7).
[[nodiscard]] std::string manual_page(const CLI::App& app, source::Language language);

}  // namespace tieout::cli
