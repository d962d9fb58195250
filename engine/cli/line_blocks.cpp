// Reads into the block itself and cuts it at the last end of a line.
#include "cli/line_blocks.hpp"

#include "report/column_reader.hpp"

#include <fmt/format.h>

#include <utility>

namespace tieout::cli {

using source::Failure;
using source::Message;

std::string LineBlock::label(std::size_t index) const {
  return fmt::format("{}:{}", name, lines[index].number);
}

std::optional<LineBlock> LineBlocks::next() {
  if (failure_) throw std::exchange(failure_, std::nullopt).value();
  if (over_) return std::nullopt;
  LineBlock block;
  block.text = std::exchange(rest_, {});
  while (!fill(block.text)) {
  }
  split(block);
  block.name = name_;
  block.text.append(report::line_padding, '\0');
  return block;
}

source::Place LineBlocks::place(std::size_t line) const {
  auto place = source::in_file(name_);
  place.line = static_cast<std::uint32_t>(line);
  return place;
}

/// Reads on; true if the text is worth a block. What follows its last line goes to the rest.
bool LineBlocks::fill(std::string& text) {
  constexpr std::size_t enough = 1U << 20U;
  constexpr std::size_t more = 1U << 16U;  // of what breaks off within a step nothing is known
  for (std::size_t taken = 0; taken < enough && !over_; taken += more) {
    const std::size_t old = text.size();
    text.resize(old + more);
    in_.read(text.data() + old, more);
    const auto got = static_cast<std::size_t>(in_.gcount());
    text.resize(old + got);
    over_ = got < more;
  }
  broken_ = in_.bad();
  if (over_ && !broken_) return true;
  const auto end = text.rfind('\n');
  if (end == std::string::npos && !broken_) return text.size() > limits_.file_bytes;
  if (!broken_) rest_.assign(text, end + 1);
  text.resize(end + 1);
  return true;
}

void LineBlocks::split(LineBlock& block) {
  const std::string& text = block.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto found = text.find('\n', begin);
    const auto end = found == std::string::npos ? text.size() : found;
    ++number_;
    if (end - begin > limits_.file_bytes) {
      failure_ = source::beyond(&source::Limits::file_bytes, limits_, place(number_));
      over_ = true;
      return;
    }
    if (text.find_first_not_of(" \t\r", begin) < end) {
      const auto last = text.find_last_not_of('\r', end - 1);
      block.lines.push_back({begin, last + 1 - begin, number_});
    }
    begin = end + 1;
  }
  if (broken_) failure_ = Failure(Message("cli.stream_broken"), place(number_ + 1));
}

}  // namespace tieout::cli
