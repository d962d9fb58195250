// The commands. Each prints its results to standard output and returns the exit status; Failure and
// BadRules are for the caller to say.
#pragma once

#include "cli/command_line.hpp"

namespace tieout::cli {

[[nodiscard]] int check(const Options& options);
[[nodiscard]] int read(const Options& options);
[[nodiscard]] int test(const Options& options);
[[nodiscard]] int lint(const Options& options);
[[nodiscard]] int fmt(const Options& options);
[[nodiscard]] int explain(const Options& options);
[[nodiscard]] int schema(const Options& options);
[[nodiscard]] int accept(const Options& options);
[[nodiscard]] int baseline(const Options& options);
[[nodiscard]] int diff(const Options& options);
[[nodiscard]] int merge(const Options& options);

/// The whole program: understands the arguments, runs the command, says what went wrong.
[[nodiscard]] int run(int count, char** arguments);

}  // namespace tieout::cli
