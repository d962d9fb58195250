// A case file: what is put into a folder, the commands run there, and what they must print.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cases {

/// Something that is there before the commands run.
struct Given {
  enum class Kind { file, folder, copy } kind = Kind::file;
  std::string name;
  std::string content;  ///< a file's bytes; of a copy, the path in the repository
};

/// What a command did, or must do.
struct Outcome {
  std::string out;
  std::string err;
  int status = 0;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct Run {
  std::string command;  ///< for /bin/sh
  std::string input;    ///< standard input
  Outcome expected;
  std::string text;  ///< the lines of the case that ask for it, without what is expected
};

struct Case {
  std::string head;  ///< comment and givens, as written
  std::vector<Given> givens;
  std::vector<Run> runs;
};

/// Reads the text of a case file; throws std::runtime_error that says what is wrong with it.
[[nodiscard]] Case parse(std::string_view text);

/// The text of the case with these outcomes, one a run, in place of the expected ones.
[[nodiscard]] std::string written(const Case& read, const std::vector<Outcome>& outcomes);

}  // namespace cases
