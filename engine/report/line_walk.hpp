// Walks a line of JSON report data with simdjson On-Demand and hands what it says to a sink.
#pragma once

#include "report/column_layout.hpp"
#include "report/json_date.hpp"
#include "report/written_number.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report {

namespace ondemand = simdjson::ondemand;

/// A figure as it is written in a line.
struct WrittenFigure {
  WrittenNumber number;
  const CellUnit* unit = nullptr;  ///< its own, else its item's
  std::size_t decimals = 0;        ///< stated, or declared by the item if those are more
  std::string_view raw;            ///< its characters, or those of its text
  const char* at = nullptr;        ///< where it stands in the line
};

/// Takes reports that say nothing but texts and plain figures; every value of a line is visited.
/// A sink has
///   void open_report();
///   void close_report(std::string_view entity, std::string_view period);
///   void open_table(std::size_t table, const char* at);
///   void open_row(const char* at);
///   void close_row();
///   void number(const Field& field, const WrittenFigure& figure);
///   void text(const Field& field, std::string_view text, const char* at);
///   void boolean(const Field& field, bool value, const char* at);
/// where values between open_row and close_row are of the row. It may throw LineWalk::Beyond too.
template <typename Sink>
class LineWalk {
 public:
  /// Thrown where a line says what a sink does not hold.
  struct Beyond {};

  LineWalk(const schema::Schema& schema, const ColumnLayout& layout)
      : schema_(schema), layout_(layout) {
    members_.emplace_back(layout.root());
    for (std::size_t t = 0; t < schema.tables.size(); ++t) members_.emplace_back(layout.row(t));
  }

  /// False: the line is broken, breaks the schema, or says more; the sink has seen a part of it. At
  /// least line_padding readable bytes must follow the line.
  [[nodiscard]] bool walk(std::string_view line, Sink& sink, std::size_t padding) {
    if (line.size() > std::numeric_limits<std::uint32_t>::max() / 2) return false;
    entity_ = {};
    period_.clear();
    try {
      sink.open_report();
      auto document = parser_.iterate(line.data(), line.size(), line.size() + padding).value();
      ondemand::object root = document.get_object();
      report(root, sink);
      if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return false;
    } catch (const Beyond&) {
      return false;
    } catch (const simdjson::simdjson_error&) {
      return false;
    }
    sink.close_report(entity_, period_);
    return true;
  }

 private:
  /// Which members of an object were met, and the one that probably comes next. Used for one
  /// object after the other.
  class Members {
   public:
    explicit Members(const Fields& all) : fields_(&all), met_(all.names.size(), 0) {
      for (const std::string& name : all.names) begins_.push_back(begin_of(name));
    }

    void begin() {
      ++object_;
      expected_ = 0;
      required_ = fields_->required_number;
    }

    /// `key`: what follows the opening quote. Throws Beyond for a name that is not known, comes
    /// twice or has an escape.
    const Field& next(const char* key) {
      const std::size_t at = is_expected(key) ? expected_ : found(key);
      if (met_[at] == object_) throw Beyond();
      met_[at] = object_;
      if (fields_->required[at]) --required_;
      expected_ = at + 1;
      return fields_->fields[at];
    }

    void finish() const {
      if (required_ > 0) throw Beyond();
    }

   private:
    /// The first eight bytes of a name and its closing quote.
    struct Begin {
      std::uint64_t bytes = 0;
      std::uint64_t mask = 0;
    };

    static Begin begin_of(const std::string& name) {
      const std::string quoted = name + '"';
      Begin begin;
      const std::size_t size = std::min(quoted.size(), sizeof begin.bytes);
      std::memcpy(&begin.bytes, quoted.data(), size);
      std::memset(&begin.mask, 0xFF, size);
      return begin;
    }

    /// A line is readable beyond its end.
    [[nodiscard]] bool is_expected(const char* key) const {
      if (expected_ >= begins_.size()) return false;
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, key, sizeof bytes);
      const auto& [begin, mask] = begins_[expected_];
      if ((bytes & mask) != begin) return false;
      const std::string& name = fields_->names[expected_];
      return name.size() < sizeof bytes ||
             (std::memcmp(key, name.data(), name.size()) == 0 && key[name.size()] == '"');
    }

    [[nodiscard]] std::size_t found(const char* key) const {
      const auto found = fields_->find(text_of(key));
      if (!found) throw Beyond();
      return *found;
    }

