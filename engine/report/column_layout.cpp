// Reads a schema for the shapes that columns hold.
#include "report/column_layout.hpp"

#include "schema/schema_file.hpp"
#include "schema/validator.hpp"

#include <algorithm>
#include <limits>

namespace tieout::report {
namespace {

using schema::Piece;

/// Does the piece say nothing that data could break, but for these keywords?
bool says_only(const Piece& piece, std::initializer_list<std::string_view> keywords) {
  return std::ranges::all_of(piece.members(), [&](const schema::JsonMember& member) {
    const std::string& name = member.name;
    return name == "title" || name == "description" || name.starts_with("x-") ||
           std::ranges::find(keywords, name) != keywords.end();
  });
}

/// A member of report data: the schema's own, or one that every report has.
Piece property(const schema::SchemaFile& file, std::string_view name) {
  const auto own = file.root().at("properties").member(name);
  return own ? *own : file.statements->root().at("properties").at(name);
}

/// The shape of statements.json that a value refers to, over pieces that only name it; empty if
/// some piece on the way says more.
std::string_view shape_of(Piece piece) {
  constexpr std::string_view definitions = "#/definitions/";
  constexpr int longest_chain = 32;
  for (int steps = 0; steps < longest_chain; ++steps) {
    const auto target = piece.referred();
    if (!target || !says_only(piece, {"$ref"})) return {};
    if (!target->member("$ref")) {
      const std::string_view reference = piece.at("$ref").string();
      return reference.substr(reference.find(definitions) + definitions.size());
    }
    piece = *target;
  }
  return {};
}

bool is_shape_of(std::string_view shape, const schema::Item& item) {
  switch (item.kind) {
    case schema::Kind::number:
      return shape == "figure";
    case schema::Kind::text:
      return shape == "text";
    case schema::Kind::date:
      return shape == "date";
    case schema::Kind::boolean:
      return shape == "boolean";
    case schema::Kind::target:
    case schema::Kind::table:
      break;
  }
  return false;
}

void add(Fields& fields, std::string name, const Field& field) {
  fields.names.push_back(std::move(name));
  fields.fields.push_back(field);
  fields.required.push_back(false);
}

/// To be called once all members were added, which keep their places from then on.
void index(Fields& fields, const Piece& object) {
  for (std::size_t i = 0; i < fields.names.size(); ++i) {
    fields.by_name.emplace(fields.names[i], i);
  }
  const auto required = object.member("required");
  if (!required) return;
  for (const Piece& name : required->elements()) {
    const auto found = fields.find(name.string());
    if (found && !fields.required[*found]) {
      fields.required[*found] = true;
      ++fields.required_number;
    }
  }
}

}  // namespace

std::optional<std::size_t> Fields::find(std::string_view name) const {
  const auto found = by_name.find(name);
  return found == by_name.end() ? std::nullopt : std::optional(found->second);
}

ColumnLayout::ColumnLayout(const schema::Schema& schema, const figure::UnitSystem& units)
    : measures_(units), kinds_(1) {
  for (const figure::Unit& unit : units.units()) {
    // 1.5万人 are 15000人 where texts are read: such a line goes the long way.
    const bool many = unit.dimension.kind() == figure::Dimension::Kind::count && unit.factor != 1;
    if (!many) add_unit(unit);
  }
  add_unit(units.bare());

  const schema::SchemaFile& file = *schema.whole->file();
  const Piece whole = file.root();
  const bool closed = says_only(
      whole, {"$schema", "type", "required", "properties", "additionalProperties", "definitions"});
  if (closed && says_only(property(file, "schema"), {"const"})) {
    add(root_, "schema", {Field::Kind::schema});
  }
  for (std::size_t i = 0; i < schema.scalars.size(); ++i) {
    const schema::Item& item = schema.scalars[i];
    const auto shape = shape_of(property(file, item.id));
    Field one = is_shape_of(shape, item) ? field(item, i) : Field();
    if (item.id == "period") {
      one = {shape == "period" ? Field::Kind::period : Field::Kind::beyond, i, false, &item};
    }
    add(root_, item.id, one);
  }
  rows_.resize(schema.tables.size());
  for (std::size_t t = 0; t < schema.tables.size(); ++t) {
    const schema::Table& table = schema.tables[t];
    const Piece array = property(file, table.id);
    const Piece row = array.at("items");
    const bool plain = says_only(array, {"type", "items"}) &&
                       says_only(row, {"type", "required", "properties", "additionalProperties"});
    add(root_, table.id, plain ? Field{Field::Kind::table, t} : Field());
    if (!plain) {
      continue;
    }
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const schema::Item& item = table.columns[c];
      const auto shape = shape_of(row.at("properties").at(item.id));
      Field one = is_shape_of(shape, item) ? field(item, c) : Field();
      one.is_name = table.key == c && one.kind == Field::Kind::text;
      add(rows_[t], item.id, one);
    }
    index(rows_[t], row);
  }
  index(root_, whole);
}

