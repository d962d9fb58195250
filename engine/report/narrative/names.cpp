// What figures are called, and when two names mean one thing.
#include "report/narrative/names.hpp"

#include "report/narrative/calendar.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <optional>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_name = 60;         // characters
constexpr std::size_t longest_noun = 8;          // Han characters
constexpr std::size_t longest_kept_bracket = 6;  // characters: （境）, （类）

bool is_dropped(char32_t code) {
  constexpr std::u32string_view marks = U"“”\"‘’'「」『』*";
  return is_space(code) || marks.find(code) != std::u32string_view::npos;
}

/// Without spaces, quotation marks and brackets that explain at length.
std::string plain(std::string_view words) {
  std::string kept;
  for (std::size_t at = 0; at < words.size();) {
    const Character character = character_at(words, at);
    if (character.code == U'（' || character.code == U'(') {
      std::size_t end = at + character.bytes;
      std::size_t length = 0;
      char32_t last = 0;
      while (end < words.size() && last != U'）' && last != U')') {
        const Character inside = character_at(words, end);
        last = inside.code;
        end += inside.bytes;
        ++length;
      }
      static constexpr std::string_view remarks[] = {"包括", "含", "不含", "简称", "以下", "下同"};
      const std::string_view inside = words.substr(at + character.bytes);
      if (length > longest_kept_bracket + 1 || !prefix_of(inside, remarks).empty()) {
        at = end;
        continue;
      }
    }
    if (!is_dropped(character.code)) kept.append(words.substr(at, character.bytes));
    at += character.bytes;
  }
  return kept;
}

std::string_view after_last_date(std::string_view words, std::string& time) {
  static constexpr std::string_view ends[] = {"末", "底"};
  std::string_view rest = words;
  for (std::size_t at = 0; at < words.size();) {
    const Character character = character_at(words, at);
    std::optional<DateMark> date;
    if (digit_value(character.code) >= 0 || is_han(character.code)) date = date_at(words, at);
    if (!date || date->end <= at) {
      at += character.bytes;
      continue;
    }
    const std::string_view text = words.substr(date->begin, date->end - date->begin);
    time = !suffix_of(text, ends).empty() ? "年末" : text.ends_with("初") ? "年初" : "";
    at = date->end;
    rest = words.substr(at);
  }
  return rest;
}

/// Without the dates in it.
std::string undated(std::string_view words) {
  std::string kept;
  for (std::size_t at = 0; at < words.size();) {
    const auto date = date_at(words, at);
    const std::size_t end = date && date->end > at ? date->end : at + character_at(words, at).bytes;
    if (!date) kept.append(words.substr(at, end - at));
    at = end;
  }
  return kept;
}

std::string_view last_characters(std::string_view words, std::size_t most) {
  std::size_t at = words.size();
  for (std::size_t count = 0; at > 0 && count < most; ++count) {
    at -= character_before(words, at).bytes;
  }
  return words.substr(at);
}

/// Every character of `part` occurs in `whole`, in that order.
bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t in_whole = 0;
  for (std::size_t at = 0; at < part.size();) {
    const Character wanted = character_at(part, at);
    Character found;
    do {
      found = character_at(whole, in_whole);
      if (found.bytes == 0) return false;
      in_whole += found.bytes;
    } while (found.code != wanted.code);
    at += wanted.bytes;
  }
  return true;
}

constexpr std::string_view own_words[] = {
    "本部门", "本单位", "我部门", "我单位", "部门", "单位",   "我局",   "我委", "我办",
    "我院",   "我校",   "我馆",   "我会",   "我厅", "我所",   "我中心", "我站", "我镇",
    "我乡",   "我街道", "本局",   "本委",   "本院", "本校",   "本馆",   "本会", "本厅",
    "本所",   "本中心", "本级",   "各单位", "全局", "全系统", "的"};

constexpr std::string_view time_words[] = {"本年度", "本年",   "全年",   "当年", "年度",
                                           "今年",   "当年度", "全年度", "的"};

}  // namespace

