// What the program says of the run itself, on standard error; results go to standard output.
#pragma once

#include "cli/command_line.hpp"
#include "source/message.hpp"
#include "source/place.hpp"

#include <string_view>

namespace tieout::cli {

/// Opens the log: errors alone if quiet, steps too if verbose. To be called before anything is
/// said; no time stamps.
void open_log(source::Language language, ColorChoice color);
void set_log_level(bool quiet, bool verbose);

enum class Level { step, information, warning, error };

/// "file:line:column: sentence", as far as the place is known.
void say(Level level, const source::Message& message, const source::Place& place = {});
void say(const source::Failure& failure);
/// Several lines that are laid out already (a diagnostic with its caret), as an error.
void say_text(std::string_view text);

/// Are colours wanted on this stream (1: standard output, 2: standard error)? With auto: if it is a
/// terminal that shows them and NO_COLOR is not set.
[[nodiscard]] bool wants_color(ColorChoice choice, int stream);

}  // namespace tieout::cli
