// A document as its blocks come in: numbers its paragraphs and tables, and keeps its notes.
#pragma once

#include "document/document.hpp"
#include "document/table_builder.hpp"
#include "source/limits.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

class DocumentBuilder {
 public:
  DocumentBuilder(const std::string& name, const source::Limits& limits);

  /// A paragraph of the text, outside of tables; each of its lines becomes one of the document.
  /// Blank ones are left out.
  void add_paragraph(const std::vector<std::string>& lines, int heading_level = 0);
  void add(Paragraph paragraph);
  void add(Table table);

  /// The table with the next number; add() it when it is built.
  [[nodiscard]] TableBuilder begin_table();

  void note(source::Message message) { document_.notes.push_back(std::move(message)); }
  [[nodiscard]] const source::Place& file() const { return file_; }
  [[nodiscard]] CellBudget& budget() { return budget_; }
  [[nodiscard]] Document finish() { return std::move(document_); }

 private:
  source::Place file_;
  CellBudget budget_;
  Document document_;
  std::uint32_t paragraphs_ = 0;
  std::uint32_t tables_ = 0;
};

/// A paragraph's lines as texts that begin at a place, without spaces around them and without blank
/// lines; columns count on from the one to the other.
[[nodiscard]] std::vector<PlacedText> placed_lines(const std::vector<std::string>& lines,
                                                   source::Place start);

}  // namespace tieout::document
