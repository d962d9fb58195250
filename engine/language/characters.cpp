// Characters, their widths and kinds, as ICU knows them.
#include "language/characters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace tieout::language {

namespace {

UChar32 icu_code(char32_t code) { return static_cast<UChar32>(code); }

constexpr bool is_ascii(char32_t code) { return code < 0x80; }

constexpr bool is_ascii_letter(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z');
}

bool is_punctuation(char32_t code) { return (U_GET_GC_MASK(icu_code(code)) & U_GC_P_MASK) != 0; }

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto lead = byte(0);
  if (lead < 0x80U) return {lead, 1};
  const std::size_t bytes = lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  char32_t code = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) code = code << 6U | (byte(i) & 0x3FU);
  return {code, bytes};
}

std::size_t columns_of(char32_t code) {
  constexpr std::uint32_t without_width = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(icu_code(code)) & without_width) != 0) return 0;
  const auto width = u_getIntPropertyValue(icu_code(code), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = character_at(text, at);
    taken += columns_of(character.code);
    at += character.bytes;
  }
  return taken;
}

bool is_space(char32_t code) { return u_isUWhiteSpace(icu_code(code)) != 0; }

bool begins_name(char32_t code) {
  if (is_ascii(code)) return is_ascii_letter(code) || code == U'_';
  return u_hasBinaryProperty(icu_code(code), UCHAR_XID_START) != 0;
}

bool continues_name(char32_t code) {
  if (is_ascii(code)) return begins_name(code) || (code >= U'0' && code <= U'9');
  return u_hasBinaryProperty(icu_code(code), UCHAR_XID_CONTINUE) != 0 && !is_punctuation(code);
}

char32_t without_case(char32_t code) {
  return static_cast<char32_t>(u_foldCase(icu_code(code), U_FOLD_CASE_DEFAULT));
}

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(bytes, status)) return std::string(text);
  const auto whole = icu::UnicodeString::fromUTF8(bytes);
  std::string result;
  nfc->normalize(whole, status).toUTF8String(result);
  return U_SUCCESS(status) ? result : std::string(text);
}

}  // namespace tieout::language
