// Opens streams of reports, compressed ones too.
#pragma once

#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace tieout::cli {

/// Standard input ("-"), .ndjson, .jsonl, each also as .gz or .zst: may hold many reports.
[[nodiscard]] bool is_stream(std::string_view path);

/// .gz, .zst: holds one file, compressed.
[[nodiscard]] bool is_packed(std::string_view path);

/// What the file says, inflated as it is read. Throws Failure if the file is not there. Data that
/// is broken or cut off makes the stream bad.
[[nodiscard]] std::unique_ptr<std::istream> open_stream(const std::string& path);

}  // namespace tieout::cli
