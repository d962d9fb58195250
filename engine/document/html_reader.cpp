// Web pages through gumbo.
#include "document/html_reader.hpp"

#include "document/characters.hpp"
#include "document/document_builder.hpp"
#include "document/html_cost.hpp"
#include "document/html_text.hpp"
#include "document/xml.hpp"

#include <gumbo.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

constexpr std::size_t most_rows_spanned = 65'534;  // as HTML has it
constexpr std::size_t most_columns_spanned = 1'000;

std::span<GumboNode* const> children(const GumboNode& node) {
  const GumboVector& all = node.v.element.children;
  return {reinterpret_cast<GumboNode* const*>(all.data), all.length};
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}

template <std::size_t Count>
bool is_one_of(const GumboNode& node, const std::array<GumboTag, Count>& tags) {
  return is_element(node) && std::ranges::find(tags, node.v.element.tag) != tags.end();
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  const auto* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool is_passed_over(const GumboNode& node) {
  static constexpr std::array tags = {GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_HEAD,
                                      GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SELECT,
                                      GUMBO_TAG_TEXTAREA, GUMBO_TAG_SVG,      GUMBO_TAG_RT,
                                      GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT};
  if (is_one_of(node, tags)) return true;
  std::string style;
  for (const char letter : attribute_of(node, "style")) {
    if (letter != ' ') style += letter;
  }
  return style.find("display:none") != std::string::npos;
}

/// Elements that stand in a line of text.
bool is_inline(const GumboNode& node) {
  static constexpr std::array tags = {
      GUMBO_TAG_A,      GUMBO_TAG_ABBR, GUMBO_TAG_B,    GUMBO_TAG_BIG,    GUMBO_TAG_CITE,
      GUMBO_TAG_CODE,   GUMBO_TAG_DEL,  GUMBO_TAG_DFN,  GUMBO_TAG_EM,     GUMBO_TAG_FONT,
      GUMBO_TAG_I,      GUMBO_TAG_INS,  GUMBO_TAG_KBD,  GUMBO_TAG_LABEL,  GUMBO_TAG_MARK,
      GUMBO_TAG_NOBR,   GUMBO_TAG_Q,    GUMBO_TAG_RUBY, GUMBO_TAG_S,      GUMBO_TAG_SMALL,
      GUMBO_TAG_SPAN,   GUMBO_TAG_SUB,  GUMBO_TAG_SUP,  GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,
      GUMBO_TAG_TIME,   GUMBO_TAG_TT,   GUMBO_TAG_U,    GUMBO_TAG_VAR,    GUMBO_TAG_IMG,
      GUMBO_TAG_UNKNOWN};
  return is_one_of(node, tags);
}

bool has_table(const GumboNode& node) {
  if (!is_element(node)) return false;
  return std::ranges::any_of(children(node), [](const GumboNode* each) {
    return is(*each, GUMBO_TAG_TABLE) || has_table(*each);
  });
}

/// A line of text out of the nodes that stand in it: white space collapses.
class Line {
 public:
  explicit Line(const source::Source& text) : text_(text) {}

  void add(const GumboText& text) {
    // Of a reference to a character far beyond Unicode the parser makes a byte that is no UTF-8.
    std::string characters;
    icu::UnicodeString::fromUTF8(text.text).toUTF8String(characters);
    HtmlRuns runs(characters, text_.text(), text.start_pos.offset);
    while (const auto run = runs.next()) add(*run);
  }

  /// The line without spaces around it; what follows begins another.
  PlacedText take() {
    space_ = false;
    return std::exchange(line_, {}).trimmed();
  }

 private:
  static constexpr std::string_view spaces = " \t\r\n\f";
  const source::Source& text_;
  PlacedText line_;
  bool space_ = false;

  void add(const HtmlRuns::Run& run) {
    for (std::size_t at = 0; at < run.text.size();) {
      const auto word = std::min(run.text.find_first_not_of(spaces, at), run.text.size());
      if (word > at) space_ = true;
      const auto end = std::min(run.text.find_first_of(spaces, word), run.text.size());
      if (end > word) add(run.text.substr(word, end - word), text_.place(run.offset + word));
      at = end;
    }
  }

  void add(std::string_view word, const source::Place& place) {
    if (space_ && !line_.empty()) line_.append(" ", place);
    space_ = false;
    line_.append(word, place);
  }
};

class HtmlReader {
 public:
  HtmlReader(const source::Source& text, const source::Limits& limits)
      : text_(text), builder_(text.name(), limits) {}

  Document read(const GumboNode& root) {
    read_blocks(root, [this](PlacedText line, int heading) { add_line(std::move(line), heading); });
    return builder_.finish();
  }

 private:
  const source::Source& text_;
  DocumentBuilder builder_;
  std::uint32_t tables_ = 0;

  void add_line(PlacedText line, int heading) {
    if (!line.empty()) builder_.add(Paragraph{std::move(line), heading});
  }

  /// Calls `take` with each line of text in a node and its heading level; tables are read where
  /// they stand.
  template <typename Take>
  void read_blocks(const GumboNode& node, const Take& take) {
    Line line(text_);
    read_children(node, line, 0, take);
    take(line.take(), 0);
  }

  template <typename Take>
  void read_children(const GumboNode& node, Line& line, int heading, const Take& take) {
    for (const auto* each : children(node)) {
      if (each->type == GUMBO_NODE_TEXT || each->type == GUMBO_NODE_WHITESPACE) {
        line.add(each->v.text);
      } else if (is_element(*each) && !is_passed_over(*each)) {
        read_element(*each, line, heading, take);
      }
    }
  }

  template <typename Take>
  void read_element(const GumboNode& node, Line& line, int heading, const Take& take) {
    if (is_inline(node)) return read_children(node, line, heading, take);
    take(line.take(), heading);
    if (is(node, GUMBO_TAG_BR)) return;
    if (is(node, GUMBO_TAG_TABLE)) return read_table(node);
    const auto level = heading_level(node);
    read_children(node, line, level, take);
    take(line.take(), level);
  }

  static int heading_level(const GumboNode& node) {
    static constexpr std::array tags = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                                        GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};
    const auto* const found = std::ranges::find(tags, node.v.element.tag);
    return found == tags.end() ? 0 : static_cast<int>(found - tags.begin()) + 1;
  }

  /// Calls `take` for each row of a table, in sections or not.
  template <typename Take>
  static void for_each_row(const GumboNode& table, const Take& take) {
    static constexpr std::array sections = {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT};
    for (const auto* each : children(table)) {
      if (is(*each, GUMBO_TAG_TR) && !is_passed_over(*each)) take(*each);
      if (is_one_of(*each, sections)) for_each_row(*each, take);
    }
  }

  template <typename Take>
  static void for_each_cell(const GumboNode& row, const Take& take) {
    static constexpr std::array cells = {GUMBO_TAG_TD, GUMBO_TAG_TH};
    for (const auto* each : children(row)) {
      if (is_one_of(*each, cells) && !is_passed_over(*each)) take(*each);
    }
  }

  void read_table(const GumboNode& node) {
    const auto add = [this](PlacedText line, int heading) { add_line(std::move(line), heading); };
    for (const auto* each : children(node)) {
      if (is(*each, GUMBO_TAG_CAPTION)) read_blocks(*each, add);
    }
    if (has_table(node)) {
      for_each_row(node, [&](const GumboNode& row) {
        for_each_cell(row, [&](const GumboNode& cell) { read_blocks(cell, add); });
      });
      return;
    }
    const GumboNode* at = &node;
    const auto number = ++tables_;
    TableBuilder table(builder_.budget(), [&](std::size_t row, std::size_t cell) {
      auto place =
          text_.place(std::min<std::size_t>(at->v.element.start_pos.offset, text_.text().size()));
      place.table = number;
      place.row = static_cast<std::uint32_t>(row);
      place.cell = static_cast<std::uint32_t>(cell);
      return place;
    });
    for_each_row(node, [&](const GumboNode& row) {
      at = &row;
      table.begin_row();
      for_each_cell(row, [&](const GumboNode& cell) {
        at = &cell;
        read_cell(cell, table);
      });
    });
    at = &node;
    builder_.add(table.finish());
  }

  void read_cell(const GumboNode& cell, TableBuilder& table) {
    const auto where = table.next();
    std::vector<PlacedText> texts;
    read_blocks(cell, [&](const PlacedText& line, int /*heading*/) {
      if (!line.empty()) texts.push_back(in_cell(line, where));
    });
    if (texts.empty()) texts.emplace_back("", where);
    table.add(std::move(texts),
              {.rows = whole_number(attribute_of(cell, "rowspan"), 1, most_rows_spanned),
               .columns = whole_number(attribute_of(cell, "colspan"), 1, most_columns_spanned)});
  }

  static PlacedText in_cell(const PlacedText& line, const source::Place& cell) {
    return line.moved([&cell](const source::Place& at) {
      auto place = at;
      place.table = cell.table;
      place.row = cell.row;
      place.cell = cell.cell;
      return place;
    });
  }
};

struct FreeTree {
  void operator()(GumboOutput* tree) const { gumbo_destroy_output(&kGumboDefaultOptions, tree); }
};

}  // namespace

Document read_html(const source::Source& text, const source::Limits& limits) {
  check_html(text, limits);
  auto options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, FreeTree> tree(
      gumbo_parse_with_options(&options, text.text().data(), text.text().size()));
  return HtmlReader(text, limits).read(*tree->root);
}

}  // namespace tieout::document
