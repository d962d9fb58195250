// Paths to reports.
#include "cli/reading.hpp"

#include "cli/inputs.hpp"
#include "cli/log.hpp"

#include <utility>

namespace tieout::cli {

namespace {

class Reading {
 public:
  Reading(const Rulebook& rulebook, const source::Limits& limits,
          std::vector<finding::Unreadable>& unreadable, const TakeReport& take)
      : rulebook_(rulebook), limits_(limits), unreadable_(unreadable), take_(take) {}

  void file(const std::string& path) {
    guarded(path, [&] {
      for_each_submission(path, limits_, [&](const Submission& submission) {
        guarded(submission.label(), [&] { report(submission); });
      });
    });
  }

  void refuse(const std::string& name, const source::Message& reason, source::Place place) {
    if (place.source_name().empty()) place.source = source::in_file(name).source;
    say(Level::error, reason, place);
    unreadable_.push_back({name, reason, std::move(place)});
  }

 private:
  void report(const Submission& submission) {
    auto read = read_submission(submission, rulebook_, limits_);
    auto& report = read.report;
    report.source = submission.label();
    say(Level::step, {"cli.step_read", {{"source", report.source}, {"schema", report.schema->id}}});
    take_(std::move(read));
  }

  template <typename Step>
  void guarded(const std::string& name, const Step& step) {
    try {
      step();
    } catch (const source::Failure& failure) {
      refuse(name, failure.message(), failure.place());
    }
  }

  const Rulebook& rulebook_;
  const source::Limits& limits_;
  std::vector<finding::Unreadable>& unreadable_;
  const TakeReport& take_;
};

}  // namespace

void for_each_report(const std::vector<std::string>& paths, const Rulebook& rulebook,
                     const source::Limits& limits, std::vector<finding::Unreadable>& unreadable,
                     const TakeReport& take) {
  Reading reading(rulebook, limits, unreadable, take);
  auto inputs = expand(paths);
  for (const auto& [name, reason, place] : inputs.unreadable) reading.refuse(name, reason, place);
  for (const auto& path : inputs.files) reading.file(path);
}

}  // namespace tieout::cli
