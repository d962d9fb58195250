// Worksheets, shared strings and styles of a .xlsx.
#include "document/xlsx_sheet.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t last_row = 1'048'576;

template <typename Handler>
void stream(Archive& package, const std::string& part, Handler& handler) {
  XmlStream xml(handler, package.place(), package.limits());
  package.read(part, [&xml](std::string_view chunk) { xml.feed(chunk); });
  xml.finish();
}

/// The text of <si> and <is>: runs without the readings that stand over them.
class RichText {
 public:
  void start(std::string_view name) {
    if (name == "rPh") ++readings_;
    inside_ = name == "t" && readings_ == 0;
  }
  void end(std::string_view name) {
    if (name == "rPh") --readings_;
    inside_ = false;
  }
  void text(std::string_view text) {
    if (inside_) text_ += text;
  }
  [[nodiscard]] std::string take() { return std::exchange(text_, {}); }

 private:
  std::string text_;
  std::size_t readings_ = 0;
  bool inside_ = false;
};

class StringsHandler final : public XmlHandler {
 public:
  std::vector<std::string> strings;

  explicit StringsHandler(const Archive& package) : budget_(package.place(), package.limits()) {}

  void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
    text_.start(name);
  }
  void end(std::string_view name) override {
    text_.end(name);
    if (name != "si") return;
    budget_.spend(1);
    strings.push_back(text_.take());
  }
  void text(std::string_view text) override { text_.text(text); }

 private:
  CellBudget budget_;
  RichText text_;
};

class SheetHandler final : public XmlHandler {
 public:
  SheetHandler(const Workbook& workbook, const Archive& package)
      : workbook_(workbook), budget_(package.place(), package.limits()) {}

  Worksheet finish() {
    const auto position = [](const SheetCell& cell) { return std::tie(cell.row, cell.column); };
    if (!std::ranges::is_sorted(sheet_.cells, {}, position)) {
      std::ranges::stable_sort(sheet_.cells, {}, position);
    }
    return std::move(sheet_);
  }

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      row_ = whole_number(attributes.get("r"), row_ + 1, last_row);
      column_ = 0;
      row_hidden_ = is_on(attributes.get("hidden"));
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (name == "v" || name == "f") {
      part_ = name == "v" ? &value_ : &formula_;
      if (name == "f") has_formula_ = true;
    } else if (name == "is") {
      inline_ = true;
    } else if (name == "col") {
      sheet_.hidden_columns = sheet_.hidden_columns || is_on(attributes.get("hidden"));
    } else if (name == "mergeCell") {
      add_merged(attributes.get("ref"));
    }
    if (inline_) rich_.start(name);
  }

  void end(std::string_view name) override {
    if (inline_) rich_.end(name);
    part_ = nullptr;
    if (name == "is") {
      value_ = rich_.take();
      inline_ = false;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      const bool filled = !sheet_.cells.empty() && sheet_.cells.back().row == row_;
      if (row_hidden_ && filled) ++sheet_.hidden_rows;
    }
  }

  void text(std::string_view text) override {
    if (part_ != nullptr) *part_ += text;
    if (inline_) rich_.text(text);
  }

 private:
  const Workbook& workbook_;
  CellBudget budget_;
  Worksheet sheet_;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  bool row_hidden_ = false;
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  std::string formula_;
  bool has_formula_ = false;
  std::string* part_ = nullptr;
  bool inline_ = false;
  RichText rich_;

  static bool is_on(std::string_view value) { return value == "1" || value == "true"; }

  void begin_cell(const XmlAttributes& attributes) {
    const auto address = Address::from_text(attributes.get("r"));
    column_ = address.column == 0 ? column_ + 1 : address.column;
    if (address.row != 0) row_ = address.row;
    type_ = attributes.get("t");
    style_ = whole_number(attributes.get("s"), 0, workbook_.formats.size());
    value_.clear();
    formula_.clear();
    has_formula_ = false;
  }

  void end_cell() {
    SheetCell cell{.row = row_, .column = column_, .text = shown(), .text_cell = false};
    const auto address = [&] { return Address{cell.row, cell.column}.text(); };
    if (type_ == "e") {
      sheet_.errors.push_back(address());
    } else if (has_formula_ && value_.empty() && type_ != "str") {
      // What stands there is not known; a blank cell would say that it is nothing.
      cell.text = "=" + formula_;
      sheet_.without_value.push_back(address());
    }
    if (trimmed(cell.text).empty()) return;
    cell.text_cell = type_ == "s" || type_ == "str" || type_ == "inlineStr";
    if ((type_.empty() || type_ == "n") && value_ != cell.text) cell.stored = value_;
    budget_.spend(1);
    budget_.spend_text(cell.text.size() + cell.stored.size());
    sheet_.cells.push_back(std::move(cell));
  }

  [[nodiscard]] std::string shown() const {
    if (type_ == "s") {
      const auto index = whole_number(value_, workbook_.strings.size(), workbook_.strings.size());
      return index < workbook_.strings.size() ? workbook_.strings[index] : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "d") return value_.substr(0, value_.find('T'));
    if (!type_.empty() && type_ != "n") return value_;
    auto number = StoredNumber::from_text(trimmed(value_));
    if (!number) return value_;
    if (style_ >= workbook_.formats.size()) return number->text();
    const auto& format = workbook_.formats[style_];
    if (format.is_date()) {
      if (auto date = format.shown_date(*number, workbook_.from_1904)) return std::move(*date);
    }
    return format.shown(std::move(*number));
  }

  void add_merged(std::string_view reference) {
    const auto colon = std::min(reference.find(':'), reference.size());
    const auto first = Address::from_text(reference.substr(0, colon));
    const auto last = Address::from_text(reference.substr(std::min(colon + 1, reference.size())));
    if (first.row == 0 || last.row < first.row || last.column < first.column) return;
    sheet_.merged.push_back({first.row, first.column, last.row, last.column});
  }
};

}  // namespace

Worksheet read_worksheet(Archive& package, const std::string& part, const Workbook& workbook) {
  SheetHandler handler(workbook, package);
  stream(package, part, handler);
  return handler.finish();
}

std::vector<std::string> read_shared_strings(Archive& package, const std::string& part) {
  StringsHandler handler(package);
  if (!part.empty()) stream(package, part, handler);
  return std::move(handler.strings);
}

std::vector<NumberFormat> read_formats(const pugi::xml_node& styles) {
  // Excel takes no more, nor longer ones.
  constexpr std::size_t most_formats = 65'536;
  constexpr std::size_t longest_code = 1'024;
  std::map<std::size_t, std::string> codes;
  for (const auto& node : child(styles, "numFmts").children()) {
    const auto id = whole_number(attribute(node, "numFmtId"), most_formats, most_formats);
    const auto code = attribute(node, "formatCode");
    if (code.size() <= longest_code) codes.emplace(id, code);
  }
  std::vector<NumberFormat> formats;
  for (const auto& node : child(styles, "cellXfs").children()) {
    if (formats.size() == most_formats) break;
    if (local_name(node) != "xf") continue;
    const auto id = whole_number(attribute(node, "numFmtId"), 0, most_formats);
    const auto own = codes.find(id);
    formats.emplace_back(own == codes.end() ? NumberFormat::built_in(id)
                                            : std::string_view(own->second));
  }
  return formats;
}

}  // namespace tieout::document
