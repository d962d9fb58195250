// The numbers that lists and headings of OpenDocument generate.
#include "document/odf_numbering.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t greatest_number = 32'767;

}  // namespace

OdfNumbering::Level OdfNumbering::read_level(const pugi::xml_node& node) {
  if (local_name(node).ends_with("-bullet")) return {};
  return {.counting = counting_of_open_document(attribute(node, "num-format")),
          .before = std::string(attribute(node, "num-prefix")),
          .behind = std::string(attribute(node, "num-suffix")),
          .text = std::string(attribute(node, "num-list-format")),
          .shown = whole_number(attribute(node, "display-levels"), 1, levels),
          .start = whole_number(attribute(node, "start-value"), 1, greatest_number)};
}

void OdfNumbering::add_styles(const pugi::xml_node& styles) {
  for (const auto& node : styles.children()) {
    const bool headings = local_name(node) == "outline-style";
    if (!headings && local_name(node) != "list-style") continue;
    Style style;
    for (const auto& level : node.children()) {
      const auto number = whole_number(attribute(level, "level"), 0, levels);
      if (number > 0) style[number - 1] = read_level(level);
    }
    std::string name(headings ? std::string_view() : attribute(node, "name"));
    styles_.insert_or_assign(std::move(name), std::move(style));
  }
}

std::string OdfNumbering::begin_list(const pugi::xml_node& list) {
  const std::string style(attribute(list, "style-name"));
  const std::string id(attribute(list, "id"));
  std::string group = "list " + std::to_string(lists_.size());
  if (const auto before = group_.find(attribute(list, "continue-list")); before != group_.end()) {
    group = before->second;
  } else if (attribute(list, "continue-numbering") == "true") {
    if (const auto last = last_.find(style); last != last_.end()) group = last->second;
  }
  lists_[group].style = style;
  if (!id.empty()) group_[id] = group;
  last_[style] = group;
  return group;
}

std::string OdfNumbering::next_label(const std::string& list, std::size_t level) {
  if (level == 0 || level > levels) return {};
  auto& counted = lists_[list];
  const auto found = styles_.find(counted.style);
  if (found == styles_.end()) return {};
  const auto& style = found->second;
  const auto own = level - 1;
  counted.number[own] = counted.number[own] == 0 ? style[own].start : counted.number[own] + 1;
  std::fill(counted.number.begin() + static_cast<std::ptrdiff_t>(level), counted.number.end(), 0);
  const auto& form = style[own];
  if (form.counting == Counting::none) return {};
  const auto number_of = [&](std::size_t at) {
    const auto number = counted.number[at];
    return list_number(style[at].counting, number == 0 ? style[at].start : number);
  };
  std::string label;
  if (form.text.empty()) {
    label = form.before;
    for (auto at = level - std::clamp<std::size_t>(form.shown, 1, level); at < level; ++at) {
      label.append(number_of(at)).append(at + 1 < level ? "." : "");
    }
    label += form.behind;
  } else {
    for (std::string_view rest = form.text; !rest.empty();) {
      const auto hole = rest.find('%');
      label += rest.substr(0, hole);
      const auto end = hole == std::string_view::npos ? hole : rest.find('%', hole + 1);
      if (end == std::string_view::npos) break;
      const auto at = whole_number(rest.substr(hole + 1, end - hole - 1), 0, levels);
      if (at > 0) label += number_of(at - 1);
      rest.remove_prefix(end + 1);
    }
  }
  // 1. 2017年: the text's own digits must not become the number's.
  if (!label.empty() && static_cast<unsigned char>(label.back()) < 0x80) label += ' ';
  return label;
}

}  // namespace tieout::document
