// Word documents: blocks, tables, and what hangs on paragraphs.
#include "document/docx_reader.hpp"

#include "document/document_builder.hpp"
#include "document/docx_numbering.hpp"
#include "document/docx_paragraph.hpp"
#include "document/opc.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

using Node = pugi::xml_node;

constexpr std::size_t most_columns = 4096;

/// Footnotes or endnotes by id.
std::map<std::string, Node, std::less<>> notes_by_id(const Node& root) {
  std::map<std::string, Node, std::less<>> notes;
  for (const auto& note : root.children()) {
    const auto type = attribute(note, "type");
    if (type.empty() || type == "normal") notes.emplace(attribute(note, "id"), note);
  }
  return notes;
}

/// Content that is wrapped rather than changed: controls, custom XML, insertions.
bool is_wrapper(std::string_view name) {
  return name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" ||
         name == "moveTo" || name == "smartTag";
}

/// The columns of a table's grid. Borders that were drawn by hand seldom meet: lines of the grid
/// that are nearer to each other than any text is wide are one.
class GridLines {
 public:
  explicit GridLines(const Node& grid) {
    constexpr std::size_t narrowest = 100;  // twentieths of a point
    constexpr std::size_t widest = 100'000;
    std::size_t gap = 0;  // since the last line
    for (const auto& column : grid.children()) {
      if (local_name(column) != "gridCol" || lines_.size() > most_columns) continue;
      const auto width = whole_number(attribute(column, "w"), 0, widest);
      gap += width == 0 ? narrowest : width;  // some programs state none
      lines_.push_back(lines_.back() + (gap >= narrowest ? 1 : 0));
      if (gap >= narrowest) gap = 0;
    }
  }

  /// How many columns a cell takes up that reaches over `count` of the grid's from `first` on.
  [[nodiscard]] std::size_t between(std::size_t first, std::size_t count) const {
    return line(first + count) - line(first);
  }

 private:
  std::vector<std::size_t> lines_ = {0};

  [[nodiscard]] std::size_t line(std::size_t number) const {
    return number < lines_.size() ? lines_[number] : lines_.back() + number - (lines_.size() - 1);
  }
};

class DocxReader {
 public:
  DocxReader(Archive& package, const std::string& name, const std::string& part)
      : builder_(name, package.limits()),
        related_(relationships(package, part)),
        styles_(tree_of_type(package, related_, "styles").root()),
        numbering_(tree_of_type(package, related_, "numbering").root()),
        footnote_part_(tree_of_type(package, related_, "footnotes")),
        endnote_part_(tree_of_type(package, related_, "endnotes")),
        footnotes_(notes_by_id(footnote_part_.root())),
        endnotes_(notes_by_id(endnote_part_.root())) {}

  Document read(const Node& body) {
    read_blocks(body);
    if (told_.changes) builder_.note({"document.tracked_changes"});
    if (told_.hidden) builder_.note({"document.hidden_text"});
    return builder_.finish();
  }

 private:
  DocumentBuilder builder_;
  std::vector<Relationship> related_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  XmlTree footnote_part_;
  XmlTree endnote_part_;
  std::map<std::string, Node, std::less<>> footnotes_;
  std::map<std::string, Node, std::less<>> endnotes_;
  DocxTold told_;

  /// What hangs on a paragraph or stands in a cell, to be read behind the block it is in.
  struct Attached {
    std::vector<Node> boxes;
    std::vector<Node> notes;
    std::vector<Node> tables;
  };

  /// Calls `take` for each child of a kind, those in wrappers too.
  template <typename Take>
  void for_each(const Node& parent, const Take& take) {
    for (const auto& node : parent.children()) {
      const auto name = local_name(node);
      if (is_wrapper(name)) {
        if (name == "ins" || name == "moveTo") told_.changes = true;
        for_each(node, take);
      } else if (name == "AlternateContent") {
        const auto choice = child(node, "Choice");
        for_each(choice ? choice : child(node, "Fallback"), take);
      } else {
        take(node, name);
      }
    }
  }

  void read_blocks(const Node& parent) {
    std::vector<std::string> unfinished;  // lines of a paragraph whose end was deleted
    for_each(parent, [&](const Node& node, std::string_view name) {
      if (name == "p") {
        read_paragraph(node, unfinished);
      } else if (name == "tbl") {
        read_table(node);
      }
    });
    builder_.add_paragraph(unfinished);
  }

