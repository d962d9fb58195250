// From what the text calls a budget subject to its row.
#include "report/narrative/subject_rows.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t most_namesakes = 16;  // rows of one name that are looked at

/// How a level is marked, and how long its codes are.
constexpr std::pair<std::string_view, std::size_t> levels[] = {
    {"（类）", 3}, {"(类)", 3}, {"（款）", 5}, {"(款)", 5}, {"（项）", 7}, {"(项)", 7}};

/// 住房保障 is 住房保障支出; what follows the last level says only that it was spent.
std::string stem(std::string_view name) {
  static constexpr std::string_view ends[] = {"支出", "决算数", "决算", "数", "金额", "合计"};
  const std::string folded = schema::folded(name);
  return std::string(without_suffixes(folded, ends));
}

const std::string* text_in(const Row& row, std::size_t column) {
  const auto* text = std::get_if<Text>(&row.values[column]);
  return text == nullptr ? nullptr : &text->text;
}

}  // namespace

struct SubjectRows::Part {
  std::string name;        ///< without what dresses it; the front may be cut off
  std::size_t digits = 0;  ///< of its code; 0: not said
};

SubjectRows::SubjectRows(const schema::Table& table, const Table& rows) {
  if (table.hierarchy.kind != schema::Hierarchy::Kind::code_prefix || !table.key) return;
  const auto named =
      std::find_if(table.columns.begin(), table.columns.end(), [&](const schema::Item& column) {
        return column.kind == schema::Kind::text && &column != &table.columns[*table.key];
      });
  if (named == table.columns.end()) return;
  const auto column = static_cast<std::size_t>(named - table.columns.begin());
  for (const Row& row : rows.rows) {
    const std::string* name = text_in(row, column);
    if (name == nullptr || name->empty()) continue;
    std::string folded = stem(*name);
    by_name_[folded].push_back(&row);
    names_.emplace(row.key, std::move(folded));
  }
}

const Row* SubjectRows::find(std::string_view name) const {
  if (by_name_.empty()) return nullptr;
  const std::vector<Part> parts = parts_of(name);
  if (parts.empty()) return nullptr;
  const auto namesakes = by_name_.find(parts.back().name);
  if (namesakes == by_name_.end() || namesakes->second.size() > most_namesakes) return nullptr;
  const Row* found = nullptr;
  for (const Row* row : namesakes->second) {
    if (!stands_below(*row, parts)) continue;
    if (found != nullptr) return nullptr;
    found = row;
  }
  return found;
}

/// The subjects of a name, the widest first; empty if words follow that are no part of a name.
std::vector<SubjectRows::Part> SubjectRows::parts_of(std::string_view name) {
  std::vector<Part> parts;
  while (true) {
    std::size_t at = std::string_view::npos;
    const std::pair<std::string_view, std::size_t>* level = nullptr;
    for (const auto& each : levels) {
      const std::size_t here = name.find(each.first);
      if (here < at) {
        at = here;
        level = &each;
      }
    }
    if (level == nullptr) break;
    std::string part = stem(name.substr(0, at));
    if (part.empty()) return {};
    parts.push_back({std::move(part), level->second});
    name.remove_prefix(at + level->first.size());
  }
  std::string rest = stem(name);
  if (rest.empty()) return parts;
  if (!parts.empty()) return {};
  return {{std::move(rest), 0}};
}

bool SubjectRows::stands_below(const Row& row, const std::vector<Part>& parts) const {
  const std::size_t digits = parts.back().digits;
  if (digits != 0 && row.key.size() != digits) return false;
  return std::all_of(parts.begin(), parts.end() - 1, [&](const Part& part) {
    if (part.digits >= row.key.size()) return false;
    const std::string* name = name_of_code(std::string_view(row.key).substr(0, part.digits));
    // A table may leave levels out; a long name is cut off at its front.
    return name == nullptr || name->ends_with(part.name);
  });
}

const std::string* SubjectRows::name_of_code(std::string_view code) const {
  const auto found = names_.find(code);
  return found == names_.end() ? nullptr : &found->second;
}

}  // namespace tieout::report::narrative
