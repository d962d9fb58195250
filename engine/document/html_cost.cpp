// What a HTML parser would make of a page.
#include "document/html_cost.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace tieout::document {

namespace {

using Names = std::span<const std::string_view>;

bool is_one_of(Names names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 14> names = {
      "area",  "base", "br",   "col",   "embed",  "hr",    "img",
      "input", "link", "meta", "param", "source", "track", "wbr"};
  return is_one_of(names, name);
}

/// Closed by the next of their kind, or with what they stand in.
bool closes_itself(std::string_view name) {
  static constexpr std::array<std::string_view, 14> names = {
      "p",     "li",    "dd",    "dt",      "td",       "th",     "tr",
      "tbody", "thead", "tfoot", "caption", "colgroup", "option", "optgroup"};
  return is_one_of(names, name);
}

bool is_formatting(std::string_view name) {
  static constexpr std::array<std::string_view, 14> names = {
      "a",    "b", "big",   "code",   "em",     "font", "i",
      "nobr", "s", "small", "strike", "strong", "tt",   "u"};
  return is_one_of(names, name);
}

bool is_raw(std::string_view name) {
  static constexpr std::array<std::string_view, 7> names = {
      "script", "style", "textarea", "title", "xmp", "noembed", "noframes"};
  return is_one_of(names, name);
}

class Scan {
 public:
  Scan(const source::Source& text, const source::Limits& limits)
      : text_(text.text()), file_(source::in_file(text.name())), limits_(limits) {}

  void run() {
    for (auto at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at)) {
      ++at;
      if (text_.substr(at).starts_with("!--")) {
        at = std::min(text_.find("-->", at), text_.size());
        continue;
      }
      const bool closing = at < text_.size() && text_[at] == '/';
      if (closing) ++at;
      const auto name = take_name(at);
      if (name.empty()) continue;
      count_node();
      closing ? close(name) : open(name, at);
    }
  }

 private:
  std::string_view text_;
  source::Place file_;
  const source::Limits& limits_;
  std::map<std::string, std::size_t, std::less<>> open_;
  std::size_t depth_ = 0;
  std::size_t formatting_ = 0;
  std::size_t nodes_ = 0;

  std::string take_name(std::size_t& at) const {
    constexpr std::size_t longest = 32;
    std::string name;
    for (; at < text_.size() && name.size() < longest; ++at) {
      char letter = text_[at];
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
      const bool digit = letter >= '0' && letter <= '9';
      const bool small = letter >= 'a' && letter <= 'z';
      if (!small && (!digit || name.empty())) break;
      name += letter;
    }
    return name;
  }

  /// An element and the copies of the formatting that is open around it.
  void count_node() {
    nodes_ += 1 + formatting_;
    if (nodes_ > limits_.xml_nodes) {
      throw source::beyond(&source::Limits::xml_nodes, limits_, file_);
    }
  }

  void open(const std::string& name, std::size_t& at) {
    if (is_raw(name)) {
      at = std::min(text_.find("</" + name, at), text_.size());
      return;
    }
    if (is_void(name) || closes_itself(name)) return;
    ++open_[name];
    if (is_formatting(name)) ++formatting_;
    if (++depth_ > limits_.xml_depth) {
      throw source::beyond(&source::Limits::xml_depth, limits_, file_);
    }
  }

  void close(const std::string& name) {
    const auto open = open_.find(name);
    if (open == open_.end() || open->second == 0) return;
    --open->second;
    --depth_;
    if (is_formatting(name)) --formatting_;
  }
};

}  // namespace

void check_html(const source::Source& text, const source::Limits& limits) {
  // What stands behind a reference knows its own place, as a paragraph does.
  const auto references = std::ranges::count(text.text(), '&');
  if (static_cast<std::size_t>(references) > limits.table_cells) {
    throw source::beyond(&source::Limits::table_cells, limits, source::in_file(text.name()));
  }
  Scan(text, limits).run();
}

}  // namespace tieout::document
