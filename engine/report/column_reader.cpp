// Walks a line with simdjson On-Demand, every value of it.
#include "report/column_reader.hpp"

#include "report/column_layout.hpp"
#include "report/json_date.hpp"
#include "report/written_number.hpp"

#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace tieout::report {
namespace {

namespace ondemand = simdjson::ondemand;

/// Thrown where a report says what columns do not hold.
struct Beyond {};

/// A number, and what follows it.
WrittenNumber written(std::string_view text) {
  if (const auto number = written_number(text)) return *number;
  throw Beyond();
}

/// A number that nothing follows.
WrittenNumber written_alone(std::string_view text) {
  const auto number = written(text);
  if (!number.rest.empty()) throw Beyond();
  return number;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_blank(std::string_view text) { return std::ranges::all_of(text, is_space); }

}  // namespace

class ColumnReader::Reader {
 public:
  Reader(const schema::Schema& schema, const figure::UnitSystem& units)
      : schema_(schema), layout_(schema, units) {
    batch_.scalars.resize(schema.scalars.size());
    batch_.tables.resize(schema.tables.size());
    for (std::size_t t = 0; t < schema.tables.size(); ++t) {
      batch_.tables[t].columns.resize(schema.tables[t].columns.size());
    }
    clear();
  }

  bool add(std::string_view line) {
    if (line.size() > std::numeric_limits<std::uint32_t>::max() / 2) return false;
    open();
    try {
      ondemand::document document =
          parser_.iterate(line.data(), line.size(), line.size() + line_padding);
      ondemand::object root = document.get_object();
      report(root);
      if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) throw Beyond();
    } catch (const Beyond&) {
      roll_back();
      return false;
    } catch (const simdjson::simdjson_error&) {
      roll_back();
      return false;
    }
    close();
    return true;
  }

  void clear() {
    // Labels repeat within a stream, but not without end.
    constexpr std::size_t most_keys = 1U << 16U;
    batch_.entities.clear();
    batch_.periods.clear();
    for (auto& column : batch_.scalars) column.clear();
    for (TableColumns& table : batch_.tables) {
      table.begins.assign(1, 0);
      table.present.clear();
      table.keys.clear();
      for (auto& column : table.columns) column.clear();
    }
    if (keys_.size() > most_keys) keys_.clear();
  }

  [[nodiscard]] const schema::Schema& schema() const { return schema_; }
  [[nodiscard]] const Batch& batch() const { return batch_; }
  [[nodiscard]] Keys& keys() { return keys_; }
  [[nodiscard]] const Measures& measures() const { return layout_.measures(); }

 private:
  /// Which members of an object were met, and the one that probably comes next.
  struct Members {
    explicit Members(const Fields& all) : fields(all), met(all.names.size(), false) {}

    /// Throws Beyond for a name that is not known or comes twice.
    const Field& next(std::string_view name) {
      std::size_t at = expected;
      if (at >= fields.names.size() || fields.names[at] != name) {
        const auto found = fields.find(name);
        if (!found) throw Beyond();
        at = *found;
      }
      if (met[at]) throw Beyond();
      met[at] = true;
      expected = at + 1;
      return fields.fields[at];
    }

    void finish() const {
      for (std::size_t i = 0; i < met.size(); ++i) {
        if (fields.required[i] && !met[i]) throw Beyond();
      }
    }

    const Fields& fields;
    std::vector<bool> met;
    std::size_t expected = 0;
  };

  /// The name of a member that is written without escapes.
  static std::string_view name_of(simdjson::simdjson_result<ondemand::field>& field) {
    const char* const begin = field.key().value_unsafe().raw();
    const char* end = begin;
    for (; *end != '"'; ++end) {
      if (*end == '\\') throw Beyond();
    }
    return {begin, static_cast<std::size_t>(end - begin)};
  }

  /// Calls `take` with each member of an object and what it may be.
  template <typename Take>
  static void each_member(ondemand::object& object, const Fields& fields, const Take& take) {
    Members members(fields);
    for (auto field : object) {
      if (field.error() != simdjson::SUCCESS) throw Beyond();
      const Field& what = members.next(name_of(field));
      ondemand::value value = field.value();
      take(what, value);
    }
    members.finish();
  }

