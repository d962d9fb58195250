// Lays out rule files: the tokens and comments as written, in parts that the syntax tree tells.
#include "language/format.hpp"

#include "language/characters.hpp"
#include "language/format_parts.hpp"
#include "language/layout.hpp"
#include "language/parser.hpp"
#include "language/token.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace tieout::language {

namespace {

constexpr std::size_t hanging_expression = 4;  ///< more than the part's own indent
constexpr std::size_t hanging_json = 2;

/// What stands between two tokens.
struct Gap {
  struct Comment {
    std::string text;
    bool blank_before = false;
  };
  std::string behind;          ///< the comment on the line of the token before
  std::vector<Comment> above;  ///< those on lines of their own
  bool line_end = false;
  bool blank_before = false;  ///< a blank line right before the token
};

std::string without_trailing_space(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\f\v");
  return std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

Gap gap_of(std::string_view text, bool at_start) {
  Gap gap;
  std::size_t line_ends = at_start ? 1 : 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '#') {
      const auto end = std::min(text.find_first_of("\r\n", at), text.size());
      auto comment = without_trailing_space(text.substr(at, end - at));
      if (line_ends == 0) {
        gap.behind = std::move(comment);
      } else {
        gap.above.push_back({std::move(comment), line_ends > 1});
      }
      line_ends = 0;
      at = end;
      continue;
    }
    if (text.substr(at, 2) == "\r\n") ++at;
    if (c == '\n' || c == '\r') {
      ++line_ends;
      gap.line_end = true;
    }
    ++at;
  }
  gap.blank_before = line_ends > 1;
  return gap;
}

bool is_word(const Token& token) {
  return token.kind == Kind::name || token.kind == Kind::backquoted;
}

bool opens(const Token& token) {
  return token.kind == Kind::open_round || token.kind == Kind::open_square;
}

bool closes(const Token& token) {
  return token.kind == Kind::close_round || token.kind == Kind::close_square;
}

/// Could an operand end with this token? Then a minus after it subtracts.
bool ends_operand(const Token& token) {
  const bool constant = token.kind == Kind::number || token.kind == Kind::date ||
                        token.kind == Kind::text || token.kind == Kind::unit_sign;
  const bool word =
      token.kind == Kind::backquoted ||
      (token.kind == Kind::name && (role(token.word) != Role::reserved ||
                                    token.word == Word::true_ || token.word == Word::false_));
  return constant || word || closes(token);
}

/// Tokens of one part to words, with the spaces that belong between them.
class Words {
 public:
  Words(std::string_view text, std::span<const Token> tokens, std::span<const Gap> gaps)
      : text_(text), tokens_(tokens), gaps_(gaps) {}

  std::vector<LayoutWord> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (closes(tokens_[i]) && depth_ > 0) --depth_;
      add(i);
      if (opens(tokens_[i])) ++depth_;
    }
    return std::move(words_);
  }

 private:
  void add(std::size_t i) {
    const auto& token = tokens_[i];
    LayoutWord word;
    word.text = spelled(token);
    word.space = i > 0 && has_space(i);
    word.began = gaps_[i].line_end;
    word.may_begin = i > 0 && may_begin(i);
    word.depth = depth_;
    for (const auto& comment : gaps_[i].above) word.above.push_back(comment.text);
    if (i > 0) words_.back().behind = gaps_[i].behind;
    words_.push_back(std::move(word));
  }

  /// Marks that have several spellings in one of them; the signs of units mean different things.
  [[nodiscard]] std::string spelled(const Token& token) const {
    const bool relation = token.kind >= Kind::equal && token.kind <= Kind::greater_equal;
    if (relation) return std::string(spelling(token.kind));
    return std::string(text_.substr(token.span.begin, token.span.end - token.span.begin));
  }

  [[nodiscard]] bool has_space(std::size_t i) const {
    const auto& before = tokens_[i - 1];
    const auto& token = tokens_[i];
    if (opens(before) || before.kind == Kind::dot || token.kind == Kind::dot) return false;
    if (closes(token) || token.kind == Kind::comma || token.kind == Kind::colon) return false;
    if (token.kind == Kind::unit_sign) return false;
    if (before.kind == Kind::minus && is_sign(i - 1)) return false;
    // A call's bracket follows its name, an index what it is of; other brackets stand by
    // themselves.
    const bool is_name =
        is_word(before) && i > 1 && role(before.word) != Role::reserved && before.word != Word::by;
    if (token.kind == Kind::open_round) return !is_name;
    if (token.kind == Kind::open_square) return !(is_name || closes(before));
    return true;
  }

  [[nodiscard]] bool is_sign(std::size_t i) const {
    // What the part starts with is a word of the language.
    return i < 2 || !ends_operand(tokens_[i - 1]);
  }

  /// A star or slash, but not the star of `.*`.
  [[nodiscard]] bool is_product(std::size_t i) const {
    const auto kind = tokens_[i].kind;
    return (kind == Kind::star && tokens_[i - 1].kind != Kind::dot) || kind == Kind::slash;
  }

  [[nodiscard]] bool may_begin(std::size_t i) const {
    const auto& token = tokens_[i];
    // At the start of a line these would start a clause or a declaration.
    if (role(token.word) == Role::clause || role(token.word) == Role::declaration) return false;
    if (tokens_[i - 1].kind == Kind::comma) return true;
    switch (token.word) {
      case Word::and_:
      case Word::or_:
      case Word::implies:
      case Word::then:
      case Word::else_:
        return true;
      default:
        break;
    }
    if (token.kind == Kind::minus) return !is_sign(i);
    return token.kind == Kind::plus || is_product(i);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::span<const Gap> gaps_;
  std::size_t depth_ = 0;
  std::vector<LayoutWord> words_;
};

