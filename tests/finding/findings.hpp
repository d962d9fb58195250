// Findings of rules on JSON data, as a run comes to them.
#pragma once

#include "check/evaluator.hpp"
#include "finding/finding.hpp"
#include "language/compile.hpp"
#include "report/reading.hpp"
#include "shipped_schemas.hpp"
#include "temporary_folder.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace tieout::finding {

/// Rules of department-spending, compiled once; findings point into them.
class Rules {
 public:
  explicit Rules(const std::string& text) {
    const TemporaryFolder folder;
    const auto path = folder.write("rules.tie", "schema \"department-spending\"\n" + text);
    auto compiled = language::compile({path}, department_spending(), units(), {});
    for (const auto& diagnostic : compiled.diagnostics) {
      throw std::runtime_error(language::render(diagnostic, source::Language::en));
    }
    program_ = std::make_unique<const language::Program>(std::move(compiled.program));
  }

  [[nodiscard]] CheckedReport check(const std::string& json) const {
    const auto report = report::read_json(source::Source("report.json", json),
                                          department_spending(), units(), {}, true);
    return to_findings(*program_, report, check::evaluate(*program_, report, nullptr, units()),
                       units(), {});
  }

  [[nodiscard]] const language::Program& program() const { return *program_; }

 private:
  std::unique_ptr<const language::Program> program_;
};

}  // namespace tieout::finding
