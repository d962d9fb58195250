// Findings and documents for the page, in both languages.
#include "output/page_shape.hpp"

#include "output/arithmetic.hpp"
#include "output/words.hpp"

#include <algorithm>

namespace tieout::output {

namespace {

using finding::CheckedReport;
using finding::Finding;
using source::Language;

// A page is for reading; a document of more text than this is cut, and the page says so.
constexpr std::size_t most_blocks = 20'000;

template <typename InLanguage>
Json in_both(const InLanguage& render) {
  return both(render(Language::zh), render(Language::en));
}

Json where(const source::Place* place, const CheckedReport& report) {
  if (place == nullptr) return "";
  return in_both([&](Language language) { return place_words(*place, report.source, language); });
}

Json working(const Finding& found, const CheckedReport& report, Marks& marks) {
  const auto zh = arithmetic_lines(found, report.source, Language::zh);
  const auto en = arithmetic_lines(found, report.source, Language::en);
  Json lines = Json::array();
  for (std::size_t i = 0; i < zh.size(); ++i) {
    Json line = {{"sign", zh[i].sign},
                 {"number", zh[i].number},
                 {"unit", zh[i].unit},
                 {"label", both(zh[i].label, en[i].label)},
                 {"where", both(zh[i].place, en[i].place)}};
    if (const auto* piece = zh[i].piece) line["mark"] = marks.add(piece->place, piece->raw);
    lines.push_back(std::move(line));
  }
  return lines;
}

Json shown(const Finding& found, const CheckedReport& report, Marks& marks) {
  const auto* place = place_of(found);
  Json diagnosis = Json::array();
  for (const auto& each : found.diagnosis) {
    if (each.kind != "rounding")
      diagnosis.push_back(both(each.text));  // that one, the working says
  }
  Json json = {{"rule", found.rule->id},
               {"severity", language::name(found.severity)},
               {"badge", both(severity_words(found))},
               {"open", finding::is_open(found)},
               {"verdict", figure::name(found.outcome.verdict)},
               {"message", in_both([&](Language language) { return message_of(found, language); })},
               {"remark", in_both([&](Language language) { return remark_of(found, language); })},
               {"label", found.outcome.subject.label},
               {"check", found.check},
               {"left", to_json(found.left)},
               {"right", to_json(found.right)},
               {"difference", to_json(found.difference)},
               {"allowed", to_json(found.allowed)},
               {"place", place == nullptr ? Json() : to_json(*place)},
               {"where", where(place, report)},
               {"working", working(found, report, marks)},
               {"diagnosis", std::move(diagnosis)},
               {"fingerprint", found.fingerprint}};
  if (!found.outcome.reason.empty()) json["reason"] = both(found.outcome.reason);
  if (found.follows) json["follows"] = *found.follows;  // the number of its root
  return json;
}

Json pieces(const document::PlacedText& text, const Marks& marks) {
  Json list = Json::array();
  const auto& all = text.text();
  std::size_t at = 0;
  for (const auto& [begin, end, id] : marks.in(text)) {
    if (begin > at) list.push_back(all.substr(at, begin - at));
    list.push_back(Json::array({id, all.substr(begin, end - begin)}));
    at = end;
  }
  if (at < all.size()) list.push_back(all.substr(at));
  return list;
}

Json block_json(const document::Table& table, const Marks& marks) {
  Json rows = Json::array();
  for (const auto& row : table.rows) {
    Json& cells = rows.emplace_back(Json::array());
    for (const auto& cell : row.cells) {
      Json text = Json::array();
      for (const auto& paragraph : cell.paragraphs) text.push_back(pieces(paragraph, marks));
      cells.push_back({{"column", cell.column},
                       {"span", table.spans_known ? cell.column_span : 1},
                       {"text", std::move(text)}});
    }
  }
  return {{"rows", std::move(rows)}};
}

Json block_json(const document::Paragraph& paragraph, const Marks& marks) {
  return {{"heading", paragraph.heading_level}, {"text", pieces(paragraph.text, marks)}};
}

}  // namespace

Json both(const std::string& zh, const std::string& en) {
  return zh == en ? Json(zh) : Json::array({zh, en});
}

Json both(const source::Message& message) {
  return in_both([&](Language language) { return source::render(message, language); });
}

Json page_report(const CheckedReport& report, Marks& marks) {
  Json notes = Json::array();
  for (const auto& note : report.notes) notes.push_back(both(note));
  if (nothing_decided(report)) {
    notes.push_back(both(source::Message("output.nothing_decided")));
  }
  Json findings = Json::array();
  for (const auto& found : report.findings) findings.push_back(shown(found, report, marks));
  return {{"source", report.source},   {"entity", report.entity},
          {"period", report.period},   {"counts", to_json(report.counts)},
          {"notes", std::move(notes)}, {"findings", std::move(findings)}};
}

Json page_document(const document::Document& document, const Marks& marks) {
  Json blocks = Json::array();
  const auto shown = std::min(document.blocks.size(), most_blocks);
  for (std::size_t i = 0; i < shown; ++i) {
    blocks.push_back(std::visit([&](const auto& block) { return block_json(block, marks); },
                                document.blocks[i]));
  }
  return {{"blocks", std::move(blocks)}, {"omitted", document.blocks.size() - shown}};
}

}  // namespace tieout::output
