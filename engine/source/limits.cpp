// The limits by name.
#include "source/limits.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

namespace tieout::source {

std::span<const NamedLimit> named_limits() {
  static constexpr std::array limits = {
      NamedLimit{"file-bytes", &Limits::file_bytes, "source.limit_file_bytes"},
      NamedLimit{"text-bytes", &Limits::text_bytes, "source.limit_text_bytes"},
      NamedLimit{"json-depth", &Limits::json_depth, "source.limit_json_depth"},
      NamedLimit{"table-cells", &Limits::table_cells, "source.limit_table_cells"},
      NamedLimit{"archive-entries", &Limits::archive_entries, "source.limit_archive_entries"},
      NamedLimit{"inflated-bytes", &Limits::inflated_bytes, "source.limit_inflated_bytes"},
      NamedLimit{"inflation-ratio", &Limits::inflation_ratio, "source.limit_inflation_ratio"},
      NamedLimit{"xml-depth", &Limits::xml_depth, "source.limit_xml_depth"},
      NamedLimit{"xml-nodes", &Limits::xml_nodes, "source.limit_xml_nodes"},
      NamedLimit{"pages", &Limits::pages, "source.limit_pages"},
      NamedLimit{"program-seconds", &Limits::program_seconds, "source.limit_program_seconds"},
      NamedLimit{"program-bytes", &Limits::program_bytes, "source.limit_program_bytes"},
  };
  return limits;
}

Failure beyond(std::size_t Limits::* limit, const Limits& limits, Place place) {
  const auto named = std::ranges::find(named_limits(), limit, &NamedLimit::value);
  if (named == named_limits().end()) throw std::logic_error("a limit without a name");
  return Failure({"source.beyond_limit",
                  {{"what", {}, Message(named->what)},
                   {"limit", std::to_string(limits.*limit)},
                   {"name", std::string(named->name)}}},
                 std::move(place));
}

}  // namespace tieout::source
