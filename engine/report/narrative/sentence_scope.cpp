// Sentences whose first words say that they speak of a part of the department, or of another time.
#include "report/narrative/sentence_scope.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/scope_words.hpp"

#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_front = 150;  // bytes

/// The words of a sentence before its first figure.
std::string_view front_of(const Narrative& text, const Span& span) {
  for (const std::size_t clause : span.clauses) {
    const Clause& found = text.clauses[clause];
    if (found.first == found.last) continue;
    const std::size_t end = text.statements[found.first].begin;
    if (end - span.begin > longest_front) return {};
    return trimmed(text.passage_text(span.passage).substr(span.begin, end - span.begin));
  }
  return {};
}

/// 国（境）外接待费0元，接待人次0人: not the reception that the department has a number of.
bool is_of_foreign_guests(std::string_view words) {
  static constexpr std::string_view foreign[] = {"国（境）外接待", "国（境）外公务接待",
                                                 "国(境)外接待",   "国(境)外公务接待",
                                                 "外事接待",       "外宾接待"};
  return !prefix_of(words, foreign).empty();
}

/// 基本支出年初结转和结余3万元，年末结转和结余5万元
bool carries_kind(std::string_view words) {
  static constexpr std::string_view kinds[] = {"基本支出", "项目支出", "经营收支", "经营支出"};
  static constexpr std::string_view carried[] = {"年初", "年末", "上年", "结转", "结余", "："};
  const std::string_view kind = prefix_of(words, kinds);
  return !kind.empty() && !prefix_of(words.substr(kind.size()), carried).empty();
}

bool is_of_unit(std::string_view subject, std::string_view entity) {
  constexpr std::string_view system = "系统";
  return subject.ends_with(system) || names_unit(subject, entity);
}

}  // namespace

Scope scope_of_sentence(const Narrative& text, const Span& span) {
  static constexpr std::string_view among[] = {"其中"};
  if (span.depth > 0) return Scope::whole;
  const std::string_view front = front_of(text, span);
  if (front.empty()) return Scope::whole;
  if (is_part_of_year(front) || is_by_other_accounts(front)) return Scope::unit;
  if (is_of_foreign_guests(without_prefixes(front, among))) return Scope::unit;
  if (carries_kind(without_prefixes(front, among))) return Scope::fund;
  const std::string_view subject = subject_of(front);
  if (is_of_unit(subject, text.entity)) return Scope::unit;
  if (names_project(subject)) return Scope::fund;
  // 市图书馆收入总计…。|年末在职人员20人: the paragraph goes on with whom it began with.
  const Span& first = text.spans[text.sentences[span.passage].front()];
  const bool goes_on = is_of_unit(subject_of(front_of(text, first)), text.entity);
  return goes_on && subject.empty() ? Scope::unit : Scope::whole;
}

}  // namespace tieout::report::narrative
