// How the labels of rows are numbered.
#include "report/row_numbering.hpp"

#include "document/characters.hpp"

#include <array>
#include <initializer_list>

namespace tieout::report {

Numbering numbering_of(std::string_view label) {
  static constexpr std::string_view of_which = "其中";
  static constexpr std::array<std::string_view, 10> han = {"一", "二", "三", "四", "五",
                                                           "六", "七", "八", "九", "十"};
  static constexpr std::array<std::string_view, 10> circled = {"①", "②", "③", "④", "⑤",
                                                               "⑥", "⑦", "⑧", "⑨", "⑩"};
  Numbering found;
  auto rest = document::trimmed(label);
  const auto skip = [&rest](std::initializer_list<std::string_view> marks) {
    for (const auto mark : marks) {
      if (!rest.starts_with(mark)) continue;
      rest.remove_prefix(mark.size());
      return true;
    }
    return false;
  };
  const auto take = [&rest](const auto& words) {
    for (std::size_t word = 0; word < words.size(); ++word) {
      if (!rest.starts_with(words[word])) continue;
      rest.remove_prefix(words[word].size());
      return static_cast<int>(word) + 1;
    }
    return 0;
  };
  found.of_which = skip({of_which});
  if (found.of_which) {
    (void)skip({"：", ":"});
    rest = document::trimmed(rest);
  }
  if (const auto number = take(circled); number > 0) {
    return {.level = 5, .number = number, .of_which = found.of_which};
  }
  const bool bracket = skip({"（", "("});
  const auto word = take(han);
  auto number = word;
  while (word == 0 && !rest.empty() && rest.front() >= '0' && rest.front() <= '9' && number < 100) {
    number = 10 * number + (rest.front() - '0');
    rest.remove_prefix(1);
  }
  const bool closed = bracket ? skip({"）", ")"}) : skip({"、", "．", "."});
  if (number == 0 || !closed) return found;
  found.number = number;
  found.level = (word > 0 ? 1U : 3U) + (bracket ? 1U : 0U);
  return found;
}

}  // namespace tieout::report
