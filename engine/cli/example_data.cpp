// Divides an example's JSON at its member "prior".
#include "cli/example_data.hpp"

#include "source/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::cli {

namespace {

/// Bytes of a member of the outermost object.
struct Member {
  std::size_t name = 0;   ///< where its name begins
  std::size_t value = 0;  ///< where its value begins
  std::size_t value_end = 0;
  std::size_t end = 0;  ///< after the comma that follows the value, if one does
};

// The byte after the string that begins at `at`.
std::size_t after_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

// Steps over strings and counts brackets: enough for JSON that is whole, and harmless for other.
std::optional<Member> find_member(std::string_view text, std::string_view quoted_name) {
  std::size_t depth = 0;
  std::optional<Member> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      const auto end = after_string(text, at);
      const auto colon = text.find_first_not_of(" \t\r\n", end);
      const bool is_name = depth == 1 && colon < text.size() && text[colon] == ':';
      if (is_name && !found && text.substr(at, end - at) == quoted_name) {
        found = Member{at, colon + 1, 0, 0};
      }
      at = end - 1;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']' || (c == ',' && depth == 1)) {
      if (depth == 1 && found) {
        found->value_end = at;
        found->end = c == ',' ? at + 1 : at;
        return found;
      }
      if (c != ',' && depth > 0) --depth;
    }
  }
  return std::nullopt;
}

// Everything from `begin` to `end` as spaces; line ends stay.
void blank(std::string& text, std::size_t begin, std::size_t end) {
  for (auto at = begin; at < end; ++at) {
    if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
  }
}

source::Failure no_reports(const source::Source& example) {
  return source::Failure(source::Message("cli.example_run"), example.place(0));
}

source::Source part(const source::Source& whole, std::string text) {
  return {whole.name(), std::move(text), whole.place(0).line};
}

}  // namespace

ExampleData divide(const source::Source& example) {
  const auto member = find_member(example.text(), "\"prior\"");
  if (!member) return {example, std::nullopt};
  std::string current(example.text());
  auto begin = member->name;
  // The last member takes the comma before it along.
  if (current[member->end - 1] != ',') {
    const auto before = current.find_last_not_of(" \t\r\n", begin - 1);
    if (current[before] == ',') begin = before;
  }
  blank(current, begin, member->end);
  std::string prior(example.text());
  blank(prior, 0, member->value);
  blank(prior, member->value_end, prior.size());
  return {part(example, std::move(current)), part(example, std::move(prior))};
}

std::vector<source::Source> reports_of(const source::Source& example) {
  const auto text = example.text();
  const auto member = find_member(text, "\"reports\"");
  if (!member) throw no_reports(example);
  std::vector<source::Source> reports;
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (auto at = member->value; at < member->value_end; ++at) {
    const char c = text[at];
    if (c == '"') {
      at = after_string(text, at) - 1;
    } else if (c == '{' || c == '[') {
      if (++depth == 2) begin = at;
    } else if ((c == '}' || c == ']') && depth > 0 && depth-- == 2) {
      std::string alone(text);
      blank(alone, 0, begin);
      blank(alone, at + 1, alone.size());
      reports.push_back(part(example, std::move(alone)));
    }
  }
  if (reports.empty()) throw no_reports(example);
  return reports;
}

}  // namespace tieout::cli
