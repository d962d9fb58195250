// The command line, understood: which command, on what, with which options.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"
#include "source/limits.hpp"
#include "source/message.hpp"

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tieout::cli {

enum class Command { check, read, test, explain, schema };
enum class ColorChoice { automatic, always, never };

/// --output FORMAT=FILE
struct OutputFile {
  std::string format;
  std::string path;
};

struct Options {
  Command command = Command::check;
  source::Language language = source::Language::zh;
  ColorChoice color = ColorChoice::automatic;
  bool quiet = false;
  bool verbose = false;
  std::vector<std::string> paths;  ///< check, read: the reports; test: the rules
  std::vector<std::string> coverage;  ///< test --coverage: reports that the rules are tried on
  std::string name;                ///< explain: a rule; schema: a schema, empty to list them
  std::vector<std::string> rules;  ///< --rules; empty: the pack of the report's schema
  std::string schema;              ///< --schema; empty: recognised
  std::string profile;             ///< --profile; empty: the pack's default
  std::map<std::string, std::string> parameters;  ///< --param
  std::vector<std::string> priors;                ///< --prior
  std::vector<OutputFile> outputs;                ///< --output
  source::Limits limits;                          ///< --limit
  std::string format = "pretty";                  ///< of standard output
  bool all_checks = false;
  output::FailOn fail_on = language::Severity::error;
  finding::RoundingPolicy rounding = finding::RoundingPolicy::note;
};

/// Text that was asked for instead of a command: help, the version. For standard output.
struct Answer {
  std::string text;
};

/// The language of the run: --lang, wherever it stands among the arguments, else LC_ALL,
/// LC_MESSAGES, LANG, the first of them that is set: Chinese if it begins with "zh", else English.
[[nodiscard]] source::Language language_of(const std::vector<std::string>& arguments);

/// Understands the arguments (without the program's name). Throws Failure for what it cannot.
[[nodiscard]] std::variant<Options, Answer> parse(const std::vector<std::string>& arguments,
                                                  source::Language language);

}  // namespace tieout::cli