    const Fields* fields_;
    std::vector<Begin> begins_;
    std::vector<std::uint64_t> met_;  ///< the last object that has it
    std::uint64_t object_ = 0;
    std::size_t expected_ = 0;
    std::size_t required_ = 0;  ///< still to be met
  };

  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  /// A name that is written without escapes.
  static std::string_view text_of(const char* key) {
    const char* end = key;
    for (; *end != '"'; ++end) {
      if (*end == '\\') throw Beyond();
    }
    return {key, static_cast<std::size_t>(end - key)};
  }

  /// Calls `take` with each member of an object and what it may be.
  template <typename Take>
  static void each_member(ondemand::object& object, Members& members, const Take& take) {
    members.begin();
    for (auto field : object) {
      if (field.error() != simdjson::SUCCESS) throw Beyond();
      auto& pair = field.value_unsafe();
      const Field& what = members.next(pair.key().raw());
      ondemand::value value = pair.value();
      take(what, value);
    }
    members.finish();
  }

  void report(ondemand::object& root, Sink& sink) {
    bool named = false;
    each_member(root, members_[0], [&](const Field& what, ondemand::value& value) {
      switch (what.kind) {
        case Field::Kind::schema:
          if (std::string_view(value.get_string()) != schema_.id) throw Beyond();
          named = true;
          break;
        case Field::Kind::period: {
          const char* const at = value.raw_json_token().data();
          const std::string_view text = text_or_token(value);
          period_ = year_of(text);
          if (period_.empty()) throw Beyond();
          sink.text(what, text, at);
          break;
        }
        case Field::Kind::table:
          table(value, what.index, sink);
          break;
        default:
          single(what, value, sink);
          if (what.entity && std::ranges::all_of(entity_, is_space)) throw Beyond();
      }
    });
    if (!named || entity_.empty() || period_.empty()) throw Beyond();
  }

  void table(ondemand::value& value, std::size_t index, Sink& sink) {
    const schema::Table& table = schema_.tables[index];
    sink.open_table(index, value.raw_json_token().data());
    for (auto element : value.get_array()) {
      ondemand::value one = element.value();
      sink.open_row(one.raw_json_token().data());
      ondemand::object row = one.get_object();
      bool named = !table.key;
      each_member(row, members_[1 + index], [&](const Field& what, ondemand::value& cell) {
        const bool is_key = table.key && what.index == *table.key;
        const auto text = single(what, cell, sink);
        if (!is_key) return;
        named = std::ranges::find_if_not(text, is_space) != text.end();
      });
      if (!named) throw Beyond();
      sink.close_row();
    }
  }

  /// A value that is no table; its text if it is one.
  std::string_view single(const Field& what, ondemand::value& value, Sink& sink) {
    const char* const at = value.raw_json_token().data();
    switch (what.kind) {
      case Field::Kind::number:
        number(value, what, at, sink);
        return {};
      case Field::Kind::text: {
        const std::string_view text = value.get_string();
        if (what.entity) entity_ = text;
        sink.text(what, text, at);
        return text;
      }
      case Field::Kind::boolean:
        sink.boolean(what, value.get_bool(), at);
        return {};
      default:
        throw Beyond();
    }
  }

  static WrittenNumber written(std::string_view text) {
    if (const auto number = written_number(text)) return *number;
    throw Beyond();
  }

  /// A number that nothing follows.
  static WrittenNumber written_alone(std::string_view text) {
    const auto number = written(text);
    if (!number.rest.empty()) throw Beyond();
    return number;
  }

  static std::string_view token(ondemand::value& value) {
    std::string_view token = value.raw_json_token();
    while (!token.empty() && is_space(token.back())) token.remove_suffix(1);
    return token;
  }

  static std::string_view text_or_token(ondemand::value& value) {
    if (ondemand::json_type(value.type()) == ondemand::json_type::string) {
      return value.get_string();
    }
    const std::string_view whole = token(value);
    if (written_alone(whole).decimals > 0) throw Beyond();
    return whole;
  }

  void number(ondemand::value& value, const Field& field, const char* at, Sink& sink) const {
    switch (*at) {
      case '"': {  // "36%", "1003.30", "12万元"
        const std::string_view raw = value.get_string();
        const auto number = written(raw);
        const bool bare = number.rest.empty();
        return hand_over(number, bare ? field.unit : unit(number.rest, field), raw, field, at,
                         sink);
      }
      case '{':
        return number_object(value, field, at, sink);
      case 'n':
        if (!bool(value.is_null())) throw Beyond();
        return;
      default: {
        const std::string_view raw = token(value);
        return hand_over(written_alone(raw), field.unit, raw, field, at, sink);
      }
    }
  }

  /// {"value": 36, "unit": "%"}
  void number_object(ondemand::value& value, const Field& field, const char* at, Sink& sink) const {
    std::optional<WrittenNumber> number;
    std::string_view raw;
    const CellUnit* unit = field.unit;
    bool named = false;
    for (auto member : value.get_object()) {
      if (member.error() != simdjson::SUCCESS) throw Beyond();
      const std::string_view name = text_of(member.key().value_unsafe().raw());
      ondemand::value content = member.value();
      if (name == "value" && !number) {
        const bool bare = *content.raw_json_token().data() != '"';
        raw = bare ? token(content) : std::string_view(content.get_string());
        number = written_alone(raw);
      } else if (name == "unit" && !named) {
        unit = this->unit(content.get_string(), field);
        named = true;
      } else {
        throw Beyond();
      }
    }
    if (!number) throw Beyond();
    hand_over(*number, unit, raw, field, at, sink);
  }

  /// The unit that a figure states itself.
  [[nodiscard]] const CellUnit* unit(std::string_view id, const Field& field) const {
    const CellUnit* const found = layout_.unit(id);
    if (found == nullptr ||
        !figure::Dimension::fit(field.item->dimension, found->unit->dimension)) {
      throw Beyond();
    }
    return found;
  }

  static void hand_over(const WrittenNumber& number, const CellUnit* unit, std::string_view raw,
                        const Field& field, const char* at, Sink& sink) {
    if (unit == nullptr) throw Beyond();
    const schema::Item& item = *field.item;
    std::size_t decimals = number.decimals;
    if (item.decimals && unit->unit == item.unit) {
      decimals = std::max(decimals, static_cast<std::size_t>(std::max(0, *item.decimals)));
    }
    sink.number(field, {number, unit, decimals, raw, at});
  }

  const schema::Schema& schema_;
  const ColumnLayout& layout_;
  std::vector<Members> members_;  ///< of the report, then of each table's rows
  ondemand::parser parser_;
  std::string_view entity_;
  std::string period_;
};

}  // namespace tieout::report
