// The schema's phrases: literal text with holes, matched within a sentence.
#pragma once

#include "report/narrative/binding.hpp"
#include "report/narrative/statement.hpp"
#include "schema/schema.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// What a phrase found: the figure that is the item's value, or a word if the item is text.
struct PhraseMatch {
  BoundItem item;
  std::size_t length = 0;  ///< characters of the phrase's own words: the longest wins
  bool generic = false;    ///< says nothing without its section
  std::optional<std::size_t> statement;
  std::size_t begin = 0;  ///< of the word, bytes in the passage
  std::size_t end = 0;
};

class Phrases {
 public:
  explicit Phrases(const schema::Schema& schema);

  /// All matches in a sentence. `{year}` must be the item's year.
  [[nodiscard]] std::vector<PhraseMatch> matches(const Narrative& text, std::size_t sentence) const;

 private:
  enum class Hole { value, year, figure, words };
  struct Element {
    std::u32string literal;  ///< empty: a hole
    Hole hole = Hole::words;
  };
  struct Phrase {
    BoundItem item;
    int year = 0;
    bool text = false;
    bool generic = false;
    std::size_t length = 0;
    std::vector<Element> elements;
  };
  struct Line;
  void add(const std::string& pattern, const BoundItem& bound, const schema::Item& item);
  static bool match(const Phrase& phrase, std::size_t element, const Line& line, std::size_t at,
                    PhraseMatch& found);
  static bool match_words(const Phrase& phrase, std::size_t element, const Line& line,
                          std::size_t at, PhraseMatch& found);

  std::vector<Phrase> phrases_;
};

}  // namespace tieout::report::narrative
