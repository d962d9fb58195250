// JSON written as it is told, without a tree in between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::output {

/// The caller sees to it that what is opened is closed, and that every member has a key and a
/// value. Looks as nlohmann's dump does.
class JsonText {
 public:
  /// `indent`: spaces a level; -1: one line. `level`: of what the text will stand in.
  explicit JsonText(int indent = -1, int level = 0) : indent_(indent), level_(level) {}

  /// A name that needs no escapes.
  JsonText& key(std::string_view name);
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// Bytes that are no UTF-8 (odd file names) come out as U+FFFD.
  void text(std::string_view value);
  /// Null for an empty text.
  void text_or_null(std::string_view value);
  void number(std::int64_t value);
  void boolean(bool value);
  void null();
  /// JSON that is already text.
  void raw(std::string_view json);

  [[nodiscard]] const std::string& str() const { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }
  /// Forgets the text, and keeps its memory.
  void clear() { text_.clear(); }

 private:
  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void new_line();
  void quote(std::string_view value);

  std::string text_;
  int indent_;
  int level_;
  bool first_ = true;  ///< nothing stands in the open bracket yet
  bool after_key_ = false;
};

}  // namespace tieout::output
