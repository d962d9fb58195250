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
    earlier_rows_.resize(schema_.tables.size());
  }

  void close_report(std::string_view entity, std::string_view period) {
    report_.entity = entity;
    report_.period = period;
  }

  const char* open_table(std::size_t table, const char* at) {
    table_ = table;
    opened_.push_back(table);
    report_.tables[table].present = true;
    Place& place = report_.tables[table].place;
    place.pointer.assign(1, '/').append(schema_.tables[table].id);
    set_place(place, at);
    const bool unwanted = wanted_ != nullptr && !wanted_->contains(table);
    if (unwanted && !ends_.empty()) return line_begin_ + ends_[table];  // and never closed
    skips_ = unwanted;
    row_number_ = 0;
    if (!skips_) report_.tables[table].rows.swap(earlier_rows_[table]);
    return nullptr;
  }

  void close_table(const char* /*end*/) {
    report_.tables[table_].rows.resize(row_number_);
    skips_ = false;
  }

  void open_row(const char* at) {
    if (++rows_ > most_rows_) throw Walk::Beyond();
    if (skips_) return;
    auto& rows = report_.tables[table_].rows;
    row_ = row_number_ < rows.size() ? &rows[row_number_] : &new_row(rows);
    ++row_number_;
    set_place(row_->place, at);
    met_.assign(row_->values.size(), 0);
  }

  void close_row() {
    if (skips_) return;
    const schema::Table& table = schema_.tables[table_];
    for (std::size_t i = 0; i < met_.size(); ++i) {
      if (met_[i] == 0) empty(row_->values[i]);
    }
    if (!table.key) row_->label = name_of(*row_, table, schema_);
    row_ = nullptr;
  }

  void plain_number(const Field& field, const WrittenNumber& number, const char* at) {
    if (field.unit == nullptr) throw Walk::Beyond();
    const std::size_t decimals = std::max<std::size_t>(number.decimals, field.decimals);
    this->number(field, {number, field.unit, decimals, {at, number.size}, at});
  }

  void number(const Field& field, const WrittenFigure& written) {
    if (skips_) return;
    if (row_ != nullptr && wanted_ != nullptr && !wanted_->contains(table_, field.index)) return;
    auto& figure = value<figure::Figure>(field);
    figure::StatedNumber& number = figure;
    number = {};
    number.value = {written.number.digits, static_cast<int>(written.number.decimals)};
    number.decimals = static_cast<int>(written.decimals);
    number.unit = written.unit->unit;
    number.exact = written.unit->exact;
    figure.raw = written.raw;
    set_place(figure.place, written.at);
  }

  void text(const Field& field, std::string_view text, const char* at) {
    if (field.item->kind != schema::Kind::text) throw Walk::Beyond();
    if (skips_) return;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      auto& blank = value<Blank>(field);
      blank.raw = text;
      set_place(blank.place, at);
      return;
    }
    auto& words = value<Text>(field);
    words.text = text;
    set_place(words.place, at);
    const schema::Table* const table = row_ == nullptr ? nullptr : &schema_.tables[table_];
    if (table == nullptr || !table->key || field.index != *table->key) return;
    if (row_->label == text) return;  // as that of the last report
    row_->label = text;
    row_->key = table->key_of(text);
  }

  /// Each is put into its row, with its place.
  static const char* known_text(const Field& /*field*/, const char* /*at*/) { return nullptr; }

  void boolean(const Field& field, bool stated, const char* at) {
    if (skips_) return;
    auto& boolean = value<Boolean>(field);
    boolean.value = stated;
    set_place(boolean.place, at);
  }

 private:
  using Walk = LineWalk<Reader>;
  using Place = source::Place;

  static constexpr std::size_t most_kept = 64;

  /// The report of the last line. What comes is mostly put in the place of its rows.
  void forget() {
    for (Value& scalar : report_.scalars) empty(scalar);
    for (const std::size_t t : opened_) {
      auto& [present, rows, place] = report_.tables[t];
      present = false;
      place = Place();
      if (rows.empty()) continue;
      if (rows.size() > most_kept) rows.clear();  // each may take kilobytes
      rows.swap(earlier_rows_[t]);
    }
    opened_.clear();
    report_.entity.clear();
    report_.period.clear();
    report_.date.reset();
  }

  static void empty(Value& value) {
    if (!std::holds_alternative<Missing>(value)) value = Missing();  // most are
  }

  Row& new_row(std::vector<Row>& rows) const {
    constexpr std::size_t as_most_tables_have = 4;
    if (rows.empty()) rows.reserve(as_most_tables_have);
    const schema::Table& table = schema_.tables[table_];
    const fmt::format_int number(rows.size());
    Row& row = rows.emplace_back();
    row.place.pointer.append(1, '/').append(table.id).append(1, '/');
    row.place.pointer.append(number.data(), number.size());
    row.values.resize(table.columns.size());
    return row;
  }

  /// The value of a field. One of an earlier report stood in the same row of the same table, so its
  /// pointer is right already.
  template <typename Kind>
  Kind& value(const Field& field) {
    if (row_ != nullptr) met_[field.index] = 1;
    Value& value = row_ != nullptr ? row_->values[field.index] : report_.scalars[field.index];
    if (Kind* const earlier = std::get_if<Kind>(&value)) return *earlier;
    Kind& made = value.emplace<Kind>();
    const std::string& id = field.item->id;
    std::string& pointer = made.place.pointer;
    pointer.reserve((row_ != nullptr ? row_->place.pointer.size() : 0) + 1 + id.size());
    if (row_ != nullptr) pointer = row_->place.pointer;
    pointer.append(1, '/').append(id);
    return made;
  }

  /// All but its pointer. Places are asked for in the order of the line.
  void set_place(Place& place, const char* at) {
    column_ += characters_in(counted_, at);
    counted_ = at;
    if (place.source != source_) place.source = source_;
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
  bool skips_ = false;                          ///< the table, which is not wanted
  std::vector<std::vector<Row>> earlier_rows_;  ///< by table: of an earlier report, to be reused
  std::vector<std::size_t> opened_;             ///< tables
  std::size_t row_number_ = 0;                  ///< how many rows of the table were opened
  Row* row_ = nullptr;                          ///< null: between rows
  std::vector<std::uint8_t> met_;               ///< by column: does the row say it?
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
