// Reads a unit file: an array of units as JSON.
#include "figure/unit.hpp"
#include "source/message.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <utility>

namespace tieout::figure {

namespace {

using nlohmann::json;
using source::Failure;
using source::Message;

/// "10000", "0.5" or "1/100": greater than zero.
std::optional<Rational> parse_factor(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<Decimal> top = Decimal::parse(text.substr(0, slash));
  const std::optional<Decimal> bottom =
      slash == std::string_view::npos ? Decimal{1, 0} : Decimal::parse(text.substr(slash + 1));
  if (!top || !bottom || top->coefficient <= 0 || bottom->coefficient <= 0) return std::nullopt;
  return top->rational() / bottom->rational();
}

/// One object of the array.
class Member {
 public:
  Member(const json& value, std::string pointer) : value_(value), pointer_(std::move(pointer)) {
    if (!value_.is_object()) fail("");
    for (const auto& [key, ignored] : value_.items()) {
      if (key != "id" && key != "names" && key != "dimension" && key != "factor" &&
          key != "not_before") {
        fail("/" + key);
      }
    }
  }

  [[nodiscard]] Unit unit() const {
    Unit unit;
    unit.id = text("id");
    if (unit.id.empty()) fail("/id");
    unit.names = texts("names");
    unit.not_before = texts("not_before");
    const std::optional<Dimension> dimension = Dimension::parse(text("dimension"));
    if (!dimension) fail("/dimension");
    unit.dimension = *dimension;
    const std::optional<Rational> factor = parse_factor(text("factor"));
    if (!factor) fail("/factor");
    unit.factor = *factor;
    return unit;
  }

 private:
  [[nodiscard]] std::string text(const std::string& key) const {
    const auto found = value_.find(key);
    if (found == value_.end() || !found->is_string()) fail("/" + key);
    return found->get<std::string>();
  }

  [[nodiscard]] std::vector<std::string> texts(const std::string& key) const {
    std::vector<std::string> result;
    const auto found = value_.find(key);
    if (found == value_.end()) return result;
    if (!found->is_array()) fail("/" + key);
    for (const json& each : *found) {
      if (!each.is_string()) fail("/" + key);
      result.push_back(each.get<std::string>());
    }
    return result;
  }

  [[noreturn]] void fail(const std::string& where) const {
    throw Failure(Message("figure.unit_member", {{"pointer", pointer_ + where}}));
  }

  const json& value_;
  std::string pointer_;
};

std::vector<Unit> parse_units(std::string_view text) {
  const json array = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!array.is_array()) throw Failure(Message("figure.units_no_array"));
  std::vector<Unit> units;
  units.reserve(array.size());
  for (std::size_t i = 0; i < array.size(); ++i) {
    units.push_back(Member(array[i], "/" + std::to_string(i)).unit());
  }
  return units;
}

}  // namespace

UnitSystem UnitSystem::from_json(std::string_view name, std::string_view text) {
  try {
    return UnitSystem(parse_units(text));
  } catch (const Failure& failure) {
    source::Place place;
    place.source = std::make_shared<const std::string>(name);
    throw Failure(failure.message(), std::move(place));
  }
}

}  // namespace tieout::figure
