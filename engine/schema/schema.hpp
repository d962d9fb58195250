// What a report contains, as a schema declares it: items, tables, keys, units, captions, phrases.
#pragma once

#include "figure/unit.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::schema {

enum class Kind { number, text, date, boolean, target, table };
enum class Blank { missing, zero };

struct Table;
class Validator;

/// A scalar, or a column of a table.
struct Item {
  std::string id;
  std::string title;
  Kind kind = Kind::text;
  Blank blank = Blank::missing;
  figure::Dimension dimension;         ///< numbers; Kind::stated for narrative columns
  const figure::Unit* unit = nullptr;  ///< x-unit: what a figure without a unit of its own is in
  std::optional<int> decimals;         ///< x-decimals, in `unit`
  bool additive = false;               ///< taken up by `.*`
  std::vector<std::string> captions;   ///< its other names, in tables and in the narrative
  std::vector<std::string> heads;      ///< more words that head it, within its own table only
  /// Names of other columns of its table by which the narrative sometimes means this one.
  std::vector<std::string> loose_names;
  std::vector<std::string> phrases;  ///< narrative patterns with {holes}; see schemas/README.md
  int year = 0;                      ///< x-year: of the year it speaks of, less the report's
  std::vector<std::vector<std::string>> kinds;  ///< x-kinds: what it divides into, in all its names
  std::shared_ptr<const Table> table;           ///< Kind::table: a nested table (mentions, parts)
};

/// Rows whose folded key contains one of `match`, or, where `all_but` is set, all other rows.
struct RowSet {
  std::string id;
  std::string title;
  std::vector<std::string> match;  ///< folded
  bool all_but = false;

  [[nodiscard]] bool contains(std::string_view key) const;  ///< a folded key
};

struct Hierarchy {
  enum class Kind { none, code_prefix, numbering, parent } kind = Kind::none;
  std::size_t column = 0;  ///< of the code, the numbered caption, or the parent's key
};

/// How a form cell or a narrative decomposition becomes rows (x-from).
struct RowSource {
  std::vector<std::string> captions;  ///< label of the form cell, or phrase before the total
  std::size_t column = 0;             ///< the column that the parts fill
};

struct Table {
  std::string id;
  std::string title;
  std::vector<std::string> captions;
  std::vector<Item> columns;
  std::optional<std::size_t> key;  ///< the column that identifies rows
  std::vector<RowSet> row_sets;
  Hierarchy hierarchy;
  bool partition = false;  ///< x-partition: the kinds divide the whole
  std::vector<RowSource> from;
  /// Synonyms of key values, first is canonical: {"行政", "行编", "行政编制", "行政在职"}.
  std::vector<std::vector<std::string>> key_synonyms;
  std::map<std::string, std::string, std::less<>> canonical_keys;  ///< the same, folded
  bool statements = false;  ///< a narrative table, the same in every schema

  /// By id, else by folded title, caption or head.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  /// What identifies a row with this label: folded, and the first of its synonyms.
  [[nodiscard]] std::string key_of(std::string_view label) const;
};

struct Schema {
  std::string id;
  std::string title;
  std::string path;                    ///< of its file
  std::vector<std::string> recognise;  ///< x-recognise: words of which a report's title has some
  std::vector<Item> scalars;
  std::vector<Table> tables;                 ///< the schema's own, then the narrative ones
  std::shared_ptr<const Validator> whole;    ///< of report data; its text is the schema's own
  std::shared_ptr<const Validator> partial;  ///< of examples: nothing is required

  // By id, else by folded title or caption.
  [[nodiscard]] std::optional<std::size_t> scalar(std::string_view name) const;
  [[nodiscard]] std::optional<std::size_t> table(std::string_view name) const;
};

/// A caption or key without width, case, spaces, punctuation, numbering in front (1、 一、 （一） ①
/// 其中：) and unit notes at the end （万元）; what names and keys are compared by. Text that is
/// nothing else keeps its letters and digits.
[[nodiscard]] std::string folded(std::string_view caption);

/// Reads a report schema with the narrative tables of statements.json in `folder` added. Checks it
/// against annotations.schema.json there. The schema's id is the file's name before `.schema.json`.
/// Throws source::Failure naming what is wrong and where.
[[nodiscard]] Schema load_schema(const std::string& path, const std::string& folder,
                                 const figure::UnitSystem& units);

/// The schemas of a folder (every *.schema.json but annotations and findings), in order of id. They
/// are trusted to fit annotations.schema.json, which takes longer than to read them; load_schema
/// judges one.
[[nodiscard]] std::vector<Schema> load_schemas(const std::string& folder,
                                               const figure::UnitSystem& units);

}  // namespace tieout::schema
