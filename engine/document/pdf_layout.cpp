// The words of a PDF's pages, laid out as lines of text.
#include "document/pdf_layout.hpp"

#include "document/characters.hpp"
#include "document/xml.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tieout::document {

namespace {

using Word = PdfLayout::Word;

/// "90.125" points in tenths; 0 for what is none.
long tenths(std::string_view text) {
  constexpr double most = 1e6;
  double points = 0;
  std::from_chars(text.data(), text.data() + text.size(), points);
  return static_cast<long>(std::clamp(points, -most, most) * 10);
}

class PageHandler final : public XmlHandler {
 public:
  explicit PageHandler(PdfLayout& layout) : layout_(layout) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    inside_ = name == "word";
    if (!inside_) return;
    words_.push_back({.text = {},
                      .left = tenths(attributes.get("xMin")),
                      .right = tenths(attributes.get("xMax")),
                      .top = tenths(attributes.get("yMin")),
                      .bottom = tenths(attributes.get("yMax"))});
  }
  void end(std::string_view name) override {
    inside_ = false;
    if (name == "page") layout_.add_page(std::exchange(words_, {}));
  }
  void text(std::string_view text) override {
    if (inside_) words_.back().text += text;
  }

 private:
  PdfLayout& layout_;
  std::vector<Word> words_;
  bool inside_ = false;
};

long middle(const Word& word) { return (word.top + word.bottom) / 2; }
long height(const Word& word) { return word.bottom - word.top; }

/// How wide a Chinese character of the word's size is.
long size_of(const Word& word) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < word.text.size();) {
    columns += display_width(next_character(word.text, at));
  }
  return 2 * (word.right - word.left) / static_cast<long>(std::max<std::size_t>(columns, 1));
}

bool is_narrow(char32_t character) { return display_width(character) == 1; }

char32_t first_character(std::string_view text) {
  std::size_t at = 0;
  return next_character(text, at);
}

char32_t last_character(std::string_view text) {
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) last = next_character(text, at);
  return last;
}

/// Tables are set in some nine points; a column is half of a Chinese character.
std::size_t on_ruler(long place) {
  constexpr long column = 45;  // tenths of a point
  constexpr auto units = static_cast<long>(column_width);
  return static_cast<std::size_t>(std::max(place, 0L) * units / column);
}

/// What stands between two words of a line: columns are further apart than words, and Chinese has
/// no spaces between words.
std::string_view between(const Word& before, const Word& after) {
  const auto gap = after.left - before.right;
  const auto size = std::min(size_of(before), size_of(after));
  if (20 * gap > 7 * size) return "  ";
  const bool latin =
      is_narrow(last_character(before.text)) && is_narrow(first_character(after.text));
  return latin && 10 * gap > size ? " " : "";
}

}  // namespace

PdfLayout::PdfLayout(std::string_view bbox, const source::Place& file,
                     const source::Limits& limits) {
  PageHandler handler(*this);
  XmlStream stream(handler, file, limits);
  // The page's type stands before its root.
  stream.feed(bbox.substr(std::min(bbox.find("<html"), bbox.size())));
  stream.finish();
}

void PdfLayout::add_page(std::vector<Word> words) {
  page_starts_.push_back(lines_ + 1);
  if (page_starts_.size() > 1) text_ += '\f';
  std::erase_if(words, [](const Word& word) { return trimmed(word.text).empty(); });
  if (words.empty()) return;
  std::ranges::stable_sort(words, {}, middle);
  const auto margin = std::ranges::min(words, {}, &Word::left).left;
  std::vector<Word> line;
  for (auto& word : words) {
    const bool below = !line.empty() && 5 * (middle(word) - middle(line.front())) >
                                            2 * std::min(height(word), height(line.front()));
    if (below) {
      const auto gap = word.top - line.front().bottom;
      const bool apart = gap > height(line.front());
      add_line(line, margin);
      if (apart) {
        text_ += "\n";
        ++lines_;
      }
    }
    line.push_back(std::move(word));
  }
  add_line(line, margin);
}

void PdfLayout::add_line(std::vector<Word>& words, long margin) {
  constexpr long most_indent = 200;  // columns
  std::ranges::stable_sort(words, {}, &Word::left);
  const auto& first = words.front();
  const auto column = std::max(size_of(first) / 2, 1L);
  const auto indent = std::clamp((first.left - margin) / column, 0L, most_indent);
  text_.append(static_cast<std::size_t>(indent), ' ');
  const Word* before = nullptr;
  for (const auto& word : words) {
    if (before != nullptr) text_ += between(*before, word);
    const auto begin = text_.size();
    text_ += word.text;
    const auto left = on_ruler(word.left);
    boxes_.push_back({{begin, text_.size()}, {left, std::max(on_ruler(word.right), left + 1)}});
    before = &word;
  }
  text_ += '\n';
  ++lines_;
  words.clear();
}

LayoutLine PdfLayout::line(std::string_view text, source::Span line) const {
  auto layout = layout_line(text, line);
  for (auto& segment : layout.segments) {
    const auto end_of = [](const Box& box) { return box.span.end; };
    auto box = std::ranges::upper_bound(boxes_, segment.span.begin, {}, end_of);
    if (box == boxes_.end()) continue;
    auto extent = box->extent;
    for (; box != boxes_.end() && box->span.begin < segment.span.end; ++box) {
      extent.end = std::max(extent.end, box->extent.end);
    }
    segment.extents = {extent, extent};
  }
  return layout;
}

}  // namespace tieout::document
