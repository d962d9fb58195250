// Rule files to syntax trees: the one translation unit with Boost.Spirit X3. Clauses and
// declarations are parsed one at a time, each into something fresh, so that a bad one is reported,
// skipped to the next line that starts one, and spoils nothing else.
#include "language/parser.hpp"

#include "language/clause_grammar.hpp"
#include "language/suggestion.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace tieout::language {

namespace {

/// Parses what starts at tokens[at] and returns where it ends. Throws Fault.
template <typename Grammar, typename Attribute>
std::size_t parse_with(const Grammar& grammar, grammar::State state, std::span<const Token> tokens,
                       std::size_t at, Attribute& attribute) {
  namespace x3 = boost::spirit::x3;
  const Token* const begin = tokens.data();
  const Token* now = begin + at;
  try {
    x3::parse(now, begin + tokens.size(), x3::with<grammar::State>(state)[x3::expect[grammar]],
              attribute);
  } catch (const x3::expectation_failure<const Token*>& failure) {
    const auto stopped = static_cast<std::size_t>(failure.where() - begin);
    throw explain(state.builder.passage(), tokens, at, stopped, failure.which());
  }
  return static_cast<std::size_t>(now - begin);
}

// Each level takes stack, most of it in a debug build with sanitizers: there 8 MB carry 400.
constexpr std::size_t deepest = 300;

/// The words that start a clause or a declaration.
const std::vector<std::string_view>& starts() {
  static const auto words = [] {
    auto both = words_of(Role::declaration);
    std::ranges::copy(words_of(Role::clause), std::back_inserter(both));
    return both;
  }();
  return words;
}

class FileParser {
 public:
  FileParser(std::shared_ptr<const source::Source> source, const source::Limits& limits)
      : limits_(limits),
        passage_(source->text()),
        builder_(passage_, limits_),
        tokens_(tokens_of(source->text())) {
    file_.source = std::move(source);
  }

  syntax::File run() {
    while (now().kind != Kind::end && !full()) declaration();
    if (full()) {
      report({.message = {"syntax.too_many_faults", {{"limit", std::to_string(faults_.size())}}},
              .span = passage_.span(now())});
    }
    return std::move(file_);
  }
  [[nodiscard]] std::vector<Fault>& faults() { return faults_; }

 private:
  [[nodiscard]] const Token& now() const { return tokens_[at_]; }
  [[nodiscard]] bool full() const { return faults_.size() >= limits_.diagnostics; }
  void report(Fault fault) { faults_.push_back(std::move(fault)); }

  /// Parses what starts here and goes on after it; else reports why not, goes on at the next start
  /// of a clause or declaration, and returns false.
  template <typename Grammar, typename Attribute>
  bool read(const Grammar& grammar, Attribute& attribute, RuleDraft* rule = nullptr) {
    try {
      at_ = parse_with(grammar, {.builder = builder_, .rule = rule}, tokens_, at_, attribute);
      return true;
    } catch (Fault& fault) {
      report(std::move(fault));
      skip();
      return false;
    }
  }

  /// Reports the token, which is not `expected`, and goes on at the next start.
  void refuse(std::string_view expected) {
    report(explain(passage_, tokens_, at_, at_, expected));
    skip();
  }

  void skip() {
    for (++at_; now().kind != Kind::end; ++at_) {
      if (now().starts_clause() || now().starts_declaration() || !meant().empty()) return;
      if (in_profile_ && now().kind == Kind::close_brace) return;
    }
  }

  /// The word that a misspelt first word of a line is meant to be; empty if it is none.
  [[nodiscard]] std::string meant() const {
    if (now().kind != Kind::name || !now().first_on_line) return {};
    if (role(now().word) == Role::clause || role(now().word) == Role::declaration) return {};
    return nearest(passage_.text(now()), starts());
  }

  /// Reports a misspelt start and takes it as what it is meant to be, so that the rest of the line
  /// is checked as well.
  bool corrected() {
    const auto word = meant();
    if (word.empty()) return false;
    report(unknown_word("syntax.unknown_start", passage_, now(), starts()));
    tokens_[at_].word = word_of(word);
    return true;
  }

  void declaration() {
    switch (now().word) {
      case Word::schema:
        return schema();
      case Word::use:
        return use();
      case Word::define:
        return define(file_.defines);
      case Word::param:
        return param(file_.params);
      case Word::profile:
        return profile();
      case Word::rule:
        return rule();
      default:
        if (!corrected()) misplaced();
    }
  }

