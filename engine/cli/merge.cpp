// tieout merge: the outputs of several runs as that of one.
#include "cli/across.hpp"
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/line_blocks.hpp"
#include "cli/log.hpp"
#include "cli/open_stream.hpp"
#include "cli/printed.hpp"
#include "output/json_shape.hpp"
#include "source/message.hpp"

#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace tieout::cli {
namespace {

using source::Failure;
using source::Message;

template <typename Entry>
void append(std::vector<Entry>& all, std::vector<Entry> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

source::Place at_line(const std::string& path, std::size_t line) {
  auto place = source::in_file(path);
  place.line = static_cast<std::uint32_t>(line);
  return place;
}

/// Prints the reports of a part and adds it to the summary. Throws Failure for what is no jsonl
/// output, or not a whole one.
void add_part(const std::string& path, const source::Limits& limits, output::Summary& summary,
              Across& across) {
  const auto in = open_stream(path);
  LineBlocks blocks(*in, path, limits);
  bool whole = false;
  std::size_t last = 0;
  while (const auto block = blocks.next()) {
    for (std::size_t i = 0; i < block->lines.size(); ++i) {
      last = block->lines[i].number;
      const auto line = block->line(i);
      auto printed = read_printed(line);
      if (!printed || whole) throw Failure(Message("cli.not_printed"), at_line(path, last));
      if (const auto* const report = std::get_if<output::ReportResult>(&*printed)) {
        summary.add(*report);
        across.add(*report);
        std::cout << line << '\n';
        continue;
      }
      auto& end = std::get<PrintedSummary>(*printed);
      if (end.interrupted) break;
      append(summary.unreadable, std::move(end.unreadable));
      append(summary.unused_explanations, std::move(end.unused_explanations));
      append(summary.unused_baseline, std::move(end.unused_baseline));
      whole = true;
    }
  }
  if (!whole) throw Failure(Message("cli.part_not_whole"), at_line(path, last));
}

}  // namespace

int merge(const Options& options) {
  notice_interruption();
  output::Summary summary;
  summary.fail_on = options.fail_on;
  Rulebook rulebook(options);
  Across across(rulebook, {options.rounding, false, options.diagnosis}, options.language);
  std::vector<std::string> run_findings;
  bool all = true;
  for (const auto& path : options.paths) {
    if (interrupted()) return 2;
    try {
      add_part(path, options.limits, summary, across);
    } catch (const Failure& failure) {
      say(failure);
      all = false;
    }
  }
  const auto take = [&](const finding::CheckedReport& found) {
    summary.add_over_reports(found);
    for (const auto& finding : found.findings) {
      output::JsonText json;
      output::put(json, finding, options.language);
      run_findings.push_back(json.take());
    }
  };
  try {
    if (all) across.finish(take);
  } catch (const Failure& failure) {
    say(failure);
    all = false;
  }
  output::put_last_line(std::cout, summary, run_findings, options.language);
  return all ? output::exit_status(summary).code : 2;
}

}  // namespace tieout::cli
