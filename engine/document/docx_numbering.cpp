// Styles and lists of a .docx.
#include "document/docx_numbering.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t most_levels = 9;
constexpr std::size_t greatest_number = 32'767;

std::string text_of(const pugi::xml_node& parent, std::string_view name) {
  return std::string(attribute(child(parent, name), "val"));
}

std::optional<int> outline_level(const pugi::xml_node& properties) {
  const auto level = whole_number(text_of(properties, "outlineLvl"), most_levels, most_levels);
  if (level == most_levels) return std::nullopt;
  return static_cast<int>(level) + 1;
}

ListUse stated_use(const pugi::xml_node& properties) {
  const auto node = child(properties, "numPr");
  ListUse use;
  if (!node) return use;
  if (auto list = text_of(node, "numId"); !list.empty()) use.list = std::move(list);
  const auto level = whole_number(text_of(node, "ilvl"), most_levels, most_levels);
  if (level < most_levels) use.level = level;
  return use;
}

bool is_on(const pugi::xml_node& node) {
  const auto value = attribute(node, "val");
  return node && value != "0" && value != "false" && value != "off";
}

}  // namespace

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
  for (const auto& node : styles.children()) {
    if (local_name(node) != "style" || attribute(node, "type") != "paragraph") continue;
    const auto properties = child(node, "pPr");
    Style style{.based_on = text_of(node, "basedOn"),
                .heading = outline_level(properties),
                .list = stated_use(properties)};
    std::string id(attribute(node, "styleId"));
    const auto is_default = attribute(node, "default");
    if (is_default == "1" || is_default == "true") default_ = id;
    styles_.emplace(std::move(id), std::move(style));
  }
}

/// The paragraph's style and those that it is based on.
template <typename Take>
void DocxStyles::for_each_style(const pugi::xml_node& paragraph_properties,
                                const Take& take) const {
  constexpr int longest_chain = 20;
  auto id = text_of(paragraph_properties, "pStyle");
  if (id.empty()) id = default_;
  for (int depth = 0; depth < longest_chain; ++depth) {
    const auto style = styles_.find(id);
    if (style == styles_.end()) return;
    take(style->second);
    id = style->second.based_on;
  }
}

int DocxStyles::heading_level(const pugi::xml_node& paragraph_properties) const {
  auto level = outline_level(paragraph_properties);
  for_each_style(paragraph_properties, [&level](const Style& style) {
    if (!level) level = style.heading;
  });
  return level.value_or(0);
}

ListUse DocxStyles::list_use(const pugi::xml_node& paragraph_properties) const {
  auto use = stated_use(paragraph_properties);
  for_each_style(paragraph_properties, [&use](const Style& style) {
    if (!use.list) use.list = style.list.list;
    if (!use.level) use.level = style.list.level;
  });
  return use;
}

DocxNumbering::Level DocxNumbering::read_level(const pugi::xml_node& node) {
  return {.counting = counting_of_word(text_of(node, "numFmt")),
          .text = text_of(node, "lvlText"),
          .start = whole_number(text_of(node, "start"), 1, greatest_number),
          .decimals_only = is_on(child(node, "isLgl")),
          .spaced = text_of(node, "suff") != "nothing"};
}

DocxNumbering::DocxNumbering(const pugi::xml_node& numbering) {
  static_assert(levels == most_levels);
  for (const auto& node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      Abstract abstract;
      for (const auto& level : node.children()) {
        const auto index = whole_number(attribute(level, "ilvl"), levels, levels);
        if (local_name(level) == "lvl" && index < levels) abstract.level[index] = read_level(level);
      }
      abstracts_.emplace(attribute(node, "abstractNumId"), std::move(abstract));
    } else if (local_name(node) == "num") {
      List list{.abstract = text_of(node, "abstractNumId"), .start = {}, .own = {}};
      for (const auto& over : node.children()) {
        const auto index = whole_number(attribute(over, "ilvl"), levels, levels);
        if (local_name(over) != "lvlOverride" || index >= levels) continue;
        if (const auto level = child(over, "lvl")) list.own.emplace(index, read_level(level));
        if (const auto start = child(over, "startOverride")) {
          list.start[index] = whole_number(attribute(start, "val"), 1, greatest_number);
        }
      }
      lists_.emplace(attribute(node, "numId"), std::move(list));
    }
  }
}

const DocxNumbering::Level& DocxNumbering::level_of(const List& list, const Abstract& abstract,
                                                    std::size_t level) {
  const auto own = list.own.find(level);
  return own == list.own.end() ? abstract.level[level] : own->second;
}

std::string DocxNumbering::next_label(const ListUse& use) {
  const auto list = use.list ? lists_.find(*use.list) : lists_.end();
  if (list == lists_.end()) return {};
  const auto abstract = abstracts_.find(list->second.abstract);
  if (abstract == abstracts_.end()) return {};
  auto& [name, counts] = *abstract;
  if (!list->second.begun) {
    list->second.begun = true;
    for (std::size_t level = 0; level < levels; ++level) {
      if (list->second.start[level]) counts.counted[level] = 0;
    }
  }
  const auto first = [&](std::size_t level) {
    return list->second.start[level].value_or(level_of(list->second, counts, level).start);
  };
  const auto own = use.level.value_or(0);
  auto& counted = counts.counted[own];
  counted = counted == 0 ? first(own) : counted + 1;
  std::fill(counts.counted.begin() + static_cast<std::ptrdiff_t>(own) + 1, counts.counted.end(), 0);

  const auto& level = level_of(list->second, counts, own);
  if (level.counting == Counting::none) return {};
  std::string label;
  for (std::size_t at = 0; at < level.text.size(); ++at) {
    const bool hole = level.text[at] == '%' && at + 1 < level.text.size() &&
                      level.text[at + 1] >= '1' && level.text[at + 1] <= '9';
    if (!hole) {
      label += level.text[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(level.text[++at] - '1');
    const auto counting = level.decimals_only && index != own
                              ? Counting::decimal
                              : level_of(list->second, counts, index).counting;
    // A level above that has not begun shows its first number.
    const auto number = counts.counted[index];
    label += list_number(counting, number == 0 ? first(index) : number);
  }
  // 1. 2017年: the text's own digits must not become the number's.
  const bool narrow = !label.empty() && static_cast<unsigned char>(label.back()) < 0x80;
  if (narrow && level.spaced) label += ' ';
  return label;
}

}  // namespace tieout::document
