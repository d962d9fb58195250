// Diagnostics as they are printed: the place, the caret under the right character, what is cut.
#include "language/diagnostic.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace tieout::language;
using tieout::source::Language;
using tieout::source::Message;
using tieout::source::Source;

namespace {

std::shared_ptr<const Source> file_of(const std::string& text,
                                      const std::string& name = "规则.tie") {
  return std::make_shared<const Source>(name, text);
}

/// A diagnostic about the first `what` in `text`.
Diagnostic about(const std::string& text, const std::string& what) {
  Diagnostic diagnostic;
  diagnostic.message = Message("syntax.no_check");
  diagnostic.file = file_of(text);
  diagnostic.span.begin = text.find(what);
  diagnostic.span.end = diagnostic.span.begin + what.size();
  return diagnostic;
}

/// Without the first line, which is the same in all.
std::string marked(const Diagnostic& diagnostic) {
  const auto text = render(diagnostic, Language::en);
  const auto first = text.substr(0, text.find('\n') + 1);
  CHECK(first.ends_with("error: This rule checks nothing: add a line with `check`.\n"));
  return text.substr(first.size());
}

}  // namespace

TEST_CASE("place, sentence, line, caret") {
  CHECK(render(about("rule a\n  支出 x y\n", "x"), Language::en) ==
        "规则.tie:2:6: error: This rule checks nothing: add a line with `check`.\n"
        "  支出 x y\n"
        "       ^\n");
  CHECK(render(about("rule a\n  支出 x y\n", "x"), Language::zh) ==
        "规则.tie:2:6: error: 这条规则没有 check 子句，请补上一行 check。\n"
        "  支出 x y\n"
        "       ^\n");
}

TEST_CASE("wide characters take two columns, before the caret and under it") {
  CHECK(marked(about("支出（甲）x", "x")) == "支出（甲）x\n          ^\n");
  CHECK(marked(about("a 支出合计 b", "支出合计")) == "a 支出合计 b\n  ^~~~~~~~\n");
  CHECK(marked(about("ａ１＝x", "x")) == "ａ１＝x\n      ^\n");
  CHECK(marked(about("한글 x", "x")) == "한글 x\n     ^\n");
}

TEST_CASE("characters of ambiguous width take one column, combining ones none") {
  CHECK(marked(about("“…”—×·x", "x")) == "“…”—×·x\n      ^\n");
  CHECK(marked(about("cafe\u0301 x", "x")) == "cafe\u0301 x\n     ^\n");
  CHECK(marked(about("a\u200bb x", "x")) == "a\u200bb x\n   ^\n");
}

TEST_CASE("tabs stay tabs, so that the caret stands right whatever their width") {
  CHECK(marked(about("\tcheck\t支 x", "x")) == "\tcheck\t支 x\n\t     \t   ^\n");
}

TEST_CASE("a span that goes on in the next line is marked to the end of its first") {
  CHECK(marked(about("a (b\n c) d", "(b\n c)")) == "a (b\n  ^~\n");
  CHECK(marked(about("a (b\r\n c) d", "(b\r\n c)")) == "a (b\n  ^~\n");
}

TEST_CASE("nothing at the end of a line, and of the text, can be pointed at") {
  auto diagnostic = about("a =\nb", "=");
  diagnostic.span = {3, 3};
  CHECK(marked(diagnostic) == "a =\n   ^\n");
  diagnostic.span = {5, 5};
  CHECK(marked(diagnostic) == "b\n ^\n");
  diagnostic.file = file_of("");
  diagnostic.span = {0, 0};
  CHECK(marked(diagnostic) == "\n^\n");
}

TEST_CASE("of a long line, only what is around the caret is shown") {
  const std::string before(100, 'a');
  const std::string after(300, 'b');
  CHECK(marked(about(before + "x" + after, "x")) == "…" + std::string(60, 'a') + "x" +
                                                        std::string(99, 'b') + "…\n" +
                                                        std::string(61, ' ') + "^\n");
  const auto wide = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "支";
    return text;
  };
  CHECK(marked(about(wide(200) + "x", "x")) ==
        "…" + wide(30) + "x\n" + std::string(61, ' ') + "^\n");
  CHECK(marked(about("x" + wide(200), "x" + wide(200))) ==
        "x" + wide(49) + "…\n^" + std::string(98, '~') + "\n");
}

TEST_CASE("a second place is a note, the hint comes last") {
  auto diagnostic = about("rule a\nrule b\n", "b");
  diagnostic.other_file = file_of("define x = 1\n", "other.tie");
  diagnostic.other = {7, 8};
  diagnostic.hint = Message("syntax.did_you_mean", {{"word", "`c`"}});
  CHECK(render(diagnostic, Language::en) ==
        "规则.tie:2:6: error: This rule checks nothing: add a line with `check`.\n"
        "rule b\n"
        "     ^\n"
        "other.tie:1:8: note: See here as well.\n"
        "define x = 1\n"
        "       ^\n"
        "hint: did you mean `c`?\n");
  CHECK(render(diagnostic, Language::zh) ==
        "规则.tie:2:6: error: 这条规则没有 check 子句，请补上一行 check。\n"
        "rule b\n"
        "     ^\n"
        "other.tie:1:8: note: 另见此处。\n"
        "define x = 1\n"
        "       ^\n"
        "提示：是否想写 `c`？\n");
}

TEST_CASE("diagnostics are sorted by file, then by position, else as they came") {
  const auto at = [](const std::string& name, std::size_t begin, const char* message) {
    Diagnostic diagnostic;
    diagnostic.file = file_of("rule a check b", name);
    diagnostic.span = {begin, begin};
    diagnostic.message = Message(message);
    return diagnostic;
  };
  std::vector<Diagnostic> diagnostics = {at("b.tie", 0, "1"), at("a.tie", 7, "2"),
                                         at("a.tie", 2, "3"), at("a.tie", 7, "4")};
  sort_diagnostics(diagnostics);
  std::string order;
  for (const auto& diagnostic : diagnostics) order += diagnostic.message.id;
  CHECK(order == "3241");
}
