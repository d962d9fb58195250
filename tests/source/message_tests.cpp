// Messages in both languages, and the catalogue they come from.
#include "source/catalogue.hpp"
#include "source/message.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>

using tieout::source::catalogue;
using tieout::source::Language;
using tieout::source::Message;
using tieout::source::render;

namespace {

// The language room has three prefixes: its own, its parser's and its checker's.
constexpr std::array rooms = {"source",   "figure", "document", "schema", "report",
                              "language", "syntax", "rule",     "check",  "finding",
                              "across",   "output", "cli"};

std::set<std::string> holes(std::string_view sentence) {
  std::set<std::string> names;
  for (auto open = sentence.find('{'); open != std::string_view::npos;
       open = sentence.find('{', open + 1)) {
    if (sentence.substr(open, 2) == "{{") {
      ++open;
      continue;
    }
    const auto close = sentence.find('}', open);
    names.emplace(sentence.substr(open + 1, close - open - 1));
  }
  return names;
}

/// The string literals of a C++ text that look like the id of a sentence.
std::set<std::string> ids_in(std::string_view code) {
  std::set<std::string> ids;
  for (auto open = code.find('"'); open != std::string_view::npos;
       open = code.find('"', open + 1)) {
    const auto rest = code.substr(open + 1);
    const auto id =
        rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_."));
    const auto room = id.substr(0, std::min(id.find('.'), id.size()));
    const bool ends_there = rest.size() > id.size() && rest[id.size()] == '"';
    if (ends_there && room.size() + 1 < id.size() && std::ranges::count(rooms, room) == 1) {
      ids.emplace(id);
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("a message is said in either language, its holes filled") {
  const Message message{"source.binary", {{"offset", "9"}, {"byte", "0x00"}}};
  CHECK(render(message, Language::zh) ==
        "这不是文本文件：第 9 个字节是控制字符 0x00。请检查文件是否完好、扩展名是否正确。");
  CHECK(render(message, Language::en) ==
        "This is no text file: byte 9 is the control character 0x00. Check that the file is whole "
        "and has the right extension.");
}

TEST_CASE("a message in a hole is said in the same language") {
  const Message message{"source.wrong_data",
                        {{.name = "folder", .text = "", .nested = Message{"source.folder"}}}};
  CHECK(render(message, Language::zh) ==
        "环境变量 TIEOUT_DATA 指向的 这是一个文件夹，此处需要一个文件。 中没有 schemas 文件夹。");
}

TEST_CASE("what fills a hole is never read as a sentence with holes") {
  const Message message{"source.wrong_data", {{"folder", "{folder} {} {{"}}};
  CHECK(render(message, Language::en) ==
        "TIEOUT_DATA names {folder} {} {{, which has no folder schemas in it.");
}

TEST_CASE("a message that the catalogue does not know is a fault of the program") {
  CHECK_THROWS_AS((void)render(Message{"source.no_such"}, Language::zh), std::logic_error);
  CHECK_THROWS_AS((void)render(Message{"source.binary"}, Language::zh), std::logic_error);
}

TEST_CASE("the catalogue is sorted, and each sentence has both languages with the same holes") {
  const auto sentences = catalogue();
  REQUIRE_FALSE(sentences.empty());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto& [id, zh, en] = sentences[i];
    CAPTURE(id);
    if (i > 0) CHECK(sentences[i - 1].id < id);
    CHECK(ids_in("\"" + std::string(id) + "\"").size() == 1);
    CHECK_FALSE(zh.empty());
    CHECK_FALSE(en.empty());
    CHECK(holes(zh) == holes(en));
  }
}

TEST_CASE("the program uses each sentence of the catalogue and no other") {
  std::set<std::string> used;
  const std::filesystem::path engine = std::filesystem::path(TIEOUT_ROOT) / "engine";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(engine)) {
    const auto& file = entry.path();
    const bool speaks =
        file.extension() == ".cpp" || file.extension() == ".js" || file.extension() == ".html";
    if (!speaks || file.parent_path().filename() == "sentences") continue;
    std::ifstream in(file, std::ios::binary);
    used.merge(ids_in(std::string(std::istreambuf_iterator<char>(in), {})));
  }
  std::set<std::string> known;
  for (const auto& sentence : catalogue()) known.emplace(sentence.id);
  for (const auto& id : used) {
    INFO("used but not in the catalogue: ", id);
    CHECK(known.contains(id));
  }
  for (const auto& id : known) {
    INFO("in the catalogue but not used: ", id);
    CHECK(used.contains(id));
  }
}
