// One writer per format. Output is deterministic, byte for byte; no time stamps.
#pragma once

#include "finding/finding.hpp"
#include "source/message.hpp"

#include <iosfwd>

namespace tieout::output {

struct Style {
  source::Language language = source::Language::zh;
  bool color = false;
  bool all_checks = false;
};

void write_pretty(std::ostream& out, const finding::Run& run, const Style& style);
void write_concise(std::ostream& out, const finding::Run& run, const Style& style);
void write_json(std::ostream& out, const finding::Run& run, const Style& style);
void write_jsonl(std::ostream& out, const finding::Run& run, const Style& style);

}  // namespace tieout::output
