// Files and streams to reports.
#include "cli/submissions.hpp"

#include "cli/manifest.hpp"
#include "document/reader.hpp"
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

void take_line(std::string line, const std::string& name, std::size_t number,
               const TakeSubmission& take) {
  line.resize(line.find_last_not_of("\r\n") + 1);
  take({name, number, std::move(line), false});
}

// Were there any reports?
bool take_lines(Lines& lines, const std::string& name, const TakeSubmission& take) {
  bool any = false;
  while (auto line = lines.next()) {
    if (trimmed(*line).empty()) continue;
    any = true;
    take_line(std::move(*line), name, lines.number(), take);
  }
  return any;
}

// A stream of reports, or one report: its first two lines that are not empty tell.
void from_standard_input(const source::Limits& limits, const TakeSubmission& take) {
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
      take_line(std::move(report), name, number, take);
      take_line(bytes.substr(begin), name, lines.number(), take);
      take_lines(lines, name, take);
      return;
    }
  }
  for (auto line = lines.next(); line; line = lines.next()) {
    bytes += *line;
    if (bytes.size() > limits.file_bytes) {
      throw source::beyond(&source::Limits::file_bytes, limits, source::in_file(name));
    }
  }
  take({name, 0, std::move(bytes), false});
}

const schema::Schema& schema_of_json(const source::Source& text, const Rulebook& rulebook,
                                     const source::Limits& limits) {
  const auto id = report::schema_of_json(text, limits);
  if (rulebook.chosen() != nullptr) return *rulebook.chosen();
  if (!id.empty()) return rulebook.schema(id);
  throw Failure({"cli.json_without_schema", {{"known", rulebook.schema_ids()}}});
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

void for_each_submission(const std::string& path, const source::Limits& limits,
                         const TakeSubmission& take) {
  if (path == "-") return from_standard_input(limits, take);
  if (is_report_folder(path)) return take({path, 0, {}, true});
  if (!path.ends_with(".ndjson") && !path.ends_with(".jsonl")) {
    return take({path, 0, source::read_bytes(path, limits), false});
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const bool there = std::filesystem::exists(path);
    throw Failure(Message(there ? "source.not_readable" : "source.not_found"),
                  source::in_file(path));
  }
  Lines lines(in, path, limits);
  if (!take_lines(lines, path, take))
    throw Failure(Message("document.empty"), source::in_file(path));
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
  const auto& [name, line, bytes, folder] = submission;
  if (folder) return read_document(read_report_folder(name, limits), rulebook, limits);
  auto recognised = document::recognise_format(name, bytes, limits, std::max<std::size_t>(line, 1));
  // A line of a stream is JSON, or a broken one.
  if (recognised.text && (recognised.format == document::Format::json || line > 0)) {
    const auto& schema = schema_of_json(*recognised.text, rulebook, limits);
    auto report = report::read_json(*recognised.text, schema, rulebook.units(), limits, false);
    return {std::move(report), std::move(*recognised.text)};
  }
  return read_document(document::read_document(recognised, name, bytes, limits), rulebook, limits);
}

}  // namespace tieout::cli
