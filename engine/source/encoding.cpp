// Bytes to UTF-8 text: the mark at their start decides, else the first encoding that fits exactly.
#include "source/byte_set.hpp"
#include "source/message.hpp"
#include "source/source.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace tieout::source {

namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32LE before UTF-16LE, whose mark it starts with.
constexpr std::array marks = {
    Mark{"\xEF\xBB\xBF"sv, "UTF-8"},    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
    Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
    Mark{"\xFE\xFF"sv, "UTF-16BE"},     Mark{"\x84\x31\x95\x33"sv, "GB18030"},
};

/// Not TAB, line ends, or the line and page breaks that word processors export.
constexpr ByteSet controls(
    "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B"
    "\x1C\x1D\x1E\x1F\x7F"sv);

void refuse_binary(const std::string& name, std::string_view bytes) {
  const auto control = controls.first_in(bytes, 0);
  if (control == bytes.size()) return;
  throw Failure({"source.binary",
                 {{"offset", fmt::to_string(control + 1)},
                  {"byte", fmt::format("0x{:02X}", static_cast<unsigned char>(bytes[control]))}}},
                in_file(name));
}

struct Conversion {
  std::string text;    ///< UTF-8
  bool whole = false;  ///< false: `text` ends before the first bytes that do not fit the encoding
};

Conversion convert(const char* encoding, std::string_view bytes) {
  using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(encoding, &status), ucnv_close);
  const Converter to(ucnv_open("UTF-8", &status), ucnv_close);
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(to.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) return {};

  Conversion conversion;
  std::array<char, 1U << 14U> out;
  std::array<UChar, 1U << 12U> pivot;
  UChar* pivot_read = pivot.data();
  UChar* pivot_write = pivot.data();
  const char* read = bytes.data();
  bool first = true;
  do {
    status = U_ZERO_ERROR;
    char* write = out.data();
    ucnv_convertEx(to.get(), from.get(), &write, out.data() + out.size(), &read,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_read, &pivot_write,
                   pivot.data() + pivot.size(), first ? 1 : 0, 1, &status);
    conversion.text.append(out.data(), write);
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  conversion.whole = U_SUCCESS(status);
  return conversion;
}

/// Converts from the encoding that ICU's detector is sure of.
Conversion convert_detected(std::string_view bytes) {
  constexpr std::int32_t sure = 90;          // of 100
  constexpr std::size_t sample = 1U << 16U;  // enough to be sure by; the detector is slow
  using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status), ucsdet_close);
  const auto head = bytes.substr(0, sample);
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (match == nullptr || ucsdet_getConfidence(match, &status) < sure) return {};
  const char* encoding = ucsdet_getName(match, &status);
  return U_SUCCESS(status) ? convert(encoding, bytes) : Conversion{};
}

std::string marked_text(const std::string& name, std::string_view bytes, const char* encoding) {
  auto [text, whole] = convert(encoding, bytes);
  if (!whole) {
    throw Failure({"source.encoding_broken", {{"encoding", encoding}}}, in_file(name));
  }
  refuse_binary(name, text);
  return std::move(text);
}

std::string unmarked_text(const std::string& name, std::string_view bytes) {
  refuse_binary(name, bytes);
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::string(bytes);
  if (auto gb18030 = convert("GB18030", bytes); gb18030.whole) return std::move(gb18030.text);
  if (auto detected = convert_detected(bytes); detected.whole) return std::move(detected.text);
  const auto valid_lines = Source(name, convert("UTF-8", bytes).text).lines();
  throw Failure({"source.encoding_unknown", {{"line", fmt::to_string(valid_lines)}}},
                in_file(name));
}

}  // namespace

Source decode(std::string name, std::string_view bytes, std::size_t first_line) {
  const auto mark = std::ranges::find_if(
      marks, [&](const Mark& candidate) { return bytes.starts_with(candidate.bytes); });
  auto text = mark == marks.end()
                  ? unmarked_text(name, bytes)
                  : marked_text(name, bytes.substr(mark->bytes.size()), mark->encoding);
  return {std::move(name), std::move(text), first_line};
}

}  // namespace tieout::source
