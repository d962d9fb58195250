// What was there, what came in, what went out and what is left.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tieout::report::narrative {

/// 年初结转和结余20万元，本年收入90万元，本年支出80万元，年末结转和结余30万元: two sides of one
/// sum, as indices of statements.
struct Flow {
  std::string name;
  std::vector<std::size_t> sources;
  std::vector<std::size_t> uses;
};

/// The flows that sentences state. What a sentence says of a fund (政府性基金年初结转…，本年收入…)
/// is of that fund to its end: the names of its statements say so afterwards.
[[nodiscard]] std::vector<Flow> find_flows(Narrative& text);

/// Writes `flows`.
void write_flows(const Narrative& text, const schema::Schema& schema,
                 const std::vector<Flow>& flows, Report& report);

}  // namespace tieout::report::narrative
