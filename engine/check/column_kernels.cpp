// Each loop is compiled twice, and the processor has its say at start which one runs.
#include "check/column_kernels.hpp"

#include <algorithm>
#include <array>

#if defined(__x86_64__) && defined(__gnu_linux__)
#define TIEOUT_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define TIEOUT_WIDE
#endif

namespace tieout::check::kernel {

TIEOUT_WIDE void set(std::int64_t* __restrict sums, const std::int64_t* __restrict values,
                     std::int64_t factor, std::size_t size) {
  if (factor == 1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] = values[i];
  } else {
    for (std::size_t i = 0; i < size; ++i) sums[i] = factor * values[i];
  }
}

TIEOUT_WIDE void set(std::int64_t* __restrict sums, const std::int64_t* __restrict first,
                     const std::int64_t* __restrict values, std::int64_t factor, std::size_t size) {
  if (factor == 1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] = first[i] + values[i];
  } else if (factor == -1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] = first[i] - values[i];
  } else {
    for (std::size_t i = 0; i < size; ++i) sums[i] = first[i] + factor * values[i];
  }
}

TIEOUT_WIDE void add(std::int64_t* __restrict sums, const std::int64_t* __restrict values,
                     std::int64_t factor, std::size_t size) {
  if (factor == 1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] += values[i];
  } else if (factor == -1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] -= values[i];
  } else {
    for (std::size_t i = 0; i < size; ++i) sums[i] += factor * values[i];
  }
}

namespace {

/// One pass over the sums, whatever the run: their rows stand side by side.
template <std::size_t Run, bool Adds>
void each_run(std::int64_t* __restrict sums, const std::int64_t* __restrict values,
              std::size_t stride, std::int64_t factor, std::size_t size) {
#pragma GCC unroll 4
  for (std::size_t i = 0; i < size; ++i, values += stride) {
    std::int64_t sum = values[0];
    for (std::size_t row = 1; row < Run; ++row) sum += values[row];
    sums[i] = (Adds ? sums[i] : 0) + factor * sum;
  }
}

template <bool Adds>
void run(std::int64_t* sums, const Rows& rows, std::int64_t factor, std::size_t size) {
  static constexpr std::array loops = {each_run<1, Adds>, each_run<2, Adds>, each_run<3, Adds>,
                                       each_run<longest_run, Adds>};
  loops[rows.run - 1](sums, rows.values, rows.stride, factor, size);
}

}  // namespace

void set(std::int64_t* sums, const Rows& rows, std::int64_t factor, std::size_t size) {
  run<false>(sums, rows, factor, size);
}

void add(std::int64_t* sums, const Rows& rows, std::int64_t factor, std::size_t size) {
  run<true>(sums, rows, factor, size);
}

TIEOUT_WIDE void read(Seen* __restrict seen, const std::int64_t* __restrict differences,
                      std::int64_t near, const Reading& reading, std::size_t size) {
  const auto less = static_cast<std::uint8_t>(reading.less);
  const auto same = static_cast<std::uint8_t>(reading.same);
  const auto greater = static_cast<std::uint8_t>(reading.greater);
  const auto open = static_cast<std::uint8_t>(Seen::open);
  for (std::size_t i = 0; i < size; ++i) {
    const std::int64_t difference = differences[i];
    const std::uint8_t below = difference < -near ? less : open;
    const std::uint8_t apart = difference > near ? greater : below;
    seen[i] = static_cast<Seen>(difference == 0 ? same : apart);
  }
}

namespace {

inline std::uint8_t as_byte(auto value) { return static_cast<std::uint8_t>(value); }

constexpr auto yes = static_cast<std::uint8_t>(Seen::yes);
constexpr auto lost = static_cast<std::uint8_t>(Seen::lost);

}  // namespace

TIEOUT_WIDE void settle(Known* __restrict known, Seen* __restrict worst,
                        const Seen* __restrict holds, const Seen* __restrict applies,
                        std::size_t size) {
  if (applies == nullptr) {
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint8_t seen = as_byte(holds[i]);
      known[i] = seen == yes ? Known::holds : Known::nothing;
      const std::uint8_t left = seen == as_byte(Seen::no) ? lost : seen;
      worst[i] = static_cast<Seen>(std::max(as_byte(worst[i]), left));
    }
    return;
  }
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint8_t seen = as_byte(holds[i]);
    const std::uint8_t condition = as_byte(applies[i]);
    const std::uint8_t held = seen == as_byte(Seen::no) ? lost : seen;
    const std::uint8_t left = condition == yes ? held : std::max(condition, yes);
    worst[i] = static_cast<Seen>(std::max(as_byte(worst[i]), left));
    const std::uint8_t beside =
        condition == as_byte(Seen::no) ? as_byte(Known::not_applicable) : as_byte(Known::nothing);
    known[i] = static_cast<Known>(left == yes && condition == yes ? as_byte(Known::holds) : beside);
  }
}

TIEOUT_WIDE bool is_all(Seen wanted, const Seen* seen, std::size_t size) {
  std::uint8_t others = 0;
  for (std::size_t i = 0; i < size; ++i) {
    others = static_cast<std::uint8_t>(others | (as_byte(seen[i]) ^ as_byte(wanted)));
  }
  return others == 0;
}

}  // namespace tieout::check::kernel
