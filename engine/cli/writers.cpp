// Opens the outputs of a run and passes results on to each.
#include "cli/writers.hpp"

#include "cli/inputs.hpp"
#include "cli/log.hpp"
#include "source/message.hpp"
#include "source/place.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <utility>

namespace tieout::cli {

namespace {

namespace fs = std::filesystem;
using source::Failure;
using source::Message;

// Opening a report for writing would destroy it; so would writing two outputs to one file.
void refuse_used(const OutputFile& output, const std::vector<std::string>& used) {
  for (const auto& path : used) {
    std::error_code error;
    if (fs::equivalent(path, output.path, error) && !error) {
      throw Failure(Message("cli.output_in_use"), source::in_file(output.path));
    }
  }
}

std::vector<std::string> files_read(const Options& options) {
  std::vector<std::string> all;
  for (const auto* paths : {&options.paths, &options.priors, &options.rules}) {
    const auto files = expand(*paths).files;
    all.insert(all.end(), files.begin(), files.end());
  }
  for (const auto& file : {options.accepted, options.baseline, options.settings_file}) {
    if (!file.empty()) all.push_back(file);
  }
  return all;
}

}  // namespace

std::vector<std::string> Drafts::take() {
  std::vector<std::string> texts;
  for (auto& draft : drafts_) texts.push_back(draft.text.take());
  return texts;
}

Writers::Writers(const Options& options) {
  output::Style style;
  style.language = options.language;
  style.all_checks = options.all_checks;
  style.fail_on = options.fail_on;
  style.sarif_for_github = options.sarif_for_github;
  auto used = options.outputs.empty() ? std::vector<std::string>() : files_read(options);
  for (const auto& output : options.outputs) {
    refuse_used(output, used);
    const auto mode = options.resume ? std::ios::binary | std::ios::app : std::ios::binary;
    auto& file = files_.emplace_back(output.path, std::ofstream(output.path, mode));
    if (!file.out) throw Failure(Message("cli.cannot_write"), source::in_file(output.path));
    used.push_back(output.path);
    add(output.format, style, file.out);
  }
  if (output::is_binary(options.format) && isatty(STDOUT_FILENO) != 0) {
    throw Failure({"cli.binary_on_terminal", {{"format", options.format}}});
  }
  style.color = wants_color(options.color, STDOUT_FILENO);
  add(options.format, style, std::cout);
}

void Writers::add(const std::string& format, const output::Style& style, std::ostream& out) {
  outputs_.push_back({format, style, &out, output::make_writer(format, out, style)});
}

output::Needs Writers::needs() const {
  output::Needs all;
  for (const auto& output : outputs_) {
    const auto own = output.writer->needs();
    all.checks |= own.checks;
    all.document |= own.document;
  }
  return all;
}

bool Writers::take_drafts() const {
  return std::ranges::all_of(outputs_,
                             [](const Output& one) { return one.writer->each_by_itself(); });
}

Drafts Writers::drafts() const {
  Drafts drafts;
  for (const auto& output : outputs_) {
    auto& draft = drafts.drafts_.emplace_back();
    draft.writer = output::make_writer(output.format, draft.out, output.style);
  }
  return drafts;
}

void Writers::report(const finding::CheckedReport& report) {
  for (const auto& output : outputs_) output.writer->report(report);
  see_that_it_arrives();
}

void Writers::report(const std::vector<std::string>& drafted) {
  for (std::size_t i = 0; i < outputs_.size(); ++i) *outputs_[i].out << drafted[i];
  see_that_it_arrives();
}

void Writers::see_that_it_arrives() const {
  // Who would go on for hours if nobody gets the results?
  if (!std::cout) throw Failure(Message("cli.output_lost"));
  for (const auto& file : files_) {
    if (!file.out) throw Failure(Message("cli.cannot_write"), source::in_file(file.path));
  }
}

void Writers::over_reports(const finding::CheckedReport& found) {
  for (const auto& output : outputs_) output.writer->over_reports(found);
}

void Writers::finish(const output::Summary& summary) {
  for (const auto& output : outputs_) output.writer->finish(summary);
  for (auto& file : files_) {
    file.out.close();
    if (!file.out) throw Failure(Message("cli.cannot_write"), source::in_file(file.path));
  }
}

}  // namespace tieout::cli
