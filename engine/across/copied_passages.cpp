// Anchors that several reports have; the windows around them, counted; passages made of those.
#include "across/copied_passages.hpp"

#include "across/kept_paragraphs.hpp"

#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace tieout::across {

namespace {

constexpr std::uint64_t form_text = ~std::uint64_t{0};

/// Takes sorted records apart into those of the same text. `report_end`: of the report of a place,
/// behind its last. Texts of more than `few` reports go to `of_many(place)` place by place, others
/// to `of_few(places)`. Holds the places of `few` reports.
template <typename Record, typename SameText, typename ReportEnd, typename OfMany, typename OfFew>
void by_text(SortedSpill<Record> records, SameText same_text, std::size_t few, ReportEnd report_end,
             OfMany of_many, OfFew of_few) {
  std::vector<std::uint64_t> places;
  for (auto record = records.next(); record;) {
    const Record text = *record;
    std::size_t reports = 0;
    std::uint64_t end = 0;
    places.clear();
    for (; record && same_text(*record, text); record = records.next()) {
      if (reports <= few && record->place >= end) {
        ++reports;
        end = report_end(record->place);
      }
      places.push_back(record->place);
      if (reports > few) {
        std::ranges::for_each(places, of_many);
        places.clear();
      }
    }
    if (reports <= few) of_few(places);
  }
}

}  // namespace

// Two of the sorted files are in use at any time.
CopiedPassages::CopiedPassages(const PassageOptions& options)
    : options_(options), winnowing_(options.length), anchors_(options.memory / 2) {}

void CopiedPassages::add(std::span<const std::string_view> paragraphs) {
  const std::uint64_t start = han_file_.size() / sizeof(char32_t);
  starts_.push_back(start);
  texts_.add(joined(paragraphs));
  std::u32string han;
  for (const auto paragraph : paragraphs) {
    const std::size_t first = han.size();
    append_han(paragraph, han);
    const auto characters = std::span(han).subspan(first, han.size() - first - 1);
    for (const auto& anchor : winnowing_.anchors(characters, start + first)) anchors_.add(anchor);
  }
  han_file_.append(std::as_bytes(std::span(han)));
}

void CopiedPassages::finish(const std::function<void(const CopiedPassage&)>& tell) {
  const auto bytes = han_file_.map();
  han_ = {reinterpret_cast<const char32_t*>(bytes.data()), bytes.size() / sizeof(char32_t)};
  auto found = passages_of(matches_of(windows_of(shared_anchors())));
  find_sources(found);

  for (auto passage = found.begin(); passage != found.end();) {
    const std::size_t report = report_of(passage->place);
    const std::string text = texts_.read(report);
    HanCursor cursor(parted(text), starts_[report]);
    for (; passage != found.end() && passage->place < end_of(report); ++passage) {
      cursor.go_to(passage->place);
      const PassagePlace later = {report, cursor.paragraph(), cursor.column()};
      const std::size_t begin = cursor.begin();
      cursor.go_to(passage->place + passage->length - 1);
      tell({later, passage->earlier, passage->length,
            cursor.text().substr(begin, cursor.end() - begin)});
    }
  }
}

/// The places of anchors that stand in more than one report.
SortedSpill<std::uint64_t> CopiedPassages::shared_anchors() {
  SortedSpill<std::uint64_t> shared(options_.memory / 2);
  by_text(
      std::move(anchors_), [](const Anchor& a, const Anchor& b) { return a.hash == b.hash; }, 1,
      [&](std::uint64_t place) { return end_of(report_of(place)); },
      [&](std::uint64_t place) { shared.add(place); }, [](const auto&) {});
  return shared;
}

