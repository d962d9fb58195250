// The numbers of a paragraph: what states an amount, what is a date, and what is neither.
#include "report/narrative/scan.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <optional>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_title = 100;  // characters
constexpr int smallest_code = 100'000;      // telephone numbers, budget codes
constexpr int first_year = 1900;
constexpr int last_year = 2099;

bool is_digit_at(std::string_view text, std::size_t at) {
  return digit_value(character_at(text, at).code) >= 0;
}

class Scanner {
 public:
  Scanner(std::string_view text, const figure::UnitSystem& units) : text_(text), units_(units) {}

  Scan run() {
    if (const auto mark = heading_mark(text_)) at_ = mark->bytes;
    while (at_ < text_.size()) step();
    return std::move(found_);
  }

 private:
  void step() {
    const Character character = character_at(text_, at_);
    if (skip_title(character)) return;
    if (digit_value(character.code) >= 0) return digits();
    if (const auto date = date_at(text_, at_)) return take(*date);
    at_ += character.bytes;
  }

  /// Laws, plans and document numbers: 《……》 〔2013〕. An opening mark without its end is text.
  bool skip_title(const Character& open) {
    const char32_t close = open.code == U'《' ? U'》' : open.code == U'〔' ? U'〕' : U'\0';
    if (close == U'\0') return false;
    std::size_t end = at_ + open.bytes;
    for (std::size_t count = 0; count < longest_title && end < text_.size(); ++count) {
      const Character character = character_at(text_, end);
      end += character.bytes;
      if (character.code == close) {
        at_ = end;
        return true;
      }
    }
    return false;
  }

  void digits() {
    if (const auto date = date_at(text_, at_)) return take(*date);
    if (is_mere_number()) return pass();
    if (const auto number = figure::number_at(text_, at_, units_)) return quantity(*number);
    pass();
  }

  void take(const DateMark& date) {
    found_.dates.push_back(date);
    at_ = std::max(date.end, at_ + 1);
  }

  /// Moves past the digits that stand here.
  void pass() {
    while (is_digit_at(text_, at_)) at_ += character_at(text_, at_).bytes;
  }

  /// Ordinals (第18届), labels (指标2：), numbering within a text (。2、), sums of a slogan (3+1),
  /// document numbers (53号).
  [[nodiscard]] bool is_mere_number() const {
    static constexpr std::string_view heads[] = {"第", "+", "＋", "×", "/", ":", "："};
    static constexpr std::string_view signs[] = {"+", "＋", "×", "/", "号", "届"};
    static constexpr std::string_view labels[] = {"指标", "任务", "目标", "附件",
                                                  "附表", "图",   "表"};
    static constexpr std::string_view label_ends[] = {"：", ":", "；", ";", "、", "，", ".", "．"};
    static constexpr std::string_view points[] = {"、", "．", "."};
    static constexpr std::string_view breaks[] = {"。", "；", ";", "：", ":", "\n"};
    std::size_t end = at_;
    std::size_t digits = 0;
    for (; is_digit_at(text_, end); ++digits) end += character_at(text_, end).bytes;
    const std::string_view before = without_trailing_spaces(text_.substr(0, at_));
    const std::string_view after = text_.substr(end);
    const std::string_view head = suffix_of(before, heads);
    const bool ratio = head == ":" || head == "：";  // 1:2, not 收入：2
    if (!head.empty() && (!ratio || digit_before(before.size() - head.size()))) return true;
    if (!prefix_of(after, signs).empty()) return true;
    static constexpr std::string_view colons[] = {":", "："};
    const std::string_view colon = prefix_of(after, colons);
    if (!colon.empty() && is_digit_at(after, colon.size())) return true;
    const std::string_view label_end = prefix_of(after, label_ends);
    const bool goes_on = is_digit_at(text_, end + label_end.size());  // 目标41.24万元
    if (!suffix_of(before, labels).empty() && !label_end.empty() && !goes_on) return true;
    const std::string_view point = prefix_of(after, points);
    return !point.empty() && digits <= 2 && !is_digit_at(text_, end + point.size()) &&
           (before.empty() || !suffix_of(before, breaks).empty());
  }

  [[nodiscard]] bool digit_before(std::size_t end) const {
    return digit_value(character_before(text_, end).code) >= 0;
  }

  void quantity(const figure::TextNumber& number) {
    Quantity found{number.begin, number.end, number.number};
    read_money(found);
    if (second_bound(found)) return;
    if (is_code(found)) {
      at_ = found.end;
      return;
    }
    keep(found);
  }

  void keep(const Quantity& found) {
    found_.quantities.push_back(found);
    at_ = std::max(found.end, at_ + 1);
  }

  /// 到位资金854万, with nothing counted behind: 万元.
  void read_money(Quantity& found) const {
    constexpr std::string_view ten_thousand = "万";
    constexpr int scale = 4;
    static constexpr std::string_view money[] = {
        "资金", "经费", "支出", "预算", "预算数", "执行数", "金额", "拨款", "费用",
        "费",   "款",   "到位", "支付", "拨付",   "未支",   "总额", "投资", "投资额"};
    figure::NumberText& number = found.number;
    const std::string_view written = text_.substr(found.begin, found.end - found.begin);
    if (number.unit != nullptr || !number.scaled || !written.ends_with(ten_thousand)) return;
    const std::string_view words = without_copula(trimmed(text_.substr(0, found.begin)));
    const bool counts = found.end < text_.size() && is_han(character_at(text_, found.end).code);
    if (counts || suffix_of(words, money).empty()) return;
    number.unit = units_.find("万元");
    number.value.scale += scale;
    number.decimals += scale;
  }

  /// 5-10次: takes both bounds.
  bool second_bound(Quantity& first) {
    static constexpr std::string_view joints[] = {"-", "－", "—", "~", "～", "至", "到"};
    const std::string_view joint = prefix_of(text_.substr(first.end), joints);
    const std::size_t next = first.end + joint.size();
    if (joint.empty() || !is_digit_at(text_, next)) return false;
    const auto number = figure::number_at(text_, next, units_);
    if (!number) return false;
    first.range = true;
    if (first.number.unit == nullptr) first.number.unit = number->number.unit;
    keep(first);
    keep(Quantity{next, number->end, number->number, true});
    return true;
  }

  /// Telephone numbers and codes; a bare 2018 is a year.
  [[nodiscard]] bool is_code(const Quantity& found) const {
    const figure::NumberText& number = found.number;
    if (number.unit != nullptr || number.scaled || number.decimals > 0) return false;
    const figure::Integer& value = number.value.coefficient;
    if (value >= smallest_code) return true;
    return value >= first_year && value <= last_year;
  }

  std::string_view text_;
  const figure::UnitSystem& units_;
  std::size_t at_ = 0;
  Scan found_;
};

}  // namespace

Scan scan(std::string_view text, const figure::UnitSystem& units) {
  return Scanner(text, units).run();
}

}  // namespace tieout::report::narrative
