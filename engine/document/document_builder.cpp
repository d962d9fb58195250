// A document as its blocks come in.
#include "document/document_builder.hpp"

#include "document/characters.hpp"

#include <utility>

namespace tieout::document {

std::vector<PlacedText> placed_lines(const std::vector<std::string>& lines, source::Place start) {
  std::vector<PlacedText> texts;
  start.column = 1;
  for (const auto& line : lines) {
    auto text = PlacedText(line, start).trimmed();
    if (!text.empty()) texts.push_back(std::move(text));
    start.column += static_cast<std::uint32_t>(count_characters(line)) + 1;
  }
  return texts;
}

DocumentBuilder::DocumentBuilder(const std::string& name, const source::Limits& limits)
    : file_(source::in_file(name)), budget_(file_, limits) {
  document_.source = name;
}

void DocumentBuilder::add_paragraph(const std::vector<std::string>& lines, int heading_level) {
  auto place = file_;
  place.paragraph = paragraphs_ + 1;
  auto texts = placed_lines(lines, std::move(place));
  if (texts.empty()) return;
  ++paragraphs_;
  for (auto& text : texts) add(Paragraph{std::move(text), heading_level});
}

void DocumentBuilder::add(Paragraph paragraph) {
  budget_.spend(1);
  budget_.spend_text(paragraph.text.size());
  document_.blocks.emplace_back(std::move(paragraph));
}

void DocumentBuilder::add(Table table) {
  if (!table.rows.empty()) document_.blocks.emplace_back(std::move(table));
}

TableBuilder DocumentBuilder::begin_table() {
  auto place = file_;
  place.table = ++tables_;
  return {budget_, [place = std::move(place)](std::size_t row, std::size_t cell) {
            auto result = place;
            result.row = static_cast<std::uint32_t>(row);
            result.cell = static_cast<std::uint32_t>(cell);
            return result;
          }};
}

}  // namespace tieout::document
