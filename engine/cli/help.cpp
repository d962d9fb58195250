// Pages of help from what the command line declares.
#include "cli/help.hpp"

#include "output/columns.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace tieout::cli {

namespace {

using Lines = std::vector<HelpLine>;

// An argument's type says how it repeats and, in brackets, that it may be left out.
std::string argument_label(const std::string& name, const std::string& type) {
  return type.starts_with('[') ? "[" + name + type.substr(1) : name + type;
}

std::string label_of(const CLI::Option& option) {
  const auto type = option.get_type_name();
  if (option.get_positional()) return argument_label(option.get_name(true), type);
  std::string label;
  for (const char letter : option.get_name(false, true)) {
    label += letter == ',' ? ", " : std::string(1, letter);
  }
  return type.empty() ? label : label + " " + type;
}

Lines options_of(const CLI::App& app, bool positional) {
  Lines lines;
  for (const auto* option : app.get_options()) {
    if (option->get_positional() != positional) continue;
    lines.emplace_back(label_of(*option), option->get_description());
  }
  return lines;
}

void put(std::ostream& out, const std::string& heading, const Lines& lines) {
  constexpr std::size_t width = 26;
  if (lines.empty()) return;
  out << '\n' << heading << '\n';
  for (const auto& [what, meaning] : lines) {
    out << "  " << output::padded(what, width);
    if (output::display_width(what) > width) out << "\n  " << std::string(width, ' ');
    out << "  " << meaning << '\n';
  }
}

}  // namespace

std::vector<const CLI::App*> shown_commands(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

Lines argument_lines(const CLI::App& app) { return options_of(app, true); }

Lines option_lines(const CLI::App& app) { return options_of(app, false); }

std::string Help::said(const char* id) const {
  return source::render(source::Message(id), language_);
}

std::string Help::make_help(const CLI::App* app, std::string /*name*/,
                            CLI::AppFormatMode /*mode*/) const {
  const auto* const parent = app->get_parent();
  std::ostringstream out;
  out << said("cli.help_usage") << "tieout "
      << (parent == nullptr ? said("cli.help_command") : app->get_name());
  for (const auto& [argument, meaning] : argument_lines(*app)) out << ' ' << argument;
  out << ' ' << said("cli.help_some_options") << "\n\n" << app->get_description() << '\n';
  Lines commands;
  for (const auto* command : shown_commands(*app)) {
    commands.emplace_back(command->get_name(), command->get_description());
  }
  put(out, said("cli.help_commands"), commands);
  put(out, said("cli.help_arguments"), argument_lines(*app));
  auto options = option_lines(*app);
  if (parent != nullptr) {
    for (auto& line : option_lines(*parent)) {
      if (std::ranges::find(options, line) == options.end()) options.push_back(std::move(line));
    }
  }
  put(out, said("cli.help_options"), options);
  out << '\n' << said("cli.help_exit") << '\n';
  return out.str();
}

}  // namespace tieout::cli
