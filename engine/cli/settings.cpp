// Completes the options of a command.
#include "cli/settings.hpp"

#include "cli/settings_file.hpp"
#include "cli/words.hpp"
#include "output/columns.hpp"
#include "source/source.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <utility>

namespace tieout::cli {

namespace {

namespace fs = std::filesystem;
using source::Message;

constexpr const char* usual_file = "tieout.toml";
constexpr std::string_view variable_prefix = "TIEOUT_";

// These are about the person at the keyboard, or about the settings themselves.
bool may_be_set(const CLI::Option& option) {
  constexpr std::array<std::string_view, 8> personal = {
      "--help",   "--config", "--no-config", "--show-settings",
      "--reason", "--by",     "--until",     "--today"};
  return option.nonpositional() && std::ranges::find(personal, option.get_name()) == personal.end();
}

// TIEOUT_FAIL_ON for --fail-on.
std::string variable_of(const CLI::Option& option) {
  std::string name(variable_prefix);
  for (const char c : option.get_name().substr(2)) {
    name += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
  }
  return name;
}

std::vector<std::string> values_in(std::string_view text, bool several) {
  std::vector<std::string> values;
  for (auto colon = text.find(':'); several && colon != std::string_view::npos;
       colon = text.find(':')) {
    values.emplace_back(text.substr(0, colon));
    text.remove_prefix(colon + 1);
  }
  values.emplace_back(text);
  return values;
}

class Completion {
 public:
  explicit Completion(Arguments& given) : given_(given) {}

  Settings run() {
    read_file();
    for (auto* option : given_.command()->get_options()) {
      if (!may_be_set(*option)) continue;
      if (!option->empty()) {
        keep(*option, option->results(), Message("cli.from_command_line"));
      } else if (!from_environment(*option)) {
        from_file(*option);
      }
    }
    find_strays();
    return std::move(settings_);
  }

 private:
  // TIEOUT_FAIL_ONN is most likely meant for an option, and would be passed over in silence.
  void find_strays() {
    std::vector<std::string> known = {"TIEOUT_DATA"};
    for (const auto* command : given_.app().get_subcommands({})) {
      for (const auto* option : command->get_options()) {
        if (may_be_set(*option)) known.push_back(variable_of(*option));
      }
    }
    for (char** entry = environ; *entry != nullptr; ++entry) {
      const std::string_view variable(*entry);
      const std::string name(variable.substr(0, variable.find('=')));
      if (name.starts_with(variable_prefix) && std::ranges::find(known, name) == known.end()) {
        settings_.strays.push_back(name);
      }
    }
    std::ranges::sort(settings_.strays);
  }

  void read_file() {
    auto path = given_.settings_file();
    std::error_code error;
    if (path.empty() && fs::exists(usual_file, error)) path = usual_file;
    if (path.empty() || given_.without_settings()) return;
    settings_.file = path;
    file_ = settings_in(source::decode(path, source::read_bytes(path, {})), known_options());
  }

  // Of any command: a file serves them all.
  [[nodiscard]] std::vector<std::string> known_options() const {
    std::vector<std::string> names;
    for (const auto* command : given_.app().get_subcommands({})) {
      for (const auto* option : command->get_options()) {
        if (may_be_set(*option)) names.push_back(option->get_name().substr(2));
      }
    }
    return names;
  }

  void set(CLI::Option& option, const std::vector<std::string>& values) {
    for (const auto& value : values) option.add_result(value);
    option.run_callback();
  }

  void keep(const CLI::Option& option, std::vector<std::string> values, Message from,
            source::Place place = {}) {
    settings_.all.push_back(
        {option.get_name(), std::move(values), std::move(from), std::move(place)});
  }

  bool from_environment(CLI::Option& option) {
    const auto variable = variable_of(option);
    const char* const text = std::getenv(variable.c_str());
    if (text == nullptr || *text == '\0') return false;
    const auto values = values_in(text, is_list(option));
    set(option, values);
    keep(option, values, {"cli.from_environment", {{"name", variable}}}, source::in_file(variable));
    return true;
  }

  void from_file(CLI::Option& option) {
    const auto found = file_.find(option.get_name().substr(2));
    if (found == file_.end()) return;
    const auto& [name, setting] = *found;
    if (setting.values.size() > 1 && !is_list(option)) {
      throw source::Failure({"cli.setting_one_value", {{"name", name}}}, setting.place);
    }
    auto values = setting.values;
    if (takes_file(option)) std::ranges::for_each(values, [this](auto& value) { anchor(value); });
    set(option, values);
    keep(
        option, values,
        {"cli.from_file", {{"file", settings_.file}, {"line", std::to_string(setting.place.line)}}},
        setting.place);
  }

  // Paths in a file are relative to it.
  void anchor(std::string& value) const {
    const auto equals = value.find('=');
    const auto begin = equals == std::string::npos ? 0 : equals + 1;
    const fs::path path(value.substr(begin));
    const auto folder = fs::path(settings_.file).parent_path();
    value = value.substr(0, begin) + (folder / path).string();
  }

  static bool is_list(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

  Arguments& given_;
  Settings settings_;
  std::map<std::string, FileSetting> file_;
};

}  // namespace

Settings settle(Arguments& given) { return Completion(given).run(); }

std::string described(const Settings& settings, source::Language language) {
  std::string text;
  std::size_t widest = 0;
  const auto line = [](const Setting& setting) {
    std::string words = setting.option.substr(2) + " =";
    for (const auto& value : setting.values) words += " " + value;
    return output::printable(words);
  };
  for (const auto& setting : settings.all) {
    widest = std::max(widest, output::display_width(line(setting)));
  }
  for (const auto& setting : settings.all) {
    text += output::padded(line(setting), widest) + "  # " +
            output::printable(source::render(setting.from, language)) + "\n";
  }
  if (!text.empty()) return text;
  return source::render(Message("cli.no_settings"), language) + "\n";
}

}  // namespace tieout::cli
