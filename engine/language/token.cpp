// The language's words and marks, each written down once.
#include "language/token.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tieout::language {

namespace {

struct Entry {
  std::string_view text;
  Word word;
  Role role;
};

constexpr std::array words = {
    Entry{"", Word::ordinary, Role::ordinary},
    Entry{"implies", Word::implies, Role::reserved},
    Entry{"or", Word::or_, Role::reserved},
    Entry{"and", Word::and_, Role::reserved},
    Entry{"not", Word::not_, Role::reserved},
    Entry{"in", Word::in, Role::reserved},
    Entry{"matches", Word::matches, Role::reserved},
    Entry{"contains", Word::contains, Role::reserved},
    Entry{"exactly", Word::exactly, Role::reserved},
    Entry{"within", Word::within, Role::reserved},
    Entry{"if", Word::if_, Role::reserved},
    Entry{"then", Word::then, Role::reserved},
    Entry{"else", Word::else_, Role::reserved},
    Entry{"true", Word::true_, Role::reserved},
    Entry{"false", Word::false_, Role::reserved},
    Entry{"all", Word::all, Role::contextual},
    Entry{"any", Word::any, Role::contextual},
    Entry{"none", Word::none, Role::contextual},
    Entry{"present", Word::present, Role::contextual},
    Entry{"group", Word::group, Role::contextual},
    Entry{"by", Word::by, Role::contextual},
    Entry{"as", Word::as, Role::contextual},
    Entry{"default", Word::default_, Role::contextual},
    Entry{"title", Word::title, Role::clause},
    Entry{"over", Word::over, Role::clause},
    Entry{"when", Word::when, Role::clause},
    Entry{"let", Word::let, Role::clause},
    Entry{"check", Word::check, Role::clause},
    Entry{"message", Word::message, Role::clause},
    Entry{"severity", Word::severity, Role::clause},
    Entry{"basis", Word::basis, Role::clause},
    Entry{"hint", Word::hint, Role::clause},
    Entry{"tags", Word::tags, Role::clause},
    Entry{"acceptable", Word::acceptable, Role::clause},
    Entry{"example", Word::example, Role::clause},
    Entry{"rule", Word::rule, Role::declaration},
    Entry{"define", Word::define, Role::declaration},
    Entry{"param", Word::param, Role::declaration},
    Entry{"profile", Word::profile, Role::declaration},
    Entry{"use", Word::use, Role::declaration},
    Entry{"schema", Word::schema, Role::declaration},
};

constexpr std::array all_marks = {
    Mark{"==", Kind::identical},  Mark{"=", Kind::equal},          Mark{"!=", Kind::different},
    Mark{"≠", Kind::different},   Mark{"<=", Kind::less_equal},    Mark{"≤", Kind::less_equal},
    Mark{"<", Kind::less},        Mark{">=", Kind::greater_equal}, Mark{"≥", Kind::greater_equal},
    Mark{">", Kind::greater},     Mark{"+", Kind::plus},           Mark{"-", Kind::minus},
    Mark{"*", Kind::star},        Mark{"/", Kind::slash},          Mark{".", Kind::dot},
    Mark{",", Kind::comma},       Mark{":", Kind::colon},          Mark{"%", Kind::unit_sign},
    Mark{"‰", Kind::unit_sign},   Mark{"(", Kind::open_round},     Mark{")", Kind::close_round},
    Mark{"[", Kind::open_square}, Mark{"]", Kind::close_square},   Mark{"{", Kind::open_brace},
    Mark{"}", Kind::close_brace},
};

// The table is in the order of the enumeration, so that a word finds its entry at once.
constexpr const Entry& entry(Word word) { return words[static_cast<std::size_t>(word)]; }

constexpr bool in_order = [] {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].word != Word(i)) return false;
  }
  return true;
}();
static_assert(in_order && words.back().word == Word::schema);

}  // namespace

Word word_of(std::string_view name) {
  static const auto by_text = [] {
    std::unordered_map<std::string_view, Word> map;
    for (const auto& known : words) map.emplace(known.text, known.word);
    return map;
  }();
  const auto found = by_text.find(name);
  return found == by_text.end() ? Word::ordinary : found->second;
}

Role role(Word word) { return entry(word).role; }

std::string_view spelling(Word word) { return entry(word).text; }

std::span<const Mark> marks() { return all_marks; }

std::string_view spelling(Kind mark) {
  return std::ranges::find(all_marks, mark, &Mark::kind)->text;
}

std::vector<std::string_view> words_of(Role wanted) {
  std::vector<std::string_view> result;
  for (const auto& known : words) {
    if (known.role == wanted) result.push_back(known.text);
  }
  return result;
}

}  // namespace tieout::language
