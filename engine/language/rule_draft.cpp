// Clauses of a rule: once each, with words that exist.
#include "language/rule_draft.hpp"

#include "figure/verdict.hpp"
#include "language/checked.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tieout::language {

namespace {

constexpr std::array<std::string_view, 2> languages = {"zh", "en"};

const std::vector<std::string_view>& levels() {
  static const std::vector<std::string_view> names = {
      name(Severity::error), name(Severity::warning), name(Severity::query), name(Severity::note)};
  return names;
}

/// What an example may end in: `error` never passes.
const std::vector<std::string_view>& verdicts() {
  static const auto names = [] {
    std::vector<std::string_view> all;
    for (const auto verdict : figure::verdicts) {
      if (verdict != figure::Verdict::error) all.push_back(name(verdict));
    }
    return all;
  }();
  return names;
}

}  // namespace

bool RuleDraft::is_first(const Token& clause, const std::string& language) {
  std::string what(spelling(clause.word));
  if (!language.empty()) what += ' ' + language;
  const auto [first, is_new] = first_.emplace(what, passage_->span(clause));
  if (!is_new) {
    faults_->push_back({.message = {"syntax.second_clause", {{"clause", language::quoted(what)}}},
                        .span = passage_->span(clause),
                        .hint = {},
                        .other = first->second});
  }
  return is_new;
}

std::string RuleDraft::language_of(const Token* token) {
  if (token == nullptr) return {};
  const auto language = passage_->text(*token);
  if (!std::ranges::count(languages, language)) {
    faults_->push_back(unknown_word("syntax.unknown_language", *passage_, *token, languages));
  }
  return std::string(language);
}

void RuleDraft::set_severity(const Token& clause, const Token& level) {
  const auto text = passage_->text(level);
  if (!std::ranges::count(levels(), text)) {
    faults_->push_back(unknown_word("syntax.unknown_severity", *passage_, level, levels()));
  }
  if (is_first(clause)) rule.severity = {std::string(text), passage_->span(level)};
}

void RuleDraft::set_basis(const Token& clause, syntax::Text text) {
  if (is_first(clause)) rule.basis = std::move(text);
}

void RuleDraft::set_hint(const Token& clause, syntax::Text text) {
  if (is_first(clause)) rule.hint = std::move(text);
}

void RuleDraft::set_acceptable(const Token& clause, syntax::Text text) {
  if (is_first(clause)) rule.acceptable = std::move(text);
}

void RuleDraft::set_tags(const Token& clause, std::vector<syntax::Name> tags) {
  if (is_first(clause)) rule.tags = std::move(tags);
}

void RuleDraft::set_over(const Token& clause, syntax::Over over) {
  if (is_first(clause)) rule.over = std::move(over);
}

void RuleDraft::set_when(const Token& clause, syntax::NodePtr condition) {
  if (is_first(clause)) rule.when = std::move(condition);
}

void RuleDraft::set_check(const Token& clause, syntax::NodePtr condition) {
  if (is_first(clause)) rule.check = std::move(condition);
}

void RuleDraft::add_title(const Token& clause, const Token* language, syntax::Text text) {
  auto code = language_of(language);
  if (is_first(clause, code)) rule.titles.push_back({std::move(code), std::move(text)});
}

void RuleDraft::add_message(const Token& clause, const Token* language, syntax::Message message) {
  message.language = language_of(language);
  if (is_first(clause, message.language)) rule.messages.push_back(std::move(message));
}

void RuleDraft::add_example(const Token& verdict, syntax::Example example) {
  const auto text = passage_->text(verdict);
  if (!std::ranges::count(verdicts(), text)) {
    faults_->push_back(unknown_word("syntax.unknown_verdict", *passage_, verdict, verdicts()));
  }
  example.verdict = {std::string(text), passage_->span(verdict)};
  rule.examples.push_back(std::move(example));
}

}  // namespace tieout::language
