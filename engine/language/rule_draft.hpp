// A rule while its clauses are read, one by one.
#pragma once

#include "language/fault.hpp"
#include "language/syntax.hpp"

#include <map>
#include <string>
#include <vector>

namespace tieout::language {

/// Takes what the clauses say. What may stand once is kept as first given; a second one, like a
/// level, verdict or language that there is none of, is added to the faults, and reading goes on.
class RuleDraft {
 public:
  RuleDraft(const Passage& passage, std::vector<Fault>& faults)
      : passage_(&passage), faults_(&faults) {}

  /// `clause` is the word that the clause starts with.
  void set_severity(const Token& clause, const Token& level);
  void set_basis(const Token& clause, syntax::Text text);
  void set_hint(const Token& clause, syntax::Text text);
  void set_acceptable(const Token& clause, syntax::Text text);
  void set_tags(const Token& clause, std::vector<syntax::Name> tags);
  void set_over(const Token& clause, syntax::Over over);
  void set_when(const Token& clause, syntax::NodePtr condition);
  void set_check(const Token& clause, syntax::NodePtr condition);
  void add_let(syntax::Let let) { rule.lets.push_back(std::move(let)); }
  void add_title(const Token& clause, const Token* language, syntax::Text text);
  void add_message(const Token& clause, const Token* language, syntax::Message message);
  void add_example(const Token& verdict, syntax::Example example);

  syntax::Rule rule;

 private:
  [[nodiscard]] bool is_first(const Token& clause, const std::string& language = {});
  [[nodiscard]] std::string language_of(const Token* token);

  const Passage* passage_;
  std::vector<Fault>* faults_;
  std::map<std::string, source::Span> first_;
};

}  // namespace tieout::language
