// The one catalogue, put together from the sentences of every room.
#include "source/catalogue.hpp"

#include "source/sentences/sentences.hpp"

#include <algorithm>
#include <vector>

namespace tieout::source {

std::span<const Sentence> catalogue() {
  static const std::vector<Sentence> sorted = [] {
    std::vector<Sentence> all;
    for (const auto room :
         {source_sentences(), figure_sentences(), document_sentences(), schema_sentences(),
          report_sentences(), language_sentences(), syntax_sentences(), check_sentences(),
          finding_sentences(), across_sentences(), output_sentences(), workbook_sentences(),
          page_sentences(), cli_sentences()}) {
      all.insert(all.end(), room.begin(), room.end());
    }
    std::ranges::sort(all, {}, &Sentence::id);
    return all;
  }();
  return sorted;
}

}  // namespace tieout::source
