// Flat loops over columns, without a branch or a call, so that compilers make them wide.
#pragma once

#include "figure/relation.hpp"

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

/// sums = factor x values, and sums += factor x values. Nothing may leave 64 bits.
void set(std::int64_t* sums, const std::int64_t* values, std::int64_t factor, std::size_t size);
void add(std::int64_t* sums, const std::int64_t* values, std::int64_t factor, std::size_t size);

/// Reads the signs of differences. Those of at most `near` in size, zero left out, are open.
void read(Seen* seen, const std::int64_t* differences, std::int64_t near, const Reading& reading,
          std::size_t size);

}  // namespace kernel

}  // namespace tieout::check
