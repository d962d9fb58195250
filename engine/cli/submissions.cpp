// Files and streams to reports.
#include "cli/submissions.hpp"

#include "cli/interruption.hpp"
#include "cli/manifest.hpp"
#include "cli/open_stream.hpp"
#include "cli/pipe_input.hpp"
#include "document/reader.hpp"
#include "report/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::cli {

namespace {

using source::Failure;
using source::Message;
using namespace std::string_view_literals;

constexpr auto spaces = " \t\r\n"sv;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(spaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

using TakeBlock = std::function<void(LineBlock)>;

void from_stream(const std::string& path, const source::Limits& limits, const TakeBlock& take) {
  const auto in = open_stream(path);
  LineBlocks blocks(*in, path, limits);
  bool any = false;
  while (auto block = blocks.next()) {
    any |= !block->lines.empty();
    take(std::move(*block));
  }
  if (!any) throw Failure(Message("document.empty"), source::in_file(path));
}

/// Is it one report a line, as far as its first lines tell, or one report, data or document?
bool holds_a_stream(const std::vector<std::string_view>& lines) {
  return lines.size() > 1 && lines[0].starts_with('{') && lines[0].ends_with('}') &&
         lines[1].starts_with('{');
}

void from_standard_input(const source::Limits& limits, const TakeSubmission& take_whole,
                         const TakeBlock& take) {
  const std::string name = "-";
  PipeInput in;
  LineBlocks blocks(in, name, limits);
  std::deque<LineBlock> begin;  // keeps its elements where they are
  std::vector<std::string_view> lines;
  while (lines.size() < 2) {
    auto block = blocks.next();
    if (!block) break;
    begin.push_back(std::move(*block));
    for (std::size_t i = 0; i < begin.back().lines.size() && lines.size() < 2; ++i) {
      lines.push_back(trimmed(begin.back().line(i)));
    }
  }
  if (holds_a_stream(lines)) {
    for (auto& block : begin) take(std::move(block));
    while (auto block = blocks.next()) take(std::move(*block));
    return;
  }
  std::string bytes;
  const auto append = [&](const LineBlock& block) {
    bytes.append(block.text.view());
    if (bytes.size() > limits.file_bytes) {
      throw source::beyond(&source::Limits::file_bytes, limits, source::in_file(name));
    }
  };
  for (const auto& block : begin) append(block);
  while (auto block = blocks.next()) append(*block);
  take_whole({name, 0, std::move(bytes), false});
}

std::string bytes_of(const std::string& path, const source::Limits& limits) {
  if (is_packed(path)) {
    const auto in = open_stream(path);
    try {
      return source::read_bytes(*in, path, limits);
    } catch (const Failure&) {
      if (in->bad()) throw Failure(Message("cli.packed_broken"), source::in_file(path));
      throw;
    }
  }
  if (!is_pipe(path)) return source::read_bytes(path, limits);
  PipeInput in(path);
  auto bytes = source::read_bytes(in, path, limits);
  if (interrupted()) throw Failure(Message("cli.stopped_reading"), source::in_file(path));
  return bytes;
}

report::Report read_json(const source::Source& text, const Rulebook& rulebook,
                         const source::Limits& limits) {
  const auto data = report::parse_data(text, limits);
  const auto id = report::schema_of_data(text, data);
  if (rulebook.chosen() == nullptr && id.empty()) {
    throw Failure({"cli.json_without_schema", {{"known", rulebook.schema_ids()}}});
  }
  const auto& schema = rulebook.chosen() != nullptr ? *rulebook.chosen() : rulebook.schema(id);
  return report::read_data(text, data, schema, rulebook.units(), limits);
}

/// Formats in which a row may be a report.
bool is_of_rows(document::Format format) {
  using document::Format;
  return format == Format::delimited || format == Format::xlsx || format == Format::ods ||
         format == Format::excel;
}

ReadSubmission read_document(document::Document document, bool of_rows, const Rulebook& rulebook,
                             const source::Limits& limits) {
  const auto* schema = rulebook.chosen();
  if (of_rows) {
    const std::span<const schema::Schema> schemas =
        schema != nullptr ? std::span(schema, 1) : std::span(rulebook.schemas());
    auto table = report::WideTable::from(document, schemas, rulebook.units());
    if (table) return std::make_shared<const report::WideTable>(std::move(*table));
  }
  if (schema == nullptr) schema = report::recognise(document, rulebook.schemas());
  if (schema == nullptr) {
    throw Failure({"cli.unknown_kind", {{"known", rulebook.schema_ids()}}},
                  source::in_file(document.source));
  }
  auto report = report::read_document(document, *schema, rulebook.units(), limits);
  return ReadReport{std::move(report), std::move(document)};
}

}  // namespace

std::string Submission::label() const {
  return line == 0 ? name : fmt::format("{}:{}", name, line);
}

Submission submission_of(const LineBlock& block, std::size_t index) {
  return {block.name, block.lines[index].number, std::string(block.line(index)), false};
}

void for_each_submission(const std::string& path, const source::Limits& limits,
                         const TakeSubmission& take) {
  const auto take_lines = [&](const LineBlock& block) {
    for (std::size_t i = 0; i < block.lines.size(); ++i) take(submission_of(block, i));
  };
  if (path == "-") return from_standard_input(limits, take, take_lines);
  if (is_report_folder(path)) return take({path, 0, {}, true});
  if (is_stream(path)) return from_stream(path, limits, take_lines);
  take({path, 0, bytes_of(path, limits), false});
}

void for_each_piece(const std::string& path, const source::Limits& limits, const TakePiece& take) {
  if (!is_stream(path)) return take(path);
  bool is_taking = false;  // what the taker fails at is not for the file to answer for
  const auto take_piece = [&](Piece piece) {
    is_taking = true;
    take(std::move(piece));
    is_taking = false;
  };
  try {
    if (path == "-") {
      from_standard_input(limits, take_piece, take_piece);
    } else {
      from_stream(path, limits, take_piece);
    }
  } catch (const Failure& failure) {
    if (is_taking) throw;
    take(Refusal{path, failure});
  }
}

document::Document as_document(std::variant<document::Document, source::Source> original) {
  if (auto* const document = std::get_if<document::Document>(&original))
    return std::move(*document);
  const auto& text = std::get<source::Source>(original);
  document::Document lines;
  lines.source = text.name();
  for (std::size_t number = 1; number <= text.lines(); ++number) {
    const auto begin = text.place(text.line_start(number));
    lines.blocks.emplace_back(document::Paragraph{{text.line(number), begin}});
  }
  return lines;
}

ReadSubmission read_submission(const Submission& submission, const Rulebook& rulebook,
                               const source::Limits& limits) {
  const auto read = [&]() -> ReadSubmission {
    const auto& [name, line, bytes, folder] = submission;
    if (folder) return read_document(read_report_folder(name, limits), false, rulebook, limits);
    auto recognised =
        document::recognise_format(name, bytes, limits, std::max<std::size_t>(line, 1));
    // A line of a stream is JSON, or a broken one.
    if (recognised.text && (recognised.format == document::Format::json || line > 0)) {
      auto report = read_json(*recognised.text, rulebook, limits);
      return ReadReport{std::move(report), std::move(*recognised.text)};
    }
    return read_document(document::read_document(recognised, name, bytes, limits),
                         is_of_rows(recognised.format), rulebook, limits);
  };
  auto result = read();
  if (auto* const one = std::get_if<ReadReport>(&result)) one->report.source = submission.label();
  return result;
}

}  // namespace tieout::cli
