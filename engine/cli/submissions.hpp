// What was submitted, one report at a time, whatever it came in.
#pragma once

#include "cli/line_blocks.hpp"
#include "cli/open_stream.hpp"
#include "cli/rulebook.hpp"
#include "document/document.hpp"
#include "report/report.hpp"
#include "report/wide_table.hpp"
#include "source/source.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tieout::cli {

/// One report: its bytes, or the folder that it is.
struct Submission {
  std::string name;      ///< of its file; "-": standard input
  std::size_t line = 0;  ///< at which it begins, in a stream of one report a line; else 0
  std::string bytes;
  bool folder = false;  ///< with a manifest; has no bytes of its own

  /// What the report is called: its file, and its line in a stream.
  [[nodiscard]] std::string label() const;
};

/// A report, and what it was read from: a document, or the text of JSON data.
struct ReadReport {
  report::Report report;
  std::variant<document::Document, source::Source> original;
};

/// The original as a document; of data a paragraph a line.
[[nodiscard]] document::Document as_document(
    std::variant<document::Document, source::Source> original);

using TakeSubmission = std::function<void(Submission)>;

/// Hands over the report of a file, or each of a stream (.ndjson, .jsonl; standard input if its
/// first line is a whole JSON object and another line follows), which is never held whole. Throws
/// Failure for what cannot be read; a line longer than a file may be ends its stream.
void for_each_submission(const std::string& path, const source::Limits& limits,
                         const TakeSubmission& take);

/// A line of a block as a report of its own.
[[nodiscard]] Submission submission_of(const LineBlock& block, std::size_t index);

/// A stream that could not be read further.
struct Refusal {
  std::string name;
  source::Failure failure;
};

/// What can be read and checked by itself: the path of a report, a report on standard input, some
/// lines of a stream.
using Piece = std::variant<std::string, Submission, LineBlock, Refusal>;
using TakePiece = std::function<void(Piece)>;

/// Hands over the pieces of a path, in order.
void for_each_piece(const std::string& path, const source::Limits& limits, const TakePiece& take);

/// What a submission turned out to be: one report, or a table of which each row is one (never
/// null).
using ReadSubmission = std::variant<ReadReport, std::shared_ptr<const report::WideTable>>;

/// The report in a submission: JSON data if it is text that begins with "{" or its name ends in
/// .json, else a document of any format; it is called as the submission is. Its schema is the one
/// chosen, named (JSON) or recognised. Of .csv, .tsv and the sheets of office programs each row may
/// be a report. Throws Failure.
[[nodiscard]] ReadSubmission read_submission(const Submission& submission, const Rulebook& rulebook,
                                             const source::Limits& limits);

}  // namespace tieout::cli
