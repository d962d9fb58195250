// The members of a place, listed once for reading and writing.
#include "report/place_json.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace tieout::report {

using source::Place;

std::span<const PlaceNumber> place_numbers() {
  static constexpr std::array members = {
      PlaceNumber{"line", &Place::line},   PlaceNumber{"column", &Place::column},
      PlaceNumber{"page", &Place::page},   PlaceNumber{"paragraph", &Place::paragraph},
      PlaceNumber{"table", &Place::table}, PlaceNumber{"row", &Place::row},
      PlaceNumber{"cell", &Place::cell}};
  return members;
}

std::span<const PlaceText> place_texts() {
  static constexpr std::array members = {
      PlaceText{"sheet", &Place::sheet}, PlaceText{"address", &Place::address},
      PlaceText{"pointer", &Place::pointer}, PlaceText{"stored", &Place::stored}};
  return members;
}

nlohmann::ordered_json place_json(const Place& place) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  if (!place.source_name().empty()) {
    json["source"] = place.source_name();
  }
  for (const auto& [name, member] : place_numbers()) {
    if (place.*member > 0) {
      json[name] = place.*member;
    }
  }
  for (const auto& [name, member] : place_texts()) {
    if (!(place.*member).empty()) {
      json[name] = place.*member;
    }
  }
  return json;
}

}  // namespace tieout::report
