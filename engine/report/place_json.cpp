// The members of a place, listed once for reading and writing.
#include "report/place_json.hpp"

#include "report/json_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
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

void put(JsonText& json, const Place& place) {
  json.begin_object();
  if (!place.source_name().empty()) json.key("source").text(place.source_name());
  for (const auto& [name, member] : place_numbers()) {
    if (place.*member > 0) json.key(name).number(place.*member);
  }
  for (const auto& [name, member] : place_texts()) {
    if (!(place.*member).empty()) json.key(name).text(place.*member);
  }
  json.end_object();
}

bool is_known(const Place& place) {
  return !place.source_name().empty() || std::ranges::any_of(place_numbers(), [&](const auto& one) {
    return place.*one.member > 0;
  }) || std::ranges::any_of(place_texts(), [&](const auto& one) {
    return !(place.*one.member).empty();
  });
}

}  // namespace tieout::report
