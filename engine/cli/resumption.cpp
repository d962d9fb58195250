// Reads the file twice: to find where its last whole report ends, then beside the inputs.
#include "cli/resumption.hpp"

#include "source/message.hpp"
#include "source/place.hpp"

#include <filesystem>
#include <utility>
#include <variant>

namespace tieout::cli {

using source::Failure;
using source::Message;

Resumption::Resumption(const std::string& path) : path_(path) {
  if (!std::filesystem::exists(path)) return;
  in_.open(path, std::ios::binary);
  std::uint64_t at = 0;
  std::uint32_t number = 0;
  std::string line;
  while (std::getline(in_, line)) {
    ++number;
    if (in_.eof()) break;  // being written
    const auto printed = read_printed(line);
    if (!printed) {
      auto place = source::in_file(path);
      place.line = number;
      throw Failure(Message("cli.not_printed"), std::move(place));
    }
    if (std::holds_alternative<PrintedSummary>(*printed)) break;
    at += line.size() + 1;
  }
  end_ = at;
  in_.close();
  std::error_code error;
  std::filesystem::resize_file(path, end_, error);
  in_.open(path, std::ios::binary);
  if (error || !in_) throw Failure(Message("cli.cannot_write"), source::in_file(path));
  read_next();
}

void Resumption::read_next() {
  next_.reset();
  std::string line;
  if (static_cast<std::uint64_t>(in_.tellg()) >= end_ || !std::getline(in_, line)) return;
  if (auto printed = read_printed(line))
    next_ = std::get<output::ReportResult>(*std::move(printed));
}

bool Resumption::passes(const std::string& label) {
  if (!next_ || next_->source != label) return false;
  if (take_) take_(*next_);
  last_ = std::move(next_->source);
  read_next();
  return true;
}

std::set<std::string> Resumption::rows_of(const std::string& file) {
  std::set<std::string> rows;
  while (next_ && next_->source.starts_with(file + ":")) {
    rows.insert(next_->source);
    if (!passes(*rows.rbegin())) break;
  }
  return rows;
}

void Resumption::pass_over(LineBlock& block) {
  if (!next_) return;
  std::vector<LineBlock::Line> left;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    if (!passes(block.label(i))) left.push_back(block.lines[i]);
  }
  block.lines = std::move(left);
}

void Resumption::finish() const {
  if (!next_) return;
  throw Failure({"cli.resume_other", {{"source", next_->source}}}, source::in_file(path_));
}

}  // namespace tieout::cli
