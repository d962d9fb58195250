// Whether a list of parts that does not add up says that it should.
#include "report/narrative/completeness.hpp"

#include "figure/digit_slip.hpp"
#include "figure/exact.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/list_shape.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {
namespace {

const std::string& name_of(const Narrative& text, std::size_t statement) {
  return text.statements[statement].name;
}

/// 车辆5辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车2辆: where the rest is named, all is.
bool ends_in_rest(const Narrative& text, const Group& group) {
  static constexpr std::string_view others[] = {"其他", "其它"};
  const std::string_view last = name_of(text, group.parts.back());
  const std::string_view rest = last.substr(prefix_of(last, others).size());
  // …、其他项目169万元: whatever the others are called.
  static constexpr std::string_view general[] = {"项目", "支出", "经费", "费用",
                                                 "收入", "资金", "方面", "工作"};
  const bool whatever = rest.empty() || (rest.size() < last.size() &&
                                         std::ranges::find(general, rest) != std::end(general));
  if (whatever && group.parts.size() > 2) return true;
  if (rest.empty()) return false;
  if (rest.size() == last.size() || han_count(rest) < 2) return false;
  return std::all_of(group.parts.begin(), group.parts.end() - 1, [&](std::size_t part) {
    const std::string_view name = name_of(text, part);
    return name.ends_with(rest) || rest.ends_with(last_han(name, 2));
  });
}

/// 车辆8辆: small numbers are never nearly what they should be.
bool counts_all(const Narrative& text, const Group& group) {
  const figure::Unit* const unit = text.statements[group.total].figure.unit;
  return text.statements[group.total].figure.is(figure::Dimension::Kind::count) &&
         ends_in_rest(text, group) && std::ranges::all_of(group.parts, [&](std::size_t part) {
           return text.statements[part].figure.unit == unit;
         });
}

/// 得分96分，其中：投入20分，过程36分，效果40分: marks divide into nothing but marks.
bool scores(const Narrative& text, const Group& group) {
  constexpr std::string_view point = "分";
  const auto is_score = [&](std::size_t statement) {
    const figure::Unit* const unit = text.statements[statement].figure.unit;
    return unit != nullptr && unit->id == point;
  };
  return is_score(group.total) && std::ranges::all_of(group.parts, is_score);
}

/// 收支总预算90万元。支出包括：教育支出80万元、结转下年10万元: a side that names what is carried
/// over has all of it.
bool balances(const Narrative& text, const Group& group) {
  constexpr std::string_view carried = "结转";
  return group.sided && std::ranges::any_of(group.parts, [&](std::size_t part) {
           return name_of(text, part).find(carried) != std::string::npos;
         });
}

}  // namespace

bool nearly(const Narrative& text, const Group& group, int least) {
  figure::Rational sum = 0;
  for (const std::size_t part : group.parts) sum += text.statements[part].figure.base();
  const figure::Rational total = text.statements[group.total].figure.base();
  return sum * least >= total * (least - 1) && sum * least <= total * (least + 1);
}

