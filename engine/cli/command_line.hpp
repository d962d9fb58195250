// The command line, understood: which command, on what, with which options.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"
#include "source/limits.hpp"
#include "source/message.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tieout::cli {

enum class Command { check, read, test, lint, fmt, explain, schema, accept, baseline, diff, merge };
enum class BaselineAction { create, prune };
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
  std::vector<std::string> paths;     ///< check, read: the reports; test: the rules; merge: parts
  std::vector<std::string> coverage;  ///< test --coverage: reports that the rules are tried on
  std::string name;   ///< a rule, a schema (empty: list them), a fingerprint, the older results
  std::string newer;  ///< diff: the newer results
  std::vector<std::string> rules;  ///< --rules; empty: the pack of the report's schema
  std::string schema;              ///< --schema; empty: recognised
  std::string profile;             ///< --profile; empty: the pack's default
  std::map<std::string, std::string> parameters;  ///< --param
  std::vector<std::string> priors;                ///< --prior
  std::vector<OutputFile> outputs;                ///< --output
  source::Limits limits;                          ///< --limit
  std::string format = "pretty";                  ///< of standard output
  bool all_checks = false;
  bool diagnosis = true;
  bool resume = false;
  std::size_t jobs = 0;  ///< --jobs; 0: one a processor
  output::FailOn fail_on = language::Severity::error;
  finding::RoundingPolicy rounding = finding::RoundingPolicy::note;
  bool only_check = false;        ///< fmt --check
  bool sarif_for_github = false;  ///< --sarif-profile github
  std::string accepted;           ///< --accepted: the file of explanations; empty: none
  std::string baseline;           ///< --baseline; empty: none
  std::string today;              ///< --today; empty: the day it is
  std::string reason;             ///< accept: the explanation,
  std::string by;                 ///< who gives it,
  std::string until;              ///< and its last day
  BaselineAction action = BaselineAction::create;
  std::string settings_file;                 ///< the file of settings that was read; empty: none
  std::vector<std::string> stray_variables;  ///< of the environment, named as if for an option
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
