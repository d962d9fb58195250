// The pages of --help, in the language of the run.
#pragma once

#include "source/message.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tieout::cli {

/// The commands that people are told of.
[[nodiscard]] std::vector<const CLI::App*> shown_commands(const CLI::App& app);

/// How an argument or option is written, and what it means.
using HelpLine = std::pair<std::string, std::string>;
[[nodiscard]] std::vector<HelpLine> argument_lines(const CLI::App& app);
[[nodiscard]] std::vector<HelpLine> option_lines(const CLI::App& app);

/// Lays out a command's page: usage, what it does, arguments, options, what exit statuses mean.
class Help : public CLI::FormatterBase {
 public:
  explicit Help(source::Language language) : language_(language) {}
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;

 private:
  [[nodiscard]] std::string said(const char* id) const;

  source::Language language_;
};

}  // namespace tieout::cli
