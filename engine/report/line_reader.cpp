// What a line says, with the places that findings name.
#include "report/line_reader.hpp"

#include "report/column_reader.hpp"
#include "report/eight_bytes.hpp"
#include "report/fitted_shares.hpp"
#include "report/line_walk.hpp"
#include "report/reading_cost.hpp"
#include "report/row_name.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <span>
#include <utility>

namespace tieout::report {

class LineReader::Reader {
 public:
  Reader(const schema::Schema& schema, const ColumnLayout& layout, const source::Limits& limits)
      : schema_(schema), most_rows_(limits.table_cells / cells_a_row), walk_(schema, layout) {}

  Report* read(std::string_view line, const std::string& source, std::size_t number,
               const WantedFigures* wanted, const Batch::Tables* tables) {
    if (line.find('\r') != std::string_view::npos) return nullptr;  // begins a line in places
    if (tables != nullptr ? tables->rows > most_rows_ : !simdjson::validate_utf8(line)) {
      return nullptr;
    }
    forget();
    report_.source = source;
    report_.schema = &schema_;
    if (!source_ || *source_ != source) source_ = std::make_shared<const std::string>(source);
    line_ = static_cast<std::uint32_t>(number);
    counted_ = line.data();
    column_ = 1;
    rows_ = 0;
    wanted_ = wanted;
    line_begin_ = line.data();
    ends_ = tables == nullptr ? std::span<const std::uint32_t>() : tables->ends;
    if (!walk_.walk(line, *this)) return nullptr;
    mark_fitted_shares(report_);
    return &report_;
  }

  // As a sink of LineWalk.

  void open_report() {
    row_ = nullptr;
    skips_ = false;
    report_.scalars.resize(schema_.scalars.size());
    report_.tables.resize(schema_.tables.size());
  }

  void close_report(std::string_view entity, std::string_view period) {
    report_.entity = entity;
    report_.period = period;
  }

  const char* open_table(std::size_t table, const char* at) {
    table_ = table;
    report_.tables[table].present = true;
    Place& place = report_.tables[table].place;
    place.pointer.assign(1, '/').append(schema_.tables[table].id);
    set_place(place, at);
    const bool unwanted = wanted_ != nullptr && !wanted_->contains(table);
    if (unwanted && !ends_.empty()) return line_begin_ + ends_[table];  // and never closed
    skips_ = unwanted;
    return nullptr;
  }

  void close_table(const char* /*end*/) { skips_ = false; }

  void open_row(const char* at) {
    if (++rows_ > most_rows_) throw Walk::Beyond();
    if (skips_) return;
    constexpr std::size_t as_most_tables_have = 4;
    auto& rows = report_.tables[table_].rows;
    if (rows.empty()) rows.reserve(as_most_tables_have);
    const fmt::format_int number(rows.size());
    pointer_.assign(1, '/').append(schema_.tables[table_].id).append(1, '/');
    pointer_.append(number.data(), number.size());
    row_ = &rows.emplace_back();
    row_->place.pointer = pointer_;
    set_place(row_->place, at);
    if (!spare_values_.empty()) {
      row_->values = std::move(spare_values_.back());
      spare_values_.pop_back();
      for (Value& value : row_->values) empty(value);
    }
    row_->values.resize(schema_.tables[table_].columns.size());
  }

  void close_row() {
    if (skips_) return;
    const schema::Table& table = schema_.tables[table_];
    if (!table.key) row_->label = name_of(*row_, table, schema_);
    row_ = nullptr;
  }

  void number(const Field& field, const WrittenFigure& written) {
    if (skips_) return;
    if (row_ != nullptr && wanted_ != nullptr && !wanted_->contains(table_, field.index)) return;
    auto& figure = value(field).emplace<figure::Figure>();
    figure.value = {written.number.digits, static_cast<int>(written.number.decimals)};
    figure.decimals = static_cast<int>(written.decimals);
    figure.unit = written.unit->unit;
    figure.exact = written.unit->exact;
    figure.raw = written.raw;
    set_place(figure.place, field, written.at);
  }

