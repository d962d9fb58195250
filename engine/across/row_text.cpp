// Writes and reads rows. Columns go by their ids, values say of which kind they are.
#include "across/row_text.hpp"

#include "report/place_json.hpp"

#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <utility>

namespace tieout::across {

namespace {

using nlohmann::ordered_json;
using report::Row;
using report::Target;
using report::Value;
using source::Place;

// Figures beyond this are none that a report states.
constexpr int most_decimals = 64;

void put_place(ordered_json& to, const Place& place) {
  auto printed = report::place_json(place);
  if (!printed.empty()) to["place"] = std::move(printed);
}

ordered_json figure_json(const figure::Figure& figure) {
  ordered_json to;
  const auto value = figure.value.text();
  to["value"] = value;
  to["decimals"] = figure.decimals;
  if (figure.unit != nullptr) to["unit"] = figure.unit->id;
  if (figure.exact) to["exact"] = true;
  if (figure.approximate) to["approximate"] = true;
  if (figure.unit_assumed) to["unit_assumed"] = true;
  if (figure.fitted) to["fitted"] = true;
  if (figure.raw != value) to["raw"] = figure.raw;
  if (figure.place.from_layout) to["certainty"] = "low";
  put_place(to, figure.place);
  return to;
}

ordered_json target_json(const Target& target) {
  ordered_json to;
  to["target"] = static_cast<int>(target.kind);
  to["low"] = figure_json(target.low);
  if (target.kind == Target::Kind::between) to["high"] = figure_json(target.high);
  to["raw"] = target.raw;
  put_place(to, target.place);
  return to;
}

ordered_json row_json(const Row& row, const schema::Table& table, source::Language language);

class ValueWriter {
 public:
  ValueWriter(const schema::Item& item, source::Language language)
      : item_(item), language_(language) {}

  ordered_json operator()(const report::Missing& /*none*/) const { return nullptr; }
  ordered_json operator()(const report::Blank& blank) const {
    return member("blank", blank.raw, blank.place);
  }
  ordered_json operator()(const report::Unreadable& text) const {
    return member("unreadable", text.raw, text.place);
  }
  ordered_json operator()(const figure::Figure& figure) const { return figure_json(figure); }
  ordered_json operator()(const report::Text& text) const {
    return member("text", text.text, text.place);
  }
  ordered_json operator()(const report::Date& date) const {
    auto to = member("date", date.raw, date.place);
    to["year"] = date.year;
    to["month"] = date.month;
    to["day"] = date.day;
    return to;
  }
  ordered_json operator()(const report::Boolean& boolean) const {
    return member("boolean", boolean.value, boolean.place);
  }
  ordered_json operator()(const report::TargetPtr& target) const { return target_json(*target); }
  ordered_json operator()(const report::Rows& rows) const {
    auto to = ordered_json::array();
    for (const Row& row : *rows) to.push_back(row_json(row, *item_.table, language_));
    return to;
  }

 private:
  template <typename Content>
  static ordered_json member(const char* name, const Content& content, const Place& place) {
    ordered_json to;
    to[name] = content;
    put_place(to, place);
    return to;
  }

  const schema::Item& item_;
  source::Language language_;
};

ordered_json row_json(const Row& row, const schema::Table& table, source::Language language) {
  ordered_json to;
  to["row"] = row.label;
  if (!row.key.empty()) to["key"] = row.key;
  if (!row.doubt.empty()) to["doubt"] = source::render(row.doubt, language);
  auto& values = to["values"] = ordered_json::object();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (std::holds_alternative<report::Missing>(row.values[i])) continue;
    values[table.columns[i].id] =
        std::visit(ValueWriter(table.columns[i], language), row.values[i]);
  }
  return to;
}

using simdjson::dom::element;

/// Throws simdjson_error and std::out_of_range for what the writer above does not write.
class RowReader {
 public:
  explicit RowReader(const figure::UnitSystem& units) : units_(units) {}

  Row row(element from, const schema::Table& table) {
    Row row;
    row.label = text(from["row"]);
    if (element key; from["key"].get(key) == simdjson::SUCCESS) row.key = text(key);
    if (element doubt; from["doubt"].get(doubt) == simdjson::SUCCESS) {
      row.doubt = source::Message("report.told", {{"text", text(doubt)}});
    }
    row.values.resize(table.columns.size());
    for (const auto& [id, from_value] : simdjson::dom::object(from["values"])) {
      const auto column = std::ranges::find(table.columns, id, &schema::Item::id);
      if (column == table.columns.end()) throw std::out_of_range("a column of another table");
      row.values[static_cast<std::size_t>(column - table.columns.begin())] =
          value(from_value, *column);
    }
    return row;
  }

 private:
  static std::string text(element from) { return std::string(std::string_view(from)); }

