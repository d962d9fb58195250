// Text that knows where it stood.
#include "document/document.hpp"
#include "shown.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tieout::document;
using tieout::source::Place;

namespace {

Place at(std::uint32_t line, std::uint32_t column) {
  return {.source = nullptr, .line = line, .column = column};
}

}  // namespace

TEST_CASE("a character's place counts characters, not bytes") {
  const PlacedText text("基本支出359.39万元", at(7, 3));
  CHECK(shown(text) == "7:3 基本支出359.39万元");
  const auto figure = text.text().find("359");
  CHECK(text.place(figure) == at(7, 7));
  CHECK(text.place(text.text().size()) == at(7, 15));
}

TEST_CASE("pieces keep their own places when they are joined and cut") {
  PlacedText caption("公共财", at(76, 2));
  caption.append("政拨款", at(78, 1));
  CHECK(caption.text() == "公共财政拨款");
  CHECK(caption.place(caption.text().find("财")) == at(76, 4));
  CHECK(caption.place(caption.text().find("政")) == at(78, 1));

  const auto middle = caption.part(caption.text().find("财"), caption.text().find("拨"));
  CHECK(middle.text() == "财政");
  CHECK(middle.place(0) == at(76, 4));
  CHECK(middle.place(std::string("财").size()) == at(78, 1));

  CHECK(PlacedText(" 　12.5 ", at(4, 2)).trimmed().place(0) == at(4, 4));
}

TEST_CASE("a blank cell has a place") {
  const Cell cell{.paragraphs = {PlacedText("", at(9, 2))}};
  CHECK(cell.blank());
  CHECK(cell.joined().place(0) == at(9, 2));
  CHECK(cell.joined().trimmed().place(0) == at(9, 2));
  CHECK(Cell{.paragraphs = {PlacedText("　 ", at(9, 2))}}.blank());
  CHECK_FALSE(Cell{.paragraphs = {PlacedText("0", at(9, 2))}}.blank());
}

TEST_CASE("places outside a text's lines stay as they are") {
  Place paragraph;
  paragraph.paragraph = 12;
  CHECK(PlacedText("共28人", paragraph).place(3) == paragraph);
}

TEST_CASE("a part's characters stand where they stood in the whole") {
  CHECK(rc::check([](const std::vector<std::string>& words) {
    PlacedText whole;
    std::uint32_t line = 0;
    for (const auto& word : words) {
      std::string text;  // any mixture of one- and three-byte characters
      for (const char byte : word) text += byte % 2 == 0 ? "款" : "a";
      whole.append(text, at(++line, 5));
    }
    const auto starts_character = [&](std::size_t offset) {
      return (static_cast<unsigned char>(whole.text()[offset]) & 0xC0U) != 0x80U;
    };
    auto begin = *rc::gen::inRange<std::size_t>(0, whole.text().size() + 1);
    while (begin < whole.text().size() && !starts_character(begin)) ++begin;
    const auto part = whole.part(begin, whole.text().size());
    RC_ASSERT(part.text() == whole.text().substr(begin));
    for (std::size_t offset = begin; offset < whole.text().size(); ++offset) {
      if (starts_character(offset)) {
        RC_ASSERT(part.place(offset - begin) == whole.place(offset));
      }
    }
  }));
}

TEST_CASE("a long paragraph's figures are placed without walking it from its start") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "款1";
  const PlacedText paragraph(text, at(1, 1));
  std::uint64_t columns = 0;
  for (std::size_t offset = 0; offset < text.size(); offset += 4) {
    columns += paragraph.place(offset).column;
  }
  CHECK(columns == 40'000'000'000);  // 1 + 3 + 5 + ... + 399,999
}
