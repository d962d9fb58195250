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
      batch_.tables[t].begins.push_back(0);
    }
    batch_.kinds = layout_.kinds();
    present_.resize(schema.tables.size());
    rooms_.resize(schema.tables.size());
    labels_.resize(schema.tables.size());
  }

  bool add(std::string_view line) {
    const bool taken = walk_.walk(line, *this);
    if (!taken) forget_from(batch_.size());  // what was seen of it
    return taken;
  }

  void clear() {
    // Labels repeat within a stream, but not without end.
    constexpr std::size_t most_keys = 1U << 16U;
    forget_from(0);
    batch_.entities.clear();
    batch_.periods.clear();
    for (auto& column : batch_.scalars) column.forget_kind();
    for (TableColumns& table : batch_.tables) {
      table.begins.resize(1);
      table.present.clear();
      for (auto& column : table.columns) column.forget_kind();
    }
    if (keys_.size() <= most_keys) return;
    keys_.clear();
    for (auto& labels : labels_) labels.clear();
  }

  [[nodiscard]] const schema::Schema& schema() const { return schema_; }
  [[nodiscard]] const ColumnLayout& layout() const { return layout_; }
  [[nodiscard]] const Batch& batch() const { return batch_; }
  [[nodiscard]] Keys& keys() { return keys_; }

  // As a sink of LineWalk.

  void open_report() {
    std::ranges::fill(present_, std::uint8_t{0});
    row_of_ = nullptr;
    make_room(batch_.scalars, schema_.scalars, batch_.size(), room_);
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
    row_ = row_of_->keys.size();
    row_of_->keys.push_back(0);
    make_room(row_of_->columns, schema_.tables[table_].columns, row_, rooms_[table_]);
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
      row_of_->columns[field.index].state(row_, value, kind);
    } else {
      batch_.scalars[field.index].state(batch_.size(), value, kind);
    }
  }

  void text(const Field& field, std::string_view text, const char* /*at*/) {
    if (row_of_ == nullptr) return;
    const schema::Table& table = schema_.tables[table_];
    if (table.key && field.index == *table.key) row_of_->keys.back() = key_number(table, text);
  }

  void boolean(const Field& /*field*/, bool /*value*/, const char* /*at*/) {}

 private:
  using Walk = LineWalk<Reader>;

  /// A label, and the number of its key.
  struct Label {
    std::string text;
    std::uint32_t number = 0;
  };

  /// Rows of one report are mostly called as those of the last one.
  std::uint32_t key_number(const schema::Table& table, std::string_view label) {
    constexpr std::size_t most = 64;
    auto& labels = labels_[table_];
    const std::size_t position = row_ - row_of_->begins.back();
    if (position < labels.size() && labels[position].text == label) return labels[position].number;
    const std::uint32_t number = keys_.number(table, table_, label);
    if (position >= most) return number;
    if (position >= labels.size()) labels.resize(position + 1);
    labels[position] = {std::string(label), number};
    return number;
  }

  /// The columns of numbers are long enough for the row. `room`: how long they are.
  static void make_room(std::vector<NumberColumn>& columns, const std::vector<schema::Item>& items,
                        std::size_t row, std::size_t& room) {
    if (row < room) return;
    constexpr std::size_t least = 64;
    room = std::max(least, 2 * row);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (items[i].kind == schema::Kind::number) columns[i].lengthen(room);
    }
  }

  /// Forgets the numbers of this report and those behind it.
  void forget_from(std::size_t report) {
    for (auto& column : batch_.scalars) column.forget(report, batch_.size() + 1);
    for (TableColumns& table : batch_.tables) {
      const std::size_t begin = table.begins[report];
      for (auto& column : table.columns) column.forget(begin, table.keys.size());
      table.keys.resize(begin);
    }
  }

  const schema::Schema& schema_;
  ColumnLayout layout_;
  Walk walk_;
  Keys keys_;
  Batch batch_;
  std::size_t room_ = 0;            ///< the length of scalar columns
  std::vector<std::size_t> rooms_;  ///< by table: the length of its columns
  std::vector<std::vector<Label>>
      labels_;  ///< by table, by row of a report: what was met there last
  std::vector<std::uint8_t> present_;
  std::size_t table_ = 0;
  std::size_t row_ = 0;
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
