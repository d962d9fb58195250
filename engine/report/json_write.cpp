// A report as JSON data that read_json reads again.
#include "report/json_date.hpp"
#include "report/json_value.hpp"
#include "report/place_json.hpp"
#include "report/reading.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace tieout::report {
namespace {

using nlohmann::ordered_json;
using source::Place;

constexpr const char* operator_of(Target::Kind kind) {
  switch (kind) {
    case Target::Kind::at_least:
      return ">=";
    case Target::Kind::more_than:
      return ">";
    case Target::Kind::at_most:
      return "<=";
    case Target::Kind::less_than:
      return "<";
    case Target::Kind::between:
      return "between";
    case Target::Kind::equal:
      break;
  }
  return "=";
}

/// What is told from where it stands on a page says so.
void put_certainty(ordered_json& json, const Place& place) {
  if (place.from_layout) {
    json["certainty"] = "low";
  }
}

/// `member` with what stood there, and where.
ordered_json object(const char* member, const std::string& text, const Place& place) {
  return {{member, text}, {"place", place_json(place)}};
}

ordered_json figure_json(const figure::Figure& figure) {
  ordered_json json;
  const std::string value = figure.value.text();
  json["value"] = value;
  if (figure.unit != nullptr) {
    json["unit"] = figure.unit->id;
  }
  json["decimals"] = figure.decimals;
  if (figure.approximate) {
    json["approximate"] = true;
  }
  if (figure.exact != is_count(figure)) {
    json["exact"] = figure.exact;
  }
  if (figure.unit_assumed) {
    json["unit_assumed"] = true;
  }
  if (figure.raw != value) {
    json["raw"] = figure.raw;
  }
  put_certainty(json, figure.place);
  json["place"] = place_json(figure.place);
  return json;
}

ordered_json target_json(const Target& target) {
  ordered_json json;
  json["operator"] = operator_of(target.kind);
  const bool upper = target.kind == Target::Kind::at_most || target.kind == Target::Kind::less_than;
  json[upper ? "high" : "low"] = figure_json(target.low);
  if (target.kind == Target::Kind::between) {
    json["high"] = figure_json(target.high);
  }
  json["raw"] = target.raw;
  json["place"] = place_json(target.place);
  return json;
}

/// `around`: where the row stands, and with it any text that does not say otherwise.
ordered_json text_json(const std::string& text, const Place& place, const Place* around) {
  return around != nullptr && place == *around ? ordered_json(text) : object("text", text, place);
}

class Writer {
 public:
  explicit Writer(source::Language language) : language_(language) {}

  [[nodiscard]] ordered_json report(const Report& report) {
    const schema::Schema& schema = *report.schema;
    ordered_json json;
    json["schema"] = schema.id;
    // Whose report it is and of which year is always said: who reads the data requires it.
    json["entity"] = report.entity.empty() ? ordered_json() : ordered_json(report.entity);
    json["period"] = report.period.empty() ? ordered_json() : ordered_json(report.period);
    for (std::size_t i = 0; i < schema.scalars.size(); ++i) {
      const std::string& id = schema.scalars[i].id;
      const Value& value = report.scalars[i];
      if (const auto* const text = std::get_if<Text>(&value)) {
        if (id != "period" || year_of(text->text) == report.period) {
          json[id] = text->text;
        }
        places_[id] = place_json(text->place);
      } else if (!std::holds_alternative<Missing>(value)) {
        json[id] = this->value(value, schema.scalars[i], nullptr);
      }
    }
    for (std::size_t i = 0; i < schema.tables.size(); ++i) {
      const Table& table = report.tables[i];
      if (table.present) {
        json[schema.tables[i].id] = rows(table.rows, schema.tables[i]);
        places_[schema.tables[i].id] = place_json(table.place);
      }
    }
    json["reading"] = reading(report);
    return json;
  }