  /// What is no declaration, up to the next one.
  void misplaced() {
    if (role(now().word) == Role::clause) {
      report({.message = {"syntax.clause_outside_rule", {{"clause", shown(passage_, now())}}},
              .span = passage_.span(now())});
      while (role(now().word) == Role::clause) skip();
    } else {
      refuse(now().first_on_line ? expects::declaration : expects::end);
    }
  }

  void schema() {
    const auto keyword = now();
    syntax::Text text;
    if (!read(grammar::schema, text)) return;
    if (file_.schema) {
      report({.message = {"syntax.second_schema"},
              .span = passage_.span(keyword),
              .hint = {},
              .other = file_.schema->span});
    } else {
      file_.schema = std::move(text);
    }
  }

  void use() {
    syntax::Text text;
    if (read(grammar::use, text)) file_.uses.push_back(std::move(text));
  }

  template <typename Grammar, typename Declared>
  void named(const Grammar& grammar, std::vector<Declared>& list) {
    const auto keyword = at_;
    Declared declared;
    if (read(grammar, declared)) {
      list.push_back(std::move(declared));
    } else if (tokens_[keyword + 1].kind == Kind::name) {
      file_.broken.push_back(builder_.name(tokens_[keyword + 1]));
    }
  }
  void define(std::vector<syntax::Define>& defines) { named(grammar::define, defines); }
  void param(std::vector<syntax::Param>& params) { named(grammar::param, params); }

  void profile() {
    const auto keyword = at_;
    syntax::Profile profile;
    const bool sound = read(grammar::profile_head, profile);
    // Even where its head is wrong, what stands in its braces belongs to it and to nothing else.
    const auto head = std::span(tokens_).subspan(keyword, at_ - keyword);
    const auto brace = std::ranges::find_if(head, [&](const Token& token) {
      return token.kind == Kind::open_brace || passage_.text(token) == "｛";
    });
    if (brace == head.end()) return;
    const auto open = keyword + static_cast<std::size_t>(brace - head.begin());
    tokens_[open].kind = Kind::open_brace;  // the full-width one was reported with the head
    at_ = open + 1;
    in_profile_ = true;
    while (now().kind != Kind::close_brace && !full()) {
      if (now().word == Word::define) {
        define(profile.defines);
      } else if (now().word == Word::param) {
        param(profile.params);
      } else if (now().kind == Kind::end || role(now().word) == Role::declaration) {
        report(unclosed(passage_, tokens_, open, at_));
        break;
      } else if (!corrected()) {
        refuse(expects::definition);
      }
    }
    in_profile_ = false;
    if (now().kind == Kind::close_brace) ++at_;
    profile.span = span_from(keyword);
    if (sound) file_.profiles.push_back(std::move(profile));
  }

  void rule() {
    if (file_.rules.size() == limits_.rules) {
      report({.message = {"syntax.too_many_rules", {{"limit", std::to_string(limits_.rules)}}},
              .span = passage_.span(now())});
      at_ = tokens_.size() - 1;
      return;
    }
    const auto keyword = at_;
    RuleDraft draft(passage_, faults_);
    auto unused = boost::spirit::x3::unused;
    bool may_have_check = false;
    // Reads a part; one that is faulty may have taken a check on the same line with it.
    const auto read_part = [&](const auto& part) {
      const auto begin = at_;
      if (read(part, unused, &draft)) return true;
      const auto passed = std::span(tokens_).subspan(begin, at_ - begin);
      may_have_check = may_have_check || std::ranges::count(passed, Word::check, &Token::word) > 0;
      return false;
    };
    bool sound = read_part(grammar::rule_head);
    Word last = Word::rule;
    const auto needed = [](Word clause) {
      return clause == Word::check || clause == Word::over || clause == Word::let;
    };
    while (now().kind != Kind::end && role(now().word) != Role::declaration && !full()) {
      const bool unknown = now().first_on_line && now().kind == Kind::name;
      if (role(now().word) == Role::clause) {
        last = now().word;
        may_have_check = may_have_check || last == Word::check;
        if (!read_part(grammar::clause) && needed(last)) sound = false;
      } else if (!corrected()) {
        // Perhaps it was to be the check, or a name that others use; else it belongs to the clause
        // before it.
        may_have_check = may_have_check || unknown;
        if (unknown || needed(last)) sound = false;
        refuse(unknown ? expects::clause : expects::end);
      }
    }
    if (!may_have_check && !full()) {
      const auto id = draft.rule.id.span;
      const auto span = id.end == 0 ? passage_.span(tokens_[keyword]) : id;
      report({.message = {"syntax.no_check"}, .span = span});
    }
    draft.rule.span = span_from(keyword);
    if (sound && draft.rule.check) file_.rules.push_back(std::move(draft.rule));
  }

