// JSON written as it is told, without a tree in between.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::report {

/// The caller sees to it that what is opened is closed, and that every member has a key and a
/// value. Looks as nlohmann's dump does.
class JsonText {
 public:
  /// `indent`: spaces a level; -1: one line. `level`: of what the text will stand in.
  explicit JsonText(int indent = -1, int level = 0) : indent_(indent), level_(level) {}

  /// A name that needs no escapes.
  JsonText& key(std::string_view name) {
    char* const to = begin_key(name.size());
    name.copy(to, name.size());
    end_key(to + name.size());
    return *this;
  }
  /// The same of a literal, whose length the compiler knows: most of the text of a finding is keys.
  template <std::size_t Size>
  JsonText& key(const char (&name)[Size]) {
    if (indent_ >= 0) return key(std::string_view(name, Size - 1));
    char* to = room(Size + sizeof ",\"\":");
    *to = ',';
    to += first_ ? 0 : 1;
    first_ = false;
    *to++ = '"';
    std::memcpy(to, name, Size - 1);
    end_key(to + Size - 1);
    return *this;
  }
  /// Any name.
  JsonText& any_key(std::string_view name);
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// Bytes that are no UTF-8 (odd file names) come out as U+FFFD.
  void text(std::string_view value);
  /// One that needs no escapes: the program's own words, numbers.
  void word(std::string_view value) {
    before_value();
    char* const to = room(value.size() + 2);
    *to = '"';
    value.copy(to + 1, value.size());
    to[value.size() + 1] = '"';
    size_ += value.size() + 2;
  }
  /// Null for an empty text.
  void text_or_null(std::string_view value);
  void number(std::int64_t value);
  void boolean(bool value);
  void null();
  /// JSON that is already text.
  void raw(std::string_view json);
  /// Members of an object that are already text, without its brackets.
  void members(std::string_view json) { raw(json); }

  /// Ends the line after a value.
  void end_line() { append('\n'); }

  [[nodiscard]] std::string_view str() const { return std::string_view(text_).substr(0, size_); }
  [[nodiscard]] std::string take() {
    text_.resize(std::exchange(size_, 0));
    return std::exchange(text_, {});
  }
  /// Forgets the text, and keeps its memory.
  void clear() { size_ = 0; }

  /// Whether what comes is to be taken for UTF-8 as it is. Who does so asks is_utf8() in the end:
  /// one look at all costs a fraction of one at each text.
  void trust(bool trusts) { trusts_ = trusts; }
  [[nodiscard]] bool is_utf8() const;

 private:
  void begin(char bracket);
  void end(char bracket);
  void before_value() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (!first_ && size_ > 0) append(',');
    first_ = false;
    if (indent_ >= 0 && size_ > 0) new_line();
  }
  /// Where a name of this size goes.
  char* begin_key(std::size_t size) {
    if (indent_ >= 0) before_value();  // begins a line
    char* to = room(size + sizeof ",\"\": ");
    if (indent_ < 0 && !first_ && size_ > 0) *to++ = ',';
    first_ = false;
    *to++ = '"';
    return to;
  }
  void end_key(char* to) {
    *to++ = '"';
    *to++ = ':';
    if (indent_ >= 0) *to++ = ' ';
    size_ = static_cast<std::size_t>(to - text_.data());
    after_key_ = true;
  }
  void new_line();
  /// One that cannot stay as it is. `is_good`: it is UTF-8.
  void quote(std::string_view value, bool is_good);
  void append_escaped(std::string_view value);
  /// Hundreds of short pieces make up a finding.
  void append(std::string_view bytes) {
    std::copy_n(bytes.data(), bytes.size(), room(bytes.size()));
    size_ += bytes.size();
  }
  void append(char byte) {
    *room(1) = byte;
    ++size_;
  }
  [[nodiscard]] char* room(std::size_t more) {
    if (text_.size() - size_ < more) grow(more);
    return text_.data() + size_;
  }

  void grow(std::size_t more);

  std::string text_;  ///< longer than what is written of it
  std::size_t size_ = 0;
  int indent_;
  int level_;
  bool first_ = true;  ///< nothing stands in the open bracket yet
  bool after_key_ = false;
  bool trusts_ = false;
};

}  // namespace tieout::report
