// Which reader reads a file.
#include "document/reader.hpp"

#include "document/archive.hpp"
#include "document/converted_reader.hpp"
#include "document/delimited_reader.hpp"
#include "document/docx_reader.hpp"
#include "document/html_reader.hpp"
#include "document/odf_reader.hpp"
#include "document/opc.hpp"
#include "document/pdf_reader.hpp"
#include "document/simplified.hpp"
#include "document/text_reader.hpp"
#include "document/xlsx_reader.hpp"
#include "source/message.hpp"

namespace tieout::document {

namespace {

Document read_office(Format format, const std::string& name, std::string_view bytes,
                     const source::Limits& limits) {
  Archive package(bytes, name, limits);
  switch (format) {
    case Format::docx:
      return read_docx(package, name, main_part(package));
    case Format::xlsx:
      return read_xlsx(package, name, main_part(package));
    case Format::odt:
      return read_odt(package, name);
    default:
      return read_ods(package, name);
  }
}

Document read_plain(Format format, const source::Source& text, const source::Limits& limits) {
  if (format == Format::delimited) return read_delimited(text, limits);
  return format == Format::html ? read_html(text, limits) : read_text(text, limits);
}

Document read(const Recognised& recognised, const std::string& name, std::string_view bytes,
              const source::Limits& limits) {
  switch (const auto format = recognised.format) {
    case Format::docx:
    case Format::xlsx:
    case Format::odt:
    case Format::ods:
      return read_office(format, name, bytes, limits);
    case Format::word:
    case Format::rtf:
      return read_office(Format::docx, name, converted(format, name, bytes, limits), limits);
    case Format::excel:
      return read_office(Format::xlsx, name, converted(format, name, bytes, limits), limits);
    case Format::pdf:
      return read_pdf(name, bytes, limits);
    default:
      break;
  }
  const auto other = simplified(*recognised.text);
  auto document = read_plain(recognised.format, other.value_or(*recognised.text), limits);
  if (other) document.notes.push_back({"document.traditional", {}});
  return document;
}

}  // namespace

Document read_document(const Recognised& recognised, const std::string& name,
                       std::string_view bytes, const source::Limits& limits) {
  auto document = read(recognised, name, bytes, limits);
  if (const auto wrong = wrong_extension(name, recognised.format); !wrong.empty()) {
    document.notes.push_back(
        {"document.wrong_extension",
         {{"extension", wrong}, {"format", std::string(usual_extension(recognised.format))}}});
  }
  return document;
}

}  // namespace tieout::document
