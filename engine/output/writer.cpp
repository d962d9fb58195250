// The formats by name.
#include "output/writer.hpp"

#include "output/writers.hpp"

#include <array>

namespace tieout::output {

namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Writer> (*make)(std::ostream& out, const Style& style);
};

constexpr std::array known = {Format{"pretty", make_pretty}, Format{"concise", make_concise},
                              Format{"json", make_json},     Format{"jsonl", make_jsonl},
                              Format{"sarif", make_sarif},   Format{"junit", make_junit},
                              Format{"github", make_github}, Format{"markdown", make_markdown}};

constexpr auto names = [] {
  std::array<std::string_view, known.size()> all;
  for (std::size_t i = 0; i < known.size(); ++i) all[i] = known[i].name;
  return all;
}();

}  // namespace

std::span<const std::string_view> formats() { return names; }

std::unique_ptr<Writer> make_writer(std::string_view format, std::ostream& out,
                                    const Style& style) {
  for (const auto& [name, make] : known) {
    if (name == format) return make(out, style);
  }
  return nullptr;
}

}  // namespace tieout::output