namespace {

/// 资金2263万元。其中：甲1435万元，乙25万元，丙700万元，丁93万元: a long list of money of which
/// hardly anything is missing names all of it.
bool lists_nearly_all(const Narrative& text, const Group& group) {
  constexpr std::size_t shortest = 4;
  constexpr int one_in_hundred = 100;
  const auto plain = [&](std::size_t part) {
    const Statement& statement = text.statements[part];
    return statement.named && statement.role == text.statements[group.total].role &&
           statement.figure.is(figure::Dimension::Kind::physical);
  };
  return group.form == Group::Form::among && group.exact && group.tidy &&
         group.parts.size() >= shortest && group.other_totals.empty() &&
         std::ranges::all_of(group.parts, plain) && nearly(text, group, one_in_hundred);
}

using Kinds = std::span<const std::string_view>;

/// As many parts as kinds, each kind in the name of one.
bool names_each(const Narrative& text, const Group& group, Kinds kinds) {
  return kinds.size() == group.parts.size() &&
         std::ranges::all_of(kinds, [&](std::string_view kind) {
           return std::ranges::count_if(group.parts, [&](std::size_t part) {
                    return name_of(text, part).find(kind) != std::string::npos;
                  }) == 1;
         });
}

/// 城市低保386万元、农村低保900万元; 人员类项目、运转类项目、特定目标类项目: kinds that leave
/// nothing out, one part of each.
bool names_all_kinds(const Narrative& text, const Group& group) {
  static constexpr std::string_view projects[] = {"人员类", "运转类", "特定目标类"};
  static constexpr std::string_view people[] = {"城市", "农村"};
  static constexpr std::string_view towns[] = {"城镇", "农村"};
  static constexpr std::string_view worth[] = {"折旧", "净值"};
  static constexpr std::string_view funding[] = {"全额", "差额"};
  static constexpr std::string_view quarters[] = {"一季度", "二季度", "三季度", "四季度"};
  static constexpr std::string_view measured[] = {"定量", "定性"};
  static constexpr std::string_view bought[] = {"货物", "工程", "服务"};
  static constexpr std::string_view of_prefecture[] = {"中央", "省", "州"};
  static constexpr std::string_view of_city[] = {"中央", "省", "市"};
  static constexpr std::string_view of_county[] = {"中央", "省", "县"};
  static constexpr std::string_view of_all[] = {"中央", "省", "市", "县"};
  static constexpr std::string_view with_prefecture[] = {"中央", "省", "州", "县"};
  static constexpr Kinds families[] = {projects,  people,   towns,          worth,         funding,
                                       quarters,  measured, bought,         of_prefecture, of_city,
                                       of_county, of_all,   with_prefecture};
  // 采购支出28.9万元，其中：货物12.4万元，服务16.5万元;
  // 人员经费90万元，其中：工资福利80万元、对个人和家庭的补助10万元: all there is of that whole.
  static constexpr std::string_view bought_without_works[] = {"货物", "服务"};
  static constexpr std::string_view of_people[] = {"工资福利", "对个人和家庭"};
  const auto of_whole = [&](std::string_view word) {
    return name_of(text, group.total).find(word) != std::string::npos;
  };
  return std::ranges::any_of(families,
                             [&](Kinds kinds) { return names_each(text, group, kinds); }) ||
         (of_whole("采购") && names_each(text, group, bought_without_works)) ||
         (of_whole("人员经费") && names_each(text, group, of_people));
}

/// 年初预算977.22万元，其中基本支出93.98万元，项目支出384.24万元: kinds that are all there is
/// unless something rare is left out.
bool names_usual_kinds(const Narrative& text, const Group& group) {
  static constexpr std::string_view spending[] = {"基本支出", "项目支出"};
  static constexpr std::string_view basic[] = {"人员经费", "公用经费"};
  static constexpr std::string_view economic[] = {"工资福利", "商品和服务", "对个人和家庭"};
  return names_each(text, group, spending) || names_each(text, group, basic) ||
         names_each(text, group, economic);
}

/// One figure written for another: two neighbouring digits in the wrong order, or one digit that is
/// another one where there are enough that are right; of a round figure that says little.
bool is_slip(const figure::Decimal& written, const figure::Decimal& meant) {
  constexpr std::ptrdiff_t fewest = 5;  // digits without the zeros at the end
  const auto telling = [](const figure::Decimal& value) {
    const std::string text = value.text();
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find_last_not_of("0.") + 1);
    return std::count_if(text.begin(), end, [](char c) { return c != '.'; });
  };
  if (figure::digit_slip(written, meant) == figure::DigitSlip::transposed) return true;
  return std::min(telling(written), telling(meant)) >= fewest &&
         figure::has_other_digit(written, meant);
}

/// 因公出国（境）费增加1万元
bool is_said_to_change(std::string_view passage, std::string_view kind) {
  constexpr std::size_t near = 40;  // bytes
  static constexpr std::string_view words[] = {"增加", "减少"};
  for (std::size_t at = passage.find(kind); at != std::string_view::npos;
       at = passage.find(kind, at + kind.size())) {
    if (contains_any(passage.substr(at, near), words)) return true;
  }
  return false;
}

/// 三公经费预算38万元，其中公务接待费8万元，公务用车运行维护费30万元: what is not named was
/// nothing.
bool names_public_spending(const Narrative& text, const Group& group) {
  constexpr std::string_view three = "三公";
  static constexpr std::string_view kinds[] = {"接待", "车", "出国"};
  if (group.parts.size() < 2 || name_of(text, group.total).find(three) == std::string::npos) {
    return false;
  }
  std::vector<std::string_view> met;
  for (const std::size_t part : group.parts) {
    const auto kind = std::ranges::find_if(kinds, [&](std::string_view each) {
      return name_of(text, part).find(each) != std::string::npos;
    });
    if (kind == std::end(kinds) || std::ranges::find(met, *kind) != met.end()) return false;
    met.push_back(*kind);
  }
  // …。因公出国费增加1万元: there was some.
  constexpr std::size_t farthest = 600;  // bytes
  const Statement& total = text.statements[group.total];
  const std::string_view passage = text.passage_text(total.passage).substr(total.begin, farthest);
  return std::ranges::all_of(kinds, [&](std::string_view kind) {
    return std::ranges::find(met, kind) != met.end() || !is_said_to_change(passage, kind);
  });
}

