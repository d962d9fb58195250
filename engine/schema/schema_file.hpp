// A schema file as it is read: its JSON with places, and what its references lead to.
#pragma once

#include "schema/json_tree.hpp"
#include "source/message.hpp"
#include "source/source.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::schema {

class Validator;
struct Piece;

/// The name by which schema files refer to the shapes of values and the narrative tables.
inline constexpr std::string_view statements_file = "statements.json";

struct SchemaFile {
  source::Source text;
  Json json;
  /// What `statements.json#/...` leads to; null: it is that file.
  std::shared_ptr<const SchemaFile> statements;

  /// `annotations` judges the file; null: it is trusted. Throws Failure: unreadable, broken, or not
  /// as `annotations` wants it.
  SchemaFile(const std::string& path, const Validator* annotations,
             std::shared_ptr<const SchemaFile> statements_of);

  [[nodiscard]] Piece root() const;
};

/// A piece of a schema file.
struct Piece {
  const SchemaFile* file = nullptr;
  const Json* json = nullptr;

  [[nodiscard]] std::optional<Piece> member(std::string_view name) const;
  /// That member, which must be there. This and the next three throw Failure where it is otherwise:
  /// annotations say so of a file that was judged, in better words.
  [[nodiscard]] Piece at(std::string_view name) const;
  [[nodiscard]] const std::string& string() const;
  [[nodiscard]] const JsonObject& members() const;
  [[nodiscard]] std::vector<Piece> elements() const;
  /// The member of this name here or where the `$ref`s of this piece lead, one after another.
  [[nodiscard]] std::optional<Piece> annotation(std::string_view name) const;
  /// What `$ref` leads to; nothing without one. Throws Failure if it leads nowhere.
  [[nodiscard]] std::optional<Piece> referred() const;
  /// Throws Failure if a `$ref` here leads nowhere or back to itself.
  void check_reference() const;

  // Of an annotation of this piece, references followed; a default if there is none.
  [[nodiscard]] std::string text_of(std::string_view name, std::string_view otherwise = "") const;
  [[nodiscard]] bool flag_of(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> words_of(std::string_view name) const;
  [[nodiscard]] std::optional<int> integer_of(std::string_view name) const;

  [[nodiscard]] source::Failure failure(source::Message message) const;
};

}  // namespace tieout::schema
