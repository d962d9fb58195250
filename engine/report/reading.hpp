// From a document or JSON to a report.
#pragma once

#include "document/document.hpp"
#include "report/report.hpp"
#include "schema/json_tree.hpp"
#include "source/source.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tieout::report {

/// The schema that a document's title and captions belong to; null if none fits.
[[nodiscard]] const schema::Schema* recognise(const document::Document& document,
                                              const std::vector<schema::Schema>& schemas);

/// Binds tables, form cells and narrative to the schema's items and statement tables.
[[nodiscard]] Report read_document(const document::Document& document, const schema::Schema& schema,
                                   const figure::UnitSystem& units, const source::Limits& limits);

/// JSON report data before it is known of which schema it is. Throws Failure for text that is no
/// JSON object.
[[nodiscard]] schema::Json parse_data(const source::Source& text, const source::Limits& limits);

/// The `schema` member of JSON report data; empty if it has none. Throws Failure if it is no text.
[[nodiscard]] std::string schema_of_data(const source::Source& text, const schema::Json& data);

/// What parse_data gave of `text`, as a report. Numbers keep their characters; every value its JSON
/// pointer, line and column. Throws Failure for data that breaks the schema.
[[nodiscard]] Report read_data(const source::Source& text, const schema::Json& data,
                               const schema::Schema& schema, const figure::UnitSystem& units,
                               const source::Limits& limits);

/// JSON report data. `partial`: rule examples, `required` is not enforced and `schema`, `entity`,
/// `period` may be absent. Numbers keep their characters; every value its JSON pointer, line and
/// column. Throws Failure for broken JSON and for data that breaks the schema.
[[nodiscard]] Report read_json(const source::Source& text, const schema::Schema& schema,
                               const figure::UnitSystem& units, const source::Limits& limits,
                               bool partial);

/// The report as JSON data that read_json reads again, each figure with its place, plus what was
/// left over and the share taken up under "reading". `language`: of doubts and notes.
[[nodiscard]] nlohmann::ordered_json to_json(const Report& report,
                                             source::Language language = source::Language::zh);

}  // namespace tieout::report
