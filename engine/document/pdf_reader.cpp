// PDF: the words of the pages, read as text that is laid out in columns.
#include "document/pdf_reader.hpp"

#include "document/characters.hpp"
#include "document/pdf_layout.hpp"
#include "document/program.hpp"
#include "document/text_reader.hpp"
#include "source/message.hpp"
#include "source/source.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tieout::document {

using source::Failure;
using source::Limits;
using source::Message;

namespace {

/// Moves all places of a document from lines of the text to lines of pages.
class Pages {
 public:
  explicit Pages(std::vector<std::size_t> starts) : starts_(std::move(starts)) {}

  void place(Document& document) const {
    for (auto& block : document.blocks) {
      if (auto* paragraph = std::get_if<Paragraph>(&block)) {
        paragraph->text = on_page(paragraph->text);
      } else {
        place(std::get<Table>(block));
      }
    }
  }

 private:
  std::vector<std::size_t> starts_;

  [[nodiscard]] source::Place on_page(source::Place place) const {
    const auto next = std::ranges::upper_bound(starts_, place.line);
    place.page = static_cast<std::uint32_t>(next - starts_.begin());
    place.line -= static_cast<std::uint32_t>(*std::prev(next) - 1);
    place.from_layout = true;
    return place;
  }

  [[nodiscard]] PlacedText on_page(const PlacedText& text) const {
    return text.moved([this](const source::Place& place) { return on_page(place); });
  }

  void place(Table& table) const {
    table.place = on_page(table.place);
    for (auto& row : table.rows) {
      row.place = on_page(row.place);
      for (auto& cell : row.cells) {
        for (auto& paragraph : cell.paragraphs) paragraph = on_page(paragraph);
      }
    }
  }
};

}  // namespace

Document read_pdf(const std::string& name, std::string_view bytes, const Limits& limits) {
  const auto file = source::in_file(name);
  const auto program = needed_program({"pdftotext"}, "poppler-utils", file);
  const WorkFolder folder;
  folder.write("in.pdf", bytes);
  const auto status = run_program({program, "-bbox", "-enc", "UTF-8", "-l",
                                   std::to_string(limits.pages + 1), "in.pdf", "out.html"},
                                  folder.path(), file, limits);
  if (status != 0) throw Failure(Message("document.pdf_closed"), file);
  return read_pdf_words(name, folder.read("out.html", limits), limits);
}

Document read_pdf_words(const std::string& name, std::string_view bbox, const Limits& limits) {
  const auto file = source::in_file(name);
  const PdfLayout layout(bbox, file, limits);
  if (layout.page_starts().size() > limits.pages) {
    throw source::beyond(&Limits::pages, limits, file);
  }
  if (trimmed(layout.text()).empty()) throw Failure(Message("document.pdf_without_text"), file);
  auto document = read_text(
      source::decode(name, layout.text()),
      [&layout](std::string_view text, source::Span line) { return layout.line(text, line); },
      limits);
  const Pages places(layout.page_starts());
  places.place(document);
  document.notes.emplace_back("document.from_pdf");
  return document;
}

}  // namespace tieout::document
