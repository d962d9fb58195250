// Changes that are listed as the parts of another.
#include "report/narrative/change_lists.hpp"

#include "report/narrative/divisions.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/rows.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

class ChangeLists {
 public:
  ChangeLists(const Narrative& text, const schema::Schema& schema, ChangeRows& rows)
      : text_(text), divisions_(schema, text.entity), rows_(rows) {}

  void run() {
    for (const auto& sentences : text_.sentences) {
      last_.reset();
      for (const std::size_t sentence : sentences) this->sentence(text_.spans[sentence]);
      finish();
    }
  }

 private:
  void sentence(const Span& span) {
    for (const std::size_t clause : span.clauses) {
      if (opener_of(text_.clause_text(clause)) == Opener::among) {
        finish();
        total_ = last_;
      }
      const Clause& found = text_.clauses[clause];
      for (std::size_t at = found.first; at < found.last; ++at) statement(at);
    }
    // 其中：甲减少9万元。乙减少3万元。: the next sentence may go on with a list that is not whole.
    if (total_ && is_whole()) finish();
  }

  void statement(std::size_t at) {
    const Statement& found = text_.statements[at];
    if (found.role != Role::change) {
      // 其中：甲3万元，比上年增加1万元 lists figures, with a change each.
      // 其中：甲0万元；乙减少2万元: what did not happen takes no part in the change.
      if (total_ && found.figure.value.coefficient == 0) return;
      if (states_value(found)) {
        finish();
        last_.reset();
      }
      return;
    }
    if (!is_exact_statement(found) || is_ratio(found) || found.direction == Direction::none) return;
    if (!total_) {
      last_ = at;
    } else if (is_of_another(found) && comparable(found.figure, text_.statements[*total_].figure)) {
      parts_.push_back(at);
    } else {
      total_.reset();
    }
  }

  /// Than the last of the list, or the total: 接待费比预算无变化，比上年增加2万元 carries its name
  /// on.
  [[nodiscard]] bool is_of_another(const Statement& found) const {
    const std::size_t last = parts_.empty() ? *total_ : parts_.back();
    return found.named || (!found.name.empty() && found.name != text_.statements[last].name);
  }

  [[nodiscard]] static bool is_ratio(const Statement& found) {
    return found.figure.is(figure::Dimension::Kind::ratio);
  }

  void finish() {
    if (total_) write();
    total_.reset();
    parts_.clear();
  }

  [[nodiscard]] std::vector<ChangeRows::Part> listed() const {
    std::vector<ChangeRows::Part> parts;
    parts.reserve(parts_.size());
    for (const std::size_t part : parts_) {
      parts.push_back({text_.statements[part].name, signed_amount(part)});
    }
    return parts;
  }

  /// Whether the parts are all there are.
  [[nodiscard]] bool is_whole() const {
    const auto parts = listed();
    if (ChangeRows::adds_up(signed_amount(*total_), parts)) return true;
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (const auto& part : parts) names.push_back(part.name);
    return divisions_.complete(text_.statements[*total_].name, names).size() == names.size();
  }

  void write() {
    if (is_whole()) rows_.add_sum(text_.statements[*total_].name, signed_amount(*total_), listed());
  }

  [[nodiscard]] figure::Figure signed_amount(std::size_t at) const {
    const Statement& found = text_.statements[at];
    return found.direction == Direction::down ? negated(found.figure) : found.figure;
  }

  const Narrative& text_;
  const Divisions divisions_;
  ChangeRows& rows_;
  std::optional<std::size_t> last_;   ///< the last change that the passage stated
  std::optional<std::size_t> total_;  ///< of the list that is being read
  std::vector<std::size_t> parts_;
};

}  // namespace

void write_change_lists(const Narrative& text, const schema::Schema& schema, ChangeRows& rows) {
  ChangeLists(text, schema, rows).run();
}

}  // namespace tieout::report::narrative
