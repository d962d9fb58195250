// All reports that paths mean, read one after the other; one that cannot be read stops no other.
#pragma once

#include "cli/rulebook.hpp"
#include "cli/submissions.hpp"
#include "finding/finding.hpp"
#include "source/source.hpp"

#include <functional>
#include <string>
#include <vector>

namespace tieout::cli {

/// The entry of what could not be read; its place names `name` where the failure names no file.
[[nodiscard]] finding::Unreadable unreadable_of(const std::string& name,
                                                const source::Failure& failure);

/// What `--verbose` says of a report that was read.
[[nodiscard]] source::Message read_step(const std::string& name, const schema::Schema& schema);

using TakeReport = std::function<void(ReadReport)>;

/// Hands over each report in byte order of its path (streams: in their order). A Failure, of
/// reading or thrown by `take`, is said on standard error and added to `unreadable`.
void for_each_report(const std::vector<std::string>& paths, const Rulebook& rulebook,
                     const source::Limits& limits, std::vector<finding::Unreadable>& unreadable,
                     const TakeReport& take);

}  // namespace tieout::cli
