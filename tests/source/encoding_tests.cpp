// Which bytes are which text, and which are none.
#include "failure.hpp"
#include "source/source.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>
#include <vector>

using namespace std::string_view_literals;
using tieout::source::decode;
using tieout::source::Language;

namespace {

std::string text_of(std::string_view bytes) { return std::string(decode("a", bytes).text()); }

std::string encoded(std::string_view utf8, const char* encoding) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string bytes(utf8.size() * 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* to = ucnv_open(encoding, &status);
  const auto size = ucnv_fromUChars(to, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                    text.getBuffer(), text.length(), &status);
  ucnv_close(to);
  REQUIRE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 stays as it is, without its mark") {
  CHECK(text_of("收入 1,003.30万元\r\n") == "收入 1,003.30万元\r\n");
  CHECK(text_of("\xEF\xBB\xBF收入") == "收入");
  CHECK(text_of("") == "");
}

TEST_CASE("GB18030 is read, its four-byte characters too") {
  CHECK(text_of("\xD6\xA7\xB3\xF6\xBA\xCF\xBC\xC6\x33\x35\x39") == "支出合计359");
  CHECK(text_of("\xC1\xAA\xCD\xA8") == "联通");  // famous for passing as sloppy UTF-8
  CHECK(text_of(encoded("𠀀中央", "GB18030")) == "𠀀中央");
  CHECK(text_of("\x84\x31\x95\x33\xD6\xA7") == "支");
}

TEST_CASE("a byte order mark decides") {
  CHECK(text_of("\xFF\xFE\x2F\x65\x31\x00"sv) == "支1");
  CHECK(text_of("\xFE\xFF\x65\x2F\x00\x31"sv) == "支1");
  CHECK(text_of("\xFF\xFE\0\0\x2F\x65\0\0"sv) == "支");
  CHECK(text_of("\0\0\xFE\xFF\0\0\x65\x2F"sv) == "支");
}

TEST_CASE("any text survives every encoding with a mark") {
  CHECK(rc::check("encodings round trip", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "1", " ", "\n", "é", "￥", "额", "〔", "𠀀", "\uFFFD"));
    std::string text;
    for (const auto& piece : pieces) text += piece;
    RC_ASSERT(text_of("\xFF\xFE" + encoded(text, "UTF-16LE")) == text);
    RC_ASSERT(text_of("\xFE\xFF" + encoded(text, "UTF-16BE")) == text);
    RC_ASSERT(text_of(std::string("\xFF\xFE\0\0"sv) + encoded(text, "UTF-32LE")) == text);
    RC_ASSERT(text_of(std::string("\0\0\xFE\xFF"sv) + encoded(text, "UTF-32BE")) == text);
    RC_ASSERT(text_of("\x84\x31\x95\x33" + encoded(text, "GB18030")) == text);
    RC_ASSERT(text_of("\xEF\xBB\xBF" + text) == text);
  }));
}

TEST_CASE("bytes that are no text are refused with the first that shows it") {
  CHECK(failure_of([] { (void)decode("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv); }) ==
        "a.doc: This is no text file: byte 3 is the control character 0x11. Check that the file is "
        "whole and has the right extension.");
  CHECK(failure_of([] { (void)decode("a.txt", "收入\0支出"sv); }, Language::zh) ==
        "a.txt: 这不是文本文件：第 7 个字节是控制字符 0x00。请检查文件是否完好、扩展名是否正确。");
  CHECK(failure_of([] { (void)decode("a.txt", "\xFF\xFE\x07\x00"sv); }) ==
        "a.txt: This is no text file: byte 1 is the control character 0x07. Check that the file is "
        "whole and has the right extension.");
}

TEST_CASE("page and line breaks of word processors are text") {
  CHECK(text_of("一\f二\v三\t四") == "一\f二\v三\t四");
}

TEST_CASE("an encoding that does not keep to its mark is refused") {
  CHECK(failure_of([] { (void)decode("a.txt", "\xEF\xBB\xBF\xBA\xCF"); }) ==
        "a.txt: The file starts with the mark of UTF-8 but does not keep to that encoding. Save it "
        "again as UTF-8 text.");
  CHECK(failure_of([] { (void)decode("a.txt", "\xFF\xFE\x2F\x65\x31"); }, Language::zh) ==
        "a.txt: 文件开头标明编码为 UTF-16LE，但内容不符。请重新保存为 UTF-8 文本。");
  // Half of a surrogate pair.
  CHECK(failure_of([] {
          (void)decode("a.txt", "\xFF\xFE\x40\xD8\x31\x00"sv);
        }).find("mark of UTF-16LE") != std::string::npos);
}

TEST_CASE("an encoding that cannot be told is refused, not guessed") {
  const auto unknown =
      "a.txt: The text's encoding cannot be told: from line 2 it is neither valid UTF-8 nor "
      "GB18030. Save it again as UTF-8 text.";
  CHECK(failure_of([] { (void)decode("a.txt", "支出\n\xFF\xFF\xFF合计"); }) == unknown);
  // Overlong, a surrogate, beyond Unicode, cut off: none of it is UTF-8.
  for (const auto broken :
       {"\xC0\xAF\xFF", "\xED\xA0\x80\xFF", "\xF4\x90\x80\x80\xFF", "\xE6\x94\xFF"}) {
    CHECK(failure_of([&] { (void)decode("a.txt", "支出\n" + std::string(broken)); }) == unknown);
  }
}

TEST_CASE("a long text in an encoding that ICU is sure of is read") {
  std::string report;
  for (int i = 0; i < 30; ++i) report += "収入と支出の合計は予算と一致しなければならない。ｶﾅﾞ\n";
  CHECK(text_of(encoded(report, "Shift_JIS")) == report);
}
