// Checks that are known and so passed over count where findings about the same are told apart.
#pragma once

#include "check/known.hpp"
#include "check/subject.hpp"
#include "check/view.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::check {

/// Of one rule on one report. Asked only where something was found, which is rare, and in the order
/// of rows: it goes over each row once.
class PassedOver {
 public:
  /// All must outlive it.
  PassedOver(const language::Program& program, const language::Rule& rule, const RuleTask& task,
             View& view)
      : program_(program), rule_(rule), task_(task), view_(view) {}

  /// How many of the checks that come before this one are known, and have a subject with the same
  /// keys. `row`: the index of its row; 0 without `over`.
  [[nodiscard]] std::size_t before(std::size_t row, std::size_t check, const Subject& subject);

 private:
  [[nodiscard]] std::string key_of_row(const Subject& subject) const;
  [[nodiscard]] bool is_known(std::size_t row, std::size_t check) const;
  [[nodiscard]] std::size_t before_in_report(std::size_t check, const Subject& subject) const;

  const language::Program& program_;
  const language::Rule& rule_;
  const RuleTask& task_;
  View& view_;
  std::vector<std::string_view> columns_;  ///< by check: of its subject; empty: not asked yet
  std::size_t counted_ = 0;                ///< rows that are in known_
  /// By the key of rows, by check: how many are known.
  std::unordered_map<std::string, std::vector<std::size_t>> known_;
};

}  // namespace tieout::check
