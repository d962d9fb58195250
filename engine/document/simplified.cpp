// Texts in traditional characters, as conversions of web pages leave them.
#include "document/simplified.hpp"

#include "document/characters.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t most_marks = 200;  // that decide; the rest is not looked at

/// Judged by characters that every report is full of, in the one script or the other.
bool is_traditional(std::string_view text) {
  constexpr std::u32string_view traditional = U"萬財經費預決總減單長務業計項";
  constexpr std::u32string_view simplified = U"万财经费预决总减单长务业计项";
  std::size_t old_marks = 0;
  std::size_t new_marks = 0;
  for (std::size_t at = 0; at < text.size() && old_marks + new_marks < most_marks;) {
    const auto character = next_character(text, at);
    if (traditional.find(character) != std::u32string_view::npos) ++old_marks;
    if (simplified.find(character) != std::u32string_view::npos) ++new_marks;
  }
  return old_marks > new_marks;
}

/// The simplified form of each character, asked for once.
class Simplifier {
 public:
  explicit Simplifier(const icu::Transliterator& rules) : rules_(rules) {}

  [[nodiscard]] std::string operator()(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const auto character = next_character(text, at);
      result += form_of(character, text.substr(begin, at - begin));
    }
    return result;
  }

 private:
  const std::string& form_of(char32_t character, std::string_view bytes) {
    constexpr char32_t first_han = 0x2E80;
    const auto [entry, added] = forms_.try_emplace(character, bytes);
    if (!added || character < first_han) return entry->second;
    icu::UnicodeString one(static_cast<UChar32>(character));
    rules_.transliterate(one);
    if (one.countChar32() == 1) {
      entry->second.clear();
      one.toUTF8String(entry->second);
    }
    return entry->second;
  }

  const icu::Transliterator& rules_;
  std::unordered_map<char32_t, std::string> forms_;
};

}  // namespace

std::optional<source::Source> simplified(const source::Source& text) {
  if (!is_traditional(text.text())) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || rules == nullptr) return std::nullopt;  // ICU built without its data
  return source::Source(text.name(), Simplifier(*rules)(text.text()), text.first_line());
}

}  // namespace tieout::document
