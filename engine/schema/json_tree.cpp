// A scanner walks a text token by token and knows where each one stands and how its number is
// written. simdjson judges the grammar beforehand; where it finds a fault, or the text is large,
// nlohmann's SAX parser walks beside the scanner, and says where the fault is.
#include "schema/json_tree.hpp"

#include "source/byte_set.hpp"
#include "source/message.hpp"

#include <simdjson.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace tieout::schema {
namespace {

using source::ByteSet;
using source::Failure;
using source::Message;

constexpr ByteSet between_tokens(" \t\r\n,:");
constexpr ByteSet of_words("+-.0123456789aelnrsutfEN");  ///< numbers and literals
constexpr ByteSet of_string_ends("\"\\");

/// Walks the tokens of a text that is JSON as far as it goes.
class Scanner {
 public:
  explicit Scanner(const source::Source& text) : source_(text), text_(text.text()) {}

  struct Token {
    std::string_view text;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };

  /// The next bracket, string, number or literal. There must be one: the parser has seen it.
  Token next() {
    const std::size_t begin = between_tokens.first_beyond(text_, at_);
    at_ = end_of(begin);
    move_to(begin);
    const auto before = static_cast<std::uint32_t>(source_.first_line() - 1);
    return {text_.substr(begin, at_ - begin), before + line_, column_};
  }

  /// The byte after the last token.
  [[nodiscard]] std::size_t reached() const { return at_; }

 private:
  [[nodiscard]] std::size_t end_of(std::size_t begin) const {
    if (begin == text_.size()) {
      return begin;
    }
    if (text_[begin] != '"') {
      return std::max(of_words.first_beyond(text_, begin), begin + 1);
    }
    for (std::size_t i = begin + 1; (i = of_string_ends.first_in(text_, i)) < text_.size();
         i += 2) {
      if (text_[i] == '"') {
        return i + 1;
      }
    }
    return text_.size();
  }

  /// Counts lines and characters on from the token before, so that all tokens together cost one
  /// walk over the text.
  void move_to(std::size_t offset) {
    while (line_ < source_.lines() && source_.line_start(line_ + 1) <= offset) {
      ++line_;
      counted_ = source_.line_start(line_);
      column_ = 1;
    }
    for (; counted_ < offset; ++counted_) {
      const bool starts_character = (static_cast<unsigned char>(text_[counted_]) & 0xC0U) != 0x80U;
      column_ += starts_character ? 1 : 0;
    }
  }

  const source::Source& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;  ///< up to here characters are counted in line_ and column_
  std::uint32_t line_ = 1;   ///< of this text, which may begin further down in its file
  std::uint32_t column_ = 1;
};

/// Bytes of the character that begins at `offset`.
std::size_t character_length(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    ++end;
  }
  return end - offset;
}

