// What a line says, put at the ends of columns.
#include "report/column_reader.hpp"

#include "report/line_walk.hpp"

namespace tieout::report {

class ColumnReader::Reader {
 public:
  Reader(const schema::Schema& schema, const figure::UnitSystem& units)
      : schema_(schema), layout_(schema, units), walk_(schema, layout_) {
    batch_.scalars.resize(schema.scalars.size());
    batch_.tables.resize(schema.tables.size());
    for (std::size_t t = 0; t < schema.tables.size(); ++t) {
      batch_.tables[t].columns.resize(schema.tables[t].columns.size());
    }
    batch_.kinds = layout_.kinds();
    present_.resize(schema.tables.size());
    clear();
  }

  bool add(std::string_view line) {
    const bool taken = walk_.walk(line, *this);
    if (!taken) fit_columns();  // and forget what was seen of it
    return taken;
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
  [[nodiscard]] const ColumnLayout& layout() const { return layout_; }
  [[nodiscard]] const Batch& batch() {
    fit_columns();
    return batch_;
  }
  [[nodiscard]] Keys& keys() { return keys_; }

  // As a sink of LineWalk.

  void open_report() {
    std::ranges::fill(present_, std::uint8_t{0});
    row_of_ = nullptr;
  }

  void close_report(std::string_view entity, std::string_view period) {
    batch_.entities.emplace_back(entity);
    batch_.periods.emplace_back(period);
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
      TableColumns& table = batch_.tables[t];
      table.begins.push_back(static_cast<std::uint32_t>(table.keys.size()));
      table.present.push_back(present_[t]);
    }
  }

  void open_table(std::size_t table, const char* /*at*/) {
    present_[table] = 1;
    table_ = table;
  }

  void open_row(const char* /*at*/) {
    row_of_ = &batch_.tables[table_];
    row_of_->keys.push_back(0);
  }

  void close_row() { row_of_ = nullptr; }

  void number(const Field& field, const WrittenFigure& figure) {
    const CellUnit& unit = *figure.unit;
    if (figure.decimals >= unit.worth.size()) throw Walk::Beyond();
    const std::int64_t worth = unit.worth[figure.number.decimals];
    const NumberColumn::Kind kind = unit.kinds[unit.exact ? 0 : figure.decimals];
    std::int64_t value = 0;
    if (worth == 0 || kind == NumberColumn::missing ||
        __builtin_mul_overflow(figure.number.digits, worth, &value)) {
      throw Walk::Beyond();
    }
    if (row_of_ != nullptr) {
      row_of_->columns[field.index].state(row_of_->keys.size() - 1, value, kind);
    } else {
      batch_.scalars[field.index].state(batch_.size(), value, kind);
    }
  }

  void text(const Field& field, std::string_view text, const char* /*at*/) {
    if (row_of_ == nullptr) return;
    const schema::Table& table = schema_.tables[table_];
    if (!table.key || field.index != *table.key) return;
    row_of_->keys.back() = keys_.number(table, table_, text);
  }

  void boolean(const Field& /*field*/, bool /*value*/, const char* /*at*/) {}

 private:
  using Walk = LineWalk<Reader>;

  /// Gives every column a cell for each row of the reports that were taken, and no more.
  void fit_columns() {
    for (std::size_t i = 0; i < schema_.scalars.size(); ++i) {
      if (schema_.scalars[i].kind == schema::Kind::number) batch_.scalars[i].resize(batch_.size());
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
  Walk walk_;
  Keys keys_;
  Batch batch_;
  std::vector<std::uint8_t> present_;
  std::size_t table_ = 0;
  TableColumns* row_of_ = nullptr;  ///< null: between rows
};

ColumnReader::ColumnReader(const schema::Schema& schema, const figure::UnitSystem& units)
    : reader_(std::make_unique<Reader>(schema, units)) {}

ColumnReader::~ColumnReader() = default;

bool ColumnReader::add(std::string_view line) { return reader_->add(line); }
const schema::Schema& ColumnReader::schema() const { return reader_->schema(); }
const ColumnLayout& ColumnReader::layout() const { return reader_->layout(); }
const Batch& ColumnReader::batch() { return reader_->batch(); }
Keys& ColumnReader::keys() { return reader_->keys(); }
void ColumnReader::clear() { reader_->clear(); }

}  // namespace tieout::report