std::string name_in(std::string_view words) {
  static constexpr std::string_view lead_ins[] = {
      "其中",   "另外",   "另",   "此外", "同时",   "以及",     "并",     "而",         "一是",
      "二是",   "三是",   "四是", "五是", "六是",   "七是",     "八是",   "九是",       "十是",
      "主要是", "主要为", "包括", "包含", "分别为", "分别是",   "分别",   "截至",       "截止",
      "：",     ":",      "、",   "，",   ",",      "；",       ";",      "。",         "·",
      "—",      "-",      "）",   ")",    "以来",   "按同口径", "同口径", "按可比口径", "可比口径"};
  if (const auto mark = heading_mark(words)) words.remove_prefix(mark->bytes);
  std::string time;
  const std::string_view rest = after_last_date(words, time);
  static constexpr std::string_view bases[] = {"按同口径", "同口径", "按可比口径", "可比口径"};
  const auto cleaned = [](std::string_view part) {
    return plain(without_suffixes(without_copula(without_prefixes(part, lead_ins)), bases));
  };
  std::string name = cleaned(rest);
  const std::string front = cleaned(words.substr(0, words.size() - rest.size()));
  // 接待费2020年支出: what stands behind the year says too little.
  if (name.empty() || (is_generic(name) && han_count(front) > 0)) name = undated(front) + name;
  if (han_count(name) == 0) return {};
  return std::string(last_characters(time + name, longest_name));
}

std::size_t and_so_on(std::string_view words) {
  constexpr std::string_view mark = "等";
  static constexpr std::string_view heads[] = {"一", "二", "三", "四", "特", "头", "高", "中",
                                               "初", "同", "平", "相", "均", "上", "下", "不"};
  static constexpr std::string_view tails[] = {"级", "次", "候", "于", "奖", "待", "额", "价"};
  for (std::size_t at = words.rfind(mark); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : words.rfind(mark, at - 1)) {
    if (suffix_of(words.substr(0, at), heads).empty() &&
        prefix_of(words.substr(at + mark.size()), tails).empty()) {
      return at;
    }
  }
  return std::string_view::npos;
}

std::string counted_noun(std::string_view tail) {
  static constexpr std::string_view stops[] = {
      "的",   "了",   "和",   "与",   "及",   "为",   "在",   "对",   "给",   "从",   "由",
      "把",   "被",   "向",   "到",   "于",   "以",   "并",   "等",   "、",   "，",   ",",
      "；",   ";",    "。",   "：",   ":",    "（",   "(",    "开展", "进行", "参加", "深入",
      "攻克", "获",   "推送", "免费", "完成", "实现", "举办", "召开", "通过", "结",   "“",
      "《",   "建立", "建有", "建成", "聆听", "听取", "达到", "制定", "出台", "设立", "作为",
      "做为", "正式", "成为", "承办", "协办", "组成", "纳入", "推荐", "提供"};
  std::size_t at = 0;
  for (std::size_t count = 0; count < longest_noun && at < tail.size(); ++count) {
    if (!prefix_of(tail.substr(at), stops).empty()) break;
    at += character_at(tail, at).bytes;
  }
  return plain(tail.substr(0, at));
}

bool is_entity(std::string_view name, std::string_view entity) {
  const std::string_view rest = without_prefixes(name, own_words);
  if (rest.empty()) return true;
  if (entity.empty()) return false;
  // A short form keeps the kind of body at its end: 市科协 of 市科学技术协会.
  const Character last = character_before(rest, rest.size());
  const Character end = character_before(entity, entity.size());
  const Character near_end = character_before(entity, entity.size() - end.bytes);
  // Without it only with where it is: 市科协 of 市科学技术协会, but 卫生健康支出 of 某区卫生健康局
  // is a kind of spending.
  static constexpr std::string_view places[] = {"省", "市", "县", "区", "州",
                                                "盟", "旗", "镇", "乡"};
  const bool placed = !prefix_of(rest, places).empty() ||
                      character_at(rest, 0).code == character_at(entity, 0).code;
  return (last.code == end.code || (last.code == near_end.code && placed)) &&
         han_count(rest) >= 2 && is_subsequence(rest, entity);
}