  void text(const Field& field, std::string_view text, const char* at) {
    if (field.item->kind != schema::Kind::text) throw Walk::Beyond();
    if (skips_) return;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      auto& blank = value(field).emplace<Blank>();
      blank.raw = text;
      set_place(blank.place, field, at);
      return;
    }
    auto& words = value(field).emplace<Text>();
    words.text = text;
    set_place(words.place, field, at);
    const schema::Table* const table = row_ == nullptr ? nullptr : &schema_.tables[table_];
    if (table == nullptr || !table->key || field.index != *table->key) return;
    row_->label = text;
    row_->key = table->key_of(text);
  }

  void boolean(const Field& field, bool stated, const char* at) {
    if (skips_) return;
    auto& boolean = value(field).emplace<Boolean>();
    boolean.value = stated;
    set_place(boolean.place, field, at);
  }

 private:
  using Walk = LineWalk<Reader>;
  using Place = source::Place;

  static constexpr std::size_t most_spare = 64;  ///< rows, of which each may take kilobytes

  /// The report of the last line, but for the memory of what most reports have.
  void forget() {
    for (Value& scalar : report_.scalars) empty(scalar);
    for (Table& table : report_.tables) {
      if (!table.present) continue;
      table.present = false;
      for (Row& row : table.rows) {
        if (spare_values_.size() < most_spare) spare_values_.push_back(std::move(row.values));
      }
      table.rows.clear();
      table.place = Place();
    }
    report_.entity.clear();
    report_.period.clear();
    report_.date.reset();
  }

  static void empty(Value& value) {
    if (!std::holds_alternative<Missing>(value)) value = Missing();  // most are
  }

  [[nodiscard]] Value& value(const Field& field) {
    return row_ != nullptr ? row_->values[field.index] : report_.scalars[field.index];
  }

  /// Of a value. A place is large: it is filled where it stays.
  void set_place(Place& place, const Field& field, const char* at) {
    const std::string& id = field.item->id;
    place.pointer.reserve((row_ != nullptr ? pointer_.size() : 0) + 1 + id.size());
    if (row_ != nullptr) place.pointer = pointer_;
    place.pointer.append(1, '/').append(id);
    set_place(place, at);
  }

  /// All but its pointer. Places are asked for in the order of the line.
  void set_place(Place& place, const char* at) {
    column_ += characters_in(counted_, at);
    counted_ = at;
    place.source = source_;
    place.line = line_;
    place.column = column_;
  }

  const schema::Schema& schema_;
  std::size_t most_rows_;
  Walk walk_;
  Report report_;
  std::shared_ptr<const std::string> source_;
  std::uint32_t line_ = 0;
  const char* counted_ = nullptr;  ///< up to here characters are counted in column_
  std::uint32_t column_ = 1;
  std::size_t rows_ = 0;
  const WantedFigures* wanted_ = nullptr;  ///< null: all
  const char* line_begin_ = nullptr;
  std::span<const std::uint32_t> ends_;  ///< Batch::Tables::ends; empty: not known
  std::size_t table_ = 0;
  bool skips_ = false;                            ///< the table, which is not wanted
  std::string pointer_;                           ///< of the row
  std::vector<std::vector<Value>> spare_values_;  ///< of rows of the last report, for their memory
  Row* row_ = nullptr;                            ///< null: between rows
};

LineReader::LineReader(const schema::Schema& schema, const ColumnLayout& layout,
                       const source::Limits& limits)
    : reader_(std::make_unique<Reader>(schema, layout, limits)) {}

LineReader::~LineReader() = default;

Report* LineReader::read(std::string_view line, const std::string& source, std::size_t number,
                         const WantedFigures* wanted, const Batch::Tables* tables) {
  return reader_->read(line, source, number, wanted, tables);
}

}  // namespace tieout::report