  /// A paragraph's text with its generated number, behind what is left of the one before.
  DocxParagraph with_number(const Node& node, std::vector<std::string>& unfinished,
                            Attached& attached) {
    auto paragraph = read_docx_paragraph(node, told_);
    const auto properties = child(node, "pPr");
    const bool blank =
        std::ranges::all_of(paragraph.lines, [](const auto& line) { return line.empty(); });
    if (!blank) {
      paragraph.lines.front().insert(0, numbering_.next_label(styles_.list_use(properties)));
    }
    if (!unfinished.empty()) {
      paragraph.lines.front().insert(0, unfinished.back());
      unfinished.pop_back();
      paragraph.lines.insert(paragraph.lines.begin(), unfinished.begin(), unfinished.end());
      unfinished.clear();
    }
    attached.boxes.insert(attached.boxes.end(), paragraph.boxes.begin(), paragraph.boxes.end());
    for (const auto& [ids, notes] : {std::pair(&paragraph.footnotes, &footnotes_),
                                     std::pair(&paragraph.endnotes, &endnotes_)}) {
      for (const auto& id : *ids) {
        if (const auto note = notes->find(id); note != notes->end()) {
          attached.notes.push_back(note->second);
          notes->erase(note);  // each once, so that notes cannot lead back to themselves
        }
      }
    }
    return paragraph;
  }

  void read_paragraph(const Node& node, std::vector<std::string>& unfinished) {
    Attached attached;
    auto paragraph = with_number(node, unfinished, attached);
    if (paragraph.goes_on) {
      unfinished = std::move(paragraph.lines);
    } else {
      builder_.add_paragraph(paragraph.lines, styles_.heading_level(child(node, "pPr")));
    }
    read_attached(attached);
  }

  void read_attached(const Attached& attached) {
    for (const auto& table : attached.tables) read_table(table);
    for (const auto* nodes : {&attached.boxes, &attached.notes}) {
      for (const auto& node : *nodes) read_blocks(node);
    }
  }

  void read_table(const Node& node) {
    Attached attached;
    auto table = builder_.begin_table();
    const GridLines grid(child(node, "tblGrid"));
    for_each(node, [&](const Node& row, std::string_view name) {
      if (name != "tr") return;
      const auto properties = child(row, "trPr");
      if (child(properties, "del")) {
        told_.changes = true;
        return;
      }
      if (child(properties, "ins")) told_.changes = true;
      table.begin_row();
      std::size_t column = columns_of(properties, "gridBefore", 0);
      table.skip(grid.between(0, column));
      for_each(row, [&](const Node& cell, std::string_view kind) {
        if (kind != "tc") return;
        const auto columns =
            std::max<std::size_t>(columns_of(child(cell, "tcPr"), "gridSpan", 1), 1);
        read_cell(cell, grid.between(column, columns), table, attached);
        column += columns;
      });
    });
    builder_.add(table.finish());
    read_attached(attached);
  }

  static std::size_t columns_of(const Node& properties, std::string_view name,
                                std::size_t otherwise) {
    return whole_number(attribute(child(properties, name), "val"), otherwise, most_columns);
  }

  void read_cell(const Node& cell, std::size_t columns, TableBuilder& table, Attached& attached) {
    const auto properties = child(cell, "tcPr");
    if (goes_on(properties, "vMerge")) return table.continue_above(columns);
    if (goes_on(properties, "hMerge")) return table.continue_before(columns);
    auto place = table.next();
    std::vector<PlacedText> texts;
    std::vector<std::string> unfinished;
    const auto add = [&](const std::vector<std::string>& lines) {
      auto added = placed_lines(lines, place);
      if (!added.empty()) ++place.paragraph;
      std::ranges::move(added, std::back_inserter(texts));
    };
    place.paragraph = 1;
    for_each(cell, [&](const Node& node, std::string_view name) {
      if (name == "tbl") attached.tables.push_back(node);
      if (name != "p") return;
      auto paragraph = with_number(node, unfinished, attached);
      if (paragraph.goes_on) {
        unfinished = std::move(paragraph.lines);
      } else {
        add(paragraph.lines);
      }
    });
    add(unfinished);
    table.add(std::move(texts), {.rows = 1, .columns = columns});
  }

  /// w:vMerge without a value goes on; "restart" begins.
  static bool goes_on(const Node& properties, std::string_view name) {
    const auto merge = child(properties, name);
    return merge && attribute(merge, "val") != "restart";
  }
};

}  // namespace

Document read_docx(Archive& package, const std::string& name, const std::string& part) {
  const XmlTree tree(package.read(part), package.place(), package.limits());
  return DocxReader(package, name, part).read(child(tree.root(), "body"));
}

}  // namespace tieout::document
