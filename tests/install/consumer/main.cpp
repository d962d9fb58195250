// Uses the installed libraries as somebody else's program would.
#include <tieout/source/source.hpp>

#include <iostream>

int main() {
  const auto text = tieout::source::decode("report.txt", "支出合计\n359.39");
  const auto place = text.place(text.line_start(2));
  std::cout << place.source_name() << ':' << place.line << ':' << place.column << '\n';
  return place.line == 2 && place.column == 1 ? 0 : 1;
}
