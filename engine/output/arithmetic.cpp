// The arithmetic of a finding: figures with their signs, the two sides, the difference.
#include "output/arithmetic.hpp"

#include "output/columns.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::output {

namespace {

using check::Evidence;
using check::Side;
using source::Language;

constexpr std::size_t most_figures = 20;  // of one side; json has them all
constexpr std::size_t widest_text = 40;   // columns of a quoted text

using Line = ArithmeticLine;

// What the figure adds to its own side; the right side is subtracted in left - right.
figure::Rational addend(const Evidence& piece) {
  const figure::Rational part = piece.coefficient * piece.figure->base();
  return piece.side == Side::right ? figure::Rational(-part) : part;
}

bool is_one_figure(const std::vector<const Evidence*>& figures, const check::Amount& total) {
  return figures.size() == 1 && figures.front()->figure &&
         figures.front()->figure->base() == total.base;
}

class Table {
 public:
  Table(const finding::Finding& found, std::string_view source, Language language)
      : found_(found), source_(source), language_(language) {}

  std::vector<Line> lines() && {
    if (found_.left && found_.right) {
      side(Side::left, *found_.outcome.left, *found_.left, "output.left");
      side(Side::right, *found_.outcome.right, *found_.right, "output.right");
      figures(of_side(Side::none), false);
      difference();
    } else {
      for (const auto side : {Side::left, Side::right, Side::none}) figures(of_side(side), false);
    }
    return std::move(lines_);
  }

 private:
  [[nodiscard]] std::string word(const char* id) const {
    return source::render(source::Message(id), language_);
  }

  // Figures on both sides are shown with the left one.
  [[nodiscard]] std::vector<const Evidence*> of_side(Side side) const {
    std::vector<const Evidence*> figures;
    for (const auto& piece : found_.outcome.evidence) {
      const auto shown = piece.side == Side::both ? Side::left : piece.side;
      if (shown == side) figures.push_back(&piece);
    }
    return figures;
  }

  // Only where each figure belongs to one side, with its factor, does a side read as a sum.
  [[nodiscard]] bool is_sum(const std::vector<const Evidence*>& figures) const {
    const auto is_addend = [](const Evidence* piece) {
      return piece->figure && piece->coefficient != 0;
    };
    const auto on_both = [](const Evidence& piece) { return piece.side == Side::both; };
    return std::ranges::all_of(figures, is_addend) &&
           std::ranges::none_of(found_.outcome.evidence, on_both);
  }

  // A side that is one stated figure is one line; else its figures and then what they come to.
  void side(Side side, const check::Amount& exact, const finding::PrintedAmount& total,
            const char* id) {
    const auto all = of_side(side);
    if (is_one_figure(all, exact)) {
      lines_.push_back(line_of(*all.front()));
      auto& label = lines_.back().label;
      label = source::render(
          {"output.stated", {{"label", label}, {"side", {}, source::Message(id)}}}, language_);
      return;
    }
    const bool sum = is_sum(all);
    figures(all, sum);
    if (sum && !all.empty()) constant(all, exact);
    lines_.push_back({all.empty() ? "" : "=", number_of(total), total.unit, word(id), {}, nullptr});
  }

  // What the rule itself adds: a literal or a parameter.
  void constant(const std::vector<const Evidence*>& addends, const check::Amount& total) {
    figure::Rational rest = total.base;
    for (const auto* piece : addends) rest -= addend(*piece);
    if (rest == 0) return;
    const auto* unit = total.unit;
    const figure::Rational size = (rest < 0 ? figure::Rational(-rest) : rest) /
                                  (unit == nullptr ? figure::Rational(1) : unit->factor);
    lines_.push_back({rest < 0 ? "-" : "+",
                      figure::finite_decimal(size).value_or(figure::significant(size)),
                      unit == nullptr ? "" : unit->id,
                      word("output.constant"),
                      {},
                      nullptr});
  }

