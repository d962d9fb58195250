// Rule text to tokens, character by character.
#include "language/characters.hpp"
#include "language/token.hpp"

#include <algorithm>
#include <optional>

namespace tieout::language {

namespace {

class Lexer {
 public:
  Lexer(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  Token next() {
    skip_space_and_comments();
    const auto begin = at_;
    Token token;
    token.kind = scan();
    token.span = {begin, at_};
    if (token.kind == Kind::name) token.word = word_of(text_.substr(begin, at_ - begin));
    token.first_on_line = first_on_line_ || token.kind == Kind::end;
    first_on_line_ = false;
    return token;
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  void skip_to_line_end() { at_ = std::min(text_.find_first_of("\r\n", at_), text_.size()); }

  void skip_space_and_comments() {
    while (!done()) {
      const auto character = character_at(text_, at_);
      if (character.code == U'#') {
        skip_to_line_end();
      } else if (is_space(character.code)) {
        first_on_line_ = first_on_line_ || at_line_end();
        at_ += character.bytes;
      } else {
        return;
      }
    }
  }

  Kind scan() {
    if (done()) return Kind::end;
    const auto character = character_at(text_, at_);
    if (begins_name(character.code)) {
      skip_while(continues_name);
      return Kind::name;
    }
    if (is_digit(at_)) return scan_number();
    if (character.code == U'"') return scan_quoted('"', Kind::text, Kind::unclosed_text);
    if (character.code == U'`')
      return scan_quoted('`', Kind::backquoted, Kind::unclosed_backquoted);
    if (const auto mark = scan_mark()) return *mark;
    while (!done() && character_at(text_, at_).code == character.code) at_ += character.bytes;
    return Kind::wrong;
  }

  void skip_while(bool (*belongs)(char32_t)) {
    while (!done()) {
      const auto character = character_at(text_, at_);
      if (!belongs(character.code)) return;
      at_ += character.bytes;
    }
  }

  [[nodiscard]] bool is_digit(std::size_t at) const {
    return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
  }
  [[nodiscard]] std::size_t digits(std::size_t from) const {
    auto to = from;
    while (is_digit(to)) ++to;
    return to - from;
  }

  Kind scan_number() {
    const auto whole = digits(at_);
    if (whole == 4 && text_.substr(at_ + 4, 1) == "-") {
      const auto month = digits(at_ + 5);
      const auto dash = at_ + 5 + month;
      const auto day = text_.substr(dash, 1) == "-" ? digits(dash + 1) : 0;
      if (month >= 1 && month <= 2 && day >= 1 && day <= 2) {
        at_ = dash + 1 + day;
        return Kind::date;
      }
    }
    at_ += whole;
    if (text_.substr(at_, 1) == "." && is_digit(at_ + 1)) at_ += 1 + digits(at_ + 1);
    return Kind::number;
  }

  Kind scan_quoted(char quote, Kind closed, Kind unclosed) {
    for (++at_; !done() && !at_line_end(); ++at_) {
      if (text_[at_] == quote) {
        ++at_;
        return closed;
      }
      // What a backslash escapes is looked at later; here it only must not end the text.
      const auto next = text_.substr(at_, 2);
      if (quote == '"' && (next == "\\\"" || next == "\\\\")) ++at_;
    }
    return unclosed;
  }

  std::optional<Kind> scan_mark() {
    const auto rest = text_.substr(at_);
    const auto mark = std::ranges::find_if(marks(), [rest](const Mark& known) {
      return rest.front() == known.text.front() && rest.starts_with(known.text);
    });
    if (mark == marks().end()) return std::nullopt;
    at_ += mark->text.size();
    return mark->kind;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool first_on_line_ = true;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  Lexer lexer(text, 0);
  std::vector<Token> tokens;
  do {
    tokens.push_back(lexer.next());
  } while (tokens.back().kind != Kind::end);
  return tokens;
}

std::vector<Token> tokens_to_brace(std::string_view text, std::size_t begin) {
  Lexer lexer(text, begin);
  std::vector<Token> tokens;
  do {
    tokens.push_back(lexer.next());
  } while (tokens.back().kind != Kind::end && tokens.back().kind != Kind::close_brace);
  return tokens;
}

}  // namespace tieout::language
