// Breaks lines.
#include "language/layout.hpp"

#include "language/characters.hpp"

#include <algorithm>
#include <span>

namespace tieout::language {

namespace {

constexpr std::size_t widest = 100;

class Lines {
 public:
  Lines(std::span<const LayoutWord> words, std::size_t indent, std::size_t hanging)
      : words_(words), indent_(indent), hanging_(hanging) {
    for (const auto& word : words_) widths_.push_back(columns_of(word.text));
  }

  std::vector<std::string> run() {
    if (plain() && width(0, words_.size()) <= room()) {
      put(0, words_.size());
      return std::move(lines_);
    }
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= words_.size(); ++at) {
      if (at < words_.size() && !must_begin(at)) continue;
      fill(begin, at);
      begin = at;
    }
    return std::move(lines_);
  }

 private:
  /// Are there no comments inside? The first word's comments stand above, the last one's behind.
  [[nodiscard]] bool plain() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i > 0 && !words_[i].above.empty()) return false;
      if (i + 1 < words_.size() && !words_[i].behind.empty()) return false;
    }
    return true;
  }

  [[nodiscard]] bool must_begin(std::size_t at) const {
    const bool after_comment = !words_[at - 1].behind.empty() || !words_[at].above.empty();
    return after_comment || (words_[at].began && words_[at].may_begin);
  }

  [[nodiscard]] std::size_t room() const { return widest - (lines_.empty() ? indent_ : hanging_); }

  [[nodiscard]] std::size_t width(std::size_t begin, std::size_t end) const {
    std::size_t sum = 0;
    for (auto i = begin; i < end; ++i) sum += widths_[i] + (i > begin && words_[i].space ? 1 : 0);
    return sum;
  }

  /// The words as one line, or as several where they are too long for one.
  void fill(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const auto stop = stop_of(begin, end);
      put(begin, stop);
      begin = stop;
    }
  }

  [[nodiscard]] std::size_t stop_of(std::size_t begin, std::size_t end) const {
    std::size_t best = end;
    std::size_t used = widths_[begin];
    for (auto i = begin + 1; i < end; ++i) {
      const bool fits = used <= room();
      const bool outer = best == end || words_[i].depth <= words_[best].depth;
      if (words_[i].may_begin && (best == end || (fits && outer))) best = i;
      if (!fits && best != end) return best;
      used += widths_[i] + (words_[i].space ? 1 : 0);
    }
    return used <= room() ? end : best;
  }

  void put(std::size_t begin, std::size_t end) {
    const std::string margin(lines_.empty() ? indent_ : hanging_, ' ');
    // The first word's comments are put by whoever knows what stands above.
    if (begin > 0) {
      for (const auto& comment : words_[begin].above) lines_.push_back(margin + comment);
    }
    std::string line = margin;
    for (auto i = begin; i < end; ++i) {
      if (i > begin && words_[i].space) line += ' ';
      line += words_[i].text;
    }
    if (const auto& comment = words_[end - 1].behind; !comment.empty()) line += "  " + comment;
    lines_.push_back(std::move(line));
  }

  std::span<const LayoutWord> words_;
  std::size_t indent_;
  std::size_t hanging_;
  std::vector<std::size_t> widths_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> laid_out(const std::vector<LayoutWord>& words, std::size_t indent,
                                  std::size_t hanging) {
  return Lines(words, indent, hanging).run();
}

}  // namespace tieout::language
