// Workflow commands of GitHub Actions: an annotation a finding, at its line. GitHub shows ten of
// each kind a step; the rest, and the whole as tables, go to the job's summary if there is one.
#include "output/columns.hpp"
#include "output/markdown.hpp"
#include "output/words.hpp"
#include "output/writers.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <ostream>

namespace tieout::output {

namespace {

constexpr std::size_t shown_of_each_kind = 10;

enum class Kind { error, warning, notice };
constexpr std::array<std::string_view, 3> kind_names = {"error", "warning", "notice"};

Kind kind_of(language::Severity severity) {
  switch (severity) {
    case language::Severity::error:
      return Kind::error;
    case language::Severity::warning:
      return Kind::warning;
    default:
      return Kind::notice;
  }
}

/// Text of a command, of a property if `property`, with what ends either written as %XX, and
/// without what a terminal or a log would obey.
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    if (c == '%') {
      result += "%25";
    } else if (c == '\r') {
      result += "%0D";
    } else if (c == '\n') {
      result += "%0A";
    } else if (property && c == ':') {
      result += "%3A";
    } else if (property && c == ',') {
      result += "%2C";
    } else {
      result += c;
    }
  }
  return printable(result);
}

class GithubWriter final : public Writer {
 public:
  GithubWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {
    if (const char* path = std::getenv("GITHUB_STEP_SUMMARY")) {
      summary_.open(path, std::ios::binary | std::ios::app);
    }
  }

  void report(const finding::CheckedReport& report) override {
    for (const auto& found : report.findings) {
      source::Place place = source::in_file(report.source);
      if (const auto* known = place_of(found); known != nullptr && known->source) place = *known;
      annotate(finding::is_open(found) ? kind_of(found.severity) : Kind::notice, place,
               headline(found), remarked(found, style_.language));
    }
    if (nothing_decided(report)) {
      annotate(Kind::error, source::in_file(report.source), "tieout",
               source::render(source::Message("output.nothing_decided"), style_.language));
    }
    if (summary_.is_open()) summary_ << markdown_of(report, style_.language);
  }

  void finish(const Summary& summary) override {
    for (const auto& [source, reason, place] : summary.unreadable) {
      auto where = source::in_file(source);
      where.line = place.line;
      where.column = place.column;
      annotate(Kind::error, where, "tieout", source::render(reason, style_.language));
    }
    if (summary_.is_open()) summary_ << markdown_of(summary, style_.language) << std::flush;
    std::size_t left_out = 0;
    for (const auto number : annotations_) {
      if (number > shown_of_each_kind) left_out += number - shown_of_each_kind;
    }
    if (left_out > 0) {
      const source::Message more = {"output.not_annotated", {{"count", std::to_string(left_out)}}};
      out_ << source::render(more, style_.language) << '\n';
    }
    out_ << totals_words(summary, style_.language) << '\n';
  }

 private:
  /// A rule needs no title; its id says as well what to look for.
  [[nodiscard]] std::string headline(const finding::Finding& found) const {
    auto title = title_of(found, style_.language);
    return title.empty() ? found.rule->id : title;
  }

  void annotate(Kind kind, const source::Place& place, std::string_view title,
                std::string_view text) {
    const auto index = static_cast<std::size_t>(kind);
    if (++annotations_[index] > shown_of_each_kind) return;
    out_ << "::" << kind_names[index] << " file=" << escaped(place.source_name(), true);
    if (place.line > 0) out_ << ",line=" << place.line;
    if (place.line > 0 && place.column > 0) out_ << ",col=" << place.column;
    out_ << ",title=" << escaped(title, true) << "::" << escaped(text, false) << '\n';
  }

  std::ostream& out_;
  Style style_;
  std::ofstream summary_;
  std::array<std::size_t, 3> annotations_{};
};

}  // namespace

std::unique_ptr<Writer> make_github(std::ostream& out, const Style& style) {
  return std::make_unique<GithubWriter>(out, style);
}

}  // namespace tieout::output
