// Texts in traditional characters.
#include "document/simplified.hpp"

#include "document/format.hpp"
#include "document/reader.hpp"
#include "shown.hpp"

#include <doctest/doctest.h>

using namespace tieout;

namespace {

document::Document read_file(const std::string& name, std::string_view bytes) {
  const source::Limits limits;
  return document::read_document(document::recognise_format(name, bytes, limits), name, bytes,
                                 limits);
}

}  // namespace

TEST_CASE("a text in traditional characters is read in simplified ones, at its own places") {
  const auto read = read_file("a.txt", "部門決算\n財政撥款收入１２.5萬元，占總支出的80%\n");
  CHECK(document::shown(read) == "1:1 部门决算\n2:1 财政拨款收入１２.5万元，占总支出的80%\n");
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes.front().id == "document.traditional");
}

TEST_CASE("so are tables of web pages and of files of values") {
  const auto page = read_file("a.html",
                              "<html><body><table><tr><td>預算數</td><td>12.5萬元</td>"
                              "</tr></table></body></html>");
  CHECK(document::shown(page).find("预算数") != std::string::npos);
  const auto values = read_file("a.csv", "項目,預算數（萬元）\n經費,12.5\n");
  CHECK(document::shown(values).find("经费") != std::string::npos);
}

TEST_CASE("single traditional characters stay in a simplified text") {
  const auto read = read_file("a.txt", "單某某说明\n决算总额12.5万元\n");
  CHECK(document::shown(read) == "1:1 單某某说明\n2:1 决算总额12.5万元\n");
  CHECK(read.notes.empty());
  CHECK_FALSE(document::simplified(source::Source("a.txt", "no Chinese at all")));
}
