// Completions for bash and zsh.
#include "cli/shell.hpp"

#include "cli/arguments.hpp"
#include "cli/help.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace tieout::cli {

namespace {

/// -q and --quiet for "-q,--quiet".
std::vector<std::string> spellings_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const auto& name : option.get_snames()) names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

std::string joined(const auto& words, std::string_view between) {
  std::string all;
  for (const auto& word : words) all.append(all.empty() ? "" : between).append(word);
  return all;
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

/// What may follow a command: its own options and those of the program.
std::vector<const CLI::Option*> options_of(const CLI::App& app, const CLI::App* command) {
  std::vector<const CLI::Option*> all;
  for (const auto* each : {command, &app}) {
    if (each == nullptr) continue;
    for (const auto* option : each->get_options()) {
      const bool again = option->get_name() == "--help" && each == &app && command != nullptr;
      if (option->nonpositional() && !again) all.push_back(option);
    }
  }
  return all;
}

std::string bash_words(const CLI::App& app, const CLI::App* command) {
  std::vector<std::string> words;
  for (const auto* option : options_of(app, command)) {
    for (auto& name : spellings_of(*option)) words.push_back(std::move(name));
  }
  if (command == nullptr) {
    for (const auto* each : shown_commands(app)) words.push_back(each->get_name());
  } else {
    for (const auto* option : command->get_options()) {
      if (option->nonpositional()) continue;
      for (const auto value : values_of(*option)) words.emplace_back(value);
    }
  }
  return joined(words, " ");
}

/// The line that completes the value of an option.
std::string bash_value(const std::string& command, const CLI::Option& option) {
  std::vector<std::string> patterns;
  for (const auto& name : spellings_of(option)) patterns.push_back(command + ":" + name);
  const auto values = values_of(option);
  const bool files = takes_file(option) || values.empty();
  const auto words = files ? std::string("-f") : fmt::format("-W \"{}\"", joined(values, " "));
  return fmt::format("    {}) COMPREPLY=($(compgen {} -- \"$word\")); return ;;\n",
                     joined(patterns, "|"), words);
}

/// For zsh between single quotes and within [...] of _arguments.
std::string zsh_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string zsh_values(const CLI::Option& option) {
  const auto values = values_of(option);
  if (option.get_type_name() == "FORMAT=FILE") return ":" + option.get_type_name() + ":_files";
  if (!values.empty()) {
    return ":" + zsh_text(option.get_name(option.get_positional())) + ":(" + joined(values, " ") +
           ")";
  }
  return ":" + zsh_text(option.get_type_name()) + ":" + (takes_file(option) ? "_files" : " ");
}

std::string zsh_option(const CLI::Option& option) {
  std::string lines;
  for (const auto& name : spellings_of(option)) {
    // "*" for every option: those that may be repeated are not told apart.
    lines += fmt::format(" \\\n      '*{}{}[{}]{}'", name, takes_value(option) ? "=" : "",
                         zsh_text(option.get_description()),
                         takes_value(option) ? zsh_values(option) : "");
  }
  return lines;
}

std::string zsh_arguments(const CLI::App& command) {
  std::string lines;
  for (const auto* option : command.get_options()) {
    if (option->nonpositional()) continue;
    const bool several = option->get_items_expected_max() > 1;
    const auto name = option->get_name(true);
    const auto values = values_of(*option);
    const auto action = !values.empty()       ? "(" + joined(values, " ") + ")"
                        : takes_file(*option) ? std::string("_files")
                                              : std::string(" ");
    lines += fmt::format(" \\\n      '{}:{}:{}'", several ? "*" : "", zsh_text(name), action);
  }
  return lines;
}

}  // namespace

std::string bash_completion(const CLI::App& app) {
  std::string text =
      "# Completion of tieout for bash.\n"
      "_tieout() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case ${COMP_WORDS[i]} in\n";
  std::vector<std::string> names;
  for (const auto* command : shown_commands(app)) names.push_back(command->get_name());
  text += "      " + joined(names, "|") + ") command=${COMP_WORDS[i]}; break ;;\n";
  text +=
      "    esac\n"
      "  done\n"
      "  case $command:$before in\n";
  auto commands = shown_commands(app);
  commands.push_back(nullptr);  // before any command
  for (const auto* command : commands) {
    const auto name = command == nullptr ? std::string() : command->get_name();
    for (const auto* option : options_of(app, command)) {
      if (takes_value(*option)) text += bash_value(name, *option);
    }
  }
  text += "  esac\n  local words=\n  case $command in\n";
  for (const auto* command : shown_commands(app)) {
    text += fmt::format("    {}) words=\"{}\" ;;\n", command->get_name(), bash_words(app, command));
  }
  text += fmt::format("    '') words=\"{}\" ;;\n  esac\n", bash_words(app, nullptr));
  text +=
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "  [[ -n $command && $word != -* ]] && COMPREPLY+=($(compgen -f -- \"$word\"))\n"
      "}\n"
      "complete -o filenames -F _tieout tieout\n";
  return text;
}

std::string zsh_completion(const CLI::App& app) {
  std::string text =
      "#compdef tieout\n"
      "# Completion of tieout for zsh.\n"
      "_tieout() {\n"
      "  local command=${words[(r)";
  std::vector<std::string> names;
  for (const auto* command : shown_commands(app)) names.push_back(command->get_name());
  text += joined(names, "|") + "]}\n";
  text += "  case $command in\n";
  for (const auto* command : shown_commands(app)) {
    text += fmt::format("    {})\n      _arguments '1:command:({})'", command->get_name(),
                        command->get_name());
    for (const auto* option : options_of(app, command)) text += zsh_option(*option);
    text += zsh_arguments(*command) + " ;;\n";
  }
  text += "    *)\n      local -a commands=(";
  for (const auto* command : shown_commands(app)) {
    text +=
        fmt::format("\n        '{}:{}'", command->get_name(), zsh_text(command->get_description()));
  }
  text += ")\n      _arguments";
  for (const auto* option : options_of(app, nullptr)) text += zsh_option(*option);
  text +=
      " \\\n      '1:command:{_describe command commands}' ;;\n"
      "  esac\n"
      "}\n"
      "_tieout \"$@\"\n";
  return text;
}

}  // namespace tieout::cli
