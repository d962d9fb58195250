// The words that make a number approximate.
#include "figure/approximation.hpp"

#include "figure/characters.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace tieout::figure {

namespace {

struct Word {
  std::string_view text;
  /// Characters that make another word with it: 节约, 附近; or a bound of it: 不超过.
  std::u32string_view not_after;
};

constexpr std::u32string_view negations = U"不未没得能应可会";

// Longer words first.
constexpr std::array before_number = {
    Word{"超过", negations},     Word{"突破", negations},
    Word{"大约", U""},           Word{"约为", U"节"},
    Word{"大概", U""},           Word{"将近", U""},
    Word{"接近", U""},           Word{"不足", U""},
    Word{"不到", U"达"},         Word{"约", U"节签合预集公条制契违相特邀缔履守俭简隐盟"},
    Word{"近", U"附最邻临靠就"}, Word{"超", U"不未赶反高"},
    Word{"逾", U"不未"},
};

constexpr std::array<std::string_view, 2> within_number = {"余", "多"};
constexpr std::array<std::string_view, 2> before_unit = {"来", "几"};
constexpr std::array<std::string_view, 5> after_number = {"以上", "以下", "以内", "左右", "上下"};

std::size_t front(std::string_view text, std::size_t at, std::span<const std::string_view> words) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  const auto found =
      std::ranges::find_if(words, [rest](std::string_view word) { return rest.starts_with(word); });
  return found == words.end() ? 0 : found->size();
}

}  // namespace

std::size_t approximation_before(std::string_view text, std::size_t end) {
  const std::string_view front = text.substr(0, end);
  for (const auto& [word, not_after] : before_number) {
    if (!front.ends_with(word)) continue;
    const char32_t last = character_before(text, end - word.size()).code;
    return not_after.find(last) == std::u32string_view::npos ? word.size() : 0;
  }
  return 0;
}

std::size_t approximation_within(std::string_view text, std::size_t at) {
  return front(text, at, within_number);
}

std::size_t approximation_before_unit(std::string_view text, std::size_t at) {
  return front(text, at, before_unit);
}

std::size_t approximation_after(std::string_view text, std::size_t at) {
  return front(text, at, after_number);
}

}  // namespace tieout::figure
