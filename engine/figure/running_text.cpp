// Numbers in running text: what stands before the digits, and what makes them no figure.
#include "figure/approximation.hpp"
#include "figure/characters.hpp"
#include "figure/number_scan.hpp"
#include "figure/number_text.hpp"

#include <algorithm>
#include <utility>

namespace tieout::figure {

namespace {

constexpr std::size_t longest_look_back = 400;  // bytes: 64 full-width digits with separators
constexpr std::size_t longest_unit = 6;         // characters between the two digits of 5万元-10万元

/// Whether `code` continues a number whose earlier characters stand before it.
bool continues_number(char32_t code) {
  return is_digit(code) || code == U',' || code == U'.' || code == U'百' || code == U'千' ||
         code == U'万' || code == U'亿';
}

/// The byte before the spaces that end at byte `at`, if they may stand inside a number: 1, 537.40
/// or 13 .6%. Else `at` itself.
std::size_t end_of_spaced(std::string_view text, std::size_t at) {
  const std::size_t end = before_spaces(text, at);
  const char32_t before = character_before(text, end).code;
  const bool mark_before = before == U',' || before == U'.';
  const bool mark_behind = character_at(text, at).code == U'.' && is_digit(before);
  return mark_before || mark_behind ? end : at;
}

/// The first digit of the run of digits, separators and multipliers that reaches byte `at`, over
/// spaces that may stand inside a number if `spaced`; nothing if it is longer than any number.
std::optional<std::size_t> run_start(std::string_view text, std::size_t at, bool spaced) {
  std::size_t start = at;
  for (std::size_t begin = at; at - begin <= longest_look_back;) {
    const std::size_t end = spaced ? end_of_spaced(text, begin) : begin;
    const Character before = character_before(text, end);
    if (!continues_number(before.code)) return start;
    begin = end - before.bytes;
    if (is_digit(before.code)) start = begin;
  }
  return std::nullopt;
}

/// Whether the digits at `at` belong to a number that began before them, or to none: 1,003 at 003;
/// 2018.6.10 at 6.
bool inside_other_number(std::string_view text, std::size_t at, const UnitSystem& units) {
  const std::optional<std::size_t> start = run_start(text, at, false);
  if (!start) return true;
  if (*start != at) {
    const std::optional<ScannedNumber> other = scan_number(text, *start, Style::text, units);
    if (!other || other->end > at) return true;
  }
  const std::optional<std::size_t> spaced = run_start(text, at, true);
  if (!spaced || *spaced == *start) return false;
  const std::optional<ScannedNumber> other = scan_number(text, *spaced, Style::text, units);
  return other && other->end > at;
}

/// Whether what ends at byte `end` is a number with its unit, or a part of a date: then a hyphen
/// behind it makes a range (5%-10%, 10日-12日) and is no sign.
bool ends_in_quantity(std::string_view text, std::size_t end, const UnitSystem& units) {
  constexpr std::u32string_view date_marks = U"年月日号时点";
  std::size_t at = end;
  for (std::size_t steps = 0; steps <= longest_unit; ++steps) {
    const Character before = character_before(text, at);
    if (is_digit(before.code)) break;
    if (before.bytes == 0 || steps == longest_unit) return false;
    at -= before.bytes;
  }
  if (at == end) return true;
  const Character mark = character_at(text, at);
  if (at + mark.bytes == end && date_marks.find(mark.code) != std::u32string_view::npos)
    return true;
  ScannedNumber tail;
  return scan_tail(text.substr(0, end), at, Style::text, units, tail) && tail.end == end;
}

/// What stands before the digits.
struct Lead {
  std::size_t begin = 0;
  bool negative = false;
  bool approximate = false;
  const Unit* currency = nullptr;
};

class LeadReader {
 public:
  LeadReader(std::string_view text, std::size_t at, const UnitSystem& units)
      : text_(text), units_(units), lead_{.begin = at} {}

  /// Nothing if the digits are part of a word, a code, an ordinal or a fraction.
  std::optional<Lead> read() {
    if (part_of_something_else()) return std::nullopt;
    const Character before = character_before(text_, lead_.begin);
    if (before.code == U'¥') {
      lead_.currency = units_.find("¥");
      lead_.begin -= before.bytes;
    }
    if (!sign()) return std::nullopt;
    const std::size_t end = before_spaces(text_, lead_.begin);
    const std::size_t word = approximation_before(text_, end);
    if (word != 0) {
      lead_.approximate = true;
      lead_.begin = end - word;
    }
    return lead_;
  }

 private:
  [[nodiscard]] bool part_of_something_else() const {
    constexpr std::u32string_view marks = U"_#@$€£〔";
    const std::size_t at = lead_.begin;
    const Character before = character_before(text_, at);
    if (is_letter(before.code) || marks.find(before.code) != std::u32string_view::npos) return true;
    const char32_t second = character_before(text_, at - before.bytes).code;
    if (before.code == U'/') return is_digit(second);
    if (before.code == U'.') return !is_digit(second) && second != U')';  // dot leaders, No.5
    return character_before(text_, before_spaces(text_, at)).code == U'第';
  }

  /// Takes in a sign; false for the hyphen of a code such as COVID-19.
  bool sign() {
    const Character mark = character_before(text_, lead_.begin);
    if (mark.code != U'-' && mark.code != U'+') return true;
    const std::size_t at = lead_.begin - mark.bytes;
    const char32_t before = character_before(text_, at).code;
    if (is_letter(before)) return false;
    if (is_dash(before) || before == U'+' || ends_in_quantity(text_, at, units_)) return true;
    lead_.negative = mark.code == U'-';
    lead_.begin = at;
    return true;
  }

  std::string_view text_;
  const UnitSystem& units_;
  Lead lead_;
};

/// Whether what follows a number makes it part of a word, a fraction or a document's number.
bool goes_on_as_something_else(std::string_view text, const ScannedNumber& scanned) {
  const Character next = character_at(text, scanned.end);
  if (scanned.number.unit != nullptr) return false;
  if (next.code == U'/') return digit_at(text, scanned.end + next.bytes);
  return is_letter(next.code) || next.code == U'_' || next.code == U'号';
}

}  // namespace

std::optional<TextNumber> number_at(std::string_view text, std::size_t at,
                                    const UnitSystem& units) {
  if (!digit_at(text, at) || is_digit(character_before(text, at).code)) return std::nullopt;
  if (inside_other_number(text, at, units)) return std::nullopt;
  const std::optional<Lead> lead = LeadReader(text, at, units).read();
  std::optional<ScannedNumber> scanned = scan_number(text, at, Style::text, units);
  if (!lead || !scanned || goes_on_as_something_else(text, *scanned)) return std::nullopt;
  NumberText& number = scanned->number;
  if (lead->negative) number.value.coefficient = -number.value.coefficient;
  if (lead->approximate) number.approximate = true;
  if (number.unit == nullptr) number.unit = lead->currency;
  return TextNumber{lead->begin, scanned->end, std::move(number)};
}

}  // namespace tieout::figure
