// What is told of passages that reports have from each other.
#include "across/copied_passages.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::across {
namespace {

using Paragraphs = std::vector<std::string>;

/// A CopiedPassage that outlives the telling.
struct Told {
  PassagePlace later;
  PassagePlace earlier;
  std::size_t length = 0;
  std::string text;
  friend bool operator==(const Told&, const Told&) = default;
};

std::vector<Told> told_of(const std::vector<Paragraphs>& reports,
                          const PassageOptions& options = {}) {
  CopiedPassages passages(options);
  for (const auto& paragraphs : reports) {
    passages.add(std::vector<std::string_view>(paragraphs.begin(), paragraphs.end()));
  }
  std::vector<Told> told;
  passages.finish([&](const CopiedPassage& passage) {
    told.push_back({passage.later, passage.earlier, passage.length, std::string(passage.text)});
  });
  return told;
}

void append(std::string& text, char32_t han) {
  text += static_cast<char>(0xE0U | (han >> 12U));
  text += static_cast<char>(0x80U | ((han >> 6U) & 0x3FU));
  text += static_cast<char>(0x80U | (han & 0x3FU));
}

/// `length` Han characters, one after the other from the `first`-th of Unicode's on.
std::string han(std::size_t first, std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) append(text, static_cast<char32_t>(0x4E00 + first + i));
  return text;
}

TEST_CASE("35 Han characters are a passage, 34 are none") {
  CHECK(told_of({{han(0, 34)}, {han(0, 34)}}).empty());
  const std::string passage = han(0, 35);
  CHECK(told_of({{passage}, {passage}}) == std::vector<Told>{{{1, 0, 1}, {0, 0, 1}, 35, passage}});
}

TEST_CASE("Places are paragraphs and columns of both reports") {
  const std::string passage = han(100, 40);
  const auto told = told_of({{"一、概况", "（2021）ab" + passage + "。"},
                             {"无关", "", "　　1. 另有" + han(500, 3) + passage + han(600, 9)}});
  CHECK(told == std::vector<Told>{{{1, 2, 11}, {0, 1, 9}, 40, passage}});
}

TEST_CASE("A passage whose figures were changed is the same passage") {
  const auto with = [](const std::string& amount) {
    return "本年" + han(50, 20) + amount + "万元，" + han(90, 20) + "。";
  };
  const std::string later = with(" 1,003.50 ");
  CHECK(told_of({{with("27")}, {later}}) ==
        std::vector<Told>{{{1, 0, 1}, {0, 0, 1}, 44, later.substr(0, later.size() - 3)}});
}

TEST_CASE("A passage ends where its paragraph does, in either report") {
  const std::string front = han(0, 20);
  const std::string back = han(20, 20);
  CHECK(told_of({{front, back}, {front + back}}).empty());
  CHECK(told_of({{front + back}, {front, back}}).empty());
}

TEST_CASE("Of three copies two are told, against the first") {
  const std::string passage = han(0, 50);
  CHECK(
      told_of({{passage}, {"前" + passage}, {passage}}) ==
      std::vector<Told>{{{1, 0, 2}, {0, 0, 1}, 50, passage}, {{2, 0, 1}, {0, 0, 1}, 50, passage}});
}

TEST_CASE("A passage of two earlier reports is told in two parts") {
  const std::string first = han(0, 40);
  const std::string second = han(100, 40);
  CHECK(told_of({{first}, {second}, {first + second}}) ==
        std::vector<Told>{{{2, 0, 1}, {0, 0, 1}, 40, first}, {{2, 0, 41}, {1, 0, 1}, 40, second}});
}

TEST_CASE("A report's copies of itself are not told") {
  const std::string passage = han(0, 60);
  CHECK(told_of({{passage, passage}, {han(1000, 60)}}).empty());
}

TEST_CASE("What more than 20 reports have is form text") {
  const std::string form = han(0, 80);
  CHECK(told_of(std::vector<Paragraphs>(20, {form})).size() == 19);
  CHECK(told_of(std::vector<Paragraphs>(21, {form})).empty());
}

TEST_CASE("Beside form text only what is copied itself is told") {
  const std::string form = han(0, 80);
  const std::string own = han(2000, 35);
  std::vector<Paragraphs> reports(21, {form});
  reports[4] = {form + "，" + own};
  reports[9] = {form + "：" + own};
  CHECK(told_of(reports) == std::vector<Told>{{{9, 0, 82}, {4, 0, 82}, 35, own}});
  // One character less is not enough, though form text stands before it.
  reports[4] = {form + han(2000, 34)};
  reports[9] = {form + han(2000, 34)};
  CHECK(told_of(reports).empty());
}

TEST_CASE("Reports without text count, and a run may be empty") {
  CHECK(told_of({}).empty());
  const std::string passage = han(0, 35);
  CHECK(told_of({{}, {passage}, {""}, {passage}}) ==
        std::vector<Told>{{{3, 0, 1}, {1, 0, 1}, 35, passage}});
}

