// Which schema a document belongs to.
#include "report/recognise.hpp"

#include "document/characters.hpp"
#include "report/captions.hpp"
#include "report/identity.hpp"
#include "report/reading.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::size_t title_paragraphs = 15;
constexpr std::size_t longest_title = 60;   // characters
constexpr std::size_t fewest_captions = 4;  // where the title says nothing

/// The short lines that a document begins with, as one: titles are broken over lines.
std::string title_of(const std::vector<const document::PlacedText*>& paragraphs) {
  std::string title;
  const auto last = std::min(paragraphs.size(), title_paragraphs);
  for (std::size_t index = 0; index < last; ++index) {
    const auto& text = paragraphs[index]->text();
    if (text.size() > 4 * longest_title) break;
    title += schema::folded(text);
  }
  return title;
}

/// How many different captions of the schema's own stand in the document's cells.
std::size_t captions_met(const schema::Schema& schema, const document::Document& document) {
  const Captions captions(schema);
  std::set<std::string> met;
  constexpr std::size_t longest_caption = 160;  // bytes
  for (const auto& block : document.blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      for (const auto& cell : row.cells) {
        if (cell.paragraphs.empty() || cell.paragraphs.front().text().size() > longest_caption) {
          continue;
        }
        auto word = schema::folded(cell.joined().text().substr(0, longest_caption));
        if (captions.labels(word)) met.insert(std::move(word));
      }
    }
  }
  return met.size();
}

}  // namespace

std::size_t recognised(const schema::Schema& schema, const std::string& title) {
  std::size_t characters = 0;
  for (const auto& word : schema.recognise) {
    const auto folded = schema::folded(word);
    if (title.find(folded) != std::string::npos) characters += document::count_characters(folded);
  }
  return characters;
}

const schema::Schema* recognise(const document::Document& document,
                                const std::vector<schema::Schema>& schemas) {
  const auto title = title_of(paragraphs_of(document));
  const schema::Schema* best = nullptr;
  std::pair<std::size_t, std::size_t> most = {0, 0};
  for (const auto& schema : schemas) {
    const auto in_title = recognised(schema, title);
    const auto met = captions_met(schema, document);
    if (in_title == 0 && met < fewest_captions) continue;
    const std::pair weight = {in_title, met};
    if (weight > most) {
      most = weight;
      best = &schema;
    }
  }
  return best;
}

}  // namespace tieout::report
