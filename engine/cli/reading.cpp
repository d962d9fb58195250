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

  void refuse(const std::string& name, const source::Failure& failure) {
    unreadable_.push_back(unreadable_of(name, failure));
    say(Level::error, unreadable_.back().reason, unreadable_.back().place);
  }

 private:
  void report(const Submission& submission) {
    auto read = read_submission(submission, rulebook_, limits_);
    if (auto* const one = std::get_if<ReadReport>(&read)) return take(std::move(*one));
    const auto& rows = *std::get<std::shared_ptr<const report::WideTable>>(read);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      guarded(rows.label(row), [&] { take({rows.read(row), rows.excerpt(row)}); });
    }
  }

  void take(ReadReport read) {
    say(Level::step, read_step(read.report.source, *read.report.schema));
    take_(std::move(read));
  }

  template <typename Step>
  void guarded(const std::string& name, const Step& step) {
    try {
      step();
    } catch (const source::Failure& failure) {
      refuse(name, failure);
    }
  }

  const Rulebook& rulebook_;
  const source::Limits& limits_;
  std::vector<finding::Unreadable>& unreadable_;
  const TakeReport& take_;
};

}  // namespace

finding::Unreadable unreadable_of(const std::string& name, const source::Failure& failure) {
  auto place = failure.place();
  if (place.source_name().empty()) place.source = source::in_file(name).source;
  return {name, failure.message(), std::move(place)};
}

source::Message read_step(const std::string& name, const schema::Schema& schema) {
  return {"cli.step_read", {{"source", name}, {"schema", schema.id}}};
}

void for_each_report(const std::vector<std::string>& paths, const Rulebook& rulebook,
                     const source::Limits& limits, std::vector<finding::Unreadable>& unreadable,
                     const TakeReport& take) {
  Reading reading(rulebook, limits, unreadable, take);
  auto inputs = expand(paths);
  for (const auto& [name, reason, place] : inputs.unreadable) {
    reading.refuse(name, source::Failure(reason, place));
  }
  for (const auto& path : inputs.files) reading.file(path);
}

}  // namespace tieout::cli