  void report(ondemand::object& root) {
    bool named = false;
    each_member(root, layout_.root(), [&](const Field& what, ondemand::value& value) {
      switch (what.kind) {
        case Field::Kind::schema:
          if (std::string_view(value.get_string()) != schema_.id) throw Beyond();
          named = true;
          break;
        case Field::Kind::period:
          period_ = year_of(text_or_token(value));
          if (period_.empty()) throw Beyond();
          break;
        case Field::Kind::number:
          batch_.scalars[what.index].back() = number(value, what);
          break;
        case Field::Kind::text:
          if (what.entity) {
            entity_ = std::string_view(value.get_string());
            if (is_blank(entity_)) throw Beyond();
          } else {
            text(value);
          }
          break;
        case Field::Kind::boolean:
          (void)bool(value.get_bool());
          break;
        case Field::Kind::table:
          table(value, what.index);
          break;
        case Field::Kind::beyond:
          throw Beyond();
      }
    });
    if (!named || entity_.empty() || period_.empty()) throw Beyond();
  }

  void table(ondemand::value& value, std::size_t index) {
    TableColumns& table = batch_.tables[index];
    const schema::Table& schema = schema_.tables[index];
    present_[index] = true;
    for (auto element : value.get_array()) {
      ondemand::object row = element.get_object();
      for (std::size_t c = 0; c < schema.columns.size(); ++c) {
        if (schema.columns[c].kind == schema::Kind::number) table.columns[c].emplace_back();
      }
      table.keys.push_back(0);
      this->row(row, table, schema, layout_.row(index));
    }
  }

  void row(ondemand::object& object, TableColumns& table, const schema::Table& schema,
           const Fields& fields) {
    bool named = !schema.key;
    each_member(object, fields, [&](const Field& what, ondemand::value& value) {
      switch (what.kind) {
        case Field::Kind::number:
          table.columns[what.index].back() = number(value, what);
          break;
        case Field::Kind::text:
          if (schema.key && what.index == *schema.key) {
            const std::string_view label = value.get_string();
            if (is_blank(label)) throw Beyond();
            table.keys.back() = keys_.number(schema, label);
            named = true;
          } else {
            text(value);
          }
          break;
        case Field::Kind::boolean:
          (void)bool(value.get_bool());
          break;
        default:
          throw Beyond();
      }
    });
    if (!named) throw Beyond();
  }

  static void text(ondemand::value& value) { (void)std::string_view(value.get_string()); }

  static std::string_view token(ondemand::value& value) {
    std::string_view token = value.raw_json_token();
    while (!token.empty() && is_space(token.back())) token.remove_suffix(1);
    return token;
  }

  static std::string_view text_or_token(ondemand::value& value) {
    if (ondemand::json_type(value.type()) == ondemand::json_type::string) {
      return value.get_string();
    }
    const std::string_view whole = token(value);
    if (written_alone(whole).decimals > 0) throw Beyond();
    return whole;
  }

  [[nodiscard]] NumberCell number(ondemand::value& value, const Field& field) const {
    switch (ondemand::json_type(value.type())) {
      case ondemand::json_type::number:
        return cell(written_alone(token(value)), field, field.unit);
      case ondemand::json_type::string:
        return number_text(value.get_string(), field);
      case ondemand::json_type::object:
        return number_object(value, field);
      case ondemand::json_type::null:
        if (!bool(value.is_null())) throw Beyond();
        return {};
      default:
        throw Beyond();
    }
  }

  /// "36%", "1003.30", "12万元"
  [[nodiscard]] NumberCell number_text(std::string_view text, const Field& field) const {
    const auto number = written(text);
    return cell(number, field, number.rest.empty() ? field.unit : unit(number.rest, field));
  }

