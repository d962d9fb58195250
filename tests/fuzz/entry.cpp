// The entry of all fuzz targets: whatever the bytes, they are read, or refused with a sentence.
#include "target.hpp"
#include "zip_file.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace tieout::fuzz {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

source::Source text_of(std::string_view bytes) { return source::decode("fuzzed.txt", bytes); }

namespace {

/// In both languages.
void require_sentence(const source::Message& message) {
  for (const auto language : {source::Language::zh, source::Language::en}) {
    require(!source::render(message, language).empty());
  }
}

bool valid(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    if (character < 0) return false;
  }
  return true;
}

void check(const document::PlacedText& text) {
  require(valid(text.text()));
  require(text.place(0).source_name() == "fuzzed.txt");
  (void)text.place(text.text().size());
}

void check(const document::Table& table) {
  std::size_t row_number = 0;
  for (const auto& row : table.rows) {
    std::size_t free = 0;
    for (const auto& cell : row.cells) {
      require(cell.row == row_number && cell.column >= free);
      require(!cell.paragraphs.empty() && cell.row_span > 0 && cell.column_span > 0);
      free = cell.column + cell.column_span;
      for (const auto& paragraph : cell.paragraphs) check(paragraph);
    }
    ++row_number;
  }
}

}  // namespace

void check(const document::Document& document) {
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
      check(paragraph->text);
    } else {
      check(std::get<document::Table>(block));
    }
  }
  for (const auto& note : document.notes) require_sentence(note);
}

std::string package_of(std::string_view parts) {
  constexpr std::string_view mark = "=== ";
  std::vector<ZipPart> files;
  while (!parts.empty()) {
    const auto end = std::min(parts.find('\n'), parts.size());
    const auto next = std::min(parts.find("\n=== ", end), parts.size());
    if (parts.starts_with(mark)) {
      const auto begin = std::min(end + 1, next);
      files.push_back({std::string(parts.substr(mark.size(), end - mark.size())),
                       std::string(parts.substr(begin, next - begin)), false});
    }
    parts.remove_prefix(std::min(next + 1, parts.size()));
  }
  try {
    return zipped(files);
  } catch (const std::runtime_error&) {  // of paths that no zip file has
    return {};
  }
}

}  // namespace tieout::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tieout;
  try {
    fuzz::read({reinterpret_cast<const char*>(data), size});
  } catch (const source::Failure& failure) {
    fuzz::require_sentence(failure.message());
  }
  return 0;
}
