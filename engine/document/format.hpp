// What a file is, told from its content: names lie.
#pragma once

#include "source/source.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::document {

enum class Format {
  text,
  json,
  delimited,  ///< .csv, .tsv: text that only its name tells
  html,
  docx,
  xlsx,
  odt,
  ods,
  pdf,
  word,   ///< Word's and Kingsoft's binary format: .doc, .wps
  excel,  ///< Excel's binary formats: .xls, .et, .xlsb
  rtf,
};

struct Recognised {
  Format format = Format::text;
  std::optional<source::Source> text;  ///< decoded, where the format is one of text
};

/// Tells the format and decodes text, whose first line is line `first_line` of the file. Throws
/// Failure for files that hold nothing to check (pictures, presentations, archives of files), for
/// those with a password, and for bytes that are neither text nor known.
[[nodiscard]] Recognised recognise_format(const std::string& name, std::string_view bytes,
                                          const source::Limits& limits, std::size_t first_line = 1);

/// The extension that files of a format usually have, with its dot.
[[nodiscard]] std::string_view usual_extension(Format format);

/// The file's extension in lower case, if it belongs to another format than this one; else empty.
[[nodiscard]] std::string wrong_extension(const std::string& name, Format format);

}  // namespace tieout::document
