// OpenDocument text and spreadsheets.
#include "document/odf_reader.hpp"

#include "document/characters.hpp"
#include "document/document_builder.hpp"
#include "document/odf_numbering.hpp"
#include "document/odf_text.hpp"
#include "document/worksheet.hpp"
#include "document/xml.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

using Node = pugi::xml_node;

constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_rows = 1'048'576;

/// Calls `take` for each child of that name, those in groups and headers too.
template <typename Take>
void for_each_in_groups(const Node& parent, std::string_view name, const Take& take) {
  for (const auto& node : parent.children()) {
    const auto kind = local_name(node);
    if (kind == name) {
      take(node);
    } else if (kind.starts_with(name) ||  // table-rows, table-row-group
               kind.starts_with("table-header-") || kind.ends_with("-group")) {
      for_each_in_groups(node, name, take);
    }
  }
}

XmlTree part(Archive& package, std::string_view path) {
  return package.has(path) ? XmlTree(package.read(path), package.place(), package.limits())
                           : XmlTree();
}

std::size_t spanned(const Node& cell, std::string_view name, std::size_t most) {
  return std::max<std::size_t>(whole_number(attribute(cell, name), 1, most), 1);
}

class OdtReader {
 public:
  OdtReader(Archive& package, const std::string& name)
      : builder_(name, package.limits()),
        styles_(part(package, "styles.xml")),
        content_(part(package, "content.xml")) {
    numbering_.add_styles(child(styles_.root(), "styles"));
    numbering_.add_styles(child(styles_.root(), "automatic-styles"));
    numbering_.add_styles(child(content_.root(), "automatic-styles"));
  }

  Document read() {
    const auto body = child(child(content_.root(), "body"), "text");
    read_blocks(body);
    const auto changes = child(body, "tracked-changes");
    if (changes && changes.first_child()) builder_.note({"document.tracked_changes"});
    return builder_.finish();
  }

 private:
  DocumentBuilder builder_;
  XmlTree styles_;
  XmlTree content_;
  OdfNumbering numbering_;

  struct ListItem {
    std::string list;
    std::size_t level = 0;  ///< 0: in no list
    bool numbered = false;  ///< its first paragraph is
  };

  /// Calls `take` with each paragraph and its number, and with each table; lists and sections are
  /// gone through.
  template <typename Take>
  void for_each_block(const Node& parent, const ListItem& around, const Take& take) {
    auto item = around;
    for (const auto& node : parent.children()) {
      const auto name = local_name(node);
      if (name == "p" || name == "h") {
        take(node, number_of(node, item));
        item.numbered = false;
      } else if (name == "table") {
        take(node, std::string());
      } else if (name == "list") {
        const auto list = item.level == 0 ? numbering_.begin_list(node) : item.list;
        for_each_block(node, {list, item.level + 1, false}, take);
      } else if (name == "list-item" || name == "list-header") {
        for_each_block(node, {item.list, item.level, name == "list-item"}, take);
      } else if (name != "tracked-changes" && name != "annotation") {
        for_each_block(node, item, take);  // sections, indexes, frames
      }
    }
  }

  std::string number_of(const Node& node, const ListItem& item) {
    if (item.level > 0) {
      return item.numbered ? numbering_.next_label(item.list, item.level) : std::string();
    }
    if (local_name(node) != "h" || attribute(node, "is-list-header") == "true") return {};
    return numbering_.next_heading(heading_level(node));
  }

  static std::size_t heading_level(const Node& node) {
    constexpr std::size_t most_levels = 10;
    return whole_number(attribute(node, "outline-level"), 1, most_levels);
  }

  void read_blocks(const Node& parent) {
    for_each_block(parent, {}, [this](const Node& node, const std::string& number) {
      if (local_name(node) == "table") return read_table(node);
      auto paragraph = read_odf_paragraph(node);
      paragraph.lines.front().insert(0, number);
      const bool heading = local_name(node) == "h";
      builder_.add_paragraph(paragraph.lines, heading ? static_cast<int>(heading_level(node)) : 0);
      for (const auto& each : paragraph.attached) read_blocks(each);
    });
  }

  void read_table(const Node& node) {
    std::vector<Node> tables;
    std::vector<Node> attached;
    auto table = builder_.begin_table();
    for_each_in_groups(node, "table-row", [&](const Node& row) {
      const auto repeated = spanned(row, "number-rows-repeated", most_rows);
      for (std::size_t count = 0; count < repeated; ++count) {
        table.begin_row();
        for (const auto& cell : row.children()) {
          if (local_name(cell) != "table-cell") continue;
          const auto times = spanned(cell, "number-columns-repeated", most_columns);
          for (std::size_t each = 0; each < times; ++each) {
            read_cell(cell, table, tables, attached);
          }
        }
      }
    });
    builder_.add(table.finish());
    for (const auto& each : tables) read_table(each);
    for (const auto& each : attached) read_blocks(each);
  }

