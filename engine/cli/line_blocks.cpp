// Reads into the block itself and cuts it at the last end of a line.
#include "cli/line_blocks.hpp"

#include "report/column_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace tieout::cli {

using source::Failure;
using source::Message;

namespace {

constexpr std::size_t block_size = 1U << 19U;  // fits a second-level cache with its columns
constexpr std::size_t step = 1U << 16U;        // of what breaks off within a step nothing is known

}  // namespace

void Bytes::reserve(std::size_t size) {
  if (size <= capacity_) return;
  capacity_ = std::max(size, 2 * capacity_);
  auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
  std::copy_n(bytes_.get(), size_, larger.get());
  bytes_ = std::move(larger);
}

char* Bytes::room(std::size_t more) {
  reserve(size_ + more);
  return bytes_.get() + size_;
}

void Bytes::append(std::string_view bytes) {
  std::copy_n(bytes.data(), bytes.size(), room(bytes.size()));
  grow(bytes.size());
}

void LineBlock::label(std::size_t index, std::string& to) const {
  const fmt::format_int number(lines[index].number);
  to.clear();
  to.reserve(name.size() + 1 + number.size());
  to.append(name).append(1, ':').append(number.data(), number.size());
}

std::optional<LineBlock> LineBlocks::next() {
  if (failure_) throw std::exchange(failure_, std::nullopt).value();
  if (over_) return std::nullopt;
  LineBlock block;
  block.name = name_;
  // Blocks of one size fit where earlier ones were, though others free them.
  const std::size_t size = rest_.size() + block_size + report::line_padding;
  block.text.reserve((size + block_size / 4) / (block_size / 4) * (block_size / 4));
  block.text.append(std::exchange(rest_, {}));
  while (!fill(block.text)) {
  }
  split(block);
  std::memset(block.text.room(report::line_padding), 0, report::line_padding);
  return block;
}

source::Place LineBlocks::place(std::size_t line) const {
  auto place = source::in_file(name_);
  place.line = static_cast<std::uint32_t>(line);
  return place;
}

/// Reads on; true if the text is worth a block. What follows its last line goes to the rest.
bool LineBlocks::fill(Bytes& text) {
  for (std::size_t taken = 0; taken < block_size && !over_; taken += step) {
    in_.read(text.room(step), step);
    const auto got = static_cast<std::size_t>(in_.gcount());
    text.grow(got);
    over_ = got < step;
  }
  broken_ = in_.bad();
  if (over_ && !broken_) return true;
  const auto end = text.view().rfind('\n');
  if (end == std::string_view::npos && !broken_) return text.size() > limits_.file_bytes;
  if (!broken_) rest_ = text.view().substr(end + 1);
  text.cut(end + 1);
  return true;
}

void LineBlocks::split(LineBlock& block) {
  const std::string_view text = block.text.view();
  for (std::size_t begin = 0; begin < text.size();) {
    const auto found = text.find('\n', begin);
    const auto end = found == std::string_view::npos ? text.size() : found;
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
