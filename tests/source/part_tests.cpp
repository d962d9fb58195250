// A text that is part of a file speaks of places in the whole file.
#include "source/source.hpp"

#include <doctest/doctest.h>

using tieout::source::decode;
using tieout::source::Source;

TEST_CASE("places in a part of a file count from the line at which the part begins") {
  const Source part("reports.ndjson", "{\"a\":\n1}", 17);
  CHECK(part.place(0).line == 17);
  CHECK(part.place(6).line == 18);
  CHECK(part.place(6).column == 1);
  CHECK(part.line(2) == "1}");
}

TEST_CASE("a decoded part keeps the line at which it begins") {
  CHECK(decode("reports.ndjson", "\xEF\xBB\xBF{}", 3).place(1).line == 3);
}
