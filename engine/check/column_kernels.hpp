// Flat loops over columns, without a branch or a call, so that compilers make them wide.
#pragma once

#include "check/known.hpp"

#include <cstddef>
#include <cstdint>

namespace tieout::check {

/// What passes over columns see of a condition on an item.
enum class Seen : std::uint8_t {
  no,
  yes,
  lost,  ///< only the evaluator can tell
  open,  ///< somebody has to look at the item by itself
};

/// What the order of two exact sides says.
struct Reading {
  Seen less = Seen::open;
  Seen same = Seen::open;
  Seen greater = Seen::open;
};

namespace kernel {

/// sums = factor x values, sums = first + factor x values, and sums += factor x values. Nothing may
/// leave 64 bits.
void set(std::int64_t* sums, const std::int64_t* values, std::int64_t factor, std::size_t size);
void set(std::int64_t* sums, const std::int64_t* first, const std::int64_t* values,
         std::int64_t factor, std::size_t size);
void add(std::int64_t* sums, const std::int64_t* values, std::int64_t factor, std::size_t size);

/// The first `run` of every `stride` values, at most longest_run of them.
struct Rows {
  const std::int64_t* values;
  std::size_t stride;
  std::size_t run;
};
inline constexpr std::size_t longest_run = 4;

/// sums = factor x the sum of each run of rows, and sums += the same.
void set(std::int64_t* sums, const Rows& rows, std::int64_t factor, std::size_t size);
void add(std::int64_t* sums, const Rows& rows, std::int64_t factor, std::size_t size);

/// Reads the signs of differences. Those of at most `near` in size, zero left out, are open.
void read(Seen* seen, const std::int64_t* differences, std::int64_t near, const Reading& reading,
          std::size_t size);

/// What is known of a check on each item from whether it holds, and, where it has a condition,
/// whether it applies (else null). `worst`: the graver of what it was and of: yes, if the check is
/// settled; lost; open.
void settle(Known* known, Seen* worst, const Seen* holds, const Seen* applies, std::size_t size);

[[nodiscard]] bool is_all(Seen wanted, const Seen* seen, std::size_t size);

}  // namespace kernel

}  // namespace tieout::check
