// The program: understands the arguments, runs the command, says what went wrong.
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "cli/rulebook.hpp"
#include "language/compile.hpp"
#include "source/message.hpp"

#include <iostream>
#include <new>
#include <string>
#include <variant>
#include <vector>

namespace tieout::cli {

namespace {

constexpr int could_not_run = 2;

int run_command(const Options& options) {
  switch (options.command) {
    case Command::check:
      return check(options);
    case Command::read:
      return read(options);
    case Command::test:
      return test(options);
    case Command::lint:
      return lint(options);
    case Command::fmt:
      return fmt(options);
    case Command::explain:
      return explain(options);
    case Command::schema:
      return schema(options);
    case Command::accept:
      return accept(options);
    case Command::baseline:
      return baseline(options);
    case Command::diff:
      return diff(options);
    case Command::merge:
      return merge(options);
  }
  return could_not_run;
}

int run_guarded(const Options& options, source::Language language) {
  try {
    return run_command(options);
  } catch (const BadRules& bad) {
    for (const auto& diagnostic : bad.diagnostics()) {
      say_text(language::render(diagnostic, language));
    }
    say(Level::error, {"cli.bad_rules", {{"count", std::to_string(bad.diagnostics().size())}}});
  } catch (const source::Failure& failure) {
    say(failure);
  }
  return could_not_run;
}

// Results that did not arrive (a full disk) are no results.
int delivered(int status) {
  if (std::cout.flush()) return status;
  say(Level::error, source::Message("cli.output_lost"));
  return could_not_run;
}

}  // namespace

int run(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> given(arguments + 1, arguments + count);
  const auto language = language_of(given);
  open_log(language, ColorChoice::automatic);
  try {
    const auto parsed = parse(given, language);
    if (const auto* answer = std::get_if<Answer>(&parsed)) {
      std::cout << answer->text;
      return delivered(0);
    }
    const auto& options = std::get<Options>(parsed);
    open_log(language, options.color);
    set_log_level(options.quiet, options.verbose);
    if (!options.settings_file.empty()) {
      say(Level::information, source::Message("cli.settings_used"),
          source::in_file(options.settings_file));
    }
    for (const auto& variable : options.stray_variables) {
      say(Level::warning, source::Message("cli.stray_variable", {{"name", variable}}));
    }
    return delivered(run_guarded(options, language));
  } catch (const source::Failure& failure) {
    say(failure);
    say(Level::information, source::Message("cli.see_help"));
  } catch (const std::bad_alloc&) {
    say(Level::error, source::Message("cli.out_of_memory"));
  }
  return could_not_run;
}

}  // namespace tieout::cli
