// tieout check: from what was submitted to what was found.
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/log.hpp"
#include "cli/resumption.hpp"
#include "cli/writers.hpp"
#include "source/message.hpp"

#include <malloc.h>

#include <optional>
#include <string>

namespace tieout::cli {

namespace {

void say_unused(const output::Summary& summary, const Options& options) {
  for (const auto& entry : summary.unused_explanations) {
    say(Level::warning,
        {"cli.unused_explanation",
         {{"fingerprint", entry.fingerprint}, {"rule", entry.rule}, {"entity", entry.entity}}},
        source::in_file(options.accepted));
  }
  if (const auto count = summary.unused_baseline.size(); count > 0) {
    say(Level::information, {"cli.unused_baseline", {{"count", std::to_string(count)}}},
        source::in_file(options.baseline));
  }
}

/// Is there one file that says how far the run came?
bool is_resumable(const Options& options) {
  return options.outputs.size() == 1 && options.outputs.front().format == "jsonl";
}

std::optional<Resumption> resumption_of(const Options& options) {
  if (!options.resume) return std::nullopt;
  if (!is_resumable(options)) throw source::Failure(source::Message("cli.resume_needs"));
  if (!options.accepted.empty() || !options.baseline.empty()) {
    throw source::Failure(source::Message("cli.resume_without"));
  }
  return Resumption(options.outputs.front().path);
}

/// A stream is read a block at a time, each as large as the one before: what is freed is kept, and
/// not given back to the system only to be asked for again. (jemalloc, where the program is linked
/// with it, keeps it by itself.)
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kept = 1 << 26;
  mallopt(M_TRIM_THRESHOLD, kept);
  mallopt(M_MMAP_THRESHOLD, kept / 2);
#endif
}

}  // namespace

int check(const Options& options) {
  keep_freed_memory();
  Rulebook rulebook(options);
  auto resumption = resumption_of(options);
  Writers writers(options);
  notice_interruption();
  const auto summary = check_reports(
      options, rulebook,
      [&writers](const finding::CheckedReport& checked) {
        checked.over_reports ? writers.over_reports(checked) : writers.report(checked);
      },
      writers.needs(), resumption ? &*resumption : nullptr, &writers);
  say_unused(summary, options);
  if (summary.interrupted && !summary.interrupted->empty() && is_resumable(options)) {
    say(Level::information, source::Message("cli.resume_how"));
  }
  writers.finish(summary);
  return output::exit_status(summary).code;
}

}  // namespace tieout::cli
