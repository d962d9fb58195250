// A report that was submitted as a folder of files.
#include "cli/manifest.hpp"

#include "document/reader.hpp"
#include "source/message.hpp"
#include "source/source.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace tieout::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using source::Failure;
using source::Limits;

class ReportFolder {
 public:
  ReportFolder(const std::string& folder, const Limits& limits)
      : folder_(folder), manifest_((folder_ / "manifest.json").string()), limits_(limits) {
    document_.source = folder;
  }

  document::Document read() {
    const auto text = source::decode(manifest_, source::read_bytes(manifest_, limits_));
    // Nothing of the manifest is nested deeper than a file's entry.
    constexpr int deepest = 3;
    const auto json = Json::parse(
        text.text(), [](int depth, Json::parse_event_t, Json&) { return depth <= deepest; }, false);
    const auto files = json.is_object() ? json.find("files") : json.end();
    if (!json.is_object() || files == json.end() || !files->is_array() || files->empty()) {
      refuse("cli.manifest_form", "/files");
    }
    if (files->size() > limits_.archive_entries) {
      throw source::beyond(&Limits::archive_entries, limits_, place_of(""));
    }
    add_text(json, "title", "");
    for (std::size_t index = 0; index < files->size(); ++index) {
      add_file((*files)[index], "/files/" + std::to_string(index));
    }
    return std::move(document_);
  }

 private:
  fs::path folder_;
  std::string manifest_;
  const Limits& limits_;
  document::Document document_;

  [[nodiscard]] source::Place place_of(const std::string& pointer) const {
    auto place = source::in_file(manifest_);
    place.pointer = pointer;
    return place;
  }

  [[noreturn]] void refuse(const char* id, const std::string& pointer) const {
    throw Failure({id, {{"pointer", pointer}}}, place_of(pointer));
  }

  /// The text of a member; empty if there is none.
  [[nodiscard]] std::string text_of(const Json& object, const char* name,
                                    const std::string& pointer) const {
    const auto member = object.find(name);
    if (member == object.end()) return {};
    if (!member->is_string()) refuse("cli.manifest_form", pointer + "/" + name);
    return member->get<std::string>();
  }

  void add_text(const Json& object, const char* name, const std::string& pointer) {
    if (const auto text = text_of(object, name, pointer); !text.empty()) {
      add_paragraph(text, pointer + "/" + name);
    }
  }

  void add_paragraph(std::string_view text, const std::string& pointer) {
    document_.blocks.emplace_back(document::Paragraph{{text, place_of(pointer)}});
  }

  void add_file(const Json& entry, const std::string& pointer) {
    if (entry.is_string()) return add_file(entry.get<std::string>(), pointer);
    if (!entry.is_object()) refuse("cli.manifest_form", pointer);
    add_text(entry, "title", pointer);
    if (const auto unit = text_of(entry, "unit", pointer); !unit.empty()) {
      add_paragraph("单位：" + unit, pointer + "/unit");
    }
    add_file(text_of(entry, "file", pointer), pointer + "/file");
  }

  void add_file(const std::string& name, const std::string& pointer) {
    const fs::path relative(name);
    const bool leaves =
        relative.is_absolute() || std::ranges::find(relative, "..") != relative.end();
    if (name.empty() || leaves) refuse("cli.manifest_path", pointer);
    const auto path = (folder_ / relative).string();
    const auto bytes = source::read_bytes(path, limits_);
    const auto recognised = document::recognise_format(path, bytes, limits_);
    if (recognised.format == document::Format::json) refuse("cli.manifest_json", pointer);
    auto read = document::read_document(recognised, path, bytes, limits_);
    std::ranges::move(read.blocks, std::back_inserter(document_.blocks));
    std::ranges::move(read.notes, std::back_inserter(document_.notes));
  }
};

}  // namespace

bool is_report_folder(const std::string& folder) {
  std::error_code error;
  return fs::is_regular_file(fs::path(folder) / "manifest.json", error);
}

document::Document read_report_folder(const std::string& folder, const Limits& limits) {
  return ReportFolder(folder, limits).read();
}

}  // namespace tieout::cli