  // The largest, shown in reading order.
  void figures(std::vector<const Evidence*> all, bool sum) {
    const auto shown = std::min(all.size(), most_figures);
    std::ranges::stable_sort(all, std::ranges::greater{}, &Evidence::share);
    std::stable_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown),
                     [](const Evidence* a, const Evidence* b) { return a->place < b->place; });
    for (std::size_t i = 0; i < shown; ++i) {
      auto line = line_of(*all[i]);
      line.sign = sum ? sign_of(*all[i], i == 0) : "·";
      lines_.push_back(std::move(line));
    }
    if (shown == all.size()) return;
    const source::Message more = {"output.more_figures",
                                  {{"count", std::to_string(all.size() - shown)}}};
    lines_.push_back({"…", {}, {}, source::render(more, language_), {}, nullptr});
  }

  [[nodiscard]] static std::string sign_of(const Evidence& piece, bool first) {
    const figure::Rational own =
        piece.side == Side::right ? figure::Rational(-piece.coefficient) : piece.coefficient;
    const bool negative = own < 0;
    const figure::Rational size = negative ? figure::Rational(-own) : own;
    std::string sign = negative ? "-" : (first ? "" : "+");
    if (size != 1) sign += figure::finite_decimal(size).value_or(size.str()) + " ×";
    return sign;
  }

  // In the unit of the left side where it has the same dimension, so that a column adds up.
  [[nodiscard]] Line line_of(const Evidence& piece) const {
    Line line;
    line.piece = &piece;
    line.label = label_of(piece);
    line.place = place_words(piece.place, source_, language_);
    const auto* unit = piece.figure ? piece.figure->unit : nullptr;
    if (!piece.figure || unit == nullptr) {
      line.label += (line.label.empty() ? "" : " ") + quoted(piece.raw);
      return line;
    }
    const auto& figure = *piece.figure;
    const auto* left = found_.outcome.left ? found_.outcome.left->unit : nullptr;
    const bool convert = left != nullptr && left != unit && left->dimension == unit->dimension;
    const auto converted =
        convert ? figure::finite_decimal(figure.base() / left->factor) : std::nullopt;
    line.number = converted.value_or(figure.value.text());
    line.unit = converted ? left->id : unit->id;
    if (figure.approximate || converted) line.label += " " + quoted(piece.raw);
    return line;
  }

  [[nodiscard]] std::string quoted(const std::string& raw) const {
    const auto text = shortened(printable(raw), widest_text);
    return source::render({"output.quoted", {{"text", text}}}, language_);
  }

  // Six digits of what is no finite decimal: enough to see by; the programs' formats have more.
  static std::string number_of(const finding::PrintedAmount& amount) {
    if (amount.ratio.empty()) return amount.value;
    const auto rounded = figure::Decimal::parse(amount.value);
    return "≈" + (rounded ? figure::significant(rounded->rational(), 6) : amount.value);
  }

  void difference() {
    if (!found_.difference) return;
    auto label = word("output.difference");
    if (found_.allowed) {
      const auto allowed = amount_words(*found_.allowed, language_);
      label = source::render({"output.difference_allowed", {{"allowed", allowed}}}, language_);
    }
    lines_.push_back(
        {"→", number_of(*found_.difference), found_.difference->unit, label, {}, nullptr});
  }

  const finding::Finding& found_;
  std::string_view source_;
  Language language_;
  std::vector<Line> lines_;
};

// Numbers stand under each other by their decimal point.
std::vector<std::string> aligned(const std::vector<Line>& lines) {
  const auto whole_width = [](const Line& line) {
    return display_width(std::string_view(line.number).substr(0, line.number.find('.')));
  };
  std::array<std::size_t, 4> widths{};  // sign, whole part, number from its point on, unit
  std::size_t label_width = 0;
  for (const auto& line : lines) {
    const auto whole = whole_width(line);
    const std::array own = {display_width(line.sign), whole, display_width(line.number) - whole,
                            display_width(line.unit)};
    std::ranges::transform(widths, own, widths.begin(),
                           [](auto a, auto b) { return std::max(a, b); });
    if (!line.place.empty()) label_width = std::max(label_width, display_width(line.label));
  }
  std::vector<std::string> result;
  for (const auto& line : lines) {
    const auto whole = whole_width(line);
    auto text =
        padded(line.sign, widths[0]) + " " + std::string(widths[1] - whole, ' ') +
        padded(line.number, whole + widths[2]) + " " + padded(line.unit, widths[3]) + "  " +
        (line.place.empty() ? line.label : padded(line.label, label_width) + "  " + line.place);
    result.push_back(std::move(text));
  }
  return result;
}

}  // namespace

std::vector<Line> arithmetic_lines(const finding::Finding& found, std::string_view report_source,
                                   Language language) {
  return Table(found, report_source, language).lines();
}

std::vector<std::string> arithmetic(const finding::Finding& found, std::string_view report_source,
                                    Language language) {
  return aligned(arithmetic_lines(found, report_source, language));
}

}  // namespace tieout::output
