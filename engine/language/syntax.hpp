// The syntax tree of a rule file: what was written, with the bytes it was written in. Names are not
// looked up yet. No tree is taller than Limits::rule_depth, so that it can be walked recursively.
#pragma once

#include "source/source.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tieout::language::syntax {

using source::Span;

struct Node;
using NodePtr = std::shared_ptr<const Node>;

struct Name {
  std::string text;  ///< in NFC, without backquotes
  Span span;
};

/// 36% · 2 万元 · 28 人 · 1003.30: the digits as written and the unit's spelling, if any.
struct Number {
  std::string digits;  ///< ASCII digits, perhaps a point with digits after it; no sign
  std::string unit;
  Span unit_span;
};
struct String {
  std::string text;  ///< escapes resolved
};
struct Boolean {
  bool value = false;
};
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};
struct List {
  std::vector<NodePtr> items;
};
struct Identifier {
  Name name;
};
/// left.name
struct Member {
  NodePtr object;
  Name name;
};
/// left.*
struct Star {
  NodePtr object;
};
/// left[condition or "key" or row set]
struct Index {
  NodePtr object;
  NodePtr inside;
};
/// f(a, b) and the aggregates: sum(present x), sum(x group by k)
struct Call {
  Name function;
  std::vector<NodePtr> arguments;
  bool present = false;
  NodePtr group;  ///< null without `group by`
};
/// all r in rows: condition
struct Quantifier {
  enum class Which { all, any, none } which = Which::all;
  Name variable;
  NodePtr rows;
  NodePtr condition;
};
enum class UnaryOp { minus, logical_not };
struct Unary {
  UnaryOp op = UnaryOp::minus;
  NodePtr operand;
};
enum class BinaryOp {
  add,
  subtract,
  multiply,
  divide,
  equal,
  identical,
  different,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  matches,
  contains,
  conjunction,
  disjunction,
  implies,
};
struct Binary {
  BinaryOp op = BinaryOp::add;
  NodePtr left;
  NodePtr right;
  bool exactly = false;  ///< comparisons only
  NodePtr within;        ///< comparisons only; a literal, checked later
  Span op_span;
};
struct Conditional {
  NodePtr condition;
  NodePtr then;
  NodePtr otherwise;
};

struct Node {
  std::variant<Number, String, Boolean, Date, List, Identifier, Member, Star, Index, Call,
               Quantifier, Unary, Binary, Conditional>
      node;
  Span span;               ///< with the round brackets around it, if any
  std::size_t height = 1;  ///< one more than that of the tallest child
  ~Node();                 ///< unlinks long chains without recursion
  Node() = default;
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
};

/// Each child that a node has, left to right.
void for_each_child(const Node& node, const std::function<void(const NodePtr&)>& visit);

struct Text {  ///< a quoted string of a clause
  std::string text;
  Span span;
};
struct Message {
  std::string language;  ///< "zh", "en", "" for all
  Text text;             ///< with {holes}
  /// Expressions in holes, with spans in the file; parsed with the clause.
  struct Part {
    std::string literal;  ///< text before the hole
    NodePtr hole;         ///< null after the last literal
  };
  std::vector<Part> parts;
};
struct Let {
  Name name;
  NodePtr value;
};
struct Example {
  Name verdict;      ///< holds, rounding, fails, undecided, not_applicable
  std::string json;  ///< the object's text as written
  Span span;         ///< of the object; its brackets are balanced, no more is known
};
struct Over {
  Name table;
  NodePtr filter;  ///< inside [...]; null without
  std::optional<Name> alias;
  Span span;
};
struct Title {
  std::string language;  ///< "" for the plain one
  Text text;
};
struct Rule {
  Name id;  ///< dotted: spending.parts
  std::vector<Title> titles;
  std::optional<Name> severity;
  std::optional<Text> basis;
  std::optional<Text> hint;
  std::optional<Text> acceptable;
  std::vector<Name> tags;
  std::optional<Over> over;
  NodePtr when;
  std::vector<Let> lets;
  NodePtr check;
  std::vector<Message> messages;
  std::vector<Example> examples;
  Span span;
};
struct Define {
  Name name;
  std::vector<Name> parameters;
  bool function = false;  ///< written with brackets
  NodePtr value;
  Span span;
};
struct Param {
  Name name;
  NodePtr value;  ///< a literal
  std::optional<Text> meaning;
  Span span;
};
struct Profile {
  Name name;
  bool is_default = false;
  std::vector<Define> defines;
  std::vector<Param> params;
  Span span;
};
/// A rule is here only if its check, its `over` and all its lets could be parsed (`check` is never
/// null), a define or param only as a whole. What was left out was reported.
struct File {
  std::shared_ptr<const source::Source> source;
  std::optional<Text> schema;
  std::vector<Text> uses;
  std::vector<Define> defines;
  std::vector<Param> params;
  std::vector<Profile> profiles;
  std::vector<Rule> rules;
  std::vector<Name> broken;  ///< defines and params left out: that they are used is no error
};

}  // namespace tieout::language::syntax
