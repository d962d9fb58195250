// What a file is.
#include "document/format.hpp"

#include "document/archive.hpp"
#include "document/characters.hpp"
#include "document/opc.hpp"
#include "source/message.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::document {

namespace {

using source::Failure;
using source::Message;
using namespace std::string_view_literals;

struct Extension {
  std::string_view name;
  Format format;
};

// The usual one of each format first.
constexpr std::array extensions = {
    Extension{".txt", Format::text},      Extension{".json", Format::json},
    Extension{".csv", Format::delimited}, Extension{".html", Format::html},
    Extension{".docx", Format::docx},     Extension{".xlsx", Format::xlsx},
    Extension{".odt", Format::odt},       Extension{".ods", Format::ods},
    Extension{".pdf", Format::pdf},       Extension{".doc", Format::word},
    Extension{".xls", Format::excel},     Extension{".rtf", Format::rtf},
    Extension{".md", Format::text},       Extension{".tsv", Format::delimited},
    Extension{".htm", Format::html},      Extension{".docm", Format::docx},
    Extension{".dotx", Format::docx},     Extension{".xlsm", Format::xlsx},
    Extension{".wps", Format::word},      Extension{".dot", Format::word},
    Extension{".et", Format::excel},      Extension{".xlsb", Format::excel},
};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::string extension_of(const std::string& name) {
  const auto file = std::string_view(name).substr(name.rfind('/') + 1);
  const auto dot = file.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : lower(file.substr(dot));
}

[[noreturn]] void refuse(const char* id, const std::string& name) {
  throw Failure(Message(id), source::in_file(name));
}

Format format_of_zip(const std::string& name, std::string_view bytes,
                     const source::Limits& limits) {
  Archive archive(bytes, name, limits);
  if (archive.has("mimetype") && archive.has("content.xml")) {
    constexpr std::size_t longest = 100;
    std::string type;
    archive.read("mimetype", [&type, longest](std::string_view chunk) {
      type += chunk.substr(0, longest - std::min(longest, type.size()));
    });
    if (type.starts_with("application/vnd.oasis.opendocument.text")) return Format::odt;
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) return Format::ods;
    refuse("document.no_report", name);
  }
  const auto part = lower(main_part(archive));
  if (part.starts_with("word/")) return Format::docx;
  if (part.ends_with("workbook.bin")) return Format::excel;
  if (part.starts_with("xl/")) return Format::xlsx;
  if (!part.empty()) refuse("document.no_report", name);
  refuse("document.zip_of_files", name);
}

/// The directory of a compound file names its streams in UTF-16.
bool has_stream(std::string_view bytes, std::string_view stream) {
  std::string wide;
  for (const char letter : stream) wide.append(1, letter).append(1, '\0');
  wide.append(2, '\0');
  return bytes.find(wide) != std::string_view::npos;
}

Format format_of_compound_file(const std::string& name, std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage")) refuse("document.password", name);
  if (has_stream(bytes, "WordDocument")) return Format::word;
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) return Format::excel;
  refuse("document.no_report", name);
}

bool is_picture(std::string_view bytes) {
  static constexpr std::array starts = {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv,
                                        "II*\0"sv,   "MM\0*"sv,        "BM"sv};
  if (bytes.starts_with("BM")) return bytes.find('\0') != std::string_view::npos;
  return std::ranges::any_of(starts,
                             [bytes](std::string_view start) { return bytes.starts_with(start); });
}

/// 1,260.00: the comma at `at` parts thousands.
bool parts_thousands(std::string_view line, std::size_t at) {
  constexpr std::size_t digits = 3;
  const auto is_digit = [line](std::size_t index) {
    return index < line.size() && line[index] >= '0' && line[index] <= '9';
  };
  if (at == 0 || !is_digit(at - 1) || is_digit(at + digits + 1)) return false;
  std::size_t begin = at;
  while (begin > 0 && is_digit(begin - 1)) --begin;
  if (at - begin > digits || (begin > 0 && line[begin - 1] == '.')) return false;  // 980.50,120.10
  return is_digit(at + 1) && is_digit(at + 2) && is_digit(at + digits);
}

/// The fields of a line between commas, those in quotation marks being one.
std::size_t fields_of(std::string_view line) {
  std::size_t fields = 1;
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    if (line[at] == ',' && !quoted && !parts_thousands(line, at)) ++fields;
  }
  return fields;
}

/// Do most of the first lines have the same number of fields, more than two, and the others
/// (titles, notes) no comma? Texts in Chinese have commas of their own.
bool is_comma_separated(std::string_view text) {
  constexpr std::size_t looked_at = 20;
  constexpr std::size_t fewest_rows = 2;
  constexpr std::size_t fewest_fields = 3;
  std::size_t lines = 0;
  std::size_t rows = 0;
  std::size_t fields = 0;
  for (; !text.empty() && lines < looked_at; ++lines) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto found = fields_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (found == 1) continue;
    if (rows++ == 0) fields = found;
    if (found != fields) return false;
  }
  return rows >= fewest_rows && fields >= fewest_fields && rows * 2 > lines;
}

Format format_of_text(const std::string& name, std::string_view text) {
  if (text.starts_with('{')) return Format::json;
  const auto extension = extension_of(name);
  if (text.starts_with('<')) {
    constexpr std::size_t looked_at = 4096;
    const auto head = lower(text.substr(0, looked_at));
    for (const auto tag : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<table"sv}) {
      if (head.find(tag) != std::string::npos) return Format::html;
    }
  }
  if (extension == ".json") return Format::json;
  if (extension == ".csv" || extension == ".tsv") return Format::delimited;
  return is_comma_separated(text) ? Format::delimited : Format::text;
}

}  // namespace

Recognised recognise_format(const std::string& name, std::string_view bytes,
                            const source::Limits& limits, std::size_t first_line) {
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) {
    return {format_of_zip(name, bytes, limits), {}};
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return {format_of_compound_file(name, bytes), {}};
  }
  if (bytes.starts_with("%PDF")) return {Format::pdf, {}};
  if (bytes.starts_with("{\\rtf")) return {Format::rtf, {}};
  if (is_picture(bytes)) refuse("document.picture", name);
  if (bytes.size() > limits.text_bytes) {
    throw source::beyond(&source::Limits::text_bytes, limits, source::in_file(name));
  }
  auto text = source::decode(name, bytes, first_line);
  const auto content = trimmed(text.text());
  if (content.empty()) refuse("document.empty", name);
  return {format_of_text(name, content), std::move(text)};
}

std::string_view usual_extension(Format format) {
  return std::ranges::find(extensions, format, &Extension::format)->name;
}

std::string wrong_extension(const std::string& name, Format format) {
  auto extension = extension_of(name);
  const auto* known = std::ranges::find(extensions, extension, &Extension::name);
  return known == extensions.end() || known->format == format ? std::string() : extension;
}

}  // namespace tieout::document
