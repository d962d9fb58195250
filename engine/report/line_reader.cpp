// What a line says, with the places that findings name.
#include "report/line_reader.hpp"

#include "report/column_reader.hpp"
#include "report/fitted_shares.hpp"
#include "report/line_walk.hpp"
#include "report/reading_cost.hpp"
#include "report/row_name.hpp"

#include <algorithm>
#include <utility>

namespace tieout::report {

class LineReader::Reader {
 public:
  Reader(const schema::Schema& schema, const ColumnLayout& layout, const source::Limits& limits)
      : schema_(schema), most_rows_(limits.table_cells / cells_a_row), walk_(schema, layout) {}

  std::optional<Report> read(std::string_view line, const std::string& source, std::size_t number,
                             const WantedFigures* wanted) {
    if (line.find('\r') != std::string_view::npos) return std::nullopt;  // begins a line in places
    report_ = Report();
    report_.source = source;
    report_.schema = &schema_;
    if (!source_ || *source_ != source) source_ = std::make_shared<const std::string>(source);
    line_ = static_cast<std::uint32_t>(number);
    counted_ = line.data();
    column_ = 1;
    rows_ = 0;
    wanted_ = wanted;
    if (!walk_.walk(line, *this)) return std::nullopt;
    mark_fitted_shares(report_);
    return std::move(report_);
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

  void open_table(std::size_t table, const char* at) {
    table_ = table;
    report_.tables[table].present = true;
    report_.tables[table].place = place(at, "/" + schema_.tables[table].id);
  }

  void open_row(const char* at) {
    if (++rows_ > most_rows_) throw Walk::Beyond();
    skips_ = wanted_ != nullptr && !wanted_->contains(table_);
    if (skips_) return;
    auto& rows = report_.tables[table_].rows;
    pointer_ = "/" + schema_.tables[table_].id + "/" + std::to_string(rows.size());
    row_ = &rows.emplace_back();
    row_->place = place(at, pointer_);
    row_->values.resize(schema_.tables[table_].columns.size());
  }

  void close_row() {
    if (std::exchange(skips_, false)) return;
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
    figure.place = place_of(field, written.at);
  }

  void text(const Field& field, std::string_view text, const char* at) {
    if (field.item->kind != schema::Kind::text) throw Walk::Beyond();
    if (skips_) return;
    Place place = place_of(field, at);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      value(field) = Blank{std::string(text), std::move(place)};
      return;
    }
    value(field) = Text{std::string(text), std::move(place)};
    const schema::Table* const table = row_ == nullptr ? nullptr : &schema_.tables[table_];
    if (table == nullptr || !table->key || field.index != *table->key) return;
    row_->label = text;
    row_->key = table->key_of(text);
  }

  void boolean(const Field& field, bool stated, const char* at) {
    if (skips_) return;
    value(field) = Boolean{stated, place_of(field, at)};
  }

 private:
  using Walk = LineWalk<Reader>;
  using Place = source::Place;

  [[nodiscard]] Value& value(const Field& field) {
    return row_ != nullptr ? row_->values[field.index] : report_.scalars[field.index];
  }

  [[nodiscard]] Place place_of(const Field& field, const char* at) {
    std::string pointer;
    const std::string& id = field.item->id;
    pointer.reserve((row_ != nullptr ? pointer_.size() : 0) + 1 + id.size());
    if (row_ != nullptr) pointer = pointer_;
    pointer += '/';
    pointer += id;
    return place(at, std::move(pointer));
  }

  /// Places are asked for in the order of the line.
  [[nodiscard]] Place place(const char* at, std::string pointer) {
    column_ += static_cast<std::uint32_t>(std::count_if(counted_, at, [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // begins a character
    }));
    counted_ = at;
    Place place;
    place.source = source_;
    place.line = line_;
    place.column = column_;
    place.pointer = std::move(pointer);
    return place;
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
  std::size_t table_ = 0;
  bool skips_ = false;   ///< the row, which is not wanted
  std::string pointer_;  ///< of the row
  Row* row_ = nullptr;   ///< null: between rows
};

LineReader::LineReader(const schema::Schema& schema, const ColumnLayout& layout,
                       const source::Limits& limits)
    : reader_(std::make_unique<Reader>(schema, layout, limits)) {}

LineReader::~LineReader() = default;

std::optional<Report> LineReader::read(std::string_view line, const std::string& source,
                                       std::size_t number, const WantedFigures* wanted) {
  return reader_->read(line, source, number, wanted);
}

}  // namespace tieout::report
