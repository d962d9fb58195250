// The project's units, and figures as a report would state them.
#pragma once

#include "figure/figure.hpp"
#include "figure/number_text.hpp"
#include "figure/term.hpp"
#include "figure/unit.hpp"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace tieout::figure::test {

inline const UnitSystem& units() {
  static const UnitSystem system = [] {
    const std::string path = TIEOUT_ROOT "/schemas/units.json";
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return UnitSystem::from_json(path, text);
  }();
  return system;
}

inline const Unit& unit(std::string_view name) {
  const Unit* found = units().find(name);
  if (found == nullptr) throw std::runtime_error("no unit " + std::string(name));
  return *found;
}

inline Rational rational(std::string_view text) {
  const std::size_t slash = text.find('/');
  const Rational top = Decimal::parse(text.substr(0, slash)).value().rational();
  if (slash == std::string_view::npos) return top;
  return top / Decimal::parse(text.substr(slash + 1)).value().rational();
}

inline source::Place line(std::uint32_t number) {
  source::Place place;
  place.source = std::make_shared<const std::string>("report.txt");
  place.line = number;
  return place;
}

/// The figure that a cell with this text states at line `number`: "359.39万元", "13人".
inline Figure figure_at(std::string_view text, std::uint32_t number) {
  const CellNumber read = read_cell(text, units());
  const auto* found = std::get_if<NumberText>(&read);
  if (found == nullptr) throw std::runtime_error("no number: " + std::string(text));
  return make_figure(*found, &units().bare(), std::nullopt, std::string(text), line(number));
}

/// The operands of one check, each at a line of its own.
class Check {
 public:
  Term stated(std::string_view text) { return stated(figure_at(text, ++lines_)); }
  Term stated(const Figure& figure) {
    return figure::stated(operands_.add(Figure(figure)), operands_);
  }
  /// A blank that the schema reads as zero.
  Term zero(const Unit& unit) {
    Figure blank;
    blank.exact = true;
    blank.unit = &unit;
    blank.place = line(++lines_);
    return stated(blank);
  }
  static Term literal(std::string_view text) {
    const Figure figure = figure_at(text, 0);
    return constant(figure.base(), figure.unit->dimension, figure.unit);
  }
  [[nodiscard]] const Operands& operands() const { return operands_; }

  [[nodiscard]] Term sum(const Term& a, const Term& b) const {
    return figure::sum(a, b, operands_);
  }
  [[nodiscard]] Term difference(const Term& a, const Term& b) const {
    return figure::difference(a, b, operands_);
  }
  [[nodiscard]] Term product(const Term& a, const Term& b) const {
    return figure::product(a, b, operands_);
  }
  [[nodiscard]] Term quotient(const Term& a, const Term& b) const {
    return figure::quotient(a, b, operands_).value();
  }

 private:
  Operands operands_;
  std::uint32_t lines_ = 0;
};

}  // namespace tieout::figure::test
