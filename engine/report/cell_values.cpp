// One cell of a table or form as a value of its item.
#include "report/cell_values.hpp"

#include "document/characters.hpp"
#include "report/narrative/targets.hpp"
#include "report/units_near.hpp"
#include "report/written_date.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::report {

namespace {

/// The unit of a figure without one of its own, and whether only the schema says so.
struct FoundUnit {
  const figure::Unit* unit = nullptr;
  bool assumed = false;
};

FoundUnit found_unit(const schema::Item& item, const UnitSources& sources) {
  if (const auto* unit = fitting_unit(sources.column, item.dimension)) return {unit};
  if (const auto* unit = fitting_unit(sources.table, item.dimension)) return {unit};
  if (sources.above) {
    if (const auto* unit = sources.above(item.dimension)) return {unit};
  }
  // A bare number is a count; only amounts come in sizes that could be mistaken.
  const bool counted =
      item.unit != nullptr && item.unit->dimension.kind() == figure::Dimension::Kind::count;
  return {item.unit, item.unit != nullptr && !counted};
}

Value number_value(const document::PlacedText& text, const schema::Item& item,
                   const UnitSources& sources, const figure::UnitSystem& units) {
  const auto number = figure::read_cell(text.text(), units);
  if (std::holds_alternative<figure::BlankText>(number)) return Blank{text.text(), text.place(0)};
  if (const auto* read = std::get_if<figure::NumberText>(&number)) {
    auto figure = item_figure(*read, item, sources, units, text.text(), text.place(0));
    if (figure) return std::move(*figure);
  }
  return Unreadable{text.text(), text.place(0)};
}

/// A sheet that stores 1003.3 and shows 1003 states no more than that.
bool shows_less(const std::string& stored, const figure::NumberText& shown,
                const figure::UnitSystem& units) {
  if (stored.empty()) return false;
  const auto number = figure::read_cell(stored, units);
  const auto* read = std::get_if<figure::NumberText>(&number);
  return read != nullptr && read->value.rational() != shown.value.rational();
}

Value date_value(const document::PlacedText& text) {
  auto date = written_date(text.text());
  if (!date) return Unreadable{text.text(), text.place(0)};
  date->raw = text.text();
  date->place = text.place(0);
  return *date;
}

Value boolean_value(const document::PlacedText& text) {
  static constexpr std::array<std::string_view, 4> yes = {"是", "有", "√", "✓"};
  static constexpr std::array<std::string_view, 4> no = {"否", "无", "×", "没有"};
  if (std::ranges::find(yes, text.text()) != yes.end()) return Boolean{true, text.place(0)};
  if (std::ranges::find(no, text.text()) != no.end()) return Boolean{false, text.place(0)};
  return Unreadable{text.text(), text.place(0)};
}

Value target_value(const document::PlacedText& text, const figure::UnitSystem& units) {
  if (auto target = narrative::read_target(text, units)) {
    return as_value(std::move(*target));
  }
  return Unreadable{text.text(), text.place(0)};
}

}  // namespace

std::optional<figure::Figure> item_figure(const figure::NumberText& number,
                                          const schema::Item& item, const UnitSources& sources,
                                          const figure::UnitSystem& units, std::string raw,
                                          source::Place place) {
  const bool own = number.unit != nullptr;
  if (own && !figure::Dimension::fit(number.unit->dimension, item.dimension)) return std::nullopt;
  auto found = own ? FoundUnit{number.unit} : found_unit(item, sources);
  if (!own) found.unit = unit_of_bare(number, found.unit, units);
  const bool declared =
      found.unit == item.unit && (own || !shows_less(place.stored, number, units));
  const auto decimals = declared ? item.decimals : std::nullopt;
  auto figure = figure::make_figure(number, found.unit, decimals, std::move(raw), std::move(place));
  figure.unit_assumed = found.assumed;
  // Without any unit a number of a count is that of things, whatever they are called.
  if (figure.unit == nullptr && item.dimension.kind() == figure::Dimension::Kind::count) {
    figure = figure::make_figure(number, &units.bare(), decimals, figure.raw, figure.place);
  }
  return figure;
}

Value text_value(const document::PlacedText& text, const schema::Item& item,
                 const UnitSources& sources, const figure::UnitSystem& units) {
  const auto whole = text.trimmed();
  if (item.kind == schema::Kind::number) return number_value(whole, item, sources, units);
  if (item.kind == schema::Kind::boolean && !whole.empty()) return boolean_value(whole);
  const auto nothing = figure::read_cell(whole.text(), units);
  if (std::holds_alternative<figure::BlankText>(nothing))
    return Blank{whole.text(), whole.place(0)};
  switch (item.kind) {
    case schema::Kind::date:
      return date_value(whole);
    case schema::Kind::target:
      return target_value(whole, units);
    case schema::Kind::text:
      return Text{whole.text(), whole.place(0)};
    case schema::Kind::number:
    case schema::Kind::boolean:
    case schema::Kind::table:
      break;
  }
  return Missing{};
}

std::string cell_text(const document::Cell& cell) {
  constexpr std::size_t longest_broken = 30;  // characters
  auto joined = cell.joined().trimmed().text();
  if (document::count_characters(joined) <= longest_broken) return joined;
  std::string text;
  for (const auto& paragraph : cell.paragraphs) {
    const auto part = document::trimmed(paragraph.text());
    if (part.empty()) continue;
    if (!text.empty()) text += '\n';
    text += part;
  }
  return text;
}

Value cell_value(const document::Cell& cell, const schema::Item& item, const UnitSources& sources,
                 const figure::UnitSystem& units) {
  auto value = text_value(cell.joined(), item, sources, units);
  if (auto* text = std::get_if<Text>(&value)) text->text = cell_text(cell);
  return value;
}

}  // namespace tieout::report
