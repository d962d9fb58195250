// Reads tieout.toml through toml++.
#include "cli/settings_file.hpp"

#include "cli/words.hpp"
#include "source/message.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace tieout::cli {

namespace {

using source::Failure;

source::Place place_of(const source::Source& file, const toml::source_region& region) {
  auto place = source::in_file(file.name());
  place.line = region.begin.line;
  place.column = region.begin.column;
  return place;
}

/// As it would stand on the command line; an empty text for what has no such form.
std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  return {};
}

class Reader {
 public:
  Reader(const source::Source& file, const std::vector<std::string>& known)
      : file_(file), known_(known.begin(), known.end()) {}

  std::map<std::string, FileSetting> read() {
    for (const auto& [key, node] : parsed()) {
      const std::string name(key.str());
      if (std::ranges::find(known_, name) == known_.end()) {
        throw Failure({"cli.unknown_setting", {{"name", name}, suggestion(name, known_)}},
                      place_of(file_, key.source()));
      }
      settings_[name] = {values(name, node), place_of(file_, node.source())};
    }
    return std::move(settings_);
  }

 private:
  [[nodiscard]] toml::table parsed() const {
    try {
      return toml::parse(file_.text(), file_.name());
    } catch (const toml::parse_error& error) {
      throw Failure({"cli.no_toml", {{"reason", std::string(error.description())}}},
                    place_of(file_, error.source()));
    }
  }

  [[nodiscard]] std::vector<std::string> values(const std::string& name,
                                                const toml::node& node) const {
    std::vector<std::string> found;
    if (const auto* list = node.as_array()) {
      for (const auto& item : *list) found.push_back(value(name, item));
    } else if (const auto* table = node.as_table()) {
      for (const auto& [key, item] : *table) {
        found.push_back(std::string(key.str()) + "=" + value(name, item));
      }
    } else {
      found.push_back(value(name, node));
    }
    return found;
  }

  [[nodiscard]] std::string value(const std::string& name, const toml::node& node) const {
    auto text = text_of(node);
    if (text.empty()) {
      throw Failure({"cli.setting_value", {{"name", name}}}, place_of(file_, node.source()));
    }
    return text;
  }

  const source::Source& file_;
  std::vector<std::string_view> known_;
  std::map<std::string, FileSetting> settings_;
};

}  // namespace

std::map<std::string, FileSetting> settings_in(const source::Source& file,
                                               const std::vector<std::string>& known) {
  return Reader(file, known).read();
}

}  // namespace tieout::cli
