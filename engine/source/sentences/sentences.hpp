// The sentences of each room, one file a room; ids start with the room's name. A hole is {name}, a
// brace that is meant as one is doubled.
#pragma once

#include "source/catalogue.hpp"

#include <span>

namespace tieout::source {

[[nodiscard]] std::span<const Sentence> source_sentences();
[[nodiscard]] std::span<const Sentence> figure_sentences();
[[nodiscard]] std::span<const Sentence> document_sentences();
[[nodiscard]] std::span<const Sentence> schema_sentences();
[[nodiscard]] std::span<const Sentence> report_sentences();
[[nodiscard]] std::span<const Sentence> language_sentences();
[[nodiscard]] std::span<const Sentence> syntax_sentences();
[[nodiscard]] std::span<const Sentence> check_sentences();
[[nodiscard]] std::span<const Sentence> finding_sentences();
[[nodiscard]] std::span<const Sentence> across_sentences();
[[nodiscard]] std::span<const Sentence> output_sentences();
[[nodiscard]] std::span<const Sentence> workbook_sentences();
[[nodiscard]] std::span<const Sentence> page_sentences();
[[nodiscard]] std::span<const Sentence> cli_sentences();

}  // namespace tieout::source
