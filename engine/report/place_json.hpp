// Places as JSON, in report data and in findings.
#pragma once

#include "source/place.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tieout::report {

class JsonText;

/// A member of a place as JSON names it.
struct PlaceNumber {
  std::string_view name;
  std::uint32_t source::Place::* member;
};
struct PlaceText {
  std::string_view name;
  std::string source::Place::* member;
};
[[nodiscard]] std::span<const PlaceNumber> place_numbers();
[[nodiscard]] std::span<const PlaceText> place_texts();  ///< `source` is not among them

/// Only what is known of it.
[[nodiscard]] nlohmann::ordered_json place_json(const source::Place& place);
/// The same, written at once.
void put(JsonText& json, const source::Place& place);
/// Is anything known of it?
[[nodiscard]] bool is_known(const source::Place& place);

}  // namespace tieout::report
