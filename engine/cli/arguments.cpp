// Declares commands and options to CLI11.
#include "cli/arguments.hpp"

#include "cli/help.hpp"
#include "cli/words.hpp"
#include "finding/ledger.hpp"
#include "output/writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace tieout::cli {

namespace {

using source::Failure;
using source::Language;
using source::Message;

template <typename Value>
struct Choice {
  std::string_view name;
  Value meaning;
};

using finding::RoundingPolicy;
using language::Severity;

constexpr std::array languages = {Choice<Language>{"zh", Language::zh},
                                  Choice<Language>{"en", Language::en}};
constexpr std::array colors = {Choice<ColorChoice>{"auto", ColorChoice::automatic},
                               Choice<ColorChoice>{"always", ColorChoice::always},
                               Choice<ColorChoice>{"never", ColorChoice::never}};
constexpr std::array checks = {Choice<bool>{"findings", false}, Choice<bool>{"all", true}};
constexpr std::array switches = {Choice<bool>{"on", true}, Choice<bool>{"off", false}};
constexpr std::array levels = {Choice<output::FailOn>{"error", Severity::error},
                               Choice<output::FailOn>{"warning", Severity::warning},
                               Choice<output::FailOn>{"query", Severity::query},
                               Choice<output::FailOn>{"note", Severity::note},
                               Choice<output::FailOn>{"never", std::nullopt}};
constexpr std::array roundings = {Choice<RoundingPolicy>{"note", RoundingPolicy::note},
                                  Choice<RoundingPolicy>{"pass", RoundingPolicy::pass},
                                  Choice<RoundingPolicy>{"fail", RoundingPolicy::fail}};
constexpr std::array sarif_profiles = {Choice<bool>{"full", false}, Choice<bool>{"github", true}};
constexpr std::array actions = {Choice<BaselineAction>{"create", BaselineAction::create},
                                Choice<BaselineAction>{"prune", BaselineAction::prune}};

template <typename Choices>
std::vector<std::string_view> names_of(const Choices& choices) {
  std::vector<std::string_view> names;
  names.reserve(std::size(choices));
  for (const auto& choice : choices) names.push_back(choice.name);
  return names;
}

[[noreturn]] void refuse_value(const char* option, const std::string& value,
                               const std::vector<std::string_view>& known) {
  throw Failure({"cli.unknown_value",
                 {{"option", option},
                  {"value", value},
                  {"known", list_of(known)},
                  suggestion(value, known)}});
}

template <typename Choices>
auto chosen(const char* option, const std::string& value, const Choices& choices) {
  const auto found =
      std::ranges::find_if(choices, [&value](const auto& choice) { return choice.name == value; });
  if (found == choices.end()) refuse_value(option, value, names_of(choices));
  return found->meaning;
}

std::vector<std::string_view> formats() {
  const auto known = output::formats();
  return {known.begin(), known.end()};
}

void require_format(const char* option, const std::string& format) {
  const auto known = formats();
  if (std::ranges::find(known, format) == known.end()) refuse_value(option, format, known);
}

// NAME=VALUE, split at the first "=".
std::pair<std::string, std::string> pair_of(const char* option, const std::string& text) {
  const auto equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size()) {
    throw Failure({"cli.no_pair", {{"option", option}, {"value", text}}});
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

std::vector<std::string_view> values_of(const CLI::Option& option) {
  const auto name = option.get_name(option.get_positional());
  if (name == "--lang") return names_of(languages);
  if (name == "--color") return names_of(colors);
  if (name == "--checks") return names_of(checks);
  if (name == "--diagnosis") return names_of(switches);
  if (name == "--fail-on") return names_of(levels);
  if (name == "--rounding") return names_of(roundings);
  if (name == "--sarif-profile") return names_of(sarif_profiles);
  if (name == "ACTION") return names_of(actions);
  if (name == "--format" || name == "--output") return formats();
  return {};
}

bool takes_file(const CLI::Option& option) {
  const auto type = option.get_type_name();
  const auto name = option.get_name(option.get_positional());
  return type == "PATH" || type == "FILE" || type == "FORMAT=FILE" || name == "PATH" ||
         name == "RULES" || name == "OLD" || name == "NEW";
}

Arguments::Arguments(Language language) : language_(language) {
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
  add_lint();
  add_format();
  add_explain();
  add_schema();
  add_accept();
  add_baseline();
  add_diff();
  add_merge();
  // For the build alone: completions and the manual page.
  auto* const generate = app_.add_subcommand("generate")->group("");
  generate->add_option("WHAT", generate_)->required();
}

std::string Arguments::said(const char* id) const { return source::render(Message(id), language_); }

CLI::App* Arguments::add_command(Command command, const char* name, const char* id) {
  auto* const added = app_.add_subcommand(name, said(id));
  added->callback([this, command, added] {
    options_.command = command;
    command_ = added;
  });
  return added;
}

template <typename Value>
CLI::Option* Arguments::option(const char* name, Value& value, const char* type, const char* id,
                               CLI::App* app) {
  auto* const added = (app == nullptr ? &app_ : app)->add_option(name, value, said(id));
  // A list of CLI11's takes all that follows and "[a,b]" apart; ours take one value each time.
  added->type_name(type)->allow_extra_args(false);
  return added;
}

// Arguments without a name: as many as there are.
CLI::Option* Arguments::paths(const char* name, const char* type, const char* id, CLI::App* app) {
  return option(name, options_.paths, type, id, app)->expected(1, -1)->allow_extra_args();
}

void Arguments::add_check() {
  auto* const check = add_command(Command::check, "check", "cli.command_check");
  required_ = {{check, paths("PATH", "...", "cli.argument_path", check)}};
  add_report_options(check);
  option("--output", outputs_, "FORMAT=FILE", "cli.option_output", check);
  option("--format", options_.format, "FORMAT", "cli.option_format", check);
  option("--sarif-profile", sarif_profile_, "full|github", "cli.option_sarif_profile", check);
  option("--checks", checks_, "findings|all", "cli.option_checks", check);
  option("--diagnosis", diagnosis_, "on|off", "cli.option_diagnosis", check);
  option("--fail-on", fail_on_, "LEVEL", "cli.option_fail_on", check);
  option("--jobs", jobs_, "N", "cli.option_jobs", check);
  check->add_flag("--resume", options_.resume, said("cli.option_resume"));
  option("--accepted", options_.accepted, "FILE", "cli.option_accepted", check);
  option("--baseline", options_.baseline, "FILE", "cli.option_baseline", check);
  option("--today", options_.today, "DATE", "cli.option_today", check);
  add_settings_options(check);
}

void Arguments::add_read() {
  auto* const read = add_command(Command::read, "read", "cli.command_read");
  required_.emplace_back(read, paths("PATH", "...", "cli.argument_path", read));
  option("--schema", options_.schema, "NAME", "cli.option_schema", read);
  option("--limit", limits_, "NAME=NUMBER", "cli.option_limit", read);
  add_settings_options(read);
}

void Arguments::add_test() {
  auto* const test = add_command(Command::test, "test", "cli.command_test");
  paths("RULES", "[...]", "cli.argument_rules", test);
  option("--schema", options_.schema, "NAME", "cli.option_schema_of_rules", test);
  option("--coverage", options_.coverage, "PATH", "cli.option_coverage", test);
  add_profile_options(test);
  add_settings_options(test);
}

void Arguments::add_lint() {
  auto* const lint = add_command(Command::lint, "lint", "cli.command_lint");
  paths("RULES", "[...]", "cli.argument_rules", lint);
  option("--schema", options_.schema, "NAME", "cli.option_schema_of_rules", lint);
  add_profile_options(lint);
  add_settings_options(lint);
}

void Arguments::add_format() {
  auto* const format = add_command(Command::fmt, "fmt", "cli.command_fmt");
  paths("RULES", "[...]", "cli.argument_rules", format);
  format->add_flag("--check", options_.only_check, said("cli.option_only_check"));
}

void Arguments::add_explain() {
  auto* const explain = add_command(Command::explain, "explain", "cli.command_explain");
  required_.emplace_back(explain, option("RULE", options_.name, "", "cli.argument_rule", explain));
  add_rule_options(explain);
  add_settings_options(explain);
}

void Arguments::add_schema() {
  auto* const schema = add_command(Command::schema, "schema", "cli.command_schema");
  option("NAME", options_.name, "[]", "cli.argument_schema", schema);
}

void Arguments::add_accept() {
  auto* const accept = add_command(Command::accept, "accept", "cli.command_accept");
  required_.emplace_back(
      accept, option("FINGERPRINT", options_.name, "", "cli.argument_fingerprint", accept));
  required_.emplace_back(accept, paths("PATH", "...", "cli.argument_path", accept));
  required_.emplace_back(accept,
                         option("--reason", options_.reason, "TEXT", "cli.option_reason", accept));
  required_.emplace_back(accept, option("--by", options_.by, "NAME", "cli.option_by", accept));
  required_.emplace_back(accept,
                         option("--until", options_.until, "DATE", "cli.option_until", accept));
  option("--accepted", options_.accepted, "FILE", "cli.option_accepted_to_write", accept);
  option("--today", options_.today, "DATE", "cli.option_today", accept);
  add_report_options(accept);
  add_settings_options(accept);
}

void Arguments::add_baseline() {
  auto* const baseline = add_command(Command::baseline, "baseline", "cli.command_baseline");
  required_.emplace_back(baseline, option("ACTION", action_, "", "cli.argument_action", baseline));
  required_.emplace_back(baseline, paths("PATH", "...", "cli.argument_path", baseline));
  option("--baseline", options_.baseline, "FILE", "cli.option_baseline_to_write", baseline);
  option("--accepted", options_.accepted, "FILE", "cli.option_accepted", baseline);
  option("--today", options_.today, "DATE", "cli.option_today", baseline);
  add_report_options(baseline);
  add_settings_options(baseline);
}

void Arguments::add_diff() {
  auto* const diff = add_command(Command::diff, "diff", "cli.command_diff");
  required_.emplace_back(diff, option("OLD", options_.name, "", "cli.argument_old", diff));
  required_.emplace_back(diff, option("NEW", options_.newer, "", "cli.argument_new", diff));
  option("--fail-on", fail_on_, "LEVEL", "cli.option_fail_on_new", diff);
  add_settings_options(diff);
}

void Arguments::add_merge() {
  auto* const merge = add_command(Command::merge, "merge", "cli.command_merge");
  required_.emplace_back(merge, paths("PATH", "...", "cli.argument_part", merge));
  // For rules over reports: as the parts were checked.
  add_rule_options(merge);
  option("--rounding", rounding_, "note|pass|fail", "cli.option_rounding", merge);
  option("--diagnosis", diagnosis_, "on|off", "cli.option_diagnosis", merge);
  option("--fail-on", fail_on_, "LEVEL", "cli.option_fail_on", merge);
  option("--limit", limits_, "NAME=NUMBER", "cli.option_limit", merge);
  add_settings_options(merge);
}

void Arguments::add_report_options(CLI::App* command) {
  add_rule_options(command);
  option("--prior", options_.priors, "PATH", "cli.option_prior", command);
  option("--rounding", rounding_, "note|pass|fail", "cli.option_rounding", command);
  option("--limit", limits_, "NAME=NUMBER", "cli.option_limit", command);
}

void Arguments::add_rule_options(CLI::App* command) {
  option("--rules", options_.rules, "PATH", "cli.option_rules", command);
  option("--schema", options_.schema, "NAME", "cli.option_schema", command);
  add_profile_options(command);
}

void Arguments::add_profile_options(CLI::App* command) {
  option("--profile", options_.profile, "NAME", "cli.option_profile", command);
  option("--param", parameters_, "NAME=VALUE", "cli.option_param", command);
}

void Arguments::add_settings_options(CLI::App* command) {
  option("--config", settings_file_, "FILE", "cli.option_config", command);
  command->add_flag("--no-config", no_settings_, said("cli.option_no_config"));
  command->add_flag("--show-settings", show_settings_, said("cli.option_show_settings"));
}

Options Arguments::understand() {
  options_.language = language_;
  options_.color = chosen("--color", color_, colors);
  options_.all_checks = chosen("--checks", checks_, checks);
  options_.diagnosis = chosen("--diagnosis", diagnosis_, switches);
  options_.sarif_for_github = chosen("--sarif-profile", sarif_profile_, sarif_profiles);
  options_.fail_on = chosen("--fail-on", fail_on_, levels);
  options_.rounding = chosen("--rounding", rounding_, roundings);
  if (!action_.empty()) options_.action = chosen("ACTION", action_, actions);
  require_format("--format", options_.format);
  for (const auto& text : outputs_) {
    auto [format, path] = pair_of("--output", text);
    require_format("--output", format);
    options_.outputs.push_back({std::move(format), std::move(path)});
  }
  for (const auto& text : parameters_) {
    auto parameter = pair_of("--param", text);
    const std::string name = parameter.first;
    if (options_.parameters.insert(std::move(parameter)).second) continue;
    throw Failure({"cli.option_twice", {{"option", "--param " + name}}});
  }
  for (const auto& text : limits_) set_limit(text);
  if (!jobs_.empty()) options_.jobs = jobs();
  options_.today = day("--today", options_.today);
  options_.until = day("--until", options_.until);
  return std::move(options_);
}

std::size_t Arguments::jobs() const {
  constexpr std::size_t most = 1024;
  std::size_t number = 0;
  const auto* const end = jobs_.data() + jobs_.size();
  const auto [stop, error] = std::from_chars(jobs_.data(), end, number);
  if (error != std::errc() || stop != end || number == 0 || number > most) {
    throw Failure({"cli.bad_jobs", {{"option", "--jobs"}, {"value", jobs_}}});
  }
  return number;
}

std::string Arguments::day(const char* name, const std::string& text) const {
  if (text.empty()) return text;
  auto day = finding::day_of(text);
  if (day.empty()) throw Failure({"cli.no_day", {{"option", name}, {"value", text}}});
  return day;
}

void Arguments::set_limit(const std::string& text) {
  const auto [name, number] = pair_of("--limit", text);
  const auto limits = source::named_limits();
  const auto limit = std::ranges::find(limits, name, &source::NamedLimit::name);
  if (limit == limits.end()) {
    std::vector<std::string_view> known;
    for (const auto& each : limits) known.push_back(each.name);
    refuse_value("--limit", name, known);
  }
  const auto* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, options_.limits.*limit->value);
  if (error != std::errc() || stop != end) {
    throw Failure({"cli.no_number", {{"option", "--limit"}, {"value", number}}});
  }
}

}  // namespace tieout::cli