  /// From a token to the end of the one before this.
  [[nodiscard]] source::Span span_from(std::size_t token) const {
    return {tokens_[token].span.begin, tokens_[at_ - 1].span.end};
  }

  source::Limits limits_;
  Passage passage_;
  TreeBuilder builder_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool in_profile_ = false;
  std::vector<Fault> faults_;
  syntax::File file_;
};

Diagnostic diagnostic(Fault fault, const std::shared_ptr<const source::Source>& file) {
  Diagnostic result;
  result.message = std::move(fault.message);
  result.hint = std::move(fault.hint);
  result.file = file;
  result.span = fault.span;
  if (fault.other) {
    result.other_file = file;
    result.other = *fault.other;
  }
  return result;
}

/// Cuts a message's text into literals and holes.
class MessageParser {
 public:
  MessageParser(const TreeBuilder& builder, const Token& quoted)
      : limits_(builder.limits()),
        span_(builder.passage().span(quoted)),
        plain_(unescape(builder.passage(), quoted)),
        passage_(plain_.text, plain_.offsets),
        builder_(passage_, limits_) {}

  syntax::Message run() {
    syntax::Message message;
    message.text = {plain_.text, span_};
    std::string literal;
    for (std::size_t at = 0; at < plain_.text.size();) {
      const char next = plain_.text[at];
      const bool brace =
          (next == '{' || next == '}') && !std::ranges::binary_search(plain_.braces, at);
      if (!brace) {
        literal += next;
        ++at;
      } else if (next == '}') {
        fail("syntax.stray_brace", {at, at + 1});
      } else {
        auto [hole, end] = expression(at);
        message.parts.push_back({std::exchange(literal, {}), std::move(hole)});
        at = end;
      }
    }
    message.parts.push_back({std::move(literal), nullptr});
    return message;
  }

 private:
  /// The hole whose brace is at `open`, and where the text goes on after it.
  [[nodiscard]] std::pair<Tree, std::size_t> expression(std::size_t open) const {
    const auto tokens = tokens_to_brace(plain_.text, open + 1);
    if (tokens.back().kind != Kind::close_brace) fail("syntax.unclosed_hole", {open, open + 1});
    Tree tree;
    parse_with(grammar::hole, {.builder = builder_}, tokens, 0, tree);
    return {tree, tokens.back().span.end};
  }

  [[noreturn]] void fail(const char* message, source::Span span) const {
    throw Fault{.message = {message}, .span = passage_.span(span)};
  }

  const source::Limits& limits_;
  source::Span span_;
  Unescaped plain_;
  Passage passage_;
  TreeBuilder builder_;
};

}  // namespace

syntax::Message grammar::message_of(const TreeBuilder& builder, const Token& quoted) {
  return MessageParser(builder, quoted).run();
}

syntax::File parse(const std::shared_ptr<const source::Source>& source,
                   const source::Limits& limits, std::vector<Diagnostic>& diagnostics) {
  auto bounded = limits;
  bounded.rule_depth = std::min(limits.rule_depth, deepest);
  FileParser parser(source, bounded);
  auto file = parser.run();
  for (auto& fault : parser.faults()) diagnostics.push_back(diagnostic(std::move(fault), source));
  return file;
}

std::string schema_of(const source::Source& file) {
  const auto tokens = tokens_of(file.text());
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool named = tokens[i].starts_declaration() && tokens[i].word == Word::schema &&
                       tokens[i + 1].kind == Kind::text;
    if (!named) continue;
    try {
      return unescape(Passage(file.text()), tokens[i + 1]).text;
    } catch (const Fault&) {
      return {};  // parse() reports it
    }
  }
  return {};
}

}  // namespace tieout::language
