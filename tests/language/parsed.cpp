// Trees as s-expressions.
#include "parsed.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace tieout::language {

namespace {

constexpr std::array<std::string_view, 17> operators = {
    "+", "-",  "*",  "/",       "=",        "==",  "!=", "<",      "<=",
    ">", ">=", "in", "matches", "contains", "and", "or", "implies"};
constexpr std::array<std::string_view, 3> quantifiers = {"all", "any", "none"};

struct Printer {
  std::string operator()(const syntax::Number& number) const { return number.digits + number.unit; }
  std::string operator()(const syntax::String& string) const {
    return fmt::format("\"{}\"", string.text);
  }
  std::string operator()(const syntax::Boolean& boolean) const {
    return boolean.value ? "true" : "false";
  }
  std::string operator()(const syntax::Date& date) const {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  }
  std::string operator()(const syntax::List& list) const {
    return fmt::format("(list{})", all(list.items));
  }
  std::string operator()(const syntax::Identifier& identifier) const {
    return identifier.name.text;
  }
  std::string operator()(const syntax::Member& member) const {
    return fmt::format("(. {} {})", shown(member.object), member.name.text);
  }
  std::string operator()(const syntax::Star& star) const {
    return fmt::format("(.* {})", shown(star.object));
  }
  std::string operator()(const syntax::Index& index) const {
    return fmt::format("([] {} {})", shown(index.object), shown(index.inside));
  }
  std::string operator()(const syntax::Call& call) const {
    return fmt::format("(call {}{}{}{})", call.function.text, call.present ? " present" : "",
                       all(call.arguments), call.group ? " by " + shown(call.group) : "");
  }
  std::string operator()(const syntax::Quantifier& quantifier) const {
    return fmt::format("({} {} {} {})", quantifiers.at(static_cast<std::size_t>(quantifier.which)),
                       quantifier.variable.text, shown(quantifier.rows),
                       shown(quantifier.condition));
  }
  std::string operator()(const syntax::Unary& unary) const {
    return fmt::format("({} {})", unary.op == syntax::UnaryOp::minus ? "-" : "not",
                       shown(unary.operand));
  }
  std::string operator()(const syntax::Binary& binary) const {
    return fmt::format("({}{}{} {} {})", operators.at(static_cast<std::size_t>(binary.op)),
                       binary.exactly ? " exactly" : "",
                       binary.within ? " within " + shown(binary.within) : "", shown(binary.left),
                       shown(binary.right));
  }
  std::string operator()(const syntax::Conditional& conditional) const {
    return fmt::format("(if {} {} {})", shown(conditional.condition), shown(conditional.then),
                       shown(conditional.otherwise));
  }

  static std::string all(const std::vector<syntax::NodePtr>& nodes) {
    std::string result;
    for (const auto& node : nodes) result += ' ' + shown(node);
    return result;
  }
};

}  // namespace

std::string shown(const syntax::NodePtr& tree) { return std::visit(Printer(), tree->node); }

Parsed parsed(const std::string& text, const source::Limits& limits) {
  Parsed result;
  result.file =
      parse(std::make_shared<const source::Source>("a.tie", text), limits, result.diagnostics);
  sort_diagnostics(result.diagnostics);
  return result;
}

std::string said(const std::string& text, source::Language language) {
  std::string result;
  for (const auto& diagnostic : parsed(text).diagnostics) result += render(diagnostic, language);
  return result;
}

std::string tree(const std::string& text) {
  const auto whole = "rule r check " + text;
  const auto [file, diagnostics] = parsed(whole);
  if (!diagnostics.empty() || file.rules.empty()) return said(whole);
  return shown(file.rules.front().check);
}

}  // namespace tieout::language
