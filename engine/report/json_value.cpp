// Figures, texts, booleans and targets of JSON report data, and where they stand.
#include "report/json_value.hpp"

#include "figure/number_text.hpp"
#include "report/json_date.hpp"
#include "report/narrative/targets.hpp"
#include "report/place_json.hpp"
#include "report/units_near.hpp"
#include "schema/nearest.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tieout::report {
namespace {

using figure::CellNumber;
using figure::NumberText;
using schema::Json;
using source::Message;
using source::Place;

/// A JSON number; nothing if it has more than `most` characters when it is written out. `1e3` is
/// stated to units, as 1000 is.
std::optional<NumberText> number_text(const schema::JsonNumber& number, std::size_t most) {
  const auto value = figure::Decimal::parse(number.text);
  if (!value || value->text().size() > most) {
    return std::nullopt;
  }
  NumberText result;
  result.value = *value;
  result.decimals = std::max(0, value->scale);
  return result;
}

int integer(const Json& json) {
  int value = 0;
  const std::string& text = json.number()->text;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_true(const Json* json) { return json != nullptr && *json->boolean(); }

std::string text_or(const Json* json, const std::string& otherwise) {
  // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): the schema was checked
  return json != nullptr ? *json->string() : otherwise;
}

/// What a figure without a unit of its own is in; null if that is not known.
const figure::Unit* settled_unit(const schema::Item& item, const figure::UnitSystem& units) {
  const auto kind = item.dimension.kind();
  const bool bare =
      kind == figure::Dimension::Kind::count || kind == figure::Dimension::Kind::stated;
  return item.unit != nullptr || !bare ? item.unit : &units.bare();
}

bool is_blank(const std::string& text, const figure::UnitSystem& units) {
  return std::holds_alternative<figure::BlankText>(figure::read_cell(text, units));
}

/// The bounds of a target: whatever was stated, in `unit` if they have none.
schema::Item bound_item(const figure::Unit* unit) {
  schema::Item item;
  item.kind = schema::Kind::number;
  item.dimension = figure::Dimension(figure::Dimension::Kind::stated);
  item.unit = unit;
  return item;
}

std::optional<Target::Kind> target_kind(std::string_view sign) {
  static const std::map<std::string_view, Target::Kind> kinds = {
      {">=", Target::Kind::at_least}, {">", Target::Kind::more_than},
      {"<=", Target::Kind::at_most},  {"<", Target::Kind::less_than},
      {"=", Target::Kind::equal},     {"between", Target::Kind::between}};
  const auto found = kinds.find(sign);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

bool is_count(const figure::Figure& figure) {
  return figure.unit != nullptr &&
         figure.unit->dimension.kind() == figure::Dimension::Kind::count &&
         figure.unit->factor == 1 && figure.decimals >= 0 && !figure.approximate;
}

JsonValues::JsonValues(const source::Source& text, const figure::UnitSystem& units,
                       const source::Limits& limits)
    : units_(units), limits_(limits), name_(text.place(0).source) {}

Value JsonValues::read(const Json& json, const schema::Item& item, const std::string& pointer,
                       const Place* around) {
  if (json.is_null()) {
    return Missing{};
  }
  switch (item.kind) {
    case schema::Kind::number:
      return number(json, item, pointer);
    case schema::Kind::date:
      return date(json, pointer);
    case schema::Kind::boolean:
      return boolean(json, pointer);
    case schema::Kind::target:
      return target(json, pointer);
    case schema::Kind::text:
    case schema::Kind::table:  // tables are not single values
      break;
  }
  const Json* const own_place = json.member("place");
  Place place = own_place == nullptr && around != nullptr ? *around : this->place(json, pointer);
  const Json* const member = json.member("text");
  const Json& content = member != nullptr ? *member : json;
  // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): the schema was checked
  std::string text = content.number() != nullptr ? content.number()->text : *content.string();
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return Blank{std::move(text), std::move(place)};
  }
  return Text{std::move(text), std::move(place)};
}

Place JsonValues::json_place(const Json& json, const std::string& pointer) const {
  Place place;
  place.source = name_;
  place.line = json.line;
  place.column = json.column;
  place.pointer = pointer;
  return place;
}

Place JsonValues::place(const Json& json, const std::string& pointer) {
  const Json* const given = json.member("place");
  Place place = given != nullptr ? given_place(*given) : json_place(json, pointer);
  place.from_layout = json.member("certainty") != nullptr;
  return place;
}

Place JsonValues::given_place(const Json& json) {
  Place place;
  for (const schema::JsonMember& member : *json.object()) {
    for (const auto& [name, number] : place_numbers()) {
      if (member.name == name) {
        const std::string& text = member.value.number()->text;
        std::from_chars(text.data(), text.data() + text.size(), place.*number);
      }
    }
    for (const auto& [name, text] : place_texts()) {
      if (member.name == name) {
        place.*text = *member.value.string();
      }
    }
    if (member.name == "source") {
      const std::string& name = *member.value.string();
      auto found = sources_.find(name);
      if (found == sources_.end()) {
        found = sources_.emplace(name, std::make_shared<const std::string>(name)).first;
      }
      place.source = found->second;
    }
  }
  return place;
}

source::Failure JsonValues::failure(const Json& at, const std::string& pointer,
                                    Message message) const {
  message.arguments.push_back({"pointer", pointer});
  return source::Failure(std::move(message), json_place(at, pointer));
}

Value JsonValues::number(const Json& json, const schema::Item& item, const std::string& pointer) {
  const Json* const member = json.member("value");
  const Json& content = member != nullptr ? *member : json;
  CellNumber cell;
  std::string raw;
  if (content.number() != nullptr) {
    raw = content.number()->text;
    const auto value = number_text(*content.number(), limits_.number_characters);
    if (!value) {
      throw failure(content, pointer,
                    {"report.json_number_large", {{"number", schema::excerpt(raw)}}});
    }
    cell = *value;
  } else {
    raw = *content.string();
    cell = figure::read_cell(raw, units_);
  }
  if (std::holds_alternative<figure::BlankText>(cell)) {
    return Blank{std::move(raw), place(json, pointer)};
  }
  const auto* const stated = std::get_if<NumberText>(&cell);
  const auto fits = [&](const figure::Unit* one) {
    return one == nullptr || figure::Dimension::fit(item.dimension, one->dimension);
  };
  if (stated == nullptr || !fits(stated->unit)) {
    return Unreadable{std::move(raw), place(json, pointer)};
  }
  raw = text_or(json.member("raw"), raw);

  figure::Figure figure;
  figure.value = stated->value;
  figure.decimals = stated->decimals;
  figure.unit = stated->unit;
  if (figure.unit == nullptr)
    figure.unit = unit_of_bare(*stated, settled_unit(item, units_), units_);
  if (const Json* const name = json.member("unit")) {
    const figure::Unit& given = unit(*name, pointer);
    if (stated->unit != nullptr && stated->unit != &given) {
      throw failure(*name, pointer,
                    {"report.json_two_units", {{"one", stated->unit->id}, {"other", given.id}}});
    }
    if (!fits(&given)) {
      throw failure(
          *name, pointer,
          {"report.json_unit_unfit",
           {{"unit", given.id}, {"item", item.title}, {"dimension", item.dimension.text()}}});
    }
    figure.unit = &given;
  }
  if (item.decimals && figure.unit == item.unit && !stated->scaled) {
    figure.decimals = std::max(figure.decimals, *item.decimals);
  }
  figure.approximate = stated->approximate;
  figure.raw = std::move(raw);
  figure.place = place(json, pointer);
  settle(figure, json, pointer);
  const Json* const exact = json.member("exact");
  figure.exact = exact != nullptr ? is_true(exact) : is_count(figure) && !stated->scaled;
  if (json.member("place") != nullptr) {
    keep_apart(figure, pointer);
  }
  return figure;
}

/// What an object says of its figure in so many words, its unit apart.
void JsonValues::settle(figure::Figure& figure, const Json& object,
                        const std::string& pointer) const {
  if (const Json* const approximate = object.member("approximate")) {
    figure.approximate = is_true(approximate);
  }
  if (const Json* const decimals = object.member("decimals")) {
    figure.decimals = integer(*decimals);
    if (figure::rounded(figure.value.rational(), figure.decimals).rational() !=
        figure.value.rational()) {
      throw failure(
          *decimals, pointer,
          {"report.json_decimals",
           {{"value", figure.value.text()}, {"decimals", std::to_string(figure.decimals)}}});
    }
  }
  figure.unit_assumed = is_true(object.member("unit_assumed"));
}

/// Figures are told apart by their places. Data may give one place (a page, a paragraph) to
/// several: then those that differ from the first also get their pointer.
void JsonValues::keep_apart(figure::Figure& figure, const std::string& pointer) {
  if (figure.place.column > 0 || !figure.place.pointer.empty()) {
    return;  // a place to the character
  }
  const std::string content = figure.value.text() + " " + std::to_string(figure.decimals) + " " +
                              (figure.unit == nullptr ? "?" : figure.unit->id);
  const auto [first, fresh] = figures_.emplace(figure.place, content);
  if (!fresh && first->second != content) {
    figure.place.pointer = pointer;
  }
}

const figure::Unit& JsonValues::unit(const Json& name, const std::string& pointer) const {
  const std::string& text = *name.string();
  if (text.empty()) {
    return units_.bare();
  }
  if (const figure::Unit* const found = units_.find(text)) {
    return *found;
  }
  std::vector<std::string_view> known;
  for (const figure::Unit& one : units_.units()) {
    known.push_back(one.id);
  }
  const std::string near = schema::nearest(text, known);
  throw failure(name, pointer,
                near.empty() ? Message("report.json_unit", {{"unit", schema::excerpt(text)}})
                             : Message("report.json_unit_near",
                                       {{"unit", schema::excerpt(text)}, {"near", near}}));
}

Value JsonValues::date(const Json& json, const std::string& pointer) {
  const Json* const member = json.member("date");
  // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): the schema was checked
  const std::string& text = member != nullptr ? *member->string() : *json.string();
  if (is_blank(text, units_)) {
    return Blank{text, place(json, pointer)};
  }
  if (auto found = read_date(text)) {
    found->raw = text_or(json.member("raw"), text);
    found->place = place(json, pointer);
    return *std::move(found);
  }
  return Unreadable{text, place(json, pointer)};
}

Value JsonValues::boolean(const Json& json, const std::string& pointer) {
  const Json* const member = json.member("value");
  if (const bool* const value = member != nullptr ? member->boolean() : json.boolean()) {
    return Boolean{*value, place(json, pointer)};
  }
  std::string raw = text_or(json.member("raw"), "");
  if (is_blank(raw, units_)) {
    return Blank{std::move(raw), place(json, pointer)};
  }
  return Unreadable{std::move(raw), place(json, pointer)};
}

Value JsonValues::target_text(std::string raw, Place place) const {
  if (is_blank(raw, units_)) {
    return Blank{std::move(raw), std::move(place)};
  }
  if (auto target = narrative::read_target(document::PlacedText(raw, place), units_)) {
    target->raw = std::move(raw);
    target->place = std::move(place);
    return as_value(*std::move(target));
  }
  return Unreadable{std::move(raw), std::move(place)};
}

Value JsonValues::target(const Json& json, const std::string& pointer) {
  if (const std::string* const text = json.string()) {
    return target_text(*text, place(json, pointer));
  }
  const std::string raw = text_or(json.member("raw"), "");
  const Json* const sign = json.member("operator");
  if (sign == nullptr) {
    return target_text(raw, place(json, pointer));
  }
  Target target;
  target.kind = *target_kind(*sign->string());
  target.raw = raw;
  target.place = place(json, pointer);
  const Json* const name = json.member("unit");
  const schema::Item item = bound_item(name == nullptr ? nullptr : &unit(*name, pointer));
  const bool upper = target.kind == Target::Kind::at_most || target.kind == Target::Kind::less_than;
  const auto bound = [&](const char* member) {
    const Json* const found = json.member(member);
    Value value = found == nullptr ? Value(Missing{})
                                   : number(*found, item, schema::child_pointer(pointer, member));
    if (auto* const figure = std::get_if<figure::Figure>(&value)) {
      figure->exact = true;  // a bound is a point
      return *figure;
    }
    throw failure(found == nullptr ? json : *found, pointer,
                  {"report.json_bound", {{"name", member}, {"operator", *sign->string()}}});
  };
  target.low = bound(upper && json.member("low") == nullptr ? "high" : "low");
  if (target.kind == Target::Kind::between) {
    target.high = bound("high");
  }
  return as_value(std::move(target));
}

}  // namespace tieout::report
