// Messages to sentences.
#include "source/message.hpp"

#include "source/catalogue.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace tieout::source {

std::string render(const Message& message, Language language) {
  const auto sentences = catalogue();
  const auto sentence = std::ranges::lower_bound(sentences, message.id, {}, &Sentence::id);
  if (sentence == sentences.end() || sentence->id != message.id) {
    throw std::logic_error(fmt::format("the catalogue has no sentence {}", message.id));
  }
  fmt::dynamic_format_arg_store<fmt::format_context> holes;
  for (const auto& [name, text, nested] : message.arguments) {
    holes.push_back(fmt::arg(name.c_str(), nested.empty() ? text : render(nested, language)));
  }
  try {
    return fmt::vformat(language == Language::zh ? sentence->zh : sentence->en, holes);
  } catch (const fmt::format_error& error) {
    throw std::logic_error(fmt::format("sentence {}: {}", message.id, error.what()));
  }
}

}  // namespace tieout::source
