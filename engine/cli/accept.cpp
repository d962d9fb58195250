// tieout accept: a reviewed explanation of one finding, written to a file.
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "source/message.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace tieout::cli {

namespace {

using finding::Ledger;
using source::Failure;

constexpr const char* usual_file = "tieout-accepted.json";
constexpr std::size_t shortest = 8;  ///< digits that name a fingerprint

struct Match {
  finding::Entry entry;
  bool acceptable = false;
  figure::Verdict verdict = figure::Verdict::fails;
};

/// The one finding of the reports that the fingerprint, or the beginning of it, names.
class Search {
 public:
  explicit Search(const std::string& fingerprint) : fingerprint_(fingerprint) {}

  void look_at(const finding::CheckedReport& report) {
    for (const auto& found : report.findings) {
      if (!found.fingerprint.starts_with(fingerprint_)) continue;
      auto entry = finding::entry_of(report, found);
      const bool other = match_ && (match_->entry.fingerprint != entry.fingerprint ||
                                    match_->entry.values != entry.values);
      if (other) fail("cli.accept_ambiguous");
      match_ = {std::move(entry), found.acceptable, found.outcome.verdict};
    }
  }

  [[nodiscard]] const finding::Entry& entry() const {
    if (!match_) fail("cli.accept_unknown");
    if (match_->verdict == figure::Verdict::error) fail("cli.accept_error");
    if (!match_->acceptable) fail("cli.accept_plain_sum");
    return match_->entry;
  }

 private:
  [[noreturn]] void fail(const char* id) const {
    throw Failure(
        {id, {{"fingerprint", fingerprint_}, {"rule", match_ ? match_->entry.rule : ""}}});
  }

  const std::string& fingerprint_;
  std::optional<Match> match_;
};

}  // namespace

int accept(const Options& options) {
  const auto path = options.accepted.empty() ? usual_file : options.accepted;
  if (options.name.size() < shortest) {
    throw Failure({"cli.fingerprint_short", {{"count", std::to_string(shortest)}}});
  }
  if (options.until < today_of(options)) {
    throw Failure({"cli.accept_past", {{"until", options.until}}});
  }
  Ledger ledger(Ledger::Kind::accepted);
  if (std::error_code error; std::filesystem::exists(path, error)) {
    ledger = read_ledger(Ledger::Kind::accepted, path, options.limits);
  }
  auto checking = options;  // against neither file: what is explained already is found as well
  checking.accepted.clear();
  checking.baseline.clear();
  Rulebook rulebook(checking);
  Search search(options.name);
  const auto summary =
      check_reports(checking, rulebook,
                    [&search](const finding::CheckedReport& report) { search.look_at(report); });
  auto entry = search.entry();
  entry.acceptance = {options.reason, options.by, options.until};
  say(Level::information, {"cli.accepted",
                           {{"rule", entry.rule},
                            {"subject", entry.subject},
                            {"until", options.until},
                            {"file", path}}});
  ledger.put(std::move(entry));
  write_ledger(ledger, path);
  return summary.unreadable.empty() ? 0 : 2;
}

}  // namespace tieout::cli