void ColumnLayout::add_unit(const figure::Unit& unit) {
  CellUnit cell;
  cell.unit = &unit;
  cell.measure = measures_.of(unit.dimension);
  cell.exact = cell.measure == measure::count && unit.factor == 1;
  const int scale = decimals_of(cell.measure);
  for (int decimals = 0; decimals < static_cast<int>(cell.worth.size()); ++decimals) {
    const auto worth = (unit.factor * figure::power_of_ten(scale - decimals)).int64();
    if (cell.measure != measure::any && worth) {
      const auto at = static_cast<std::size_t>(decimals);
      cell.worth[at] = *worth;
      cell.kinds[at] = kind({cell.measure, cell.exact ? 0 : cell.worth[at]});
    }
  }
  units_.emplace(unit.id, cell);
}

NumberColumn::Kind ColumnLayout::kind(const CellKind& kind) {
  const auto same = [&kind](const CellKind& other) {
    return other.measure == kind.measure && other.step == kind.step;
  };
  const auto found = std::find_if(kinds_.begin() + 1, kinds_.end(), same) - kinds_.begin();
  constexpr std::ptrdiff_t most = std::numeric_limits<NumberColumn::Kind>::max();
  if (found > most) return NumberColumn::missing;
  if (found == std::ssize(kinds_)) kinds_.push_back(kind);
  return static_cast<NumberColumn::Kind>(found);
}

const CellUnit* ColumnLayout::unit(std::string_view id) const {
  const auto found = units_.find(id);
  return found == units_.end() ? nullptr : &found->second;
}

const CellUnit* ColumnLayout::settled_unit(const schema::Item& item) const {
  if (item.unit != nullptr) {
    return unit(item.unit->id);
  }
  const auto kind = item.dimension.kind();
  const bool bare =
      kind == figure::Dimension::Kind::count || kind == figure::Dimension::Kind::stated;
  return bare ? unit("") : nullptr;
}

Field ColumnLayout::field(const schema::Item& item, std::size_t index) const {
  switch (item.kind) {
    case schema::Kind::number: {
      Field number = {Field::Kind::number, index, false, &item, settled_unit(item)};
      if (number.unit == nullptr) return number;
      number.decimals = number.declared(*number.unit);
      for (std::size_t written = 0; written < number.plain.size(); ++written) {
        number.plain[written] = number.unit->scale(written, std::max(written, number.decimals));
      }
      return number;
    }
    case schema::Kind::text:
    case schema::Kind::date: {
      Field text = {Field::Kind::text, index, item.id == "entity", &item};
      text.is_name = text.entity;
      return text;
    }
    case schema::Kind::boolean:
      return {Field::Kind::boolean, index, false, &item};
    case schema::Kind::target:
    case schema::Kind::table:
      break;
  }
  return {};
}

}  // namespace tieout::report
