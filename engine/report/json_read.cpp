// JSON report data to a report.
#include "report/fitted_shares.hpp"
#include "report/json_date.hpp"
#include "report/json_value.hpp"
#include "report/reading.hpp"
#include "report/reading_cost.hpp"
#include "report/row_name.hpp"
#include "schema/validator.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tieout::report {
namespace {

using schema::child_pointer;
using schema::Json;
using source::Message;
using source::Place;

class DataReader {
 public:
  DataReader(const source::Source& text, const schema::Schema& schema,
             const figure::UnitSystem& units, const source::Limits& limits)
      : schema_(schema), limits_(limits), values_(text, units, limits) {
    report_.source = text.name();
    report_.schema = &schema;
  }

  [[nodiscard]] Report read(const Json& root) {
    for (const schema::Item& item : schema_.scalars) {
      const Json* const json = root.member(item.id);
      report_.scalars.push_back(
          json == nullptr ? Value(Missing{})
                          : values_.read(*json, item, child_pointer("", item.id), nullptr));
    }
    for (const schema::Table& table : schema_.tables) {
      const Json* const json = root.member(table.id);
      report_.tables.push_back(json == nullptr ? Table() : this->table(*json, table));
    }
    identify(root);
    if (const Json* const reading = root.member("reading")) {
      recall(*reading);
    }
    return std::move(report_);
  }

 private:
  Table table(const Json& json, const schema::Table& table) {
    const std::string pointer = child_pointer("", table.id);
    Table result;
    result.present = true;
    result.place = values_.place(json, pointer);
    result.rows = rows(json, table, pointer);
    return result;
  }

  std::vector<Row> rows(const Json& json, const schema::Table& table, const std::string& pointer) {
    std::vector<Row> result;
    result.reserve(json.array()->size());
    for (const Json& one : *json.array()) {
      result.push_back(row(one, table, child_pointer(pointer, result.size())));
    }
    return result;
  }

  Row row(const Json& json, const schema::Table& table, const std::string& pointer) {
    Row row;
    row.place = values_.place(json, pointer);
    if (++rows_ > limits_.table_cells / cells_a_row) {
      throw source::beyond(&source::Limits::table_cells, limits_, row.place);
    }
    const Place* const around = json.member("place") == nullptr ? nullptr : &row.place;
    for (const schema::Item& column : table.columns) {
      const Json* const value = json.member(column.id);
      const std::string at = child_pointer(pointer, column.id);
      if (value == nullptr) {
        row.values.emplace_back(Missing{});
      } else if (column.table != nullptr) {
        row.values.emplace_back(
            std::make_shared<const std::vector<Row>>(rows(*value, *column.table, at)));
      } else {
        row.values.push_back(values_.read(*value, column, at, around));
      }
    }
    if (table.key) {
      if (const auto* const key = std::get_if<Text>(&row.values[*table.key])) {
        row.label = key->text;
        row.key = table.key_of(key->text);
      }
    } else {
      row.label = name_of(row, table, schema_);
    }
    if (const Json* const doubt = json.member("doubt")) {
      row.doubt = Message("report.told", {{"text", *doubt->string()}});
    }
    if (const Json* const readings = json.member("readings")) {
      row.alternatives = rows(*readings, table, child_pointer(pointer, "readings"));
    }
    return row;
  }

  [[nodiscard]] Value* scalar(std::string_view id) {
    const auto found = std::ranges::find(schema_.scalars, id, &schema::Item::id);
    return found == schema_.scalars.end()
               ? nullptr
               : &report_.scalars[static_cast<std::size_t>(found - schema_.scalars.begin())];
  }

  /// Whose report it is, of which year, signed when.
  void identify(const Json& root) {
    if (const auto* const entity = std::get_if<Text>(scalar("entity"))) {
      report_.entity = entity->text;
    }
    if (const auto* const period = std::get_if<Text>(scalar("period"))) {
      report_.period = year_of(period->text);
      if (report_.period.empty()) {
        throw values_.failure(*root.member("period"), "/period",
                              {"report.json_period", {{"text", schema::excerpt(period->text)}}});
      }
    }
    if (const auto* const date = std::get_if<Date>(scalar("report_date"))) {
      report_.date = *date;
    }
  }

  /// What `tieout read` told of the document that this data was read from.
  void recall(const Json& reading) {
    const auto count = [&](const char* name) {
      const Json* const found = reading.member(name);
      std::size_t value = 0;
      if (found != nullptr) {
        const std::string& text = found->number()->text;
        std::from_chars(text.data(), text.data() + text.size(), value);
      }
      return value;
    };
    Uptake& uptake = report_.uptake;
    uptake.table_figures = count("table_figures");
    uptake.table_figures_used = count("table_figures_used");
    uptake.text_figures = count("text_figures");
    uptake.text_figures_used = count("text_figures_used");
    if (const Json* const left_over = reading.member("left_over")) {
      for (const Json& one : *left_over->array()) {
        const Json* const place = one.member("place");
        uptake.left_over.push_back({*one.member("raw")->string(),
                                    place == nullptr ? Place() : values_.given_place(*place)});
      }
    }
    if (const Json* const notes = reading.member("notes")) {
      for (const Json& note : *notes->array()) {
        report_.notes.push_back({"report.told", {{"text", *note.string()}}});
      }
    }
    if (const Json* const places = reading.member("places")) {
      for (const schema::JsonMember& member : *places->object()) {
        put_place(member.name, values_.given_place(member.value));
      }
    }
  }

  void put_place(const std::string& id, Place place) {
    const auto table = std::ranges::find(schema_.tables, id, &schema::Table::id);
    if (table != schema_.tables.end()) {
      report_.tables[static_cast<std::size_t>(table - schema_.tables.begin())].place =
          std::move(place);
    } else if (Value* const value = scalar(id)) {
      if (auto* const text = std::get_if<Text>(value)) {
        text->place = std::move(place);
      }
    }
  }

  const schema::Schema& schema_;
  const source::Limits& limits_;
  std::size_t rows_ = 0;
  JsonValues values_;
  Report report_;
};

Report read(const source::Source& text, const Json& data, const schema::Schema& schema,
            const schema::Validator& validator, const figure::UnitSystem& units,
            const source::Limits& limits) {
  if (const auto violation = validator.check(data)) {
    throw schema::failure(*violation, text);
  }
  Report report = DataReader(text, schema, units, limits).read(data);
  mark_fitted_shares(report);
  return report;
}

}  // namespace

Json parse_data(const source::Source& text, const source::Limits& limits) {
  Json json = schema::parse_json(text, limits);
  if (json.object() == nullptr) {
    throw schema::failure({Message("report.json_not_object"), "", json.line, json.column}, text);
  }
  return json;
}

std::string schema_of_data(const source::Source& text, const Json& data) {
  const Json* const name = data.member("schema");
  if (name == nullptr) {
    return {};
  }
  if (name->string() == nullptr) {
    throw schema::failure({Message("report.json_schema", {{"pointer", "/schema"}}), "/schema",
                           name->line, name->column},
                          text);
  }
  return *name->string();
}

Report read_data(const source::Source& text, const Json& data, const schema::Schema& schema,
                 const figure::UnitSystem& units, const source::Limits& limits) {
  return read(text, data, schema, *schema.whole, units, limits);
}

Report read_json(const source::Source& text, const schema::Schema& schema,
                 const figure::UnitSystem& units, const source::Limits& limits, bool partial) {
  return read(text, parse_data(text, limits), schema, partial ? *schema.partial : *schema.whole,
              units, limits);
}

}  // namespace tieout::report
