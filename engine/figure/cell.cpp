// A whole cell read as a number.
#include "figure/approximation.hpp"
#include "figure/characters.hpp"
#include "figure/number_scan.hpp"
#include "figure/number_text.hpp"

#include <utility>

namespace tieout::figure {

namespace {

bool is_cell_space(char32_t code) {
  return code == U' ' || code == U'\t' || code == U'\n' || code == U'\r';
}

std::string_view trimmed(std::string_view text) {
  for (Character first = character_at(text, 0); is_cell_space(first.code);
       first = character_at(text, 0)) {
    text.remove_prefix(first.bytes);
  }
  for (Character last = character_before(text, text.size()); is_cell_space(last.code);
       last = character_before(text, text.size())) {
    text.remove_suffix(last.bytes);
  }
  return text;
}

bool is_blank(std::string_view text) {
  if (text.empty() || text == "无" || text == "/" || text == "／") return true;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character_at(text, at);
    if (!is_dash(next.code)) return false;
    at += next.bytes;
  }
  return true;
}

class CellReader {
 public:
  CellReader(std::string_view text, const UnitSystem& units) : text_(text), units_(units) {}

  std::optional<NumberText> read() {
    const bool approximate = approximation();
    const bool bracketed = take(U'(');
    const bool minus = take(U'-');
    const bool plus = !minus && take(U'+');
    if (bracketed && (minus || plus)) return std::nullopt;
    const Unit* currency = take(U'¥') ? units_.find("¥") : nullptr;
    std::optional<ScannedNumber> scanned = scan_number(text_, at_, Style::cell, units_);
    if (!scanned) return std::nullopt;
    at_ = scanned->end;
    NumberText number = std::move(scanned->number);
    if (bracketed && !closing(number)) return std::nullopt;
    at_ = after_spaces(text_, at_);
    if (number.unit == nullptr) year_mark();
    take(U'。') || take(U';');
    if (at_ != text_.size()) return std::nullopt;
    if (minus || bracketed) number.value.coefficient = -number.value.coefficient;
    if (approximate) number.approximate = true;
    if (number.unit == nullptr) number.unit = currency;
    return number;
  }

 private:
  /// Moves past `code` and the spaces behind it.
  bool take(char32_t code) {
    const Character next = character_at(text_, at_);
    if (next.code != code) return false;
    at_ = after_spaces(text_, at_ + next.bytes);
    return true;
  }

  /// 约, 近 and their like at the front.
  bool approximation() {
    constexpr std::size_t longest = 2;  // characters
    std::size_t end = 0;
    std::size_t word = 0;
    for (std::size_t i = 0; i < longest; ++i) {
      end += character_at(text_, end).bytes;
      if (approximation_before(text_, end) == end) word = end;
    }
    at_ = after_spaces(text_, word);
    return word != 0;
  }

  /// The bracket that ends a negative number, with a unit within or behind it: (3.5%), (3.5)%.
  bool closing(NumberText& number) {
    at_ = after_spaces(text_, at_);
    if (!take(U')')) return false;
    if (number.unit != nullptr) return true;
    const auto [unit, bytes] = units_.prefix(text_.substr(at_));
    number.unit = unit;
    at_ += bytes;
    return true;
  }

  /// 2017年, 2017年度: scan_number leaves the mark of a year outside.
  void year_mark() {
    if (take(U'年')) take(U'度');
  }

  std::string_view text_;
  const UnitSystem& units_;
  std::size_t at_ = 0;
};

}  // namespace

CellNumber read_cell(std::string_view text, const UnitSystem& units) {
  const std::string_view content = trimmed(text);
  if (is_blank(content)) return BlankText();
  std::optional<NumberText> number = CellReader(content, units).read();
  if (!number) return NotANumber();
  return std::move(*number);
}

}  // namespace tieout::figure
