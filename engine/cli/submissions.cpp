// Files and streams to reports.
#include "cli/submissions.hpp"

#include "cli/manifest.hpp"
#include "document/reader.hpp"
#include "report/column_reader.hpp"
#include "report/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string_view>
#include <utility>

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

// Lines of a stream, none longer than a file may be.
class Lines {
 public:
  Lines(std::istream& in, const std::string& name, const source::Limits& limits)
      : in_(in), name_(name), limits_(limits) {}

  /// The next line with its end, nothing at the end of the stream.
  std::optional<std::string> next() {
    std::string line;
    ++number_;
    while (line.empty() || line.back() != '\n') {
      if (at_ == chunk_.size() && !refill()) break;
      const auto rest = std::string_view(chunk_).substr(at_);
      const auto end = rest.find('\n');
      const auto taken = end == std::string_view::npos ? rest.size() : end + 1;
      line += rest.substr(0, taken);
      at_ += taken;
      if (line.size() > limits_.file_bytes) too_long();
    }
    if (line.empty()) return std::nullopt;
    return line;
  }

  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  bool refill() {
    constexpr std::size_t size = 1U << 16U;
    chunk_.resize(size);
    in_.read(chunk_.data(), static_cast<std::streamsize>(size));
    chunk_.resize(static_cast<std::size_t>(in_.gcount()));
    at_ = 0;
    if (in_.bad()) throw Failure(Message("source.not_readable"), source::in_file(name_));
    return !chunk_.empty();
  }

  [[noreturn]] void too_long() const {
    auto place = source::in_file(name_);
    place.line = static_cast<std::uint32_t>(number_);
    throw source::beyond(&source::Limits::file_bytes, limits_, std::move(place));
  }

  std::istream& in_;
  const std::string& name_;
  const source::Limits& limits_;
  std::string chunk_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
};

using TakeLine = std::function<void(std::string line, std::size_t number)>;

// Were there any reports?
bool take_lines(Lines& lines, const TakeLine& take) {
  bool any = false;
  while (auto line = lines.next()) {
    if (trimmed(*line).empty()) continue;
    any = true;
    take(std::move(*line), lines.number());
  }
  return any;
}

void from_stream(const std::string& path, const source::Limits& limits, const TakeLine& take) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const bool there = std::filesystem::exists(path);
    throw Failure(Message(there ? "source.not_readable" : "source.not_found"),
                  source::in_file(path));
  }
  Lines lines(in, path, limits);
  if (!take_lines(lines, take)) throw Failure(Message("document.empty"), source::in_file(path));
}

// A stream of reports, or one report: its first two lines that are not empty tell.
void from_standard_input(const source::Limits& limits, const TakeSubmission& take_whole,
                         const TakeLine& take) {
  const std::string name = "-";
  Lines lines(std::cin, name, limits);
  std::string bytes;
  std::size_t begin = 0;  // of the last line that is not empty, in `bytes`
  const auto next = [&] {
    while (bytes.size() <= limits.file_bytes) {
      auto line = lines.next();
      if (!line) return false;
      begin = bytes.size();
      bytes += *line;
      if (!trimmed(*line).empty()) return true;
    }
    return false;
  };
  if (next()) {
    const auto number = lines.number();
    const auto first = trimmed(std::string_view(bytes).substr(begin));
    const bool whole = first.starts_with('{') && first.ends_with('}');
    auto report = bytes.substr(begin);
    if (next() && whole && trimmed(std::string_view(bytes).substr(begin)).starts_with('{')) {
      take(std::move(report), number);
      take(bytes.substr(begin), lines.number());
      take_lines(lines, take);
      return;
    }
  }
  for (auto line = lines.next(); line; line = lines.next()) {
    bytes += *line;
    if (bytes.size() > limits.file_bytes) {
      throw source::beyond(&source::Limits::file_bytes, limits, source::in_file(name));
    }
  }
  take_whole({name, 0, std::move(bytes), false});
}

// Lines put together to pieces that are worth a task.
class Blocks {
 public:
  Blocks(std::string name, const TakePiece& take) : name_(std::move(name)), take_(take) {}

  void add(const std::string& line, std::size_t number) {
    const auto size = line.find_last_not_of("\r\n") + 1;
    block_.lines.push_back({block_.text.size(), size, number});
    block_.text.append(line, 0, size);
    block_.text += '\n';
    constexpr std::size_t enough = 1U << 20U;
    if (block_.text.size() >= enough) flush();
  }

  void flush() {
    if (block_.lines.empty()) return;
    block_.name = name_;
    block_.text.append(report::line_padding, '\0');
    take_(std::exchange(block_, {}));
  }

 private:
  std::string name_;
  const TakePiece& take_;
  LineBlock block_;
};

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

ReadReport read_document(document::Document document, const Rulebook& rulebook,
                         const source::Limits& limits) {
  const auto* schema = rulebook.chosen() != nullptr
                           ? rulebook.chosen()
                           : report::recognise(document, rulebook.schemas());
  if (schema == nullptr) {
    throw Failure({"cli.unknown_kind", {{"known", rulebook.schema_ids()}}},
                  source::in_file(document.source));
  }
  auto report = report::read_document(document, *schema, rulebook.units(), limits);
  return {std::move(report), std::move(document)};
}

}  // namespace

std::string Submission::label() const {
  return line == 0 ? name : fmt::format("{}:{}", name, line);
}

bool is_stream(const std::string& path) {
  return path == "-" || path.ends_with(".ndjson") || path.ends_with(".jsonl");
}

std::string LineBlock::label(std::size_t index) const {
  return fmt::format("{}:{}", name, lines[index].number);
}

Submission LineBlock::submission(std::size_t index) const {
  return {name, lines[index].number, std::string(line(index)), false};
}

void for_each_submission(const std::string& path, const source::Limits& limits,
                         const TakeSubmission& take) {
  const auto take_line = [&](std::string line, std::size_t number) {
    line.resize(line.find_last_not_of("\r\n") + 1);
    take({path, number, std::move(line), false});
  };
  if (path == "-") return from_standard_input(limits, take, take_line);
  if (is_report_folder(path)) return take({path, 0, {}, true});
  if (is_stream(path)) return from_stream(path, limits, take_line);
  take({path, 0, source::read_bytes(path, limits), false});
}

void for_each_piece(const std::string& path, const source::Limits& limits, const TakePiece& take) {
  if (!is_stream(path)) return take(path);
  Blocks blocks(path, take);
  const auto take_line = [&](const std::string& line, std::size_t number) {
    blocks.add(line, number);
  };
  try {
    if (path == "-") {
      from_standard_input(limits, take, take_line);
    } else {
      from_stream(path, limits, take_line);
    }
    blocks.flush();
  } catch (const Failure& failure) {
    blocks.flush();
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

ReadReport read_submission(const Submission& submission, const Rulebook& rulebook,
                           const source::Limits& limits) {
  const auto read = [&]() -> ReadReport {
    const auto& [name, line, bytes, folder] = submission;
    if (folder) return read_document(read_report_folder(name, limits), rulebook, limits);
    auto recognised =
        document::recognise_format(name, bytes, limits, std::max<std::size_t>(line, 1));
    // A line of a stream is JSON, or a broken one.
    if (recognised.text && (recognised.format == document::Format::json || line > 0)) {
      auto report = read_json(*recognised.text, rulebook, limits);
      return {std::move(report), std::move(*recognised.text)};
    }
    return read_document(document::read_document(recognised, name, bytes, limits), rulebook,
                         limits);
  };
  auto result = read();
  result.report.source = submission.label();
  return result;
}

}  // namespace tieout::cli
