// Text that is written as to a stream and taken away without a copy.
#pragma once

#include <cstddef>
#include <streambuf>
#include <string>
#include <utility>

namespace tieout::cli {

class TextSink final : public std::streambuf {
 public:
  /// What was written since. As much is expected to be written again, into memory of the same size:
  /// texts that come and go on several threads then fit where earlier ones were.
  [[nodiscard]] std::string take() {
    std::string taken = std::exchange(text_, {});
    text_.reserve(taken.capacity() / 2 > taken.size() ? taken.size() : taken.capacity());
    return taken;
  }

 protected:
  std::streamsize xsputn(const char* from, std::streamsize size) override {
    text_.append(from, static_cast<std::size_t>(size));
    return size;
  }
  int_type overflow(int_type character) override {
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
      text_.push_back(traits_type::to_char_type(character));
    }
    return traits_type::not_eof(character);
  }

 private:
  std::string text_;
};

}  // namespace tieout::cli