  void read_cell(const Node& cell, TableBuilder& table, std::vector<Node>& tables,
                 std::vector<Node>& attached) {
    auto place = table.next();
    place.paragraph = 1;
    std::vector<PlacedText> texts;
    for_each_block(cell, {}, [&](const Node& node, const std::string& number) {
      if (local_name(node) == "table") return tables.push_back(node);
      auto paragraph = read_odf_paragraph(node);
      paragraph.lines.front().insert(0, number);
      auto added = placed_lines(paragraph.lines, place);
      if (!added.empty()) ++place.paragraph;
      std::ranges::move(added, std::back_inserter(texts));
      attached.insert(attached.end(), paragraph.attached.begin(), paragraph.attached.end());
    });
    table.add(std::move(texts), {.rows = spanned(cell, "number-rows-spanned", most_rows),
                                 .columns = spanned(cell, "number-columns-spanned", most_columns)});
  }
};

bool is_hidden(const Node& node) {
  const auto visibility = attribute(node, "visibility");
  return visibility == "collapse" || visibility == "filter";
}

class OdsReader {
 public:
  OdsReader(Archive& package, const std::string& name)
      : builder_(name, package.limits()),
        budget_(builder_.file(), package.limits()),
        content_(part(package, "content.xml")) {
    for (const auto& style : child(content_.root(), "automatic-styles").children()) {
      if (attribute(child(style, "table-properties"), "display") == "false") {
        hidden_styles_.emplace(attribute(style, "name"));
      }
    }
  }

  Document read() {
    std::uint32_t number = 0;
    for (const auto& node : child(child(content_.root(), "body"), "spreadsheet").children()) {
      if (local_name(node) != "table") continue;
      add_sheet(read_sheet(node), std::string(attribute(node, "name")), ++number, builder_);
    }
    return builder_.finish();
  }

 private:
  DocumentBuilder builder_;
  CellBudget budget_;
  XmlTree content_;
  std::set<std::string, std::less<>> hidden_styles_;

  Worksheet read_sheet(const Node& node) {
    Worksheet sheet;
    sheet.hidden = hidden_styles_.contains(attribute(node, "style-name"));
    for_each_in_groups(node, "table-column", [&sheet](const Node& column) {
      sheet.hidden_columns = sheet.hidden_columns || is_hidden(column);
    });
    std::size_t row = 1;
    for_each_in_groups(node, "table-row", [&](const Node& each) {
      const auto repeated = spanned(each, "number-rows-repeated", most_rows);
      const auto before = sheet.cells.size();
      for (std::size_t count = 0; count < repeated; ++count) {
        read_row(each, row + count, sheet);
        if (sheet.cells.size() == before) break;  // blank rows are many
      }
      if (is_hidden(each) && sheet.cells.size() > before) sheet.hidden_rows += repeated;
      row = std::min(row + repeated, most_rows);
    });
    return sheet;
  }

  void read_row(const Node& row, std::size_t number, Worksheet& sheet) {
    std::size_t column = 1;
    for (const auto& cell : row.children()) {
      const auto name = local_name(cell);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const auto repeated = spanned(cell, "number-columns-repeated", most_columns);
      if (name == "table-cell") read_cell(cell, {number, column}, repeated, sheet);
      column = std::min(column + repeated, most_columns);
    }
  }

  void read_cell(const Node& node, Address at, std::size_t repeated, Worksheet& sheet) {
    const auto rows = spanned(node, "number-rows-spanned", most_rows);
    const auto columns = spanned(node, "number-columns-spanned", most_columns);
    if (rows > 1 || columns > 1) {
      sheet.merged.push_back({at.row, at.column, at.row + rows - 1, at.column + columns - 1});
    }
    SheetCell cell{.row = at.row, .column = at.column, .text = text_of(node), .text_cell = true};
    if (trimmed(cell.text).empty()) return;
    const auto type = attribute(node, "value-type");
    cell.text_cell = type.empty() || type == "string";
    const auto stored = attribute(node, type == "date" ? "date-value" : "value");
    if (!cell.text_cell && stored != cell.text) cell.stored = stored;
    if (cell.text.starts_with('#') && attribute(node, "formula").size() > 1) {
      sheet.errors.push_back(at.text());
    }
    budget_.spend(repeated);
    budget_.spend_text(repeated * (cell.text.size() + cell.stored.size()));
    for (std::size_t count = 0; count < repeated; ++count, ++cell.column) {
      sheet.cells.push_back(cell);
    }
  }

  static std::string text_of(const Node& cell) {
    std::string text;
    for (const auto& node : cell.children()) {
      if (local_name(node) != "p") continue;
      for (const auto& line : read_odf_paragraph(node).lines) {
        if (!text.empty()) text += '\n';
        text += line;
      }
    }
    return text;
  }
};

}  // namespace

Document read_odt(Archive& package, const std::string& name) {
  return OdtReader(package, name).read();
}

Document read_ods(Archive& package, const std::string& name) {
  return OdsReader(package, name).read();
}

}  // namespace tieout::document