/// The words of JSON: what is between spaces outside of texts. What is no JSON (a comment in it)
/// stays as it is.
std::vector<LayoutWord> words_of_json(std::string_view json) {
  std::vector<LayoutWord> words;
  std::size_t depth = 0;
  LayoutWord word;
  const auto finish = [&] {
    if (!word.text.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      finish();
      word.began = word.began || c == '\n' || c == '\r';
      continue;
    }
    if (c == '#') {
      LayoutWord whole;
      whole.text = json;
      return {std::move(whole)};
    }
    if (word.text.empty()) {
      word.depth = depth;
      word.may_begin = !words.empty() && (words.back().text.back() == ',' || word.began);
    }
    const auto begin = at;
    if (c == '"') {
      for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\') ++at;
      }
    }
    word.text += json.substr(begin, at + 1 - begin);
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  finish();
  return words;
}

class Formatter {
 public:
  explicit Formatter(const syntax::File& file)
      : text_(file.source->text()), tokens_(tokens_of(text_)), parts_(parts_of(file)) {
    std::size_t end = 0;
    for (const auto& token : tokens_) {
      gaps_.push_back(gap_of(text_.substr(end, token.span.begin - end), end == 0));
      end = token.span.end;
    }
  }

  std::string run() {
    std::size_t begin = 0;
    for (const auto& part : parts_) {
      auto end = begin;
      while (tokens_[end].span.end < part.end) ++end;
      put(part, begin, end + 1);
      begin = end + 1;
    }
    above(gaps_.back(), 0, false);
    std::string all;
    for (const auto& line : lines_) all += line + "\n";
    return all;
  }

 private:
  void put(const FormatPart& part, std::size_t begin, std::size_t end) {
    above(gaps_[begin], part.above, part.paragraph);
    auto words = words_of(part, begin, end);
    const auto hanging = part.indent + (part.json ? hanging_json : hanging_expression);
    for (auto& line : laid_out(words, part.indent, hanging)) lines_.push_back(std::move(line));
  }

  std::vector<LayoutWord> words_of(const FormatPart& part, std::size_t begin, std::size_t end) {
    auto json = end;
    if (part.json) {
      json = begin;
      while (tokens_[json].span.begin < *part.json) ++json;
    }
    const std::span tokens(tokens_);
    auto words = Words(text_, tokens.subspan(begin, json - begin),
                       std::span<const Gap>(gaps_).subspan(begin, json - begin))
                     .run();
    if (part.json) {
      auto more = words_of_json(text_.substr(*part.json, part.end - *part.json));
      words.back().behind = gaps_[json].behind;
      for (const auto& comment : gaps_[json].above) more.front().above.push_back(comment.text);
      words.insert(words.end(), more.begin(), more.end());
    }
    return words;
  }

  /// The comments and blank lines before a part.
  void above(const Gap& gap, std::size_t indent, bool paragraph) {
    if (!gap.behind.empty() && !lines_.empty()) lines_.back() += "  " + gap.behind;
    bool blank_due = paragraph && !has_blank(gap);
    const auto blank_line = [&](bool wanted) {
      if ((wanted || std::exchange(blank_due, false)) && !lines_.empty()) lines_.emplace_back();
    };
    const std::string margin(indent, ' ');
    for (const auto& comment : gap.above) {
      blank_line(comment.blank_before);
      lines_.push_back(margin + comment.text);
    }
    const bool is_end = &gap == &gaps_.back();
    blank_line(gap.blank_before && !is_end);
  }

  static bool has_blank(const Gap& gap) {
    bool blank = gap.blank_before;
    for (const auto& comment : gap.above) blank = blank || comment.blank_before;
    return blank;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<FormatPart> parts_;
  std::vector<Gap> gaps_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string formatted(const std::shared_ptr<const source::Source>& file,
                      const source::Limits& limits, std::vector<Diagnostic>& diagnostics) {
  const auto known = diagnostics.size();
  const auto tree = parse(file, limits, diagnostics);
  if (diagnostics.size() > known) return std::string(file->text());
  return Formatter(tree).run();
}

}  // namespace tieout::language
