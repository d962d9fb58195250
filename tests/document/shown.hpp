// A document as text, so that a test asserts all that was read: a line for each paragraph and row,
// with line:column before each text. "*" parts paragraphs of a cell, "+" counts spanned columns.
#pragma once

#include "document/document.hpp"
#include "document/text_reader.hpp"

#include <doctest/doctest.h>

#include <string>

namespace tieout::document {

inline std::string shown(const PlacedText& text) {
  const auto place = text.place(0);
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " + text.text();
}

inline std::string shown(const Cell& cell) {
  std::string result = "[";
  for (const auto& paragraph : cell.paragraphs) {
    if (result.size() > 1) result += "*";
    result += shown(paragraph);
  }
  if (cell.column_span > 1) result += " +" + std::to_string(cell.column_span);
  return result + "]";
}

inline std::string shown(const Document& document) {
  std::string result;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      result += shown(paragraph->text) + "\n";
      continue;
    }
    result += "table\n";
    for (const auto& row : std::get<Table>(block).rows) {
      for (const auto& cell : row.cells) result += shown(cell);
      result += "\n";
    }
  }
  return result;
}

inline Document read(const std::string& text) {
  return read_text(source::Source("report.txt", text), source::Limits());
}

inline std::string shown(const std::string& text) { return shown(read(text)); }

}  // namespace tieout::document
