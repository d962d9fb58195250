// Formats that other programs read for Tieout.
#include "document/converted_reader.hpp"

#include "document/characters.hpp"
#include "document/pdf_layout.hpp"
#include "document/program.hpp"
#include "document/text_reader.hpp"
#include "source/message.hpp"
#include "source/source.hpp"

#include <algorithm>
#include <fstream>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

namespace fs = std::filesystem;
using source::Failure;
using source::Limits;
using source::Message;

/// The program, or a failure that says which package has it.
std::string needed_program(const std::vector<std::string>& names, const char* package,
                           const source::Place& file) {
  auto program = find_program(names);
  if (!program) throw Failure({"document.program_missing", {{"package", package}}}, file);
  return std::move(*program);
}

void write(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string read_result(const fs::path& file, const Limits& limits) {
  auto own = limits;
  own.file_bytes = limits.inflated_bytes;
  return source::read_bytes(file.string(), own);
}

/// Settings that allow no macro, whatever the file asks for.
constexpr std::string_view profile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
</oor:items>
)";

}  // namespace

std::string converted(Format format, const std::string& name, std::string_view bytes,
                      const Limits& limits) {
  const auto file = source::in_file(name);
  const bool sheets = format == Format::excel;
  const auto program =
      needed_program({"soffice", "libreoffice"},
                     sheets ? "libreoffice-calc-nogui" : "libreoffice-writer-nogui", file);
  const WorkFolder folder;
  const auto user = folder.path() / "profile" / "user";
  fs::create_directories(user);
  write(user / "registrymodifications.xcu", profile);
  const auto input = folder.path() / ("in" + std::string(usual_extension(format)));
  write(input, bytes);
  const std::string target = sheets ? "xlsx" : "docx";
  run_program({program, "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
               "--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", target,
               "--outdir", (folder.path() / "out").string(), input.string()},
              folder.path(), file, limits);
  // It reports success whatever happens: what counts is the file.
  const auto output = folder.path() / "out" / ("in." + target);
  if (!fs::exists(output)) throw Failure(Message("document.not_converted"), file);
  return read_result(output, limits);
}

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
  write(folder.path() / "in.pdf", bytes);
  const auto status = run_program({program, "-bbox", "-enc", "UTF-8", "-l",
                                   std::to_string(limits.pages + 1), "in.pdf", "out.html"},
                                  folder.path(), file, limits);
  if (status != 0) throw Failure(Message("document.pdf_closed"), file);
  const PdfLayout layout(read_result(folder.path() / "out.html", limits), file, limits);
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
  document.notes.push_back({"document.from_pdf"});
  return document;
}

}  // namespace tieout::document
