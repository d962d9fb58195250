// Loads rule files, and follows `use`.
#include "language/load.hpp"

#include "language/parser.hpp"

#include <deque>
#include <filesystem>
#include <optional>
#include <set>

namespace tieout::language {

using source::Message;

namespace {

namespace fs = std::filesystem;

struct Request {
  fs::path path;
  std::shared_ptr<const source::Source> user;  ///< the file that uses it; null: asked for itself
  source::Span span;
};

/// One name for a file, however its path is written.
std::string identity(const fs::path& path) {
  std::error_code error;
  const auto canonical = fs::weakly_canonical(path, error);
  return (error ? path.lexically_normal() : canonical).string();
}

Diagnostic cannot_use(const Request& request, const source::Failure& failure) {
  Diagnostic diagnostic;
  diagnostic.message = Message(
      "rule.use", {{"path", request.path.generic_string()}, {"reason", "", failure.message()}});
  diagnostic.file = request.user;
  diagnostic.span = request.span;
  return diagnostic;
}

}  // namespace

std::vector<syntax::File> load(const std::vector<std::string>& paths, std::string_view schema,
                               const source::Limits& limits, std::vector<Diagnostic>& diagnostics) {
  std::vector<syntax::File> files;
  std::set<std::string> seen;
  std::size_t rules = 0;
  for (const auto& path : paths) {
    // Files that are used come right after the one that uses them first.
    std::deque<Request> waiting = {{path, nullptr, {}}};
    while (!waiting.empty()) {
      const auto request = std::move(waiting.front());
      waiting.pop_front();
      if (!seen.insert(identity(request.path)).second) continue;
      std::shared_ptr<const source::Source> text;
      try {
        const auto name = request.path.generic_string();
        text = std::make_shared<source::Source>(
            source::decode(name, source::read_bytes(name, limits)));
      } catch (const source::Failure& failure) {
        if (!request.user) throw;
        diagnostics.push_back(cannot_use(request, failure));
        continue;
      }
      auto file = parse(text, limits, diagnostics);
      if (file.schema && file.schema->text != schema) continue;
      const auto folder = request.path.parent_path();
      auto place = waiting.begin();
      for (const auto& use : file.uses) {
        place = waiting.insert(place, {(folder / use.text).lexically_normal(), text, use.span});
        ++place;
      }
      rules += file.rules.size();
      files.push_back(std::move(file));
      if (rules > limits.rules) {
        const auto& last = files.back();
        Diagnostic diagnostic;
        diagnostic.message =
            Message("rule.too_many_rules", {{"limit", std::to_string(limits.rules)}});
        diagnostic.file = text;
        diagnostic.span = last.rules.back().id.span;
        diagnostics.push_back(std::move(diagnostic));
        return files;
      }
    }
  }
  return files;
}

}  // namespace tieout::language
