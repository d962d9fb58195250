// Reads items, tables and their annotations, and checks that they fit together.
#include "schema/annotations.hpp"

#include "schema/nearest.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace tieout::schema {
namespace {

using source::Message;

/// A failure that suggests a name where one is close.
[[noreturn]] void fail_unknown(const Piece& at, const std::string& name, const char* message,
                               const char* message_near,
                               const std::vector<std::string_view>& known) {
  const std::string near = nearest(name, known);
  throw at.failure(near.empty() ? Message(message, {{"name", name}})
                                : Message(message_near, {{"name", name}, {"near", near}}));
}

/// The names of one scope: none may belong to two items.
class Names {
 public:
  void add(const Piece& at, const std::string& owner, const std::string& name) {
    const std::string key = folded(name);
    if (key.empty()) {
      throw at.failure({"schema.name_empty", {{"name", name}}});
    }
    const auto [entry, fresh] = owners_.emplace(key, owner);
    if (!fresh) {
      throw at.failure({"schema.name_twice", {{"name", name}, {"other", entry->second}}});
    }
  }

 private:
  std::map<std::string, std::string> owners_;
};

bool is_id(std::string_view name) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && letter(name.front()) && std::ranges::all_of(name, [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

void check_phrase(const Piece& at, const std::string& phrase) {
  constexpr std::array<std::string_view, 4> holes = {"value", "year", "figure", "words"};
  std::size_t values = 0;
  std::size_t position = 0;
  while ((position = phrase.find_first_of("{}", position)) != std::string::npos) {
    const std::size_t end = phrase.find('}', position);
    const std::string hole = phrase[position] == '{' && end != std::string::npos
                                 ? phrase.substr(position + 1, end - position - 1)
                                 : std::string();
    if (std::ranges::find(holes, hole) == holes.end()) {
      throw at.failure({"schema.phrase_hole", {{"phrase", phrase}}});
    }
    values += hole == "value" ? 1 : 0;
    position = end + 1;
  }
  if (values != 1) {
    throw at.failure({"schema.phrase_value", {{"phrase", phrase}}});
  }
}

class Reader {
 public:
  explicit Reader(const figure::UnitSystem& units) : units_(units) {
    for (const figure::Unit& unit : units.units()) {
      dimensions_.emplace(unit.dimension.text(), unit.dimension);
    }
    for (const auto kind : {figure::Dimension::Kind::count, figure::Dimension::Kind::ratio}) {
      const figure::Dimension dimension(kind);
      dimensions_.emplace(dimension.text(), dimension);
    }
    dimensions_.emplace("stated", figure::Dimension(figure::Dimension::Kind::stated));
  }

  /// A scalar or a column.
  [[nodiscard]] Item item(const std::string& id, const Piece& piece) const {
    if (!is_id(id)) {
      throw piece.failure({"schema.bad_id", {{"name", id}}});
    }
    Item item;
    item.id = id;
    item.title = piece.text_of("title", id);
    if (piece.member("items")) {
      item.kind = Kind::table;
      item.table = std::make_shared<const Table>(table(id, piece));
      return item;
    }
    item.kind = kind(id, piece);
    item.captions = piece.words_of("x-captions");
    item.heads = piece.words_of("x-heads");
    item.loose_names = piece.words_of("x-loosely");
    item.phrases = piece.words_of("x-phrases");
    item.year = piece.integer_of("x-year").value_or(0);
    read_kinds(item, piece);
    for (const std::string& phrase : item.phrases) {
      check_phrase(*piece.annotation("x-phrases"), phrase);
    }
    if (item.kind == Kind::number) {
      read_figure(item, piece);
    }
    return item;
  }

  [[nodiscard]] Table table(const std::string& id, const Piece& piece) const {
    Table table;
    table.id = id;
    table.title = piece.text_of("title", id);
    table.captions = piece.words_of("x-captions");
    table.partition = piece.flag_of("x-partition");
    read_columns(table, piece.at("items").at("properties"));
    if (const auto key = piece.member("x-key")) {
      table.key = column(table, *key);
      if (table.columns[*table.key].kind != Kind::text) {
        throw key->failure({"schema.key_not_text", {{"name", key->string()}}});
      }
    }
    read_row_sets(table, piece);
    read_hierarchy(table, piece);
    read_sources(table, piece);
    read_synonyms(table, piece);
    return table;
  }

 private:
  static Kind kind(const std::string& id, const Piece& piece) {
    static const std::map<std::string, Kind, std::less<>> kinds = {{"number", Kind::number},
                                                                   {"text", Kind::text},
                                                                   {"date", Kind::date},
                                                                   {"boolean", Kind::boolean},
                                                                   {"target", Kind::target}};
    const auto found = kinds.find(piece.text_of("x-kind"));
    if (found == kinds.end()) {
      throw piece.failure({"schema.no_kind", {{"name", id}}});
    }
    return found->second;
  }

  static void read_kinds(Item& item, const Piece& piece) {
    const auto kinds = piece.member("x-kinds");
    if (!kinds) {
      return;
    }
    Names names;
    for (const Piece& one : kinds->elements()) {
      std::vector<std::string> words;
      for (const Piece& word : one.elements()) {
        words.push_back(word.string());
        names.add(one, words.front(), words.back());
      }
      item.kinds.push_back(std::move(words));
    }
  }

  void read_figure(Item& item, const Piece& piece) const {
    item.blank = piece.text_of("x-blank") == "zero" ? Blank::zero : Blank::missing;
    item.decimals = piece.integer_of("x-decimals");
    item.additive = piece.flag_of("x-additive");
    const auto unit = piece.annotation("x-unit");
    const auto dimension = piece.annotation("x-dimension");
    if (unit) {
      const std::string& name = unit->string();
      item.unit = units_.find(name);
      if (item.unit == nullptr) {
        std::vector<std::string_view> known;
        for (const figure::Unit& one : units_.units()) {
          known.push_back(one.id);
        }
        fail_unknown(*unit, name, "schema.unknown_unit", "schema.unknown_unit_near", known);
      }
      item.dimension = item.unit->dimension;
    }
    if (dimension) {
      const std::string& name = dimension->string();
      const auto found = dimensions_.find(name);
      if (found == dimensions_.end()) {
        std::vector<std::string_view> known;
        known.reserve(dimensions_.size());
        for (const auto& [one, ignored] : dimensions_) {
          known.push_back(one);
        }
        fail_unknown(*dimension, name, "schema.unknown_dimension", "schema.unknown_dimension_near",
                     known);
      }
      item.dimension = found->second;
      if (unit && !figure::Dimension::fit(item.unit->dimension, item.dimension)) {
        throw unit->failure(
            {"schema.unit_not_of_dimension", {{"unit", item.unit->id}, {"dimension", name}}});
      }
    }
    if (!unit && !dimension) {
      throw piece.failure({"schema.no_dimension", {{"name", item.id}}});
    }
  }

  void read_columns(Table& table, const Piece& properties) const {
    constexpr std::array<std::string_view, 3> reserved = {"place", "doubt", "readings"};
    Names names;
    for (const JsonMember& member : properties.members()) {
      const Piece piece = {properties.file, &member.value};
      if (std::ranges::find(reserved, member.name) != reserved.end()) {
        throw piece.failure({"schema.reserved_id", {{"name", member.name}}});
      }
      Item column = item(member.name, piece);
      names.add(piece, column.id, column.title);
      for (const auto* const words : {&column.captions, &column.heads}) {
        for (const std::string& word : *words) {
          names.add(piece, column.id, word);
        }
      }
      table.columns.push_back(std::move(column));
    }
  }

  static std::size_t column(const Table& table, const Piece& name) {
    const std::string& id = name.string();
    const auto found = std::ranges::find(table.columns, id, &Item::id);
    if (found == table.columns.end()) {
      std::vector<std::string_view> known;
      known.reserve(table.columns.size());
      for (const Item& one : table.columns) {
        known.push_back(one.id);
      }
      fail_unknown(name, id, "schema.unknown_column", "schema.unknown_column_near", known);
    }
    return static_cast<std::size_t>(found - table.columns.begin());
  }

  static void read_row_sets(Table& table, const Piece& piece) {
    const auto sets = piece.member("x-rowsets");
    if (!sets) {
      return;
    }
    for (const Piece& one : sets->elements()) {
      RowSet set;
      set.id = one.text_of("id");
      set.title = one.text_of("title", set.id);
      set.match = one.words_of("match");
      std::ranges::transform(set.match, set.match.begin(), folded);
      if (!is_id(set.id)) {
        throw one.failure({"schema.bad_id", {{"name", set.id}}});
      }
      if (std::ranges::find(table.row_sets, set.id, &RowSet::id) != table.row_sets.end()) {
        throw one.failure({"schema.row_set_twice", {{"name", set.id}}});
      }
      if (const auto other = one.member("all_but")) {
        const auto found = std::ranges::find(table.row_sets, other->string(), &RowSet::id);
        if (found == table.row_sets.end() || found->all_but || !set.match.empty()) {
          throw other->failure({"schema.row_set_all_but", {{"name", other->string()}}});
        }
        set.match = found->match;
        set.all_but = true;
      }
      if (set.match.empty()) {
        throw one.failure({"schema.row_set_empty", {{"name", set.id}}});
      }
      table.row_sets.push_back(std::move(set));
    }
  }

  static void read_hierarchy(Table& table, const Piece& piece) {
    if (const auto hierarchy = piece.member("x-hierarchy")) {
      const std::string kind = hierarchy->text_of("kind");
      table.hierarchy.kind = kind == "code_prefix" ? Hierarchy::Kind::code_prefix
                             : kind == "numbering" ? Hierarchy::Kind::numbering
                                                   : Hierarchy::Kind::parent;
      table.hierarchy.column = column(table, hierarchy->at("column"));
    }
  }

  static void read_sources(Table& table, const Piece& piece) {
    const auto sources = piece.member("x-from");
    if (!sources) {
      return;
    }
    for (const Piece& one : sources->elements()) {
      const Piece name = one.at("column");
      const std::size_t filled = column(table, name);
      if (table.columns[filled].kind != Kind::number || !table.key) {
        throw name.failure({"schema.from_not_number", {{"name", name.string()}}});
      }
      table.from.push_back({one.words_of("captions"), filled});
    }
  }

  static void read_synonyms(Table& table, const Piece& piece) {
    const auto synonyms = piece.member("x-synonyms");
    if (!synonyms) {
      return;
    }
    Names names;
    for (const Piece& one : synonyms->elements()) {
      std::vector<std::string> words;
      for (const Piece& word : one.elements()) {
        words.push_back(word.string());
        names.add(one, words.front(), words.back());
        table.canonical_keys.emplace(folded(words.back()), folded(words.front()));
      }
      table.key_synonyms.push_back(std::move(words));
    }
  }

  const figure::UnitSystem& units_;
  std::map<std::string, figure::Dimension, std::less<>> dimensions_;
};

/// 收入支出决算总表: a caption that names a form rather than one table of it.
bool is_form(std::string_view caption) { return caption.ends_with("表"); }

/// The members of the root that are no items.
bool is_item(const JsonMember& member) {
  return member.name != "schema" && member.name != "reading";
}

void check_root(const SchemaFile& file, const Schema& schema) {
  const Piece root = file.root();
  const Piece properties = root.at("properties");
  const auto own = properties.member("schema");
  if (!own || own->text_of("const") != schema.id) {
    throw(own ? *own : properties).failure({"schema.no_name", {{"name", schema.id}}});
  }
  for (const std::string_view wanted : {"entity", "period"}) {
    const auto found = std::ranges::find(schema.scalars, wanted, &Item::id);
    if (found == schema.scalars.end() || found->kind != Kind::text) {
      throw properties.failure({"schema.no_identity", {{"name", std::string(wanted)}}});
    }
  }
}

}  // namespace

Schema read_annotations(const SchemaFile& file, const SchemaFile& statements,
                        const figure::UnitSystem& units, std::string id) {
  Schema schema;
  schema.id = std::move(id);
  schema.path = file.text.name();
  const Reader reader(units);
  Names names;
  std::set<std::string> ids;
  std::set<std::string> forms;  // names of forms, of which several tables may be parts
  for (const SchemaFile* const source : {&file, &statements}) {
    const Piece properties = source->root().at("properties");
    for (const JsonMember& member : properties.members()) {
      if (!is_item(member)) {
        continue;
      }
      const Piece piece = {source, &member.value};
      if (!ids.insert(member.name).second) {
        throw file.root()
            .at("properties")
            .at(member.name)
            .failure({"schema.reserved_id", {{"name", member.name}}});
      }
      std::vector<std::string> all;
      if (piece.member("items")) {
        Table table = reader.table(member.name, piece);
        table.statements = source == &statements;
        std::ranges::copy_if(table.captions, std::back_inserter(all), [&](const auto& caption) {
          return !is_form(caption) || forms.insert(folded(caption)).second;
        });
        all.push_back(table.title);
        schema.tables.push_back(std::move(table));
      } else {
        Item item = reader.item(member.name, piece);
        all = item.captions;
        all.push_back(item.title);
        schema.scalars.push_back(std::move(item));
      }
      for (const std::string& name : all) {
        names.add(piece, member.name, name);
      }
    }
  }
  const Piece root = file.root();
  schema.title = root.text_of("title", schema.id);
  schema.recognise = root.words_of("x-recognise");
  check_root(file, schema);
  return schema;
}

}  // namespace tieout::schema