 private:
  ordered_json rows(const std::vector<Row>& rows, const schema::Table& table) const {
    ordered_json json = ordered_json::array();
    for (const Row& one : rows) {
      json.push_back(row(one, table));
    }
    return json;
  }

  ordered_json row(const Row& row, const schema::Table& table) const {
    ordered_json json = ordered_json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!std::holds_alternative<Missing>(row.values[i])) {
        json[table.columns[i].id] = value(row.values[i], table.columns[i], &row.place);
      }
    }
    json["place"] = place_json(row.place);
    if (!row.doubt.empty()) {
      json["doubt"] = source::render(row.doubt, language_);
    }
    if (!row.alternatives.empty()) {
      json["readings"] = rows(row.alternatives, table);
    }
    return json;
  }

  ordered_json value(const Value& value, const schema::Item& item, const Place* around) const {
    if (const auto* const figure = std::get_if<figure::Figure>(&value)) {
      return figure_json(*figure);
    }
    if (const auto* const text = std::get_if<Text>(&value)) {
      return text_json(text->text, text->place, around);
    }
    if (const auto* const date = std::get_if<Date>(&value)) {
      ordered_json json = object("date", iso_text(*date), date->place);
      json["raw"] = date->raw;
      return json;
    }
    if (const auto* const boolean = std::get_if<Boolean>(&value)) {
      return {{"value", boolean->value}, {"place", place_json(boolean->place)}};
    }
    if (const auto* const target = std::get_if<TargetPtr>(&value)) {
      return target_json(**target);
    }
    if (const auto* const nested = std::get_if<Rows>(&value)) {
      return rows(**nested, *item.table);
    }
    if (const auto* const blank = std::get_if<Blank>(&value)) {
      return item.kind == schema::Kind::text ? text_json(blank->raw, blank->place, around)
                                             : raw_json(item.kind, blank->raw, blank->place);
    }
    const auto& unreadable = std::get<Unreadable>(value);
    return raw_json(item.kind, unreadable.raw, unreadable.place);
  }

  /// Characters that make no value.
  static ordered_json raw_json(schema::Kind kind, const std::string& raw, const Place& place) {
    ordered_json json = object(raw_member(kind), raw, place);
    if (kind == schema::Kind::number) {
      put_certainty(json, place);
    }
    return json;
  }

  /// The member in which the characters stand that make a value of this kind.
  static const char* raw_member(schema::Kind kind) {
    switch (kind) {
      case schema::Kind::number:
        return "value";
      case schema::Kind::text:
        return "text";
      case schema::Kind::date:
        return "date";
      default:
        return "raw";
    }
  }

  [[nodiscard]] ordered_json reading(const Report& report) const {
    const Uptake& uptake = report.uptake;
    ordered_json json;
    json["table_figures"] = uptake.table_figures;
    json["table_figures_used"] = uptake.table_figures_used;
    json["text_figures"] = uptake.text_figures;
    json["text_figures_used"] = uptake.text_figures_used;
    const std::size_t all = uptake.table_figures + uptake.text_figures;
    const std::size_t used = uptake.table_figures_used + uptake.text_figures_used;
    json["share"] = nullptr;
    if (all > 0) {
      const figure::Rational percent = figure::Rational(used) * 100 / figure::Rational(all);
      json["share"] = figure::rounded(percent, 1).text() + "%";
    }
    json["left_over"] = ordered_json::array();
    for (const LeftOver& one : uptake.left_over) {
      json["left_over"].push_back(object("raw", one.raw, one.place));
    }
    json["places"] = places_;
    json["notes"] = ordered_json::array();
    for (const source::Message& note : report.notes) {
      json["notes"].push_back(source::render(note, language_));
    }
    return json;
  }

  source::Language language_;
  ordered_json places_ = ordered_json::object();  ///< of tables and of texts outside tables
};

}  // namespace

ordered_json to_json(const Report& report, source::Language language) {
  return Writer(language).report(report);
}

}  // namespace tieout::report