/// Receives the parser's events and builds the tree.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(const source::Source& text, const source::Limits& limits)
      : source_(text), limits_(limits), scanner_(text) {}

  /// Reads the whole of a text that is JSON.
  void read_good() {
    do {
      read_good(scanner_.next());
    } while (!open_.empty());
  }

  bool null() override { return add(scanner_.next(), std::monostate()); }
  bool boolean(bool value) override { return add(scanner_.next(), value); }
  bool number_integer(number_integer_t) override { return number(scanner_.next()); }
  bool number_unsigned(number_unsigned_t) override { return number(scanner_.next()); }
  bool number_float(number_float_t, const string_t&) override { return number(scanner_.next()); }
  bool string(string_t& value) override { return add(scanner_.next(), std::move(value)); }
  bool binary(binary_t&) override { return false; }  // JSON text has none

  bool start_object(std::size_t) override { return open(scanner_.next(), JsonObject()); }
  bool start_array(std::size_t) override { return open(scanner_.next(), JsonArray()); }
  bool end_object() override {
    refuse_repeated();
    return end_array();
  }
  bool end_array() override {
    (void)scanner_.next();
    return close();
  }
  bool key(string_t& name) override { return this->name(scanner_.next(), std::move(name)); }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& error) override {
    constexpr int number_out_of_range = 406;
    if (error.id == number_out_of_range) {
      const auto token = scanner_.next();
      fail(token, {"schema.json_number_large", {{"number", excerpt(token.text)}}});
    }
    const std::string_view text = source_.text();
    std::size_t offset = std::min(position > 0 ? position - 1 : 0, text.size());
    if (offset == text.size()) {
      throw Failure({"schema.json_ends"}, source_.place(offset));
    }
    // The parser stops at the last character that it read: a message names the whole token.
    const auto token = scanner_.reached() > offset ? last_ : scanner_.next().text;
    const auto begin = static_cast<std::size_t>(token.data() - text.data());
    std::string_view found = text.substr(offset, character_length(text, offset));
    if (begin <= offset && offset < begin + token.size()) {
      offset = begin;
      found = token;
    }
    const bool open_text =
        found.size() > 1 && found.front() == '"' && found.find('\n') != std::string_view::npos;
    if (open_text) throw Failure({"schema.json_open_text"}, source_.place(offset));
    throw Failure({"schema.json_broken", {{"found", excerpt(found)}}}, source_.place(offset));
  }

  [[nodiscard]] Json take() { return std::move(root_); }

 private:
  void read_good(const Scanner::Token& token) {
    switch (token.text.front()) {
      case '{':
        open(token, JsonObject());
        break;
      case '[':
        open(token, JsonArray());
        break;
      case '}':
        refuse_repeated();
        close();
        break;
      case ']':
        close();
        break;
      case '"':
        is_name() ? name(token, text_of(token)) : add(token, text_of(token));
        break;
      case 't':
      case 'f':
        add(token, token.text.front() == 't');
        break;
      case 'n':
        add(token, std::monostate());
        break;
      default:
        number(token);
    }
  }

  /// Is a string that comes now the name of a member?
  [[nodiscard]] bool is_name() const {
    return !named_ && !open_.empty() && std::holds_alternative<JsonObject>(open_.back()->value);
  }

  [[nodiscard]] static std::string text_of(const Scanner::Token& token) {
    const auto plain = token.text.substr(1, token.text.size() - 2);
    if (plain.find('\\') == std::string_view::npos) return std::string(plain);
    return nlohmann::json::parse(token.text).get<std::string>();
  }

  bool name(const Scanner::Token& token, std::string name) {
    auto& object = std::get<JsonObject>(open_.back()->value);
    object.push_back({std::move(name), token.line, token.column, {}});
    named_ = true;
    return true;
  }

  [[noreturn]] void fail(const Scanner::Token& token, Message message) const {
    throw Failure(
        std::move(message),
        source_.place(static_cast<std::size_t>(token.text.data() - source_.text().data())));
  }

  /// In the object that ends.
  void refuse_repeated() {
    by_name_.clear();
    for (const JsonMember& member : std::get<JsonObject>(open_.back()->value)) {
      by_name_.push_back(&member);
    }
    std::ranges::sort(by_name_, {}, [](const JsonMember* member) {
      return std::tuple<std::string_view, const JsonMember*>(member->name, member);
    });
    const JsonMember* first = nullptr;  // in the text, of those that repeat a name
    for (std::size_t i = 1; i < by_name_.size(); ++i) {
      if (by_name_[i]->name == by_name_[i - 1]->name && (first == nullptr || by_name_[i] < first)) {
        first = by_name_[i];
      }
    }
    if (first == nullptr) {
      return;
    }
    source::Place place = source_.place(0);
    place.line = first->line;
    place.column = first->column;
    throw Failure({"schema.json_name_twice", {{"name", excerpt(first->name)}}}, std::move(place));
  }

  bool number(const Scanner::Token& token) {
    last_ = token.text;
    if (token.text.size() > limits_.number_characters) {
      fail(token, {"schema.json_number_long",
                   {{"number", excerpt(token.text)},
                    {"limit", std::to_string(limits_.number_characters)}}});
    }
    return add(token, JsonNumber{std::string(token.text)});
  }

  template <class Value>
  bool add(const Scanner::Token& token, Value value) {
    place(token).value = std::move(value);
    return true;
  }

  template <class Container>
  bool open(const Scanner::Token& token, Container container) {
    if (open_.size() >= limits_.json_depth) {
      fail(token, {"schema.json_deep", {{"limit", std::to_string(limits_.json_depth)}}});
    }
    Json& value = place(token);
    value.value = std::move(container);
    open_.push_back(&value);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  /// Where the value that begins with `token` goes. Its parent is open and grows at its end only,
  /// so pointers to open values stay good.
  Json& place(const Scanner::Token& token) {
    if (++values_ > limits_.table_cells) {
      fail(token, {"schema.json_large", {{"limit", std::to_string(limits_.table_cells)}}});
    }
    Json* value = &root_;
    if (!open_.empty()) {
      if (auto* const array = std::get_if<JsonArray>(&open_.back()->value)) {
        value = &array->emplace_back();
      } else {
        value = &std::get<JsonObject>(open_.back()->value).back().value;
      }
    }
    value->line = token.line;
    value->column = token.column;
    named_ = false;
    return *value;
  }

  const source::Source& source_;
  const source::Limits& limits_;
  Scanner scanner_;
  std::string_view last_;  ///< the last number: the parser may have taken only its front (01.5)
  Json root_;
  std::vector<Json*> open_;
  std::vector<const JsonMember*> by_name_;  ///< of the object that is closed, kept for its memory
  bool named_ = false;  ///< the next value is that of a member, whose name was read
  std::size_t values_ = 0;
};

/// Looked at in a fifth of the time that the other parser takes, with ten times as much memory:
/// large texts are not.
bool is_good(std::string_view text) {
  constexpr std::size_t large = 1U << 20U;
  if (text.size() > large || text.starts_with('\xEF')) return false;  // nor what begins with a mark
  simdjson::dom::parser parser;
  return parser.parse(text.data(), text.size()).error() == simdjson::SUCCESS;
}

}  // namespace

const Json* Json::member(std::string_view name) const {
  if (const auto* const members = object()) {
    const auto found = std::ranges::find(*members, name, &JsonMember::name);
    return found == members->end() ? nullptr : &found->value;
  }
  return nullptr;
}

Json parse_json(const source::Source& text, const source::Limits& limits) {
  Builder builder(text, limits);
  if (is_good(text.text())) {
    builder.read_good();
    return builder.take();
  }
  // Every fault is thrown as a Failure: there is no result to look at.
  (void)nlohmann::json::sax_parse(text.text().begin(), text.text().end(), &builder);
  return builder.take();
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t longest = 24;
  std::size_t end = 0;
  for (std::size_t characters = 0; end < text.size() && characters < longest; ++characters) {
    end += character_length(text, end);
  }
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string child_pointer(std::string_view pointer, std::string_view name) {
  std::string result(pointer);
  result += '/';
  for (const char c : name) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

std::string child_pointer(std::string_view pointer, std::size_t index) {
  return child_pointer(pointer, std::to_string(index));
}

}  // namespace tieout::schema
