// Shares of a whole: 基本支出359.39万元，占总支出的36%.
#include "report/narrative/shares.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/interpret.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/rows.hpp"

#include <algorithm>
#include <map>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_part = 10;  // statements before the percentage
constexpr std::size_t farthest_lead = 20;  // statements from the start of the passage

class ShareFinder {
 public:
  ShareFinder(const Narrative& text, const NameIndex& names, const std::vector<Group>& groups,
              const Binder& binder)
      : text_(text), names_(names), binder_(binder) {
    for (const Group& group : groups) {
      for (const std::size_t part : group.parts) totals_.emplace(part, group.total);
    }
  }

  std::vector<Share> run() {
    for (const Span& span : text_.spans) {
      const std::vector<std::size_t> statements = text_.statements_of(span);
      for (std::size_t at = 0; at < statements.size(); ++at) {
        if (text_.statements[statements[at]].role == Role::share) add(span, statements, at);
      }
    }
    return std::move(found_);
  }

 private:
  void add(const Span& span, const std::vector<std::size_t>& statements, std::size_t at) {
    if (text_.lead(statements[at]).find("分别") != std::string_view::npos) {
      return respectively(statements, at);
    }
    Share share;
    share.percent = statements[at];
    const Statement& percent = text_.statements[share.percent];
    share.whole_name = percent.of;
    share.part = part_before(span, statements, at);
    if (percent.named && !is_part_name(share, percent.name)) {
      share.part = part_of_name(share.percent, percent.name);
      share.name = percent.name;
    } else if (share.part) {
      share.name = text_.statements[*share.part].name;
    }
    find_whole(share);
    if (share.whole_name.empty() && !share.wholes.empty()) {
      share.whole_name = text_.statements[share.wholes.front()].name;
    }
    found_.push_back(std::move(share));
  }

  /// 甲359万元、乙643万元，分别占总支出的36%、64%: as many figures as percentages, in their order.
  void respectively(const std::vector<std::size_t>& statements, std::size_t at) {
    std::size_t end = at + 1;
    while (end < statements.size() && han_count(text_.lead(statements[end])) <= 1 &&
           comparable(text_.statements[statements[end]].figure,
                      text_.statements[statements[at]].figure)) {
      ++end;
    }
    const std::size_t count = end - at;
    if (count < 2 || at < count) return;
    for (std::size_t index = 0; index < count; ++index) {
      const std::size_t part = statements[at - count + index];
      if (!states_value(text_.statements[part]) || !is_exact_statement(text_.statements[part])) {
        return;
      }
    }
    for (std::size_t index = 0; index < count; ++index) {
      Share share;
      share.percent = statements[at + index];
      share.part = statements[at - count + index];
      share.name = text_.statements[*share.part].name;
      share.whole_name = text_.statements[statements[at]].of;
      find_whole(share);
      found_.push_back(std::move(share));
    }
  }

  /// The figure that the share is of: the value before it, or the owner of its bracket.
  [[nodiscard]] std::optional<std::size_t> part_before(const Span& span,
                                                       const std::vector<std::size_t>& statements,
                                                       std::size_t at) const {
    for (std::size_t before = at; before > 0 && at - before < farthest_part; --before) {
      const Statement& candidate = text_.statements[statements[before - 1]];
      if (states_value(candidate) && candidate.role != Role::ratio &&
          candidate.role != Role::base) {
        return candidate.range ? std::nullopt : std::optional(statements[before - 1]);
      }
    }
    return span.depth > 0 ? span.owner : std::nullopt;
  }

  [[nodiscard]] bool is_part_name(const Share& share, std::string_view name) const {
    if (!share.part) return false;
    const Statement& part = text_.statements[*share.part];
    return part.core == core_of(name, text_.entity) || is_generic(name);
  }

