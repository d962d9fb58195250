// One value of JSON report data, as its item in the schema says it is to be read.
#pragma once

#include "report/report.hpp"
#include "schema/json_tree.hpp"
#include "source/source.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tieout::report {

/// Counts are exact unless they are approximate, stated to tens or more, or in units such as 万人.
/// JSON says of a figure whether it is exact only where this does not.
[[nodiscard]] bool is_count(const figure::Figure& figure);

/// Reads values that fit the schema; throws Failure for what a JSON Schema cannot say: numbers out
/// of range, unknown units, precisions that the digits contradict.
class JsonValues {
 public:
  JsonValues(const source::Source& text, const figure::UnitSystem& units,
             const source::Limits& limits);

  /// `around`: where the value's row stands if the data says so, which is then where its texts
  /// stand; null if it does not.
  [[nodiscard]] Value read(const schema::Json& json, const schema::Item& item,
                           const std::string& pointer, const source::Place* around);

  /// Where a value stands: as its member `place` says, else in the JSON text.
  [[nodiscard]] source::Place place(const schema::Json& json, const std::string& pointer);
  /// A `place` object.
  [[nodiscard]] source::Place given_place(const schema::Json& json);
  [[nodiscard]] source::Failure failure(const schema::Json& at, const std::string& pointer,
                                        source::Message message) const;

 private:
  [[nodiscard]] source::Place json_place(const schema::Json& json,
                                         const std::string& pointer) const;
  [[nodiscard]] Value number(const schema::Json& json, const schema::Item& item,
                             const std::string& pointer);
  [[nodiscard]] Value date(const schema::Json& json, const std::string& pointer);
  [[nodiscard]] Value boolean(const schema::Json& json, const std::string& pointer);
  [[nodiscard]] Value target(const schema::Json& json, const std::string& pointer);
  [[nodiscard]] Value target_text(std::string raw, source::Place place) const;
  [[nodiscard]] const figure::Unit& unit(const schema::Json& name,
                                         const std::string& pointer) const;
  void settle(figure::Figure& figure, const schema::Json& object, const std::string& pointer) const;
  void keep_apart(figure::Figure& figure, const std::string& pointer);

  const figure::UnitSystem& units_;
  const source::Limits& limits_;
  std::shared_ptr<const std::string> name_;
  std::map<std::string, std::shared_ptr<const std::string>, std::less<>> sources_;
  std::map<source::Place, std::string> figures_;  ///< what stands at each place that was given
};

}  // namespace tieout::report
