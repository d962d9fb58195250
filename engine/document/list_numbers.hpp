// The numbers that word processors put before paragraphs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::document {

enum class Counting {
  decimal,       ///< 1, 2, 3
  full_width,    ///< １, ２, ３
  chinese,       ///< 一, 二, 十一
  heavenly,      ///< 甲, 乙, 丙
  enclosed,      ///< ①, ②, ③
  lower_letter,  ///< a, b ... z, aa
  upper_letter,
  lower_roman,
  upper_roman,
  none,  ///< bullets and the like
};

/// As WordprocessingML names it (ST_NumberFormat); what it does not name counts in decimals.
[[nodiscard]] Counting counting_of_word(std::string_view format);
/// As OpenDocument names it (style:num-format: "1", "a", "一, 二, 三, ...").
[[nodiscard]] Counting counting_of_open_document(std::string_view format);

/// The `number`th, from 1; empty for `none`. Where a way of counting ends (20 for ①), decimals.
[[nodiscard]] std::string list_number(Counting counting, std::size_t number);

}  // namespace tieout::document
