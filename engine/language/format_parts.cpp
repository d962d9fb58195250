// Takes the ends of clauses and declarations from the syntax tree.
#include "language/format_parts.hpp"

#include <algorithm>

namespace tieout::language {

namespace {

constexpr std::size_t inside = 2;

class Parts {
 public:
  explicit Parts(const syntax::File& file) : file_(file) {}

  std::vector<FormatPart> run() {
    if (file_.schema) add(file_.schema->span.end, 0);
    for (const auto& use : file_.uses) add(use.span.end, 0);
    definitions(file_.defines, file_.params, 0);
    for (const auto& each : file_.profiles) profile(each);
    for (const auto& each : file_.rules) rule(each);
    std::ranges::sort(parts_, {}, &FormatPart::end);
    return std::move(parts_);
  }

 private:
  void add(std::size_t end, std::size_t indent) {
    parts_.push_back({end, indent, indent, false, {}});
  }

  void definitions(const std::vector<syntax::Define>& defines,
                   const std::vector<syntax::Param>& params, std::size_t indent) {
    for (const auto& define : defines) add(define.span.end, indent);
    for (const auto& param : params) add(param.span.end, indent);
  }

  void profile(const syntax::Profile& profile) {
    const auto brace = file_.source->text().find('{', profile.name.span.end);
    parts_.push_back({brace + 1, 0, 0, true, {}});
    definitions(profile.defines, profile.params, inside);
    parts_.push_back({profile.span.end, inside, 0, false, {}});
  }

  void rule(const syntax::Rule& rule) {
    parts_.push_back({rule.id.span.end, 0, 0, true, {}});
    for (const auto& title : rule.titles) add(title.text.span.end, inside);
    if (rule.severity) add(rule.severity->span.end, inside);
    for (const auto* text : {&rule.basis, &rule.hint, &rule.acceptable}) {
      if (*text) add((*text)->span.end, inside);
    }
    if (!rule.tags.empty()) add(rule.tags.back().span.end, inside);
    if (rule.over) add(rule.over->span.end, inside);
    if (rule.when) add(rule.when->span.end, inside);
    for (const auto& let : rule.lets) add(let.value->span.end, inside);
    add(rule.check->span.end, inside);
    for (const auto& message : rule.messages) add(message.text.span.end, inside);
    for (const auto& example : rule.examples) {
      parts_.push_back({example.span.end, inside, inside, false, example.span.begin});
    }
  }

  const syntax::File& file_;
  std::vector<FormatPart> parts_;
};

}  // namespace

std::vector<FormatPart> parts_of(const syntax::File& file) { return Parts(file).run(); }

}  // namespace tieout::language
