// tieout diff: what was fixed between two runs, what is new, what stayed, unit by unit.
#include "cli/commands.hpp"
#include "cli/results.hpp"
#include "output/columns.hpp"
#include "output/summary.hpp"
#include "output/words.hpp"
#include "source/message.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tieout::cli {

namespace {

using source::Language;
using source::Message;

enum class Change { added, changed, fixed, unchanged };
constexpr std::array changes = {Change::added, Change::changed, Change::fixed, Change::unchanged};
constexpr std::array change_words = {"cli.diff_new", "cli.diff_changed", "cli.diff_fixed",
                                     "cli.diff_unchanged"};

struct Unit {
  std::string name;
  std::array<std::vector<Result>, changes.size()> results;

  [[nodiscard]] std::vector<Result>& of(Change change) {
    return results[static_cast<std::size_t>(change)];
  }
  [[nodiscard]] const std::vector<Result>& of(Change change) const {
    return results[static_cast<std::size_t>(change)];
  }
};

/// Findings with one fingerprint belong together in their order: a unit may have submitted twice.
Unit compared(std::string name, const std::vector<Result>& older,
              const std::vector<Result>& newer) {
  Unit unit{std::move(name), {}};
  std::map<std::string, std::vector<const Result*>> before;
  for (const auto& result : older) before[result.fingerprint].push_back(&result);
  for (const auto& result : newer) {
    auto& same = before[result.fingerprint];
    if (same.empty()) {
      unit.of(Change::added).push_back(result);
      continue;
    }
    const bool changed = same.front()->values != result.values;
    unit.of(changed ? Change::changed : Change::unchanged).push_back(result);
    same.erase(same.begin());
  }
  for (const auto& result : older) {
    auto& left = before[result.fingerprint];
    if (left.empty() || left.front() != &result) continue;
    unit.of(Change::fixed).push_back(result);
    left.erase(left.begin());
  }
  return unit;
}

std::vector<Unit> units_of(const Results& older, const Results& newer) {
  std::set<std::pair<std::string, std::string>> keys;
  for (const auto* results : {&older, &newer}) {
    for (const auto& [key, found] : *results) keys.insert(key);
  }
  std::vector<Unit> units;
  const auto found_in = [](const Results& results, const auto& key) {
    const auto found = results.find(key);
    return found == results.end() ? std::vector<Result>() : found->second;
  };
  for (const auto& key : keys) {
    const auto& [entity, period] = key;
    auto name = entity;
    if (!period.empty()) name.append(" ").append(period);
    units.push_back(compared(name, found_in(older, key), found_in(newer, key)));
  }
  return units;
}

class Table {
 public:
  explicit Table(Language language) : language_(language) {}

  void print(const std::vector<Unit>& units) const {
    std::vector<std::vector<std::string>> rows = {{said("cli.diff_unit")}};
    for (const auto* word : change_words) rows[0].push_back(said(word));
    for (const auto& unit : units) {
      auto& row = rows.emplace_back();
      row.push_back(output::printable(unit.name));
      for (const auto change : changes) row.push_back(std::to_string(unit.of(change).size()));
    }
    std::vector<std::size_t> widths(rows[0].size());
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        widths[i] = std::max(widths[i], output::display_width(row[i]));
      }
    }
    for (const auto& row : rows) {
      std::string line = output::padded(row[0], widths[0]);
      for (std::size_t i = 1; i < row.size(); ++i) {
        line += std::string(2 + widths[i] - output::display_width(row[i]), ' ') + row[i];
      }
      std::cout << line << '\n';
    }
  }

  void print_findings(const Unit& unit) const {
    for (const auto change : {Change::added, Change::changed, Change::fixed}) {
      for (const auto& result : unit.of(change)) {
        const Message severity = output::severity_word(result.severity);
        std::cout << "  " << said(change_words[static_cast<std::size_t>(change)]) << "  "
                  << source::render(severity, language_) << "  " << output::printable(result.rule)
                  << "  " << output::printable(result.message) << '\n';
      }
    }
  }

 private:
  [[nodiscard]] std::string said(const char* id) const {
    return source::render(Message(id), language_);
  }

  Language language_;
};

}  // namespace

int diff(const Options& options) {
  const auto older = read_results(options.name, options.limits);
  const auto units = units_of(older, read_results(options.newer, options.limits));
  const Table table(options.language);
  table.print(units);
  bool grave = false;
  for (const auto& unit : units) {
    const bool moved = !unit.of(Change::added).empty() || !unit.of(Change::changed).empty() ||
                       !unit.of(Change::fixed).empty();
    if (moved) std::cout << '\n' << output::printable(unit.name) << '\n';
    table.print_findings(unit);
    for (const auto change : {Change::added, Change::changed}) {
      grave = grave || std::ranges::any_of(unit.of(change), [&](const Result& result) {
                return output::counts(result.severity, options.fail_on);
              });
    }
  }
  return grave ? 1 : 0;
}

}  // namespace tieout::cli
