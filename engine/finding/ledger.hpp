// The files of findings that are known: explained ones (说明), and those of a baseline.
#pragma once

#include "finding/finding.hpp"
#include "source/source.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::finding {

/// One finding, as it stood when it was entered.
struct Entry {
  std::string fingerprint;
  std::string rule;
  std::string entity;
  std::string period;
  std::string subject;                   ///< its label, for those who review the file
  std::vector<std::string> values;       ///< see values_of()
  std::optional<Acceptance> acceptance;  ///< of a file of explanations
};

/// What an entry is bound to: both sides as printed; where there are none (logic), the figures and
/// texts that were used, sorted, so that their order in the report does not matter.
[[nodiscard]] std::vector<std::string> values_of(const Finding& finding);

[[nodiscard]] Entry entry_of(const CheckedReport& report, const Finding& finding);

/// Entries by fingerprint; the shape of the file is schemas/known-findings.json.
class Ledger {
 public:
  enum class Kind { accepted, baseline };

  explicit Ledger(Kind kind) : kind_(kind) {}
  /// Throws Failure, with its place, for text that is no such file.
  Ledger(Kind kind, const source::Source& text);

  [[nodiscard]] const std::map<std::string, Entry>& entries() const { return entries_; }
  /// Null if there is none.
  [[nodiscard]] const Entry* find(const std::string& fingerprint) const;
  /// In place of an entry with the same fingerprint, if there is one.
  void put(Entry entry);
  void remove(const std::string& fingerprint) { entries_.erase(fingerprint); }

  /// The file's text: JSON, entries by entity, period, rule and fingerprint.
  [[nodiscard]] std::string text() const;

 private:
  Kind kind_;
  std::map<std::string, Entry> entries_;
};

/// 2027-06-30 for that and the other ways to write the day (2027年6月30日); empty for other text.
[[nodiscard]] std::string day_of(std::string_view text);

}  // namespace tieout::finding
