// Amounts of which the schema says what they divide into.
#pragma once

#include "schema/schema.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

class Divisions {
 public:
  /// The items with kinds (x-kinds) of a schema; names are compared as the entity's report uses
  /// them.
  Divisions(const schema::Schema& schema, std::string_view entity);

  /// Does a name mean an amount that the schema divides?
  [[nodiscard]] bool divides(std::string_view total) const;
  /// Are the parts all that some amount divides into, and nothing else?
  [[nodiscard]] bool divide_something(const std::vector<std::string>& parts) const;
  /// The positions of the parts that are all of what such an amount divides into; empty if one is
  /// missing, stands twice, or other parts stand between them.
  [[nodiscard]] std::vector<std::size_t> complete(std::string_view total,
                                                  const std::vector<std::string>& parts) const;

 private:
  /// What is left of a name when all that only dresses it is gone, in two steps.
  struct Essence {
    std::string core;
    std::string stem;

    friend bool operator==(const Essence& a, const Essence& b) = default;
  };
  struct Division {
    std::vector<Essence> names;
    std::vector<std::vector<Essence>> kinds;
  };

  [[nodiscard]] Essence essence_of(std::string_view name) const;
  [[nodiscard]] static bool ends_in(const Essence& total, const Division& division);
  [[nodiscard]] static bool is_one_of(const Essence& name, const std::vector<Essence>& names);
  [[nodiscard]] const Division* division_of(const std::vector<Essence>& kind) const;
  [[nodiscard]] std::vector<std::size_t> complete(const Division& division,
                                                  const std::vector<Essence>& parts) const;

  std::string_view entity_;
  std::vector<Division> divisions_;
};

}  // namespace tieout::report::narrative
