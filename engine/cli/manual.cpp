// The manual page.
#include "cli/help.hpp"
#include "cli/shell.hpp"

#include <string>
#include <string_view>

#ifndef TIEOUT_VERSION
#error "the build names the version"
#endif

namespace tieout::cli {

namespace {

/// Text as roff takes it: no escapes, no hyphens that would be typeset, no requests.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n')) {
      result += "\\&" + std::string(1, c);
    } else {
      result += c;
    }
  }
  return result;
}

class Manual {
 public:
  Manual(const CLI::App& app, source::Language language) : app_(app), language_(language) {}

  std::string run() {
    text_ = ".TH TIEOUT 1 \"\" \"tieout " TIEOUT_VERSION "\"\n";
    section("cli.manual_name", "tieout \\- " + plain(app_.get_description()));
    section("cli.manual_synopsis", "");
    for (const auto* command : shown_commands(app_)) {
      text_ += "\\fBtieout " + command->get_name() + "\\fR" + arguments(*command) + " [" +
               plain(said("cli.manual_options")) + "]\n.br\n";
    }
    for (const auto* command : shown_commands(app_)) {
      text_ +=
          ".SH \"tieout " + command->get_name() + "\"\n" + plain(command->get_description()) + "\n";
      for (const auto& line : argument_lines(*command)) item(line);
      for (const auto& line : option_lines(*command)) item(line);
    }
    section("cli.manual_common", "");
    for (const auto& line : option_lines(app_)) item(line);
    section("cli.manual_environment", plain(said("cli.manual_environment_text")));
    section("cli.manual_files", "");
    item({"tieout.toml", said("cli.option_config")});
    section("cli.manual_status", plain(said("cli.help_exit")));
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string said(const char* id) const {
    return source::render(source::Message(id), language_);
  }

  void section(const char* id, const std::string& text) {
    text_ += ".SH " + said(id) + "\n" + text + (text.empty() ? "" : "\n");
  }

  void item(const HelpLine& line) {
    text_ += ".TP\n\\fB" + plain(line.first) + "\\fR\n" + plain(line.second) + "\n";
  }

  [[nodiscard]] static std::string arguments(const CLI::App& command) {
    std::string all;
    for (const auto& [label, meaning] : argument_lines(command)) all += " " + plain(label);
    return all;
  }

  const CLI::App& app_;
  source::Language language_;
  std::string text_;
};

}  // namespace

std::string manual_page(const CLI::App& app, source::Language language) {
  return Manual(app, language).run();
}

}  // namespace tieout::cli
