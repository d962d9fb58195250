// The command line through CLI11; what is wrong with it is said in our own sentences.
#include "cli/command_line.hpp"

#include "cli/help.hpp"
#include "cli/words.hpp"
#include "output/writer.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>

namespace tieout::cli {

namespace {

using source::Failure;
using source::Language;
using source::Message;

// Formats of the command line's contract that this version does not write.
constexpr std::array<std::string_view, 2> later_formats = {"html", "xlsx"};

template <typename Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

[[noreturn]] void refuse_value(const char* option, const std::string& value,
                               const std::vector<std::string_view>& known) {
  throw Failure({"cli.unknown_value",
                 {{"option", option},
                  {"value", value},
                  {"known", list_of(known)},
                  suggestion(value, known)}});
}

template <typename Value>
Value chosen(const char* option, const std::string& value, const Choices<Value>& choices) {
  std::vector<std::string_view> known;
  for (const auto& [name, meaning] : choices) {
    if (name == value) return meaning;
    known.push_back(name);
  }
  refuse_value(option, value, known);
}

void require_format(const char* option, const std::string& format) {
  const auto known = output::formats();
  if (std::ranges::find(known, format) != known.end()) return;
  const std::vector<std::string_view> names(known.begin(), known.end());
  if (std::ranges::find(later_formats, format) == later_formats.end()) {
    refuse_value(option, format, names);
  }
  throw Failure({"cli.format_not_there", {{"format", format}, {"known", list_of(names)}}});
}

// NAME=VALUE, split at the first "=".
std::pair<std::string, std::string> pair_of(const char* option, const std::string& text) {
  const auto equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size()) {
    throw Failure({"cli.no_pair", {{"option", option}, {"value", text}}});
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

class Parser {
 public:
  explicit Parser(Language language) : language_(language) {
    app_.description(said("cli.about"));
    app_.formatter(std::make_shared<Help>(language));
    app_.set_help_flag("-h,--help", said("cli.option_help"));
    app_.allow_extras();
    app_.fallthrough();
    app_.require_subcommand(0, 1);  // a report may be called "test"
    app_.add_flag("--version", version_, said("cli.option_version"));
    option("--lang", lang_, "zh|en", "cli.option_lang");
    option("--color", color_, "auto|always|never", "cli.option_color");
    app_.add_flag("-q,--quiet", options_.quiet, said("cli.option_quiet"));
    app_.add_flag("-v,--verbose", options_.verbose, said("cli.option_verbose"));
    add_check();
    add_read();
    add_test();
    add_explain();
    add_schema();
  }

  std::variant<Options, Answer> parse(const std::vector<std::string>& arguments) {
    try {
      std::vector<std::string> last_first(arguments.rbegin(), arguments.rend());
      app_.parse(std::move(last_first));
    } catch (const CLI::CallForHelp&) {
      return Answer{app_.help()};
    } catch (const CLI::ParseError& error) {
      refuse(error);
    }
    if (version_) return Answer{"tieout " TIEOUT_VERSION "\n"};
    refuse_extras();
    if (command_ == nullptr) throw Failure(Message("cli.no_command"));
    require_arguments();
    understand();
    return std::move(options_);
  }

 private:
  [[nodiscard]] std::string said(const char* id) const {
    return source::render(Message(id), language_);
  }

  CLI::App* add_command(Command command, const char* name, const char* id) {
    auto* const added = app_.add_subcommand(name, said(id));
    added->callback([this, command, added] {
      options_.command = command;
      command_ = added;
    });
    return added;
  }

  template <typename Value>
  CLI::Option* option(const char* name, Value& value, const char* type, const char* id,
                      CLI::App* app = nullptr) {
    auto* const added = (app == nullptr ? &app_ : app)->add_option(name, value, said(id));
    // A list of CLI11's takes all that follows and "[a,b]" apart; ours take one value each time.
    added->type_name(type)->allow_extra_args(false);
    return added;
  }

  // Arguments without a name: as many as there are.
  CLI::Option* paths(const char* name, const char* type, const char* id, CLI::App* app) {
    return option(name, options_.paths, type, id, app)->expected(1, -1)->allow_extra_args();
  }

  void add_check() {
    auto* const check = add_command(Command::check, "check", "cli.command_check");
    required_ = {{check, paths("PATH", "...", "cli.argument_path", check)}};
    add_rule_options(check);
    option("--prior", options_.priors, "PATH", "cli.option_prior", check);
    option("--output", outputs_, "FORMAT=FILE", "cli.option_output", check);
    option("--format", options_.format, "FORMAT", "cli.option_format", check);
    option("--checks", checks_, "findings|all", "cli.option_checks", check);
    option("--fail-on", fail_on_, "LEVEL", "cli.option_fail_on", check);
    option("--rounding", rounding_, "note|pass|fail", "cli.option_rounding", check);
    option("--limit", limits_, "NAME=NUMBER", "cli.option_limit", check);
  }

  void add_read() {
    auto* const read = add_command(Command::read, "read", "cli.command_read");
    required_.emplace_back(read, paths("PATH", "...", "cli.argument_path", read));
    option("--schema", options_.schema, "NAME", "cli.option_schema", read);
    option("--limit", limits_, "NAME=NUMBER", "cli.option_limit", read);
  }

  void add_test() {
    auto* const test = add_command(Command::test, "test", "cli.command_test");
    paths("RULES", "[...]", "cli.argument_rules", test);
    option("--schema", options_.schema, "NAME", "cli.option_schema_of_rules", test);
    option("--coverage", options_.coverage, "PATH", "cli.option_coverage", test);
    add_profile_options(test);
  }

  void add_explain() {
    auto* const explain = add_command(Command::explain, "explain", "cli.command_explain");
    required_.emplace_back(explain,
                           option("RULE", options_.name, "", "cli.argument_rule", explain));
    add_rule_options(explain);
  }

  void add_schema() {
    auto* const schema = add_command(Command::schema, "schema", "cli.command_schema");
    option("NAME", options_.name, "[]", "cli.argument_schema", schema);
  }

  void add_rule_options(CLI::App* command) {
    option("--rules", options_.rules, "PATH", "cli.option_rules", command);
    option("--schema", options_.schema, "NAME", "cli.option_schema", command);
    add_profile_options(command);
  }

  void add_profile_options(CLI::App* command) {
    option("--profile", options_.profile, "NAME", "cli.option_profile", command);
    option("--param", parameters_, "NAME=VALUE", "cli.option_param", command);
  }

  // The name of the option that CLI11 complains of stands before the first colon of its text.
  [[noreturn]] static void refuse(const CLI::ParseError& error) {
    const std::string text = error.what();
    const auto name = text.substr(0, text.find(':'));
    if (!name.starts_with("--")) throw Failure(Message("cli.bad_arguments"));
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
      throw Failure({"cli.value_missing", {{"option", name}}});
    }
    throw Failure({"cli.bad_option", {{"option", name}}});
  }

  void refuse_extras() const {
    const auto extras = app_.remaining(true);
    const auto extra = std::ranges::find_if(extras, [](const auto& text) { return text != "--"; });
    if (extra == extras.end()) return;
    if (extra->size() > 1 && extra->starts_with('-')) refuse_option(*extra);
    if (command_ != nullptr) throw Failure({"cli.extra_argument", {{"argument", *extra}}});
    std::vector<std::string> commands;
    for (const auto* command : app_.get_subcommands({})) commands.push_back(command->get_name());
    const std::vector<std::string_view> known(commands.begin(), commands.end());
    throw Failure({"cli.unknown_command",
                   {{"command", *extra}, {"known", list_of(known)}, suggestion(*extra, known)}});
  }

  [[noreturn]] void refuse_option(const std::string& given) const {
    const auto name = given.substr(0, given.find('='));
    std::vector<std::string> names;
    std::vector<const CLI::App*> apps = {&app_};
    if (command_ != nullptr) apps.push_back(command_);
    for (const auto* app : apps) {
      for (const auto* known : app->get_options()) {
        if (known->nonpositional()) names.push_back(known->get_name());
      }
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    throw Failure({"cli.unknown_option", {{"option", name}, suggestion(name, known)}});
  }

  void require_arguments() const {
    for (const auto& [command, argument] : required_) {
      if (command == command_ && argument->empty()) {
        throw Failure({"cli.argument_missing",
                       {{"command", command->get_name()}, {"argument", argument->get_name()}}});
      }
    }
  }

  // From the texts of options to what they mean.
  void understand() {
    options_.language = language_;
    options_.color = chosen<ColorChoice>("--color", color_,
                                         {{"auto", ColorChoice::automatic},
                                          {"always", ColorChoice::always},
                                          {"never", ColorChoice::never}});
    options_.all_checks = chosen<bool>("--checks", checks_, {{"findings", false}, {"all", true}});
    using language::Severity;
    options_.fail_on = chosen<output::FailOn>("--fail-on", fail_on_,
                                              {{"error", Severity::error},
                                               {"warning", Severity::warning},
                                               {"query", Severity::query},
                                               {"note", Severity::note},
                                               {"never", std::nullopt}});
    using finding::RoundingPolicy;
    options_.rounding = chosen<RoundingPolicy>("--rounding", rounding_,
                                               {{"note", RoundingPolicy::note},
                                                {"pass", RoundingPolicy::pass},
                                                {"fail", RoundingPolicy::fail}});
    require_format("--format", options_.format);
    for (const auto& text : outputs_) {
      auto [format, path] = pair_of("--output", text);
      require_format("--output", format);
      options_.outputs.push_back({std::move(format), std::move(path)});
    }
    for (const auto& text : parameters_) options_.parameters.insert(pair_of("--param", text));
    for (const auto& text : limits_) set_limit(text);
  }

  void set_limit(const std::string& text) {
    const auto [name, number] = pair_of("--limit", text);
    const auto limits = source::named_limits();
    const auto limit = std::ranges::find(limits, name, &source::NamedLimit::name);
    if (limit == limits.end()) {
      std::vector<std::string_view> known;
      for (const auto& each : limits) known.push_back(each.name);
      throw Failure({"cli.unknown_value",
                     {{"option", "--limit"},
                      {"value", name},
                      {"known", list_of(known)},
                      suggestion(name, known)}});
    }
    const auto* const end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data(), end, options_.limits.*limit->value);
    if (error != std::errc() || stop != end) {
      throw Failure({"cli.no_number", {{"option", "--limit"}, {"value", number}}});
    }
  }

  Language language_;
  CLI::App app_;
  CLI::App* command_ = nullptr;
  std::vector<std::pair<CLI::App*, CLI::Option*>> required_;  ///< arguments without which ...
  Options options_;
  bool version_ = false;
  std::string lang_;
  std::string color_ = "auto";
  std::string checks_ = "findings";
  std::string fail_on_ = "error";
  std::string rounding_ = "note";
  std::vector<std::string> outputs_;
  std::vector<std::string> parameters_;
  std::vector<std::string> limits_;
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
    refuse_value("--lang", *stated, {"zh", "en"});
  }
  return Parser(language).parse(arguments);
}

}  // namespace tieout::cli
