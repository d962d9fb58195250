// What the room `figure` says: of unit files.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> figure_sentences() {
  static constexpr std::array sentences = {
      Sentence{
          "figure.unit_member",
          "单位文件的 {pointer} 不合要求：每个单位须有 id、dimension 和 factor（大于零的小数或分数"
          "，如 \"1/100\"），可有 names 和 not_before（文字的数组）。",
          "{pointer} of the unit file is not as it should be: a unit has an id, a dimension "
          "and a factor (a decimal or fraction greater than zero such as \"1/100\"), and may "
          "have names and not_before (arrays of text)."},
      Sentence{"figure.unit_needed", "单位文件缺少比率单位“{name}”，请补上。",
               "The unit file lacks the ratio unit \"{name}\"; add it."},
      Sentence{"figure.unit_twice", "单位文件中“{name}”出现了两次，请删去其中一个。",
               "\"{name}\" stands twice in the unit file; remove one of the two."},
      Sentence{"figure.unit_without_name", "单位文件中有一个单位的名称是空的，请写上名称。",
               "A name in the unit file is empty; write the unit's name."},
      Sentence{"figure.units_no_array", "单位文件不是 JSON 数组，请检查括号、引号和逗号。",
               "The unit file is no JSON array; check its brackets, quotes and commas."},
  };
  return sentences;
}

}  // namespace tieout::source