  [[nodiscard]] std::optional<std::size_t> part_of_name(std::size_t percent,
                                                        std::string_view name) const {
    NameIndex::Query query;
    query.name = name;
    query.from = percent;
    const std::vector<std::size_t> found = names_.find(query);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

  void find_whole(Share& share) {
    const std::optional<std::size_t> total = total_of(share);
    if (share.whole_name.empty()) {
      if (total) {
        share.wholes = {*total};
      } else if (!found_.empty()) {
        // A 471万元，占9.96%；B …占…: one whole is said before the first of them, or with it.
        const Share& before = found_.back();
        const Statement& earlier = text_.statements[before.percent];
        const Statement& later = text_.statements[share.percent];
        const bool same_sentence =
            text_.clauses[earlier.clause].span == text_.clauses[later.clause].span;
        const bool chained = earlier.passage == later.passage && earlier.of.empty();
        if (chained || same_sentence) share.wholes = before.wholes;
      }
      if (share.wholes.empty()) share.wholes = leading_statement(share);
      return;
    }
    NameIndex::Query query;
    query.name = share.whole_name;
    query.from = share.percent;
    if (share.part) query.like = &text_.statements[*share.part].figure;
    query.year = share.part ? text_.statements[*share.part].year : std::nullopt;
    share.wholes = names_.find(query);
    if (share.part) std::erase(share.wholes, *share.part);
    if (total && (share.wholes.empty() || agrees(*total, share.whole_name))) {
      std::erase(share.wholes, *total);
      if (agrees(*total, share.whole_name) || is_generic(share.whole_name)) {
        share.wholes.insert(share.wholes.begin(), *total);
      }
    }
    if (share.wholes.empty()) share.cell = cell_of(share);
  }

  [[nodiscard]] std::optional<std::size_t> total_of(const Share& share) const {
    if (!share.part) return std::nullopt;
    const auto found = totals_.find(*share.part);
    return found == totals_.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] bool agrees(std::size_t statement, std::string_view name) const {
    return text_.statements[statement].core == core_of(name, text_.entity);
  }

  /// What a passage, or the one before that ends in a colon, speaks of first.
  [[nodiscard]] std::vector<std::size_t> leading_statement(const Share& share) const {
    if (!share.part) return {};
    const std::size_t passage = text_.statements[*share.part].passage;
    std::size_t seen = 0;
    for (const std::size_t sentence : text_.sentences[passage]) {
      for (const std::size_t index : text_.statements_of(text_.spans[sentence])) {
        if (index >= *share.part || ++seen > farthest_lead) return {};
        const Statement& candidate = text_.statements[index];
        if (states_value(candidate) && is_exact_statement(candidate) &&
            comparable(candidate.figure, text_.statements[*share.part].figure) &&
            candidate.figure.base() >= text_.statements[*share.part].figure.base()) {
          return {index};
        }
      }
    }
    return {};
  }

  [[nodiscard]] std::optional<figure::Figure> cell_of(const Share& share) const {
    if (!share.part) return std::nullopt;
    const Statement& part = text_.statements[*share.part];
    const std::size_t section = text_.passages.list[part.passage].section;
    Binder::Mention mention;
    mention.headings = text_.passages.sections.titles(section);
    const std::vector<Subject> scope = binder_.subjects(mention.headings);
    mention.name = share.whole_name;
    mention.scope = &scope;
    mention.figure = &part.figure;
    mention.entity = text_.entity;
    for (const BoundItem& bound : binder_.bind(mention, text_.period)) {
      const Row* row = binder_.row(bound);
      if (row == nullptr) continue;
      if (const auto* cell = std::get_if<figure::Figure>(&row->values[bound.item])) return *cell;
    }
    return std::nullopt;
  }

  const Narrative& text_;
  const NameIndex& names_;
  const Binder& binder_;
  std::map<std::size_t, std::size_t> totals_;  ///< of each part
  std::vector<Share> found_;
};

}  // namespace

std::vector<Share> find_shares(const Narrative& text, const NameIndex& names,
                               const std::vector<Group>& groups, const Binder& binder) {
  return ShareFinder(text, names, groups, binder).run();
}

void write_shares(const Narrative& text, const schema::Schema& schema,
                  const std::vector<Share>& shares, const std::vector<Group>& groups,
                  Report& report) {
  const StatementTable table(schema, report, "shares");
  for (const Share& share : shares) {
    const Statement& percent = text.statements[share.percent];
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