/// 累计下达6800万元，其中2020年2000万元、2021年2200万元、2022年2600万元: year by year.
bool goes_by_year(const Narrative& text, const Group& group) {
  constexpr std::size_t fewest = 3;
  constexpr std::string_view all = "累计";
  if (group.parts.size() < fewest ||
      text.clause_text(text.statements[group.total].clause).find(all) == std::string_view::npos) {
    return false;
  }
  for (std::size_t at = 1; at < group.parts.size(); ++at) {
    const auto& before = text.statements[group.parts[at - 1]].year;
    const auto& year = text.statements[group.parts[at]].year;
    if (!before || !year || *year != *before + 1) return false;
  }
  return true;
}

}  // namespace

bool names_whole(const Narrative& text, const Group& group) {
  return names_all_kinds(text, group) || names_public_spending(text, group);
}

bool is_off_by_slip(const Narrative& text, const Group& group) {
  int decimals = text.statements[group.total].figure.decimals;
  for (const std::size_t part : group.parts) {
    const figure::Figure& figure = text.statements[part].figure;
    if (figure.unit != text.statements[group.total].figure.unit) return false;
    decimals = std::max(decimals, figure.decimals);
  }
  const figure::Figure& total = text.statements[group.total].figure;
  if (total.value.coefficient <= 0) return false;
  const figure::Rational unit = total.base() / total.value.rational();
  figure::Rational apart = total.base();
  for (const std::size_t part : group.parts) apart -= text.statements[part].figure.base();
  const auto slipped = [&](const figure::Figure& figure, const figure::Rational& meant) {
    return meant > 0 && is_slip(figure.value, figure::rounded(meant / unit, decimals));
  };
  return slipped(total, total.base() - apart) ||
         std::ranges::any_of(group.parts, [&](std::size_t part) {
           const figure::Figure& figure = text.statements[part].figure;
           return slipped(figure, figure.base() + apart);
         });
}

namespace {

/// Kinds that are all, but for a slip.
bool is_slip_of_kinds(const Narrative& text, const Group& group) {
  return group.tidy && (names_usual_kinds(text, group) || names_all_kinds(text, group)) &&
         is_off_by_slip(text, group);
}

/// Kinds that are all: nearly all of it is there. Where all three kinds of 三公经费 are named, much
/// may be amiss.
bool is_whole_of_kinds(const Narrative& text, const Group& group) {
  constexpr std::size_t all_three = 3;
  constexpr int one_in_three = 3;
  constexpr int one_in_ten = 10;
  const bool kinds = names_whole(text, group) || goes_by_year(text, group);
  const bool three =
      group.parts.size() == all_three && names_public_spending(text, group) && group.tidy;
  return kinds && nearly(text, group, three ? one_in_three : one_in_ten);
}

}  // namespace

bool claims_all(const Narrative& text, const Group& group) {
  constexpr int one_in_five = 5;
  if (lists_nearly_all(text, group)) return true;
  if (is_whole_of_kinds(text, group)) return true;
  if (is_slip_of_kinds(text, group)) return true;
  const bool complete =
      group.complete || scores(text, group) || ends_in_rest(text, group) || balances(text, group);
  return complete && (group.form != Group::Form::among || counts_all(text, group) ||
                      nearly(text, group, one_in_five));
}

bool is_certain(const Narrative& text, const Group& group) {
  constexpr std::size_t pair = 2;
  constexpr int one_in_ten = 10;
  if (lists_nearly_all(text, group)) return true;
  if (is_whole_of_kinds(text, group)) return true;
  if (is_slip_of_kinds(text, group)) return true;
  if (group.certain || (scores(text, group) && nearly(text, group, one_in_ten))) return true;
  if (!group.tidy || !group.other_totals.empty()) return false;
  const auto named = [&text](std::size_t part) {
    const Statement& statement = text.statements[part];
    return statement.named || statement.name == counted_noun(text.tail(part));
  };
  if (!std::ranges::all_of(group.parts, named)) return false;
  if (group.parts.size() == pair || group.form == Group::Form::last) return true;
  return evenly_separated(text, group) || alike(text, group);
}

}  // namespace tieout::report::narrative
