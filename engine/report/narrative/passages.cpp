// The text of a document: every paragraph, in tables too, with its section.
#include "report/narrative/passages.hpp"

#include "figure/number_text.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"
#include "report/scope.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_label = 20;  // Han characters

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (digit_value(character.code) >= 0) return true;
    at += character.bytes;
  }
  return false;
}

/// 政 府 采 购 预 算, as lines are set that must fill their width: without the spaces around
/// letters that stand alone.
document::PlacedText closed_up(const document::PlacedText& text) {
  const std::string_view view = text.text();
  document::PlacedText kept;
  std::size_t begin = 0;
  bool alone = false;  // the letter before the space has a space on its other side, too
  for (std::size_t at = 0; at < view.size();) {
    const Character character = character_at(view, at);
    const std::size_t end = at + character.bytes;
    if (!is_han(character.code)) {
      at = end;
      continue;
    }
    std::size_t next = end;
    while (is_space(character_at(view, next).code)) next += character_at(view, next).bytes;
    const Character second = character_at(view, next);
    const bool spaced = next > end && is_han(second.code);
    const char32_t third = character_at(view, next + second.bytes).code;
    if (spaced && (alone || is_space(third))) {
      kept.append(text.part(begin, end));
      begin = next;
    }
    alone = spaced;
    at = next > end && !spaced ? next : std::max(next, end);
  }
  if (begin == 0) return text;
  kept.append(text.part(begin, view.size()));
  return kept;
}

/// The ASCII character that a wide one or a special space means; 0 for any other.
char plain_character(char32_t code) {
  constexpr char32_t no_break_space = 0xA0;
  constexpr char32_t narrow_no_break_space = 0x202F;
  constexpr char32_t first_set_space = 0x2002;  // the widths that typesetters use
  constexpr char32_t last_set_space = 0x200A;
  if (code >= U'０' && code <= U'９') return static_cast<char>('0' + (code - U'０'));
  if (code == U'．') return '.';
  if (code == U'％') return '%';
  const bool space = code == no_break_space || code == narrow_no_break_space ||
                     (code >= first_set_space && code <= last_set_space);
  return space ? ' ' : '\0';
}

/// ２０２２年收入９４．７４万元 with the digits that all patterns know. Characters stay one for
/// one, so places do.
document::PlacedText in_plain_characters(const document::PlacedText& text) {
  const std::string_view view = text.text();
  document::PlacedText kept;
  std::size_t begin = 0;  // of what was not taken over yet
  for (std::size_t at = 0; at < view.size();) {
    std::string plain;
    std::size_t end = at;
    for (Character next = character_at(view, end); end < view.size();) {
      const char found = plain_character(next.code);
      if (found == '\0') break;
      plain += found;
      end += next.bytes;
      next = character_at(view, end);
    }
    if (plain.empty()) {
      at += character_at(view, at).bytes;
      continue;
    }
    if (begin < at) kept.append(text.part(begin, at));
    kept.append(plain, text.place(at));
    at = begin = end;
  }
  if (begin == 0) return text;
  if (begin < view.size()) kept.append(text.part(begin, view.size()));
  return kept;
}

class Collector {
 public:
  explicit Collector(const figure::UnitSystem& units) : units_(units) {}

  void add(const document::Paragraph& paragraph) {
    found_.sections.meet(paragraph.text.text(), paragraph.heading_level);
    std::string next = subject_named(paragraph.text.text());
    keep(paragraph.text, std::exchange(subject_, std::move(next)), false);
  }

  void add(const document::Table& table) {
    for (const document::TableRow& row : table.rows) add(row);
  }

  Passages take() { return std::move(found_); }

 private:
  /// 1、一般公共服务支出（类）财政事务（款）行政运行（项）。: a paragraph that only names a subject
  /// of the classification speaks of what follows it; empty for any other.
  [[nodiscard]] static std::string subject_named(std::string_view paragraph) {
    static constexpr std::string_view levels[] = {"（项）", "(项)",   "（款）",
                                                  "(款)",   "（类）", "(类)"};
    static constexpr std::string_view ends[] = {"。", "：", ":", "."};
    std::string name = name_in(without_suffixes(paragraph, ends));
    return has_digit(name) || suffix_of(name, levels).empty() ? std::string() : name;
  }

  void add(const document::TableRow& row) {
    std::string label;
    const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                      [](const document::Cell& cell) { return !cell.blank(); });
    for (const document::Cell& cell : row.cells) {
      const std::string whole = cell.joined().text();
      if (is_prose(whole)) {
        // A numbered row of a data table (1、办公室) opens no section; a bar over the whole width
        // and a cell that holds a text of its own do.
        const bool headed = filled == 1 || cell.paragraphs.size() > 1;
        for (const document::PlacedText& paragraph : cell.paragraphs) {
          if (headed) found_.sections.meet(paragraph.text(), 0);
          keep(paragraph, label, true);
        }
      }
      const bool labels = !has_digit(whole) && han_count(whole) <= longest_label;
      label = labels ? std::string(trimmed(whole)) : std::string();
    }
  }

  /// Anything but a number and what stands for one, and a head that says how its figures are
  /// worked out.
  [[nodiscard]] bool is_prose(std::string_view cell) const {
    return without_formula(cell).empty() &&
           std::holds_alternative<figure::NotANumber>(figure::read_cell(cell, units_));
  }

  void keep(const document::PlacedText& text, std::string label, bool in_cell) {
    if (trimmed(text.text()).empty()) return;
    found_.list.push_back({closed_up(in_plain_characters(text)), found_.sections.current(),
                           std::move(label), in_cell});
  }

  const figure::UnitSystem& units_;
  std::string subject_;  ///< that the paragraph before names, and nothing else
  Passages found_;
};

}  // namespace

Passages passages_of(const document::Document& document, const figure::UnitSystem& units) {
  Collector collector(units);
  for (const document::Block& block : document.blocks) {
    std::visit([&](const auto& part) { collector.add(part); }, block);
  }
  return collector.take();
}

}  // namespace tieout::report::narrative
