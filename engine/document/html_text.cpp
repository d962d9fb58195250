// Where the characters of a page's text stand in the page.
#include "document/html_text.hpp"

#include "document/characters.hpp"

#include <algorithm>

namespace tieout::document {

namespace {

constexpr std::string_view alphanumeric =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

std::optional<HtmlRuns::Run> HtmlRuns::next() {
  if (text_.empty()) return std::nullopt;
  while (at_ < page_.size() && page_[at_] == '<' && !text_.starts_with('<')) {
    at_ = std::min(page_.find('>', at_), page_.size() - 1) + 1;  // a tag that counts for nothing
  }
  Run run{.text = text_, .offset = std::min(at_, page_.size())};
  if (at_reference()) {
    std::size_t size = 0;
    (void)next_character(text_, size);
    run.text = text_.substr(0, size);
    pass_reference(text_.substr(size));
  } else {
    run.text = text_.substr(0, plain_length());
  }
  text_.remove_prefix(run.text.size());
  return run;
}

/// A "&" that stands for itself is followed by what the text goes on with.
bool HtmlRuns::at_reference() const {
  if (at_ >= page_.size() || page_[at_] != '&') return false;
  const auto written = page_.substr(at_);
  return !text_.starts_with('&') || written.starts_with("&amp") || written.starts_with("&AMP") ||
         written.starts_with("&#");
}

/// Moves behind a reference. Numbers and names end with ";", or without it: numbers with their last
/// digit, the oldest names where the text goes on.
void HtmlRuns::pass_reference(std::string_view behind) {
  const auto end_of = [this](std::size_t from, std::string_view letters) {
    return std::min(page_.find_first_not_of(letters, from), page_.size());
  };
  const auto reference = page_.substr(at_);
  const bool hexadecimal = reference.starts_with("&#x") || reference.starts_with("&#X");
  std::size_t end = 0;
  if (hexadecimal) {
    end = end_of(at_ + 3, "0123456789abcdefABCDEF");
  } else if (reference.starts_with("&#")) {
    end = end_of(at_ + 2, "0123456789");
  } else {
    end = end_of(at_ + 1, alphanumeric);
    const bool closed = end < page_.size() && page_[end] == ';';
    constexpr std::size_t shortest_name = 2;
    if (!closed) {
      const auto run = end;
      end = std::min(at_ + 1 + shortest_name, run);
      while (end < run && !behind.starts_with(page_.substr(end, run - end))) ++end;
    }
  }
  at_ = end < page_.size() && page_[end] == ';' ? end + 1 : end;
}

/// How much of the text stands in the page as it is; moves behind it.
std::size_t HtmlRuns::plain_length() {
  std::size_t length = 0;
  while (length < text_.size()) {
    if (at_ < page_.size() && page_[at_] == text_[length]) {
      if (length > 0 && page_[at_] == '&') break;
      ++at_;
    } else if (text_[length] == '\n' && at_ < page_.size() && page_[at_] == '\r') {
      at_ += page_.substr(at_).starts_with("\r\n") ? 2 : 1;  // a parser knows one end of lines
    } else if (length > 0) {
      break;
    }
    ++length;
  }
  return length;
}

}  // namespace tieout::document
