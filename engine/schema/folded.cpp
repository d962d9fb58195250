// What captions and keys are compared by.
#include "schema/schema.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tieout::schema {
namespace {

/// The units that heads carry as a note. A unit that is missing here costs only a caption.
constexpr std::array<std::u16string_view, 51> noted_units = {
    u"元",   u"千元",   u"万元",   u"百万元", u"亿元", u"万亿元", u"万",   u"亿",   u"%",
    u"‰",    u"百分比", u"百分点", u"个",     u"人",   u"万人",   u"名",   u"人次", u"万人次",
    u"次",   u"批",     u"批次",   u"场",     u"场次", u"期",     u"分",   u"辆",   u"台",
    u"套",   u"件",     u"项",     u"份",     u"册",   u"本",     u"篇",   u"家",   u"户",
    u"条",   u"处",     u"座",     u"天",     u"月",   u"年",     u"小时", u"m2",   u"平方米",
    u"公里", u"千米",   u"亩",     u"公顷",   u"吨",   u"辆/台"};

/// Signs that are a number and its punctuation in one: ① ⑴ ⒈ ❶ ㈠ ㊀.
bool is_enclosed_number(char16_t c) {
  return (c >= 0x2460 && c <= 0x249B) || (c >= 0x24EA && c <= 0x24FF) ||
         (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x3229) ||
         (c >= 0x3280 && c <= 0x3289);
}

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

bool is_chinese_numeral(char16_t c) {
  return std::u16string_view(u"〇零一二三四五六七八九十百").find(c) != std::u16string_view::npos;
}

bool starts_with(std::u16string_view text, std::u16string_view start) {
  return text.substr(0, start.size()) == start;
}

/// Characters of the number at the start of `text`: up to three digits or four numerals.
std::size_t number_length(std::u16string_view text) {
  std::size_t length = 0;
  while (length < text.size() && length < 4 && is_digit(text[length])) {
    ++length;
  }
  if (length > 0) {
    return length <= 3 ? length : 0;
  }
  while (length < text.size() && length < 5 && is_chinese_numeral(text[length])) {
    ++length;
  }
  return length <= 4 ? length : 0;
}

/// Characters of one numbering at the start of `text` (1、 一、 (一) (1) 1) 1. 其中:), else 0.
std::size_t numbering_length(std::u16string_view text) {
  if (starts_with(text, u"其中:")) {
    return 3;
  }
  const bool bracketed = starts_with(text, u"(");
  const std::size_t start = bracketed ? 1 : 0;
  const std::size_t number = number_length(text.substr(start));
  const std::size_t end = start + number;
  if (number == 0 || end >= text.size()) {
    return 0;
  }
  const char16_t sign = text[end];
  if (sign == u')') {
    return end + 1;
  }
  if (bracketed || std::u16string_view(u"、.,:").find(sign) == std::u16string_view::npos) {
    return 0;
  }
  // 1.5 and 1,000 are numbers.
  return end + 1 < text.size() && is_digit(text[end + 1]) ? 0 : end + 1;
}

std::u16string_view without_numbering(std::u16string_view text) {
  while (const std::size_t length = numbering_length(text)) {
    text.remove_prefix(length);
  }
  return text;
}

bool is_unit_note(std::u16string_view note) {
  if (const auto colon = note.rfind(u':'); colon != std::u16string_view::npos) {
    return note.substr(0, colon).ends_with(u"单位");
  }
  return std::ranges::find(noted_units, note) != noted_units.end();
}

/// Without the unit notes at its end: (万元) [%] (单位:元) 单位:万元.
std::u16string_view without_unit_notes(std::u16string_view text) {
  constexpr std::u16string_view opening = u"([【〔{";
  constexpr std::u16string_view closing = u")]】〕}";
  while (!text.empty()) {
    std::size_t begin = std::u16string_view::npos;
    if (const auto bracket = closing.find(text.back()); bracket != std::u16string_view::npos) {
      begin = text.rfind(opening[bracket]);
      if (begin == std::u16string_view::npos ||
          !is_unit_note(text.substr(begin + 1, text.size() - begin - 2))) {
        return text;
      }
    } else {
      begin = text.rfind(u"单位:");
      if (begin == std::u16string_view::npos ||
          std::ranges::find(noted_units, text.substr(begin + 3)) == noted_units.end()) {
        return text;
      }
      for (const std::u16string_view word : {u"金额", u"计量", u"货币"}) {
        if (text.substr(0, begin).ends_with(word)) {
          begin -= word.size();
        }
      }
    }
    text = text.substr(0, begin);
  }
  return text;
}

icu::UnicodeString normalized(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString result = form->normalize(text, status);
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU cannot normalize text");
  }
  return result;
}

/// Without characters for which `unwanted` is true.
template <class Predicate>
std::u16string without(std::u16string_view text, Predicate unwanted) {
  std::u16string kept;
  kept.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    UChar32 c = 0;
    U16_NEXT(text.data(), i, text.size(), c);
    if (!unwanted(c)) {
      kept.append(text.substr(begin, i - begin));
    }
  }
  return kept;
}

/// From U+3001 to U+FDFF, where almost all of a caption is, there is no space and no control.
bool is_space(UChar32 c) {
  return (c < 0x3001 || c > 0xFDFF) && (u_isUWhiteSpace(c) || u_iscntrl(c));
}

bool is_han(UChar32 c) { return c >= 0x4E00 && c <= 0x9FFF; }

bool says_nothing(UChar32 c) {
  return !is_han(c) && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) == 0;
}

/// Whether `text` is made of Han characters (U+4E00 to U+9FFF), small Latin letters and digits
/// alone: such text is its own folded form, as most captions are.
bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const unsigned first = byte(i);
    if ((first >= 'a' && first <= 'z') || (first >= '0' && first <= '9')) continue;
    const bool han = first >= 0xE4 && first <= 0xE9 && (first > 0xE4 || byte(i + 1) >= 0xB8);
    if (!han || (byte(i + 1) & 0xC0U) != 0x80U || (byte(i + 2) & 0xC0U) != 0x80U) return false;
    i += 2;
  }
  return true;
}

}  // namespace

std::string folded(std::string_view caption) {
  if (is_plain(caption)) return std::string(caption);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(caption.data(), static_cast<std::int32_t>(caption.size())));
  std::u16string raw =
      without({text.getBuffer(), static_cast<std::size_t>(text.length())}, is_space);
  // Enclosed numbers lose their enclosure when normalized: they go first.
  const auto first = std::ranges::find_if_not(raw, is_enclosed_number);
  if (first != raw.end()) {
    raw.erase(raw.begin(), first);
  }
  const icu::UnicodeString plain =
      normalized({false, raw.data(), static_cast<std::int32_t>(raw.size())});
  const std::u16string spaceless =
      without({plain.getBuffer(), static_cast<std::size_t>(plain.length())}, is_space);
  std::u16string name = without(without_unit_notes(without_numbering(spaceless)), says_nothing);
  if (name.empty()) {  // it was all numbering or unit: then that is its name
    name = without(spaceless, says_nothing);
  }
  std::string utf8;
  icu::UnicodeString(false, name.data(), static_cast<std::int32_t>(name.size())).toUTF8String(utf8);
  return utf8;
}

}  // namespace tieout::schema
