// The command line through CLI11; what is wrong with it is said in our own sentences.
#include "cli/command_line.hpp"

#include "cli/arguments.hpp"
#include "cli/help.hpp"
#include "cli/settings.hpp"
#include "cli/shell.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace tieout::cli {

namespace {

using source::Failure;
using source::Language;
using source::Message;

class Parser {
 public:
  explicit Parser(Language language) : language_(language), given_(language) {}

  std::variant<Options, Answer> parse(const std::vector<std::string>& arguments) {
    auto& app = given_.app();
    try {
      std::vector<std::string> last_first(arguments.rbegin(), arguments.rend());
      app.parse(std::move(last_first));
    } catch (const CLI::CallForHelp&) {
      return Answer{app.help()};
    } catch (const CLI::ParseError& error) {
      refuse(error);
    }
    if (given_.wants_version()) return Answer{"tieout " TIEOUT_VERSION "\n"};
    refuse_extras();
    if (!given_.generate().empty()) return Answer{generated()};
    if (given_.command() == nullptr) throw Failure(Message("cli.no_command"));
    const auto settings = settle(given_);
    if (given_.wants_settings()) {
      (void)understood(settings);
      return Answer{described(settings, language_)};
    }
    require_arguments();
    auto options = understood(settings);
    options.settings_file = settings.file;
    options.stray_variables = settings.strays;
    return options;
  }

 private:
  /// A value that nobody typed is refused where it stands.
  Options understood(const Settings& settings) {
    try {
      return given_.understand();
    } catch (const Failure& failure) {
      for (const auto& argument : failure.message().arguments) {
        if (argument.name != "option") continue;
        const auto setting = std::ranges::find(settings.all, argument.text, &Setting::option);
        if (setting != settings.all.end()) throw Failure(failure.message(), setting->place);
      }
      throw;
    }
  }

  /// For the build, which installs these files.
  [[nodiscard]] std::string generated() {
    const auto& app = given_.app();
    if (given_.generate() == "bash") return bash_completion(app);
    if (given_.generate() == "zsh") return zsh_completion(app);
    return manual_page(app, language_);
  }

  // The name of the option that CLI11 complains of stands before the first colon of its text.
  [[noreturn]] void refuse(const CLI::ParseError& error) {
    const std::string text = error.what();
    const auto name = text.substr(0, text.find(':'));
    if (!name.starts_with("--")) throw Failure(Message("cli.bad_arguments"));
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
      const char* const id = is_given_twice(name) ? "cli.option_twice" : "cli.value_missing";
      throw Failure({id, {{"option", name}}});
    }
    throw Failure({"cli.bad_option", {{"option", name}}});
  }

  /// As far as the line was taken in when it was refused.
  [[nodiscard]] bool is_given_twice(const std::string& name) {
    std::vector<const CLI::App*> apps = {&given_.app()};
    for (const auto* command : given_.app().get_subcommands({})) apps.push_back(command);
    return std::ranges::any_of(apps, [&name](const CLI::App* app) {
      const auto* const option = app->get_option_no_throw(name);
      return option != nullptr && option->results().size() > 1;
    });
  }

  void refuse_extras() {
    const auto extras = given_.app().remaining(true);
    const auto extra = std::ranges::find_if(extras, [](const auto& text) { return text != "--"; });
    if (extra == extras.end()) return;
    if (extra->size() > 1 && extra->starts_with('-')) refuse_option(*extra);
    if (given_.command() != nullptr) throw Failure({"cli.extra_argument", {{"argument", *extra}}});
    std::vector<std::string> commands;
    for (const auto* command : shown_commands(given_.app())) {
      commands.push_back(command->get_name());
    }
    const std::vector<std::string_view> known(commands.begin(), commands.end());
    throw Failure({"cli.unknown_command",
                   {{"command", *extra}, {"known", list_of(known)}, suggestion(*extra, known)}});
  }

  [[noreturn]] void refuse_option(const std::string& given) {
    const auto name = given.substr(0, given.find('='));
    std::vector<std::string> names;
    std::vector<const CLI::App*> apps = {&given_.app()};
    if (given_.command() != nullptr) apps.push_back(given_.command());
    for (const auto* app : apps) {
      for (const auto* known : app->get_options()) {
        if (known->nonpositional()) names.push_back(known->get_name());
      }
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    throw Failure({"cli.unknown_option", {{"option", name}, suggestion(name, known)}});
  }

  void require_arguments() const {
    for (const auto& [command, argument] : given_.required()) {
      // An empty text explains nothing and names no file.
      if (command == given_.command() &&
          std::ranges::all_of(argument->results(), &std::string::empty)) {
        throw Failure({"cli.argument_missing",
                       {{"command", command->get_name()},
                        {"argument", argument->get_name(argument->get_positional())}}});
      }
    }
  }

  Language language_;
  Arguments given_;
};

// The value of --lang as far as it can be told before the arguments are understood.
std::optional<std::string> stated_language(const std::vector<std::string>& arguments) {
  constexpr std::string_view name = "--lang";
  for (auto argument = arguments.begin(); argument != arguments.end(); ++argument) {
    if (*argument == "--") break;
    if (*argument == name && std::next(argument) != arguments.end()) return *std::next(argument);
    if (argument->starts_with("--lang=")) return argument->substr(name.size() + 1);
  }
  return std::nullopt;
}

Language language_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

}  // namespace

Language language_of(const std::vector<std::string>& arguments) {
  const auto stated = stated_language(arguments);
  if (stated == "zh") return Language::zh;
  if (stated == "en") return Language::en;
  return language_of_environment();
}

std::variant<Options, Answer> parse(const std::vector<std::string>& arguments, Language language) {
  if (const auto stated = stated_language(arguments); stated && stated != "zh" && stated != "en") {
    const std::vector<std::string_view> known = {"zh", "en"};
    throw Failure({"cli.unknown_value",
                   {{"option", "--lang"},
                    {"value", *stated},
                    {"known", list_of(known)},
                    suggestion(*stated, known)}});
  }
  return Parser(language).parse(arguments);
}

}  // namespace tieout::cli
