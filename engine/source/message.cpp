// Messages to sentences.
#include "source/message.hpp"

#include "source/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace tieout::source {

namespace {

const Message::Argument& argument(const Message& message, std::string_view name) {
  const auto found = std::ranges::find(message.arguments, name, &Message::Argument::name);
  if (found == message.arguments.end()) {
    throw std::logic_error(fmt::format("sentence {}: nothing for {{{}}}", message.id, name));
  }
  return *found;
}

/// A sentence with its {holes} filled; a brace that is meant is written twice.
std::string filled(std::string_view sentence, const Message& message, Language language) {
  constexpr std::size_t as_most_need = 256;
  std::string text;
  text.reserve(as_most_need);
  while (true) {
    // find_first_of would search the braces for each character.
    const auto open = std::min(sentence.find('{'), sentence.size());
    const auto brace = std::min(sentence.substr(0, open).find('}'), open);
    text += sentence.substr(0, brace);
    sentence.remove_prefix(brace);
    if (sentence.empty()) return text;
    if (sentence.starts_with("{{") || sentence.starts_with("}}")) {
      text += sentence.front();
      sentence.remove_prefix(2);
      continue;
    }
    const auto end = sentence.find('}');
    if (sentence.front() == '}' || end == std::string_view::npos) {
      throw std::logic_error(fmt::format("sentence {}: a brace too many", message.id));
    }
    const auto& [name, value, nested] = argument(message, sentence.substr(1, end - 1));
    if (nested.empty()) {
      text += value;
    } else {
      text += render(nested, language);
    }
    sentence.remove_prefix(end + 1);
  }
}

}  // namespace

std::string render(const Message& message, Language language) {
  const auto sentences = catalogue();
  const auto sentence = std::ranges::lower_bound(sentences, message.id, {}, &Sentence::id);
  if (sentence == sentences.end() || sentence->id != message.id) {
    throw std::logic_error(fmt::format("the catalogue has no sentence {}", message.id));
  }
  return filled(language == Language::zh ? sentence->zh : sentence->en, message, language);
}

}  // namespace tieout::source
