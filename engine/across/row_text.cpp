// Writes and reads rows. Columns go by their ids, values say of which kind they are.
#include "across/row_text.hpp"

#include "report/json_text.hpp"
#include "report/place_json.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <utility>

namespace tieout::across {

namespace {

using report::JsonText;
using report::Row;
using report::Target;
using report::Value;
using source::Place;

// Figures beyond this are none that a report states.
constexpr int most_decimals = 64;

void put_place(JsonText& json, const Place& place) {
  if (report::is_known(place)) put(json.key("place"), place);
}

void put(JsonText& json, const figure::Figure& figure) {
  json.begin_object();
  const auto value = figure.value.text();
  json.key("value").text(value);
  json.key("decimals").number(figure.decimals);
  if (figure.unit != nullptr) json.key("unit").text(figure.unit->id);
  if (figure.exact) json.key("exact").boolean(true);
  if (figure.approximate) json.key("approximate").boolean(true);
  if (figure.unit_assumed) json.key("unit_assumed").boolean(true);
  if (figure.fitted) json.key("fitted").boolean(true);
  if (figure.raw != value) json.key("raw").text(figure.raw);
  if (figure.place.from_layout) json.key("certainty").text("low");
  put_place(json, figure.place);
  json.end_object();
}

void put(JsonText& json, const Target& target) {
  json.begin_object();
  json.key("target").number(static_cast<int>(target.kind));
  put(json.key("low"), target.low);
  if (target.kind == Target::Kind::between) put(json.key("high"), target.high);
  json.key("raw").text(target.raw);
  put_place(json, target.place);
  json.end_object();
}

void put(JsonText& json, const Row& row, const schema::Table& table, source::Language language);

class ValueWriter {
 public:
  ValueWriter(JsonText& json, const schema::Item& item, source::Language language)
      : json_(json), item_(item), language_(language) {}

  void operator()(const report::Missing& /*none*/) const { json_.null(); }
  void operator()(const report::Blank& blank) const { put_text("blank", blank.raw, blank.place); }
  void operator()(const report::Unreadable& text) const {
    put_text("unreadable", text.raw, text.place);
  }
  void operator()(const figure::Figure& figure) const { put(json_, figure); }
  void operator()(const report::Text& text) const { put_text("text", text.text, text.place); }
  void operator()(const report::Date& date) const {
    json_.begin_object();
    json_.key("date").text(date.raw);
    put_place(json_, date.place);
    json_.key("year").number(date.year);
    json_.key("month").number(date.month);
    json_.key("day").number(date.day);
    json_.end_object();
  }
  void operator()(const report::Boolean& boolean) const {
    json_.begin_object();
    json_.key("boolean").boolean(boolean.value);
    put_place(json_, boolean.place);
    json_.end_object();
  }
  void operator()(const report::TargetPtr& target) const { put(json_, *target); }
  void operator()(const report::Rows& rows) const {
    json_.begin_array();
    for (const Row& row : *rows) put(json_, row, *item_.table, language_);
    json_.end_array();
  }

 private:
  void put_text(std::string_view name, const std::string& text, const Place& place) const {
    json_.begin_object();
    json_.key(name).text(text);
    put_place(json_, place);
    json_.end_object();
  }

  JsonText& json_;
  const schema::Item& item_;
  source::Language language_;
};

void put(JsonText& json, const Row& row, const schema::Table& table, source::Language language) {
  json.begin_object();
  json.key("row").text(row.label);
  if (!row.key.empty()) json.key("key").text(row.key);
  if (!row.doubt.empty()) json.key("doubt").text(source::render(row.doubt, language));
  json.key("values").begin_object();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (std::holds_alternative<report::Missing>(row.values[i])) continue;
    std::visit(ValueWriter(json.any_key(table.columns[i].id), table.columns[i], language),
               row.values[i]);
  }
  json.end_object();
  json.end_object();
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
  JsonText json;
  put(json, row, reports, language);
  return json.take();
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
