// Dates of running text: 2018年6月10日, 7月, 2016年末, 今年7月, 2016-2020.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {

struct DateMark {
  enum class Kind {
    absolute,  ///< a year is written: 2018年6月
    partial,   ///< month or day alone: 7月, 10日
    relative,  ///< 今年7月: `year` counts from this year (去年: -1)
    span,      ///< 2016-2020: a plan's years, of no one date
  };
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  Kind kind = Kind::absolute;
  int year = 0;
  int month = 0;  ///< 0: not said
  int day = 0;    ///< 0: not said
};

/// The date that starts at byte `at`, where a digit or one of the words 今年 去年 前年 明年 stands.
[[nodiscard]] std::optional<DateMark> date_at(std::string_view text, std::size_t at);

}  // namespace tieout::report::narrative
