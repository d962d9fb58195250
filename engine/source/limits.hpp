// Every bound on what is read from outside, and how a refusal says which one was passed.
#pragma once

#include "source/message.hpp"
#include "source/place.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace tieout::source {

/// The defaults let every honest report pass and keep the memory for a hostile one under 300 MB;
/// the caller raises them, or `--limit NAME=NUMBER` does. What a file declares of itself is not
/// trusted: bytes, entries and cells are counted as they come.
struct Limits {
  std::size_t file_bytes = 64U << 20U;  ///< a report or rule file
  std::size_t text_bytes = 8U << 20U;   ///< a report that is text: plain, CSV, HTML, JSON
  std::size_t number_characters = 64;   ///< digits, signs and separators of one number
  std::size_t json_depth = 64;          ///< nested arrays and objects
  std::size_t rule_depth = 200;         ///< nested brackets of one rule
  std::size_t rules = 100'000;          ///< rules of one run
  std::size_t diagnostics = 100;        ///< messages about one rule file
  /// Paragraphs of one document and positions in its tables; values of a report.
  std::size_t table_cells = 250'000;
  std::size_t archive_entries = 10'000;     ///< files in a zip file (.docx, .xlsx, .ods, .odt)
  std::size_t inflated_bytes = 32U << 20U;  ///< of all that is read of a zip file, inflated
  std::size_t inflation_ratio = 250;  ///< inflated bytes for one packed; parts under 1 MiB are free
  std::size_t xml_depth = 256;        ///< nested elements of XML and HTML
  std::size_t xml_nodes = 1'000'000;  ///< elements and attributes of XML and HTML held as a tree
  std::size_t pages = 2'000;          ///< of a PDF
  std::size_t program_seconds = 60;   ///< for which another program may convert one file
  std::size_t program_bytes = std::size_t{4} << 30U;  ///< of memory that it may ask for
};

/// A limit that can be raised on the command line.
struct NamedLimit {
  std::string_view name;  ///< "table-cells"
  std::size_t Limits::* value;
  const char* what;  ///< id of the words for what it counts
};

/// Those that bound what reports are read from.
[[nodiscard]] std::span<const NamedLimit> named_limits();

/// What is thrown when `limit`, one of named_limits(), is passed: the sentence says what was too
/// much and how to raise the limit.
[[nodiscard]] Failure beyond(std::size_t Limits::* limit, const Limits& limits, Place place);

}  // namespace tieout::source
