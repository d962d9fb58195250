// Tokens to nodes of the syntax tree.
#pragma once

#include "language/passage.hpp"
#include "language/syntax.hpp"
#include "language/token.hpp"

#include <memory>
#include <vector>

namespace tieout::language {

using Tree = std::shared_ptr<syntax::Node>;

/// What stands between the brackets of a call.
struct Arguments {
  std::vector<Tree> items;
  bool present = false;
  Tree group;
};

/// Builds nodes with their spans in the file. Every function throws Fault if what is written has no
/// meaning (a day that is none, an unknown escape) or the tree would become too tall.
class TreeBuilder {
 public:
  TreeBuilder(const Passage& passage, const source::Limits& limits)
      : passage_(&passage), limits_(&limits) {}

  [[nodiscard]] const Passage& passage() const { return *passage_; }
  [[nodiscard]] const source::Limits& limits() const { return *limits_; }

  [[nodiscard]] syntax::Name name(const Token& token) const;
  /// a.b.c as one name
  [[nodiscard]] syntax::Name dotted(const std::vector<Token>& parts) const;
  [[nodiscard]] syntax::Text text(const Token& quoted) const;

  /// `unit` may be null.
  [[nodiscard]] Tree number(const Token& digits, const Token* unit) const;
  [[nodiscard]] Tree string(const Token& quoted) const;
  [[nodiscard]] Tree date(const Token& token) const;
  [[nodiscard]] Tree boolean(const Token& word) const;
  [[nodiscard]] Tree identifier(const Token& token) const;
  /// An expression in brackets, or with more than one item a list.
  [[nodiscard]] Tree bracketed(const Token& open, Tree first, const std::vector<Tree>& rest,
                               const Token& close) const;
  [[nodiscard]] Tree call(const Token& function, const Arguments& arguments,
                          const Token& close) const;
  [[nodiscard]] Tree member(const Tree& object, const Token& name) const;
  [[nodiscard]] Tree star(const Tree& object, const Token& star) const;
  [[nodiscard]] Tree index(const Tree& object, const Tree& inside, const Token& close) const;
  [[nodiscard]] Tree quantifier(const Token& which, const Token& variable, const Tree& rows,
                                const Tree& condition) const;
  [[nodiscard]] Tree conditional(const Token& if_word, const Tree& condition, const Tree& then,
                                 const Tree& otherwise) const;
  [[nodiscard]] Tree unary(const Token& op, const Tree& operand) const;
  [[nodiscard]] Tree binary(const Tree& left, const Token& op, const Tree& right) const;
  /// Adds a suffix to a comparison that was just built.
  void add_exactly(const Tree& comparison, const Token& word) const;
  void add_within(const Tree& comparison, const Tree& tolerance) const;

 private:
  template <typename Part>
  [[nodiscard]] Tree node(Part part, source::Span span) const;
  void set_height(syntax::Node& node) const;

  const Passage* passage_;
  const source::Limits* limits_;
};

}  // namespace tieout::language