TEST_CASE("A paragraph of one character, over and over, takes its time in proportion") {
  constexpr std::size_t length = 300'000;
  std::string same;
  for (std::size_t i = 0; i < length; ++i) same += "的";
  const auto told = told_of({{same}, {same}, {same + "地"}});
  REQUIRE(told.size() == 2);
  CHECK(told[0].length == length);
  CHECK(told[1].length == length);
  CHECK(told[1].earlier == PassagePlace{0, 0, 1});
}

TEST_CASE("A thousand equal reports are told against the first, where that many are not common") {
  const auto told =
      told_of(std::vector<Paragraphs>(1'000, {han(0, 500)}), {.length = 35, .common = 1'000});
  REQUIRE(told.size() == 999);
  CHECK(told.back() == Told{{999, 0, 1}, {0, 0, 1}, 500, han(0, 500)});
}

// What copied_passages.hpp says, every pair of places compared.
std::vector<Told> compared_in_pairs(const std::vector<Paragraphs>& reports, std::size_t length,
                                    std::size_t common) {
  constexpr std::size_t bytes = 3;  // of each character in these texts
  const auto begins = [&](const std::string& text, std::size_t at, const std::string& window) {
    return text.compare(at * bytes, window.size(), window) == 0;
  };
  const auto window_at = [&](const std::string& text, std::size_t at) {
    return text.substr(at * bytes, length * bytes);
  };
  const auto is_form = [&](const std::string& window) {
    return static_cast<std::size_t>(std::ranges::count_if(reports, [&](const Paragraphs& report) {
             return std::ranges::any_of(report, [&](const std::string& text) {
               for (std::size_t at = 0; at * bytes < text.size(); ++at) {
                 if (begins(text, at, window)) return true;
               }
               return false;
             });
           })) > common;
  };
  const auto source_of = [&](const std::string& window, std::size_t before, PassagePlace& source) {
    for (std::size_t report = 0; report < before; ++report) {
      for (std::size_t paragraph = 0; paragraph < reports[report].size(); ++paragraph) {
        const std::string& text = reports[report][paragraph];
        for (std::size_t at = 0; at * bytes < text.size(); ++at) {
          if (!begins(text, at, window)) continue;
          source = {report, paragraph, at + 1};
          return true;
        }
      }
    }
    return false;
  };

  std::vector<Told> told;
  for (std::size_t report = 0; report < reports.size(); ++report) {
    for (std::size_t paragraph = 0; paragraph < reports[report].size(); ++paragraph) {
      const std::string& text = reports[report][paragraph];
      const std::size_t size = text.size() / bytes;
      std::vector<bool> form(size, false);
      for (std::size_t at = 0; at + length <= size; ++at) {
        if (!is_form(window_at(text, at))) continue;
        for (std::size_t i = at; i < at + length; ++i) form[i] = true;
      }
      for (std::size_t at = 0; at + length <= size;) {
        const auto covered =
            std::find(form.begin() + static_cast<std::ptrdiff_t>(at), form.end(), true);
        const auto limit = static_cast<std::size_t>(covered - form.begin());
        PassagePlace source;
        if (limit < at + length || !source_of(window_at(text, at), report, source)) {
          ++at;
          continue;
        }
        const std::string& earlier = reports[source.report][source.paragraph];
        std::size_t end = at + length;
        while (end < limit && earlier.substr((source.column - 1) * bytes)
                                  .starts_with(text.substr(at * bytes, (end + 1 - at) * bytes))) {
          ++end;
        }
        told.push_back({{report, paragraph, at + 1},
                        source,
                        end - at,
                        text.substr(at * bytes, (end - at) * bytes)});
        at = end;
      }
    }
  }
  return told;
}

TEST_CASE("What is found is what comparing all with all finds, in memory and on disk") {
  std::mt19937 random(20'230'701);
  const auto up_to = [&](std::size_t most) { return random() % (most + 1); };
  std::size_t passages = 0;
  for (int round = 0; round < 1'500; ++round) {
    const std::size_t letters = up_to(3);
    std::vector<Paragraphs> reports(2 + up_to(6));
    for (auto& report : reports) {
      report.resize(up_to(3));
      for (auto& text : report) {
        for (std::size_t size = up_to(40); size > 0; --size) {
          append(text, static_cast<char32_t>(0x4E00 + up_to(letters)));
        }
      }
    }
    const std::size_t length = 1 + up_to(10);
    const std::size_t common = 1 + up_to(4);
    const auto expected = compared_in_pairs(reports, length, common);
    passages += expected.size();
    REQUIRE(told_of(reports, {.length = length, .common = common}) == expected);
    REQUIRE(told_of(reports, {.length = length, .common = common, .memory = 200}) == expected);
  }
  CHECK(passages > 1'000);
}

}  // namespace
}  // namespace tieout::across
