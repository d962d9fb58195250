// Records in ascending order, more of them than memory holds.
#pragma once

#include "across/temporary_file.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <queue>
#include <span>
#include <type_traits>
#include <vector>

namespace tieout::across {

/// Takes records in any order, then gives them sorted: what does not fit into memory goes to disk
/// as sorted runs, which are merged. n log n whatever the records are. Throws source::Failure as
/// TemporaryFile does.
template <typename Record>
class SortedSpill {
  static_assert(std::is_trivially_copyable_v<Record>);

 public:
  /// `memory`: bytes for records that wait to be written; at least one record is kept.
  explicit SortedSpill(std::size_t memory)
      : most_(std::max<std::size_t>(memory / sizeof(Record), 1)) {}

  /// Only before the first next().
  void add(const Record& record) {
    if (waiting_.size() == most_) write();
    waiting_.push_back(record);
  }

  /// Each record once, nothing after the last; what they took is free then.
  [[nodiscard]] std::optional<Record> next() {
    if (!reading_) begin();
    if (runs_.empty()) {
      waiting_ = {};
      file_ = {};
      return {};
    }
    Run run = runs_.top();
    runs_.pop();
    const Record record = run.front();
    run = run.subspan(1);
    if (!run.empty()) runs_.push(run);
    return record;
  }

 private:
  using Run = std::span<const Record>;
  struct Later {
    bool operator()(Run a, Run b) const { return b.front() < a.front(); }
  };

  void write() {
    std::ranges::sort(waiting_);
    file_.append(std::as_bytes(std::span(waiting_)));
    waiting_.clear();
  }

  void begin() {
    reading_ = true;
    std::ranges::sort(waiting_);
    if (!waiting_.empty()) runs_.push(waiting_);
    const auto bytes = file_.map();
    // Written as records, and each run is full.
    const auto* const records = reinterpret_cast<const Record*>(bytes.data());
    const std::size_t count = bytes.size() / sizeof(Record);
    for (std::size_t from = 0; from < count; from += most_) runs_.push({records + from, most_});
  }

  std::size_t most_;  ///< records in memory
  std::vector<Record> waiting_;
  TemporaryFile file_;
  std::priority_queue<Run, std::vector<Run>, Later> runs_;  ///< none is empty
  bool reading_ = false;
};

}  // namespace tieout::across
