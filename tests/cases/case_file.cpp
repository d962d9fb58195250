// The format of case files; tests/README.md describes it.
#include "case_file.hpp"

#include <charconv>
#include <stdexcept>
#include <utility>

namespace cases {

namespace {

constexpr std::string_view mark = "--- ";
constexpr std::string_view without_end = " (no newline at end)";
constexpr std::string_view hexadecimal = " (hex)";

/// A line that starts with "--- ", and the lines under it.
struct Section {
  std::string title;
  std::string body;
  std::string text;  ///< both, as written
};

std::string unescaped(std::string_view line) {
  return std::string(line.starts_with('\\') ? line.substr(1) : line);
}

std::vector<Section> sections(std::string_view text) {
  std::vector<Section> all(1);
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    if (line.starts_with(mark)) {
      all.push_back({std::string(line.substr(mark.size())), {}, {}});
    } else {
      all.back().body += unescaped(line) + "\n";
    }
    all.back().text += std::string(line) + "\n";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return all;
}

bool taken(std::string& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.resize(text.size() - suffix.size());
  return true;
}

int number(std::string_view text, int base) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::runtime_error("no number: " + std::string(text));
  }
  return value;
}

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (auto at = hex.find_first_not_of(" \n"); at != std::string_view::npos;
       at = hex.find_first_not_of(" \n", at)) {
    bytes += static_cast<char>(number(hex.substr(at, 2), 16));
    at += 2;
  }
  return bytes;
}

std::string content_of(Section& section) {
  if (taken(section.title, hexadecimal)) return bytes_of(section.body);
  if (taken(section.title, without_end)) section.body.pop_back();
  return section.body;
}

class Reader {
 public:
  Case read(std::string_view text) {
    for (auto& section : sections(text)) take(section);
    if (case_.runs.empty()) throw std::runtime_error("the case runs nothing");
    return std::move(case_);
  }

 private:
  void take(Section& section) {
    const auto content = content_of(section);
    const auto space = section.title.find(' ');
    const auto word = section.title.substr(0, space);
    const auto rest = space == std::string::npos ? "" : section.title.substr(space + 1);
    if (word == "run") {
      case_.runs.push_back({rest, {}, {}, section.text});
    } else if (case_.runs.empty()) {
      take_given(word, rest, content);
      case_.head += section.text;
    } else {
      take_expectation(case_.runs.back(), word, rest, content, section.text);
    }
  }

  void take_given(const std::string& word, const std::string& name, const std::string& content) {
    if (word.empty()) return;  // the comment
    if (word == "file") {
      case_.givens.push_back({Given::Kind::file, name, content});
    } else if (word == "folder") {
      case_.givens.push_back({Given::Kind::folder, name, {}});
    } else if (word == "copy") {
      case_.givens.push_back({Given::Kind::copy, name.substr(name.rfind('/') + 1), name});
    } else {
      throw std::runtime_error("no such section before the first run: " + word);
    }
  }

  static void take_expectation(Run& run, const std::string& word, const std::string& rest,
                               const std::string& content, const std::string& text) {
    if (word == "stdin") {
      run.input = content;
      run.text += text;
    } else if (word == "stdout") {
      run.expected.out = content;
    } else if (word == "stderr") {
      run.expected.err = content;
    } else if (word == "status") {
      run.expected.status = number(rest, 10);
    } else {
      throw std::runtime_error("no such section after a run: " + word);
    }
  }

  Case case_;
};

void put(std::string& text, std::string_view title, std::string_view content) {
  if (content.empty()) return;
  text.append(mark).append(title);
  if (!content.ends_with('\n')) text += without_end;
  text += '\n';
  while (!content.empty()) {
    const auto end = content.find('\n');
    const auto line = content.substr(0, end);
    if (line.starts_with(mark) || line.starts_with('\\')) text += '\\';
    text.append(line) += '\n';
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
  }
}

}  // namespace

Case parse(std::string_view text) { return Reader().read(text); }

std::string written(const Case& read, const std::vector<Outcome>& outcomes) {
  std::string text = read.head;
  for (std::size_t i = 0; i < read.runs.size(); ++i) {
    const auto& [out, err, status] = outcomes.at(i);
    text += read.runs[i].text;
    put(text, "stdout", out);
    put(text, "stderr", err);
    text += std::string(mark) + "status " + std::to_string(status) + "\n";
  }
  return text;
}

}  // namespace cases