  /// {"value": 36, "unit": "%"}
  [[nodiscard]] NumberCell number_object(ondemand::value& value, const Field& field) const {
    std::optional<WrittenNumber> number;
    const CellUnit* unit = field.unit;
    bool named = false;
    for (auto member : value.get_object()) {
      if (member.error() != simdjson::SUCCESS) throw Beyond();
      const std::string_view name = name_of(member);
      ondemand::value content = member.value();
      if (name == "value" && !number) {
        const bool bare = ondemand::json_type(content.type()) == ondemand::json_type::number;
        number = written_alone(bare ? token(content) : std::string_view(content.get_string()));
      } else if (name == "unit" && !named) {
        unit = this->unit(content.get_string(), field);
        named = true;
      } else {
        throw Beyond();
      }
    }
    if (!number) throw Beyond();
    return cell(*number, field, unit);
  }

  /// The unit that a figure states itself.
  [[nodiscard]] const CellUnit* unit(std::string_view id, const Field& field) const {
    const CellUnit* const found = layout_.unit(id);
    if (found == nullptr ||
        !figure::Dimension::fit(field.item->dimension, found->unit->dimension)) {
      throw Beyond();
    }
    return found;
  }

  [[nodiscard]] static NumberCell cell(const WrittenNumber& number, const Field& field,
                                       const CellUnit* unit) {
    if (unit == nullptr || number.decimals >= unit->worth.size()) throw Beyond();
    const schema::Item& item = *field.item;
    std::size_t decimals = number.decimals;
    if (item.decimals && unit->unit == item.unit) {
      decimals = std::max(decimals, static_cast<std::size_t>(std::max(0, *item.decimals)));
    }
    if (decimals >= unit->worth.size()) throw Beyond();
    const std::int64_t worth = unit->worth[number.decimals];
    NumberCell cell;
    cell.state = NumberCell::State::stated;
    cell.measure = unit->measure;
    cell.step = unit->exact ? 0 : unit->worth[decimals];
    if (worth == 0 || (!unit->exact && cell.step == 0) ||
        __builtin_mul_overflow(number.digits, worth, &cell.value)) {
      throw Beyond();
    }
    return cell;
  }

  void open() {
    entity_.clear();
    period_.clear();
    present_.assign(schema_.tables.size(), false);
    for (std::size_t i = 0; i < schema_.scalars.size(); ++i) {
      if (schema_.scalars[i].kind == schema::Kind::number) batch_.scalars[i].emplace_back();
    }
  }

  void close() {
    batch_.entities.push_back(entity_);
    batch_.periods.push_back(period_);
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
      TableColumns& table = batch_.tables[t];
      table.begins.push_back(static_cast<std::uint32_t>(table.keys.size()));
      table.present.push_back(present_[t] ? 1 : 0);
    }
  }

  void roll_back() {
    for (std::size_t i = 0; i < schema_.scalars.size(); ++i) {
      if (schema_.scalars[i].kind == schema::Kind::number) batch_.scalars[i].pop_back();
    }
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
      TableColumns& table = batch_.tables[t];
      const std::size_t rows = table.begins.back();
      table.keys.resize(rows);
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (schema_.tables[t].columns[c].kind == schema::Kind::number) {
          table.columns[c].resize(rows);
        }
      }
    }
  }

  const schema::Schema& schema_;
  ColumnLayout layout_;
  Keys keys_;
  Batch batch_;
  ondemand::parser parser_;
  std::string entity_;
  std::string period_;
  std::vector<bool> present_;
};

ColumnReader::ColumnReader(const schema::Schema& schema, const figure::UnitSystem& units)
    : reader_(std::make_unique<Reader>(schema, units)) {}

ColumnReader::~ColumnReader() = default;

bool ColumnReader::add(std::string_view line) { return reader_->add(line); }
const schema::Schema& ColumnReader::schema() const { return reader_->schema(); }
const Batch& ColumnReader::batch() const { return reader_->batch(); }
Keys& ColumnReader::keys() { return reader_->keys(); }
const Measures& ColumnReader::measures() const { return reader_->measures(); }
void ColumnReader::clear() { reader_->clear(); }

}  // namespace tieout::report
