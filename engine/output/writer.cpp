// The formats by name.
#include "output/writer.hpp"

#include "output/writers.hpp"

#include <algorithm>
#include <array>

namespace tieout::output {

namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Writer> (*make)(std::ostream& out, const Style& style);
  bool binary = false;
};

constexpr std::array known = {Format{"pretty", make_pretty}, Format{"concise", make_concise},
                              Format{"json", make_json},     Format{"jsonl", make_jsonl},
                              Format{"sarif", make_sarif},   Format{"junit", make_junit},
                              Format{"github", make_github}, Format{"markdown", make_markdown},
                              Format{"html", make_html},     Format{"xlsx", make_xlsx, true}};

constexpr auto names = [] {
  std::array<std::string_view, known.size()> all;
  for (std::size_t i = 0; i < known.size(); ++i) all[i] = known[i].name;
  return all;
}();

}  // namespace

std::span<const std::string_view> formats() { return names; }

std::unique_ptr<Writer> make_writer(std::string_view format, std::ostream& out,
                                    const Style& style) {
  for (const auto& each : known) {
    if (each.name == format) return each.make(out, style);
  }
  return nullptr;
}

bool is_binary(std::string_view format) {
  const auto found = std::ranges::find(known, format, &Format::name);
  return found != known.end() && found->binary;
}

}  // namespace tieout::output
