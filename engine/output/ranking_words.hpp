// The end of a long run as people read it: the worst reports, the rules that failed most.
#pragma once

#include "output/summary.hpp"
#include "source/message.hpp"

#include <string>
#include <vector>

namespace tieout::output {

/// Rows of words under heads; all columns but the last hold numbers.
struct WordTable {
  std::string title;
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> rows;  ///< as many as the heads each
};

/// The ten worst reports and the ten rules that failed most, each if there are any; nothing for a
/// run of one report. The words are as they are: writers see to what their format makes of them.
[[nodiscard]] std::vector<WordTable> ranking_tables(const Summary& summary,
                                                    source::Language language);

/// The same for a terminal, numbers under each other, a blank line below each.
[[nodiscard]] std::string ranking_text(const Summary& summary, source::Language language);

}  // namespace tieout::output
