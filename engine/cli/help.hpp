// The pages of --help, in the language of the run.
#pragma once

#include "source/message.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace tieout::cli {

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
