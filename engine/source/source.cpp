// Lines and columns of a text.
#include "source/source.hpp"

#include "source/byte_set.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tieout::source {

namespace {

// Characters are counted once for every block, so that a place is found without walking a line that
// may be as long as the file.
constexpr std::size_t block = 1024;

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t count_characters(std::string_view bytes) {
  return static_cast<std::size_t>(std::ranges::count_if(bytes, begins_character));
}

std::vector<std::size_t> line_starts(std::string_view text) {
  constexpr ByteSet ends("\r\n");
  std::vector<std::size_t> starts = {0};
  for (auto end = ends.first_in(text, 0); end < text.size(); end = ends.first_in(text, end)) {
    end += text.substr(end, 2) == "\r\n" ? 2 : 1;
    starts.push_back(end);
  }
  return starts;
}

std::vector<std::size_t> characters_by_block(std::string_view text) {
  std::vector<std::size_t> before = {0};
  for (std::size_t at = 0; at + block <= text.size(); at += block) {
    before.push_back(before.back() + count_characters(text.substr(at, block)));
  }
  return before;
}

}  // namespace

Source::Source(std::string name, std::string text, std::size_t first_line)
    : name_(std::make_shared<const std::string>(std::move(name))),
      text_(std::move(text)),
      first_line_(first_line),
      starts_(line_starts(text_)),
      characters_(characters_by_block(text_)) {}

std::string_view Source::line(std::size_t number) const {
  const auto begin = line_start(number);
  const auto end = number < lines() ? starts_[number] : text_.size();
  const auto whole = text().substr(begin, end - begin);
  return whole.substr(0, whole.find_last_not_of("\r\n") + 1);
}

std::size_t Source::characters_before(std::size_t offset) const {
  const auto whole_blocks = offset / block;
  const auto rest = text().substr(whole_blocks * block, offset % block);
  return characters_[whole_blocks] + count_characters(rest);
}

Place Source::place(std::size_t offset) const {
  if (offset > text_.size()) throw std::out_of_range("an offset beyond the text has no place");
  while (offset > 0 && offset < text_.size() && !begins_character(text_[offset])) --offset;
  const auto next = std::ranges::upper_bound(starts_, offset);
  const auto column = characters_before(offset) - characters_before(*std::prev(next)) + 1;
  Place place;
  place.source = name_;
  place.line = static_cast<std::uint32_t>(first_line_ - 1) +
               static_cast<std::uint32_t>(next - starts_.begin());
  place.column = static_cast<std::uint32_t>(column);
  return place;
}

}  // namespace tieout::source