std::string core_of(std::string_view name, std::string_view entity) {
  static constexpr std::string_view fronts[] = {"总", "整体", "全部", "实际", "累计",
                                                "共", "各项", "共计", "所有", "当期"};
  static constexpr std::string_view ends[] = {"合计",   "总计", "总额", "总数", "总量", "总决算",
                                              "总预算", "共计", "数额", "金额", "额",   "数",
                                              "资金",   "经费", "完成", "累计", "汇总", "决算数",
                                              "决算",   "情况", "的",   "年末", "期末"};
  std::string whole = plain(name);
  // 一般公共预算财政拨款总支出 is 一般公共预算财政拨款支出.
  static constexpr std::string_view all[] = {"总支出", "总收入"};
  for (const std::string_view word : all) {
    const std::size_t at = whole.rfind(word);
    if (at != std::string::npos && at > 0) whole.erase(at, std::string_view("总").size());
  }
  // 三公经费合计支出 is 三公经费支出.
  static constexpr std::string_view sums[] = {"合计支出", "合计收入", "总计支出", "总计收入"};
  for (const std::string_view word : sums) {
    if (whole.size() > word.size() && whole.ends_with(word)) {
      whole.erase(whole.size() - word.size(), std::string_view("合计").size());
    }
  }
  // 公共财政预算 is what 一般公共预算 was called until 2014.
  constexpr std::string_view old_budget = "公共财政预算";
  if (const std::size_t at = whole.find(old_budget); at != std::string::npos) {
    whole.replace(at, old_budget.size(), "一般公共预算");
  }
  // 公务用车运行维护费 is 公车运行维护费.
  static constexpr std::string_view cars[] = {"公务用车", "公务车"};
  for (const std::string_view car : cars) {
    const std::size_t at = whole.find(car);
    if (at != std::string::npos) whole.replace(at, car.size(), "公车");
  }
  std::string_view rest = whole;
  // The longest front that is the entity, as in 市科协整体支出.
  constexpr std::size_t longest_entity = 20;
  std::size_t front = 0;
  std::size_t at = 0;
  for (std::size_t count = 0; count < longest_entity && at < rest.size(); ++count) {
    at += character_at(rest, at).bytes;
    if (at < rest.size() && is_entity(rest.substr(0, at), entity)) front = at;
  }
  rest.remove_prefix(front);
  for (bool changed = true; changed;) {
    std::string_view shorter = without_prefixes(rest, time_words);
    shorter = without_prefixes(shorter, fronts);
    shorter = without_suffixes(shorter, ends);
    if (shorter.empty()) break;
    changed = shorter.size() != rest.size();
    rest = shorter;
  }
  return std::string(rest);
}

std::string stem_of(std::string_view core) {
  static constexpr std::string_view ends[] = {"支出", "经费", "费用", "费", "开支", "资金"};
  const std::string_view stem = without_suffixes(core, ends);
  return std::string(stem.empty() ? core : stem);
}

bool is_generic(std::string_view name) {
  static constexpr std::string_view words[] = {
      "本年度", "本年", "全年", "当年", "年度", "今年", "上年度", "上年", "下年", "年末",
      "年初",   "年终", "期末", "期初", "累计", "总",   "合计",   "总计", "总额", "总数",
      "小计",   "全部", "整体", "各项", "支出", "收入", "结余",   "结转", "和",   "及",
      "与",     "预算", "决算", "实际", "开支", "使用", "资金",   "经费", "金额", "数",
      "额",     "年",   "共",   "部门", "单位", "情况", "收支",   "其他", "其它", "安排",
      "完成",   "执行", "调整", "后",   "的",   "财政", "分析",   "说明", "总体", "规模",
      "余额",   "增加", "减少", "末",   "各",   "收",   "支",     "、",   "管理"};
  return without_prefixes(plain(name), words).empty();
}

}  // namespace tieout::report::narrative
