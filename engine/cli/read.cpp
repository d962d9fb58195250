// tieout read: what was understood of a report, as JSON data that can be read again.
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "cli/reading.hpp"
#include "cli/rulebook.hpp"
#include "report/reading.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>
#include <optional>
#include <utility>

namespace tieout::cli {

namespace {

using Json = nlohmann::ordered_json;

// One report is laid out for people; several are one a line, a stream that `check` takes.
class Printer {
 public:
  void add(Json report) {
    if (held_) line(*std::exchange(held_, std::nullopt));
    if (++count_ == 1) {
      held_ = std::move(report);
    } else {
      line(report);
    }
  }

  void finish() {
    if (held_) std::cout << text(*held_, 2) << '\n';
  }

 private:
  static std::string text(const Json& report, int indent) {
    return report.dump(indent, ' ', false, Json::error_handler_t::replace);
  }

  static void line(const Json& report) { std::cout << text(report, -1) << '\n'; }

  std::optional<Json> held_;
  std::size_t count_ = 0;
};

// The reader's own measure: how many of the figures it has taken up.
void say_uptake(const report::Report& report) {
  const auto& uptake = report.uptake;
  const auto all = uptake.table_figures + uptake.text_figures;
  if (all == 0) return;
  const auto used = uptake.table_figures_used + uptake.text_figures_used;
  const auto share = static_cast<double>(used) / static_cast<double>(all) * 100;
  say(Level::information,
      {"cli.uptake",
       {{"used", std::to_string(used)},
        {"all", std::to_string(all)},
        {"share", fmt::format("{:.1f}%", share)},
        {"table_used", std::to_string(uptake.table_figures_used)},
        {"table_all", std::to_string(uptake.table_figures)},
        {"text_used", std::to_string(uptake.text_figures_used)},
        {"text_all", std::to_string(uptake.text_figures)}}},
      source::in_file(report.source));
}

}  // namespace

int read(const Options& options) {
  const auto& limits = options.limits;
  const Rulebook rulebook(options);
  std::vector<finding::Unreadable> unreadable;
  Printer printer;
  for_each_report(options.paths, rulebook, limits, unreadable, [&](const ReadReport& read) {
    printer.add(report::to_json(read.report, options.language));
    say_uptake(read.report);
  });
  printer.finish();
  return unreadable.empty() ? 0 : 2;
}

}  // namespace tieout::cli
