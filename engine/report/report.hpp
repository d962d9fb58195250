// A report as rules see it: typed values with their places.
#pragma once

#include "figure/figure.hpp"
#include "schema/schema.hpp"
#include "source/message.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tieout::report {

struct Row;

struct Missing {};  ///< no such key, cell or statement; also JSON null
/// A cell that is there and empty (or dashes, "/", 无); what it means is the schema's to say.
struct Blank {
  std::string raw;
  source::Place place;
};
/// Text where a number, date or target belongs.
struct Unreadable {
  std::string raw;
  source::Place place;
};
/// What stands for an addend that a text does not mention: not zero, for nobody said so.
inline constexpr std::string_view not_stated = "正文未写明";
struct Text {
  std::string text;
  source::Place place;
};
struct Date {
  int year = 0;
  int month = 0;  ///< 0: only the year is known
  int day = 0;    ///< 0: only year and month are known
  std::string raw;
  source::Place place;
};
struct Boolean {
  bool value = false;
  source::Place place;
};
/// An operator with bounds: 不低于10 is {at_least, 10}; 5-10 is {between, 5, 10}.
struct Target {
  enum class Kind { at_least, more_than, at_most, less_than, equal, between } kind = Kind::equal;
  figure::Figure low;   ///< the bound; of `between` the lower one
  figure::Figure high;  ///< `between` only
  std::string raw;
  source::Place place;
};
using TargetPtr = std::shared_ptr<const Target>;       ///< never null; large, and rare
using Rows = std::shared_ptr<const std::vector<Row>>;  ///< of a nested table

using Value =
    std::variant<Missing, Blank, Unreadable, figure::Figure, Text, Date, Boolean, TargetPtr, Rows>;

[[nodiscard]] inline Value as_value(Target target) {
  return std::make_shared<const Target>(std::move(target));
}

struct Row {
  std::string key;            ///< folded; empty if the table has no key
  std::string label;          ///< the key as written
  std::vector<Value> values;  ///< by column
  source::Place place;
  source::Message doubt;          ///< not empty: not read with certainty, its checks are undecided
  std::vector<Row> alternatives;  ///< other readings of the same statement
};

struct Table {
  bool present = false;
  std::vector<Row> rows;
  source::Place place;
};

/// A figure of the document that no item and no statement took up.
struct LeftOver {
  std::string raw;
  source::Place place;
};

/// How much of the document was understood.
struct Uptake {
  std::size_t table_figures = 0;
  std::size_t table_figures_used = 0;
  std::size_t text_figures = 0;
  std::size_t text_figures_used = 0;
  std::vector<LeftOver> left_over;
};

struct Report {
  std::string source;
  const schema::Schema* schema = nullptr;
  std::string entity;
  std::string period;          ///< "2017"; empty if not known
  std::optional<Date> date;    ///< of signing
  std::vector<Value> scalars;  ///< by index in the schema
  std::vector<Table> tables;   ///< by index in the schema
  Uptake uptake;
  std::vector<source::Message> notes;
};

}  // namespace tieout::report
