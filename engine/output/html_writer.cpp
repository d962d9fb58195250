// One page that needs nothing else: the findings of all reports as data, what draws them, and a
// policy that lets nothing in or out.
#include "output/marks.hpp"
#include "output/page/page.hpp"
#include "output/page_shape.hpp"
#include "output/words.hpp"
#include "output/writers.hpp"
#include "source/catalogue.hpp"

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::output {

namespace {

using source::Language;

// Text as data in the page: a "<" could end the element that it stands in.
std::string data_text(const Json& json) {
  std::string result;
  for (const char c : text_of(json, -1)) {
    if (c == '<') {
      result += "\\u003c";
    } else {
      result += c;
    }
  }
  return result;
}

class HtmlWriter final : public Writer {
 public:
  HtmlWriter(std::ostream& out, const Style& style) : out_(out), style_(style) {
    const std::map<std::string_view, std::string_view> fillings = {
        {"language", language_id()},
        {"style_hash", page::style_hash},
        {"script_hash", page::script_hash},
        {"style", page::style}};
    auto rest = page::html;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
      const auto close = rest.find('}', open);
      out_ << rest.substr(0, open) << fillings.at(rest.substr(open + 1, close - open - 1));
      rest.remove_prefix(close + 1);
    }
    out_ << rest;
  }

  [[nodiscard]] Needs needs() const override { return {.document = true}; }

  void report(const finding::CheckedReport& report) override {
    Marks marks;
    data("class=\"report\"", page_report(report, marks));
    if (report.document) {
      data("id=\"document-" + std::to_string(reports_) + "\"",
           page_document(*report.document, marks));
    }
    ++reports_;
    for (const auto& rule : report.rules) add(rule);
    for (const auto& found : report.findings) increase(rules_[found.rule->id]["found"], 1);
  }

  void finish(const Summary& summary) override {
    Json unreadable = Json::array();
    for (const auto& [source, reason, place] : summary.unreadable) {
      unreadable.push_back({{"source", source},
                            {"reason", both(reason)},
                            {"where", both(place_words(place, source, Language::zh),
                                           place_words(place, source, Language::en))}});
    }
    data(
        "id=\"run\"",
        {{"language", language_id()},
         {"words", {{"zh", words(Language::zh)}, {"en", words(Language::en)}}},
         {"rules", std::move(rules_)},
         {"summary", to_json(summary, style_.language)},
         {"totals", both(totals_words(summary, Language::zh), totals_words(summary, Language::en))},
         {"unreadable", std::move(unreadable)}});
    out_ << "<script>" << page::script << "</script>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] const char* language_id() const {
    return style_.language == Language::zh ? "zh" : "en";
  }

  void data(std::string_view attribute, const Json& json) {
    out_ << "<script type=\"application/json\" " << attribute << '>' << data_text(json)
         << "</script>\n";
  }

  // What the page knows of a rule, with the verdicts of all reports.
  void add(const finding::RuleCounts& counted) {
    const auto& rule = *counted.rule;
    auto& known = rules_[rule.id];
    if (known.is_null()) {
      known = {{"title",
                both(finding::title_of(rule, Language::zh), finding::title_of(rule, Language::en))},
               {"hint", rule.hint},
               {"basis", rule.basis},
               {"found", std::size_t{0}},
               {"counts", to_json(finding::Counts{})}};
    }
    for (std::size_t i = 0; i < counted.counts.size(); ++i) {
      increase(known["counts"][std::string(figure::name(figure::verdicts[i]))], counted.counts[i]);
    }
  }

  static void increase(Json& number, std::size_t by) { number = number.get<std::size_t>() + by; }

  static Json words(Language language) {
    Json all = Json::object();
    for (const auto& sentence : source::catalogue()) {
      if (!sentence.id.starts_with("output.")) continue;
      all[std::string(sentence.id)] = language == Language::zh ? sentence.zh : sentence.en;
    }
    return all;
  }

  std::ostream& out_;
  Style style_;
  std::size_t reports_ = 0;
  Json rules_ = Json::object();
};

}  // namespace

std::unique_ptr<Writer> make_html(std::ostream& out, const Style& style) {
  return std::make_unique<HtmlWriter>(out, style);
}

}  // namespace tieout::output
