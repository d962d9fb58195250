// Shares as rows of the statement tables.
#include "report/narrative/list_tails.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/shares.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace tieout::report::narrative {

void write_shares(const Narrative& text, const schema::Schema& schema,
                  const std::vector<Share>& shares, const std::vector<Group>& groups,
                  Report& report) {
  const StatementTable table(schema, report, "shares");
  const StatementTable ratios(schema, report, "ratios");
  const ListTails tails(text, groups);
  for (Share share : shares) {
    const Statement& percent = text.statements[share.percent];
    if (share.part && share.addends.empty()) {
      const auto fits = [&](std::size_t part) {
        return std::ranges::any_of(share.wholes, [&](std::size_t whole) {
          return part != whole &&
                 comparable(text.statements[part].figure, text.statements[whole].figure) &&
                 makes_share(text.statements[part].figure, text.statements[whole].figure,
                             percent.figure);
        });
      };
      if (const auto other = tails.other_subject(*share.part, share.percent, fits)) {
        share.part = other;
        share.name = text.statements[*other].name;
      }
    }
    if (!share.addends.empty()) {
      std::vector<std::vector<StatementTable::Field>> addends;
      addends.reserve(share.addends.size());
      for (const std::size_t part : share.addends) {
        addends.push_back({{"value", text.statements[part].figure}});
      }
      Row row = ratios.row(share.name, percent.figure.place);
      ratios.set(row, "name", text_value(share.name, percent.figure.place));
      ratios.set_rows(row, "parts", {{{"value", text.statements[*share.part].figure}}});
      ratios.set_rows(row, "whole", addends);
      ratios.set(row, "percent", percent.figure);
      ratios.add(std::move(row));
      continue;
    }
    Row row = table.row(share.name, percent.figure.place);
    table.set(row, "name", text_value(share.name, percent.figure.place));
    table.set(row, "whole_name", text_value(share.whole_name, percent.figure.place));
    table.set(row, "percent", percent.figure);
    if (share.part) table.set(row, "part", text.statements[*share.part].figure);
    if (share.cell) table.set(row, "whole", *share.cell);
    std::vector<Row> readings;
    for (const std::size_t whole : share.wholes) {
      readings.push_back(row);
      table.set(readings.back(), "whole", text.statements[whole].figure);
    }
    if (readings.empty()) readings.push_back(std::move(row));
    table.add(joined_readings(std::move(readings)));
  }

  const StatementTable families(schema, report, "share_groups");
  std::map<std::size_t, std::size_t> share_of;  // by part
  for (std::size_t index = 0; index < shares.size(); ++index) {
    if (shares[index].part) share_of.emplace(*shares[index].part, index);
  }
  for (const Group& group : groups) {
    if (!group.closed || group.doubtful || group.parts.size() < 2) continue;
    std::vector<std::vector<StatementTable::Field>> percents;
    for (const std::size_t part : group.parts) {
      const auto found = share_of.find(part);
      if (found == share_of.end()) break;
      const Share& share = shares[found->second];
      if (share.wholes.empty() || share.wholes.front() != group.total) break;
      const Statement& percent = text.statements[share.percent];
      percents.push_back({{"name", text_value(share.name)}, {"value", percent.figure}});
    }
    if (percents.size() != group.parts.size()) continue;
    const Statement& total = text.statements[group.total];
    Row row = families.row(total.name, total.figure.place);
    families.set(row, "name", text_value(total.name, total.figure.place));
    families.set_rows(row, "percents", percents);
    families.add(std::move(row));
  }
}

}  // namespace tieout::report::narrative