  template <typename Integer>
  static Integer integer(element from) {
    const auto value = std::int64_t(from);
    if (!std::in_range<Integer>(value)) throw std::out_of_range("a number that is too large");
    return static_cast<Integer>(value);
  }

  static int number(element from) { return integer<int>(from); }

  static bool flag(element from, std::string_view name) {
    element value;
    return from[name].get(value) == simdjson::SUCCESS && bool(value);
  }

  Value value(element from, const schema::Item& item) {
    if (from.is_array()) {
      if (item.table == nullptr) throw std::out_of_range("rows of no table");
      std::vector<Row> rows;
      for (const element each : simdjson::dom::array(from)) rows.push_back(row(each, *item.table));
      return std::make_shared<const std::vector<Row>>(std::move(rows));
    }
    using schema::Kind;
    if (item.table != nullptr) throw std::out_of_range("no rows");
    // The first member says what it is.
    const simdjson::dom::object members(from);
    if (members.size() == 0) throw std::out_of_range("no value");
    const auto first = *members.begin();
    const auto require = [&item](Kind kind) {
      if (item.kind != kind) throw std::out_of_range("a value of another kind");
    };
    if (first.key == "value") {
      require(Kind::number);
      return figure(from);
    }
    if (first.key == "text") {
      require(Kind::text);
      return report::Text{text(first.value), place(from)};
    }
    if (first.key == "blank") return report::Blank{text(first.value), place(from)};
    if (first.key == "unreadable") return report::Unreadable{text(first.value), place(from)};
    if (first.key == "date") {
      require(Kind::date);
      return report::Date{number(from["year"]), number(from["month"]), number(from["day"]),
                          text(first.value), place(from)};
    }
    if (first.key == "boolean") {
      require(Kind::boolean);
      return report::Boolean{bool(first.value), place(from)};
    }
    if (first.key != "target") throw std::out_of_range("no value");
    require(Kind::target);
    return report::as_value(target(from));
  }

  Target target(element from) {
    Target target;
    const int kind = number(from["target"]);
    if (kind < 0 || kind > static_cast<int>(Target::Kind::between)) {
      throw std::out_of_range("no such target");
    }
    target.kind = static_cast<Target::Kind>(kind);
    target.low = figure(from["low"]);
    if (target.kind == Target::Kind::between) target.high = figure(from["high"]);
    target.raw = text(from["raw"]);
    target.place = place(from);
    return target;
  }

  figure::Figure figure(element from) {
    figure::Figure figure;
    const auto written = std::string_view(from["value"]);
    const auto value = figure::Decimal::parse(written);
    figure.decimals = number(from["decimals"]);
    if (!value || figure.decimals > most_decimals || figure.decimals < -most_decimals) {
      throw std::out_of_range("no figure");
    }
    figure.value = *value;
    if (element unit; from["unit"].get(unit) == simdjson::SUCCESS) {
      const auto name = std::string_view(unit);
      figure.unit = name.empty() ? &units_.bare() : units_.find(name);
      if (figure.unit == nullptr) throw std::out_of_range("no unit");
    }
    figure.exact = flag(from, "exact");
    figure.approximate = flag(from, "approximate");
    figure.unit_assumed = flag(from, "unit_assumed");
    figure.fitted = flag(from, "fitted");
    element raw;
    figure.raw = from["raw"].get(raw) == simdjson::SUCCESS ? text(raw) : std::string(written);
    figure.place = place(from);
    element certainty;
    figure.place.from_layout = from["certainty"].get(certainty) == simdjson::SUCCESS;
    return figure;
  }

  Place place(element around) {
    Place place;
    element found;
    if (around["place"].get(found) != simdjson::SUCCESS) return place;
    for (const auto& [id, member] : simdjson::dom::object(found)) {
      put(id, member, place);
    }
    return place;
  }

  void put(std::string_view id, element member, Place& place) {
    if (id == "source") {
      // All values of a report name the same file or two.
      const auto name = std::string_view(member);
      if (!source_ || *source_ != name) source_ = std::make_shared<const std::string>(name);
      place.source = source_;
      return;
    }
    for (const auto& [name, number] : report::place_numbers()) {
      if (id == name) place.*number = integer<std::uint32_t>(member);
    }
    for (const auto& [name, text] : report::place_texts()) {
      if (id == name) place.*text = this->text(member);
    }
  }

  const figure::UnitSystem& units_;
  std::shared_ptr<const std::string> source_;
};

}  // namespace

std::string to_text(const Row& row, const schema::Table& reports, source::Language language) {
  return row_json(row, reports, language)
      .dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::optional<Row> to_row(std::string_view text, const schema::Table& reports,
                          const figure::UnitSystem& units) {
  thread_local simdjson::dom::parser parser;
  try {
    return RowReader(units).row(parser.parse(text.data(), text.size()), reports);
  } catch (const simdjson::simdjson_error&) {
    return std::nullopt;
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
}

}  // namespace tieout::across
