// Paragraphs with their sizes in front of them; and counting along their characters.
#include "across/kept_paragraphs.hpp"

#include "figure/characters.hpp"

#include <cstring>

namespace tieout::across {

std::string joined(std::span<const std::string_view> paragraphs) {
  std::string text;
  for (const auto paragraph : paragraphs) {
    const std::size_t size = paragraph.size();
    text.append(reinterpret_cast<const char*>(&size), sizeof size);
    text += paragraph;
  }
  return text;
}

std::vector<std::string_view> parted(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    std::size_t size = 0;
    std::memcpy(&size, text.data(), sizeof size);
    paragraphs.push_back(text.substr(sizeof size, size));
    text.remove_prefix(sizeof size + size);
  }
  return paragraphs;
}

void append_han(std::string_view paragraph, std::u32string& han) {
  for (std::size_t at = 0; at < paragraph.size();) {
    const auto character = figure::character_at(paragraph, at);
    if (figure::is_han(character.code)) han += character.code;
    at += character.bytes;
  }
  han += U'\0';
}

void HanCursor::go_to(std::uint64_t number) {
  while (next_ <= number) {
    if (end_ == text().size()) {
      ++next_;
      ++paragraph_;
      column_ = end_ = 0;
      continue;
    }
    const auto character = figure::character_at(text(), end_);
    begin_ = end_;
    end_ += character.bytes;
    ++column_;
    if (figure::is_han(character.code)) ++next_;
  }
}

}  // namespace tieout::across
