// Sentences for findings.
#include "finding/sentence.hpp"

#include "finding/printed.hpp"

#include <string_view>
#include <utility>

namespace tieout::finding {

using figure::Relation;
using figure::Verdict;
using source::Message;

namespace {

constexpr const char* not_met = "finding.not_met";

std::string fill(const std::vector<check::MessagePiece>& pieces,
                 const std::vector<check::Evidence>& evidence, const figure::UnitSystem& units) {
  std::string text;
  for (const check::MessagePiece& piece : pieces) {
    if (const auto* words = std::get_if<std::string>(&piece)) {
      text += *words;
    } else if (const auto* amount = std::get_if<check::Amount>(&piece)) {
      const int decimals = amount->decimals.value_or(stated_decimals(*amount, evidence));
      text += text_of(printed(*amount, decimals, units));
    } else {
      text += "—";
    }
  }
  return text;
}

const char* id_of(const check::Outcome& outcome, const language::Expr& condition) {
  if (const auto* call = std::get_if<language::Call>(&condition.node)) {
    if (call->function == language::Call::Function::agree) return "finding.disagree";
    if (call->function == language::Call::Function::meets) return not_met;
  }
  if (outcome.tolerance) return "finding.beyond_tolerance";
  switch (outcome.relation.value_or(Relation::different)) {
    case Relation::equal:
    case Relation::identical:
      return "finding.not_equal";
    case Relation::less_equal:
      return "finding.too_large";
    case Relation::less:
      return "finding.not_less";
    case Relation::greater_equal:
      return "finding.too_small";
    case Relation::greater:
      return "finding.not_greater";
    case Relation::different:
      return "finding.compared";
  }
  return "finding.compared";
}

/// What a target asks for: 高于 95%.
Message wanted(const check::Outcome& outcome, const std::string& bound) {
  const auto said = [&bound](const char* id) { return Message(id, {{"bound", bound}}); };
  switch (outcome.relation.value_or(Relation::equal)) {
    case Relation::greater:
      return said("finding.target.more_than");
    case Relation::greater_equal:
      return said("finding.target.at_least");
    case Relation::less:
      return said("finding.target.less_than");
    case Relation::less_equal:
      return said("finding.target.at_most");
    default:
      return said("finding.target.equal");
  }
}

/// What a check of a comparison compares: `a / b` of `a / b <= 50%`. `check`: as it is shown.
std::string left_side(std::string_view check) {
  constexpr std::string_view implies = " implies ";
  if (const auto at = check.rfind(implies); at != std::string_view::npos) {
    check.remove_prefix(at + implies.size());
  }
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < check.size(); ++at) {
    const char c = check[at];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth > 0 || std::string_view("=<>!").find(c) == std::string_view::npos) continue;
    const auto end = check.find_last_not_of(' ', at == 0 ? 0 : at - 1);
    return std::string(check.substr(0, end + 1));
  }
  return std::string(check);
}

}  // namespace

std::string own_message(const check::Outcome& outcome, const std::string& language,
                        const figure::UnitSystem& units) {
  if (outcome.messages.empty()) return {};
  const std::string other = language == "zh" ? "en" : "zh";
  for (const std::string& wanted : {language, std::string(), other}) {
    if (const auto found = outcome.messages.find(wanted); found != outcome.messages.end()) {
      return fill(found->second, outcome.evidence, units);
    }
  }
  return {};
}

Message made_message(const Finding& finding, const language::Check& check) {
  const check::Outcome& outcome = finding.outcome;
  const bool compared = finding.left && finding.right && finding.difference;
  const std::string subject = !outcome.subject.label.empty() ? outcome.subject.label
                              : compared                     ? left_side(finding.check)
                                                             : finding.check;
  if (outcome.verdict == Verdict::error) {
    return Message("finding.error", {{"subject", subject}, {"reason", "", outcome.reason}});
  }
  if (!compared) {
    return Message("finding.logic", {{"subject", subject}, {"check", finding.check}});
  }
  std::vector<Message::Argument> arguments;
  arguments.reserve(5);  // they are moved, never copied: most of what a message costs
  arguments.push_back({"subject", subject});
  arguments.push_back({"left", text_of(*finding.left)});
  arguments.push_back({"right", text_of(*finding.right)});
  arguments.push_back({"difference", text_of(*finding.difference)});
  const bool rounding = outcome.verdict == Verdict::rounding;
  const std::string_view id = rounding ? "finding.rounding" : id_of(outcome, *check.condition);
  if (id == not_met) {
    arguments.push_back({"target", "", wanted(outcome, text_of(*finding.right))});
  }
  return Message(std::string(id), std::move(arguments));
}

}  // namespace tieout::finding
