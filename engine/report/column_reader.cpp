// What a line says, put at the ends of columns.
#include "report/column_reader.hpp"

#include "report/line_walk.hpp"
#include "report/short_utf8.hpp"

#include <utility>

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
    ends_.resize(schema.tables.size());
    is_used_.resize(schema.tables.size());
    rooms_.resize(schema.tables.size());
    texts_.resize(schema.tables.size());
  }

  bool add(std::string_view line) {
    settled_ = false;
    line_ = line.data();
    const bool taken = walk_.walk(line, *this);
    if (!taken) forget_from(batch_.size());  // what was seen of it
    return taken;
  }

  void clear() {
    // Labels repeat within a stream, but not without end.
    constexpr std::size_t most_keys = 1U << 16U;
    settled_ = false;
    forget_from(0);
    batch_.entities.clear();
    batch_.periods.clear();
    batch_.table_ends.clear();
    for (auto& column : batch_.scalars) column.used = false;
    for (TableColumns& table : batch_.tables) {
      table.begins.resize(1);
      table.present.clear();
      for (auto& column : table.columns) column.used = false;
    }
    used_.clear();
    std::ranges::fill(is_used_, std::uint8_t{0});
    if (keys_.size() <= most_keys) return;
    keys_.clear();
    for (auto& texts : texts_) texts.clear();
  }

  [[nodiscard]] const schema::Schema& schema() const { return schema_; }
  [[nodiscard]] const ColumnLayout& layout() const { return layout_; }
  [[nodiscard]] std::size_t size() const { return batch_.size(); }
  [[nodiscard]] const Batch& batch() {
    if (std::exchange(settled_, true)) return batch_;
    for (auto& column : batch_.scalars) column.settle(batch_.size());
    for (TableColumns& table : batch_.tables) {
      lengthen(table);
      for (auto& column : table.columns) column.settle(table.keys.size());
    }
    return batch_;
  }
  [[nodiscard]] Keys& keys() { return keys_; }

  // As a sink of LineWalk.

  void open_report() {
    std::ranges::fill(ends_, 0U);
    between_rows();
    make_room(batch_.scalars, schema_.scalars, batch_.size(), room_);
  }

  void close_report(std::string_view entity, std::string_view period) {
    batch_.entities.emplace_back(entity);
    batch_.periods.emplace_back(period);
    batch_.table_ends.insert(batch_.table_ends.end(), ends_.begin(), ends_.end());
    for (const std::size_t t : used_) {
      TableColumns& table = batch_.tables[t];
      table.begins.push_back(static_cast<std::uint32_t>(table.keys.size()));
      table.present.push_back(ends_[t] > 0 ? 1 : 0);
    }
  }

  const char* open_table(std::size_t table, const char* /*at*/) {
    table_ = table;
    if (is_used_[table] == 0) {
      is_used_[table] = 1;
      used_.push_back(table);
      lengthen(batch_.tables[table]);
    }
    return nullptr;
  }

  void close_table(const char* end) {
    ends_[table_] = static_cast<std::uint32_t>(end - line_);
    between_rows();
  }

  void open_row(const char* /*at*/) {
    row_of_ = &batch_.tables[table_];
    columns_ = row_of_->columns.data();
    row_ = row_of_->keys.size();
    row_of_->keys.push_back(0);
    make_room(row_of_->columns, schema_.tables[table_].columns, row_, rooms_[table_]);
  }

  void close_row() {}

  void plain_number(const Field& field, const WrittenNumber& number, const char* /*at*/) {
    hold(field, number, field.plain[number.decimals]);
  }

  void number(const Field& field, const WrittenFigure& figure) {
    hold(field, figure.number, figure.unit->scale(figure.number.decimals, figure.decimals));
  }

  void text(const Field& field, std::string_view text, const char* at) {
    check_utf8(text);
    if (row_of_ == nullptr) return;
    std::uint32_t key = 0;
    if (field.is_name) {
      key = keys_.number(schema_.tables[table_], table_, text);
      row_of_->keys.back() = key;
    }
    if (text.data() == at + 1) remember(field, text, key);  // it has no escapes
  }

  /// Rows of one report mostly say the same as those of the last one.
  const char* known_text(const Field& field, const char* at) {
    const auto& texts = texts_[table_];
    const std::size_t place = place_of(field);
    if (place >= texts.size() || !texts[place].is_at(at)) return nullptr;
    if (field.is_name) row_of_->keys.back() = texts[place].key;
    return at + texts[place].written.size();
  }

  void boolean(const Field& /*field*/, bool /*value*/, const char* /*at*/) {}

 private:
  using Walk = LineWalk<Reader>;

  /// A text as it was met last, in its quotes, and the number of its key if it has one.
  struct KnownText {
    ExpectedText written;
    std::uint32_t key = 0;
    [[nodiscard]] bool is_at(const char* at) const {
      return written.size() > 0 && written.is_at(at);
    }
  };

  [[gnu::always_inline]] void hold(const Field& field, const WrittenNumber& number,
                                   const CellScale& scale) {
    std::int64_t value = 0;
    if (scale.worth == 0 || __builtin_mul_overflow(number.digits, scale.worth, &value)) {
      throw Walk::Beyond();
    }
    columns_[field.index].state(row_, value, scale.kind);
  }

  /// Of a line only its texts are looked at, and of these not those that were met before: see
  /// LineWalk::walk.
  static void check_utf8(std::string_view text) {
    if (!is_utf8(text)) throw Walk::Beyond();
  }

  void between_rows() {
    row_of_ = nullptr;
    columns_ = batch_.scalars.data();
    row_ = batch_.size();
  }

  /// Of a text of the row, among those of its table's first rows.
  [[nodiscard]] std::size_t place_of(const Field& field) const {
    return (row_ - row_of_->begins.back()) * row_of_->columns.size() + field.index;
  }

  void remember(const Field& field, std::string_view text, std::uint32_t key) {
    constexpr std::size_t most = 1U << 10U;
    auto& texts = texts_[table_];
    const std::size_t place = place_of(field);
    if (place >= most) return;
    if (place >= texts.size()) texts.resize(place + 1);
    texts[place] = {ExpectedText('"' + std::string(text) + '"'), key};
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

  /// The table has no rows in the reports that it does not know of yet.
  void lengthen(TableColumns& table) const {
    table.begins.resize(batch_.size() + 1, table.begins.back());
    table.present.resize(batch_.size(), 0);
  }

  /// Forgets the numbers of this report and those behind it.
  void forget_from(std::size_t report) {
    for (auto& column : batch_.scalars) column.forget(report, batch_.size() + 1);
    for (const std::size_t t : used_) {
      TableColumns& table = batch_.tables[t];
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
  bool settled_ = false;                       ///< its columns are, as NumberColumn has it
  std::size_t room_ = 0;                       ///< the length of scalar columns
  std::vector<std::size_t> rooms_;             ///< by table: the length of its columns
  std::vector<std::vector<KnownText>> texts_;  ///< by table, by place_of()
  const char* line_ = nullptr;
  std::vector<std::uint32_t> ends_;  ///< by table: Batch::Tables::ends of the report
  // Of many tables that a schema knows the reports of a stream have a few.
  std::vector<std::size_t> used_;      ///< tables that some report of the batch has
  std::vector<std::uint8_t> is_used_;  ///< by table
  std::size_t table_ = 0;
  TableColumns* row_of_ = nullptr;   ///< null: between rows
  NumberColumn* columns_ = nullptr;  ///< of the row; between rows of the report
  std::size_t row_ = 0;              ///< in them
};

ColumnReader::ColumnReader(const schema::Schema& schema, const figure::UnitSystem& units)
    : reader_(std::make_unique<Reader>(schema, units)) {}

ColumnReader::~ColumnReader() = default;

bool ColumnReader::add(std::string_view line) { return reader_->add(line); }
const schema::Schema& ColumnReader::schema() const { return reader_->schema(); }
const ColumnLayout& ColumnReader::layout() const { return reader_->layout(); }
std::size_t ColumnReader::size() const { return reader_->size(); }
const Batch& ColumnReader::batch() { return reader_->batch(); }
Keys& ColumnReader::keys() { return reader_->keys(); }
void ColumnReader::clear() { reader_->clear(); }

}  // namespace tieout::report