/// All windows that hold one of the anchors.
SortedSpill<CopiedPassages::Window> CopiedPassages::windows_of(
    SortedSpill<std::uint64_t> anchors) const {
  SortedSpill<Window> windows(options_.memory / 2);
  const std::size_t before = options_.length - winnowing_.anchor_length();
  std::uint64_t next = 0;  // the first that may not have been taken with an earlier anchor
  while (const auto anchor = anchors.next()) {
    // Back to where the paragraph begins, on for as long as a window fits in.
    std::uint64_t begin = *anchor;
    while (begin > next && *anchor - begin < before && han_[begin - 1] != U'\0') --begin;
    std::uint64_t end = *anchor + winnowing_.anchor_length();
    for (; begin <= *anchor; ++begin) {
      while (end < begin + options_.length && han_[end] != U'\0') ++end;
      if (end < begin + options_.length) break;
      const auto hash = XXH3_128bits(&han_[begin], options_.length * sizeof(char32_t));
      windows.add({hash.high64, hash.low64, begin});
    }
    next = *anchor + 1;
  }
  return windows;
}

/// Of the windows that more than one report has: form text, and those that are in an earlier one.
SortedSpill<CopiedPassages::Match> CopiedPassages::matches_of(SortedSpill<Window> windows) const {
  SortedSpill<Match> matches(options_.memory / 2);
  by_text(
      std::move(windows), [](const Window& a, const Window& b) { return a.same_text(b); },
      options_.common, [&](std::uint64_t place) { return end_of(report_of(place)); },
      [&](std::uint64_t place) { matches.add({place, form_text}); },
      [&](const std::vector<std::uint64_t>& places) {
        const std::uint64_t first_report_end = end_of(report_of(places.front()));
        for (const auto place : places) {
          if (place >= first_report_end) matches.add({place, places.front()});
        }
      });
  return matches;
}

std::vector<CopiedPassages::Found> CopiedPassages::passages_of(SortedSpill<Match> matches) const {
  std::vector<Found> found;
  std::vector<Match> of_a_report;
  for (auto match = matches.next(); match;) {
    const std::uint64_t end = end_of(report_of(match->place));
    of_a_report.clear();
    for (; match && match->place < end; match = matches.next()) of_a_report.push_back(*match);
    take(of_a_report, found);
  }
  return found;
}

void CopiedPassages::take(std::span<const Match> of_a_report, std::vector<Found>& found) const {
  const auto is_form = [](const Match& match) { return match.source == form_text; };
  std::uint64_t taken = 0;  // up to here: told, or form text
  auto form = of_a_report.begin();
  for (auto match = of_a_report.begin(); match != of_a_report.end(); ++match) {
    if (is_form(*match)) {
      taken = match->place + options_.length;
      continue;
    }
    if (match->place < taken) continue;
    form = std::find_if(std::max(form, match), of_a_report.end(), is_form);
    const std::uint64_t limit = form == of_a_report.end() ? han_.size() : form->place;
    const std::size_t length = common_length(match->place, match->source, limit);
    if (length < options_.length) continue;
    found.push_back({match->place, match->source, length});
    taken = match->place + length;
  }
}

/// Says of each where it stands in the earlier report. Reads each report once.
void CopiedPassages::find_sources(std::vector<Found>& found) {
  std::ranges::sort(found, {}, &Found::source);
  for (auto passage = found.begin(); passage != found.end();) {
    const std::size_t report = report_of(passage->source);
    const std::string text = texts_.read(report);
    HanCursor cursor(parted(text), starts_[report]);
    for (; passage != found.end() && passage->source < end_of(report); ++passage) {
      cursor.go_to(passage->source);
      passage->earlier = {report, cursor.paragraph(), cursor.column()};
    }
  }
  std::ranges::sort(found, {}, &Found::place);
}

std::size_t CopiedPassages::report_of(std::uint64_t place) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(starts_, place) - starts_.begin()) - 1;
}

std::uint64_t CopiedPassages::end_of(std::size_t report) const {
  return report + 1 < starts_.size() ? starts_[report + 1] : han_.size();
}

/// How many characters from `a`, which ends before `limit`, are those from `b` on.
std::size_t CopiedPassages::common_length(std::uint64_t a, std::uint64_t b,
                                          std::uint64_t limit) const {
  const std::uint64_t first = a;
  for (; a < limit && han_[a] != U'\0' && han_[a] == han_[b]; ++a) ++b;
  return a - first;
}

}  // namespace tieout::across
