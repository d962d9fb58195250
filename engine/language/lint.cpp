// Judges rules as they are written.
#include "language/lint.hpp"

#include "language/diagnostic.hpp"
#include "language/load.hpp"
#include "language/words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace tieout::language {

namespace {

using source::Message;
using source::Span;
using syntax::BinaryOp;
using syntax::NodePtr;

/// Calls `visit` for a tree's nodes; null is no tree.
template <typename Visit>
void walk(const NodePtr& root, const Visit& visit) {
  std::vector<const syntax::Node*> waiting;
  if (root) waiting.push_back(root.get());
  while (!waiting.empty()) {
    const auto& node = *waiting.back();
    waiting.pop_back();
    visit(node);
    syntax::for_each_child(node,
                           [&waiting](const NodePtr& child) { waiting.push_back(child.get()); });
  }
}

/// The names that a tree uses, of values and of functions.
void add_names(const NodePtr& root, std::set<std::string>& names) {
  walk(root, [&names](const syntax::Node& node) {
    if (const auto* name = std::get_if<syntax::Identifier>(&node.node)) {
      names.insert(name->name.text);
    } else if (const auto* call = std::get_if<syntax::Call>(&node.node)) {
      names.insert(call->function.text);
    }
  });
}

bool is_comparison(BinaryOp op) { return op >= BinaryOp::equal && op <= BinaryOp::greater_equal; }

class Linter {
 public:
  explicit Linter(const std::vector<syntax::File>& files) : files_(files) {}

  std::vector<Diagnostic> run() {
    for (const auto& file : files_) names_of(file);
    for (const auto& file : files_) {
      file_ = &file;
      definitions(file.defines, file.params);
      for (const auto& profile : file.profiles) definitions(profile.defines, profile.params);
      for (const auto& rule : file.rules) judge(rule);
    }
    return std::move(warnings_);
  }

 private:
  struct First {
    const syntax::File* file = nullptr;
    Span span;
  };

  Diagnostic& warn(Span span, Message message) {
    auto& warning = warnings_.emplace_back();
    warning.message = std::move(message);
    warning.file = file_->source;
    warning.span = span;
    warning.warning = true;
    return warning;
  }

  void names_of(const syntax::File& file) {
    const auto defined = [this](const std::vector<syntax::Define>& defines) {
      for (const auto& define : defines) add_names(define.value, used_);
    };
    defined(file.defines);
    for (const auto& profile : file.profiles) defined(profile.defines);
    for (const auto& rule : file.rules) {
      for (const auto& let : rule.lets) add_names(let.value, used_);
      if (rule.over) add_names(rule.over->filter, used_);
      add_names(rule.when, used_);
      add_names(rule.check, used_);
      for (const auto& message : rule.messages) {
        for (const auto& part : message.parts) add_names(part.hole, used_);
      }
    }
  }

  void definitions(const std::vector<syntax::Define>& defines,
                   const std::vector<syntax::Param>& params) {
    const auto judge_name = [this](const syntax::Name& name, const char* id) {
      if (!used_.contains(name.text)) warn(name.span, {id, {{"name", name.text}}});
    };
    for (const auto& define : defines) judge_name(define.name, "rule.lint_unused_define");
    for (const auto& param : params) judge_name(param.name, "rule.lint_unused_param");
  }

  void judge(const syntax::Rule& rule) {
    said(rule);
    lets(rule);
    comparisons(rule);
    repeated(rule);
  }

  void said(const syntax::Rule& rule) {
    const auto lacks = [&](bool has, const char* id) {
      if (!has) warn(rule.id.span, {id, {{"rule", rule.id.text}}});
    };
    lacks(!rule.titles.empty(), "rule.lint_no_title");
    lacks(rule.basis.has_value(), "rule.lint_no_basis");
    lacks(!rule.examples.empty(), "rule.lint_no_example");
    const auto fails = std::ranges::any_of(rule.examples, [](const syntax::Example& example) {
      return example.verdict.text == "fails";
    });
    if (!rule.examples.empty()) lacks(fails, "rule.lint_no_failing_example");
  }

  void lets(const syntax::Rule& rule) {
    for (auto let = rule.lets.begin(); let != rule.lets.end(); ++let) {
      std::set<std::string> names;
      for (auto later = std::next(let); later != rule.lets.end(); ++later) {
        add_names(later->value, names);
      }
      add_names(rule.when, names);
      add_names(rule.check, names);
      for (const auto& message : rule.messages) {
        for (const auto& part : message.parts) add_names(part.hole, names);
      }
      if (!names.contains(let->name.text)) {
        warn(let->name.span, {"rule.lint_unused_let", {{"name", let->name.text}}});
      }
    }
  }

  void comparisons(const syntax::Rule& rule) {
    const auto look = [this](const syntax::Node& node) {
      const auto* binary = std::get_if<syntax::Binary>(&node.node);
      if (binary == nullptr || !is_comparison(binary->op)) return;
      if (written(binary->left->span) == written(binary->right->span)) {
        warn(node.span, Message("rule.lint_same_sides"));
      }
    };
    for (const auto& let : rule.lets) walk(let.value, look);
    walk(rule.when, look);
    walk(rule.check, look);
  }

  /// A rule that checks what another one checks already.
  void repeated(const syntax::Rule& rule) {
    std::string key;
    if (rule.over) key += written(rule.over->span);
    for (const auto& let : rule.lets) key += "\n" + let.name.text + written(let.value->span);
    if (rule.when) key += "\nwhen " + written(rule.when->span);
    key += "\ncheck " + written(rule.check->span);
    const auto [first, is_new] = checks_.try_emplace(std::move(key), First{file_, rule.id.span});
    if (is_new) return;
    auto& warning = warn(rule.id.span, {"rule.lint_same_check", {{"rule", rule.id.text}}});
    warning.other_file = first->second.file->source;
    warning.other = first->second.span;
  }

  [[nodiscard]] std::string written(Span span) const {
    return without_layout(*file_->source, span);
  }

  const std::vector<syntax::File>& files_;
  const syntax::File* file_ = nullptr;
  std::set<std::string> used_;
  std::map<std::string, First> checks_;
  std::vector<Diagnostic> warnings_;
};

}  // namespace

Linted lint(const std::vector<std::string>& paths, const schema::Schema& schema,
            const figure::UnitSystem& units, const Options& options) {
  Linted result;
  const auto compiled = compile(paths, schema, units, options);
  result.rules = compiled.program.rules.size();
  result.errors = compiled.diagnostics;
  if (!result.errors.empty()) return result;
  const auto files = load(paths, schema.id, options.limits, result.errors);
  for (const auto& file : files) result.files.push_back(file.source->name());
  result.warnings = Linter(files).run();
  lint_relations(compiled.program, result.warnings);
  if (const auto& over_reports = compiled.program.over_reports) {
    result.rules += over_reports->rules.size();
    lint_relations(*over_reports, result.warnings);
  }
  sort_diagnostics(result.warnings);
  return result;
}

}  // namespace tieout::language
