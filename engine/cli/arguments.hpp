// The commands and their options, declared once: what is parsed, shown as help, completed by
// shells and set in tieout.toml.
#pragma once

#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::cli {

/// What an option may be set to, where that is a list: "error", "warning", ...; empty otherwise.
[[nodiscard]] std::vector<std::string_view> values_of(const CLI::Option& option);

/// Does the option take a file, or FORMAT=FILE?
[[nodiscard]] bool takes_file(const CLI::Option& option);

/// The arguments of one run. CLI11 fills the texts of options; understand() says what they mean.
class Arguments {
 public:
  explicit Arguments(source::Language language);
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;
  ~Arguments() = default;

  [[nodiscard]] CLI::App& app() { return app_; }
  /// The command that was given; null without one.
  [[nodiscard]] CLI::App* command() const { return command_; }
  /// Arguments without which their command means nothing.
  [[nodiscard]] const std::vector<std::pair<CLI::App*, CLI::Option*>>& required() const {
    return required_;
  }
  [[nodiscard]] bool wants_version() const { return version_; }
  [[nodiscard]] bool wants_settings() const { return show_settings_; }
  /// The hidden command `generate`: bash, zsh or man; empty for any other command.
  [[nodiscard]] const std::string& generate() const { return generate_; }
  /// --config: the file of settings; --no-config: none.
  [[nodiscard]] const std::string& settings_file() const { return settings_file_; }
  [[nodiscard]] bool without_settings() const { return no_settings_; }

  /// What the texts of all options mean. Throws Failure.
  [[nodiscard]] Options understand();

 private:
  [[nodiscard]] std::string said(const char* id) const;
  CLI::App* add_command(Command command, const char* name, const char* id);
  template <typename Value>
  CLI::Option* option(const char* name, Value& value, const char* type, const char* id,
                      CLI::App* app = nullptr);
  CLI::Option* paths(const char* name, const char* type, const char* id, CLI::App* app);

  void add_check();
  void add_read();
  void add_test();
  void add_lint();
  void add_format();
  void add_explain();
  void add_schema();
  void add_accept();
  void add_baseline();
  void add_diff();
  void add_merge();
  void add_rule_options(CLI::App* command);
  void add_profile_options(CLI::App* command);
  void add_report_options(CLI::App* command);
  void add_settings_options(CLI::App* command);
  void set_limit(const std::string& text);
  [[nodiscard]] std::size_t jobs() const;
  [[nodiscard]] std::string day(const char* name, const std::string& text) const;

  source::Language language_;
  CLI::App app_;
  CLI::App* command_ = nullptr;
  std::vector<std::pair<CLI::App*, CLI::Option*>> required_;
  Options options_;
  bool version_ = false;
  bool show_settings_ = false;
  bool no_settings_ = false;
  std::string settings_file_;
  std::string lang_;
  std::string color_ = "auto";
  std::string checks_ = "findings";
  std::string diagnosis_ = "on";
  std::string fail_on_ = "error";
  std::string jobs_;
  std::string rounding_ = "note";
  std::string action_;
  std::string sarif_profile_ = "full";
  std::string generate_;
  std::vector<std::string> outputs_;
  std::vector<std::string> parameters_;
  std::vector<std::string> limits_;
};

}  // namespace tieout::cli
