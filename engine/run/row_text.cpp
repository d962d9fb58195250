// Writes and reads rows. Columns go by their ids, values say of which kind they are.
#include "run/row_text.hpp"

#include "report/place_json.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <stdexcept>
#include <utility>

namespace tieout::run {

namespace {

using nlohmann::json;
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

/// Throws json::exception and std::out_of_range for what the writer above does not write.
class RowReader {
 public:
  explicit RowReader(const figure::UnitSystem& units) : units_(units) {}

  Row row(const json& from, const schema::Table& table) {
    Row row;
    row.label = from.at("row").get<std::string>();
    row.key = from.value("key", std::string());
    if (const auto doubt = from.find("doubt"); doubt != from.end()) {
      row.doubt = source::Message("report.told", {{"text", doubt->get<std::string>()}});
    }
    row.values.resize(table.columns.size());
    const auto& values = from.at("values");
    std::size_t known = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto found = values.find(table.columns[i].id);
      if (found == values.end()) continue;
      row.values[i] = value(*found, table.columns[i]);
      ++known;
    }
    if (known != values.size()) throw std::out_of_range("a column of another table");
    return row;
  }

 private:
  Value value(const json& from, const schema::Item& item) {
    if (from.is_array()) {
      if (item.table == nullptr) throw std::out_of_range("rows of no table");
      std::vector<Row> rows;
      rows.reserve(from.size());
      for (const auto& each : from) rows.push_back(row(each, *item.table));
      return std::make_shared<const std::vector<Row>>(std::move(rows));
    }
    using schema::Kind;
    const auto text = [&from](const char* name) { return from.at(name).get<std::string>(); };
    if (from.contains("blank")) return report::Blank{text("blank"), place(from)};
    if (from.contains("unreadable")) return report::Unreadable{text("unreadable"), place(from)};
    const auto require = [&item](Kind kind) {
      if (item.kind != kind) throw std::out_of_range("a value of another kind");
    };
    if (from.contains("text")) {
      require(Kind::text);
      return report::Text{text("text"), place(from)};
    }
    if (from.contains("date")) {
      require(Kind::date);
      return report::Date{from.at("year").get<int>(), from.at("month").get<int>(),
                          from.at("day").get<int>(), text("date"), place(from)};
    }
    if (from.contains("boolean")) {
      require(Kind::boolean);
      return report::Boolean{from.at("boolean").get<bool>(), place(from)};
    }
    if (from.contains("target")) {
      require(Kind::target);
      return report::as_value(target(from));
    }
    require(Kind::number);
    return figure(from);
  }

  Target target(const json& from) {
    Target target;
    const int kind = from.at("target").get<int>();
    if (kind < 0 || kind > static_cast<int>(Target::Kind::between)) {
      throw std::out_of_range("no such target");
    }
    target.kind = static_cast<Target::Kind>(kind);
    target.low = figure(from.at("low"));
    if (target.kind == Target::Kind::between) target.high = figure(from.at("high"));
    target.raw = from.at("raw").get<std::string>();
    target.place = place(from);
    return target;
  }

  figure::Figure figure(const json& from) {
    figure::Figure figure;
    const auto text = from.at("value").get<std::string>();
    const auto value = figure::Decimal::parse(text);
    figure.decimals = from.at("decimals").get<int>();
    if (!value || figure.decimals > most_decimals || figure.decimals < -most_decimals) {
      throw std::out_of_range("no figure");
    }
    figure.value = *value;
    if (const auto unit = from.find("unit"); unit != from.end()) {
      const auto name = unit->get<std::string>();
      figure.unit = name.empty() ? &units_.bare() : units_.find(name);
      if (figure.unit == nullptr) throw std::out_of_range("no unit");
    }
    figure.exact = from.value("exact", false);
    figure.approximate = from.value("approximate", false);
    figure.unit_assumed = from.value("unit_assumed", false);
    figure.fitted = from.value("fitted", false);
    figure.raw = from.value("raw", text);
    figure.place = place(from);
    figure.place.from_layout = from.contains("certainty");
    return figure;
  }

  Place place(const json& around) {
    Place place;
    const auto found = around.find("place");
    if (found == around.end()) return place;
    for (const auto& [name, number] : report::place_numbers()) {
      place.*number = found->value(std::string(name), std::uint32_t{0});
    }
    for (const auto& [name, text] : report::place_texts()) {
      place.*text = found->value(std::string(name), std::string());
    }
    if (const auto source = found->find("source"); source != found->end()) {
      // All values of a report name the same file or two.
      auto name = source->get<std::string>();
      if (!source_ || *source_ != name) {
        source_ = std::make_shared<const std::string>(std::move(name));
      }
      place.source = source_;
    }
    return place;
  }

  const figure::UnitSystem& units_;
  std::shared_ptr<const std::string> source_;
};

}  // namespace

std::string to_text(const Row& row, const schema::Table& reports, source::Language language) {
  return row_json(row, reports, language).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Row> to_row(std::string_view text, const schema::Table& reports,
                          const figure::UnitSystem& units) {
  try {
    return RowReader(units).row(json::parse(text), reports);
  } catch (const json::exception&) {
    return std::nullopt;
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
}

}  // namespace tieout::run
