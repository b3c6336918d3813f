// Eight chains side by side, one in each lane of a vector register, with the functions that a
// sampler needs.
//
// The compiler's own vectors: every operation is done lane by lane in IEEE double, so that a lane's
// values do not depend on how wide the processor's registers are. exp and log are within 2 units in
// the last place over the range that they state.
#pragma once
#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

// All functions here are inlined and none passes a vector to another function: vectors wider than
// the processor's registers would be passed in memory.
namespace sanaq::estimate {

inline constexpr int lane_count = 8;
using Lanes = double __attribute__((vector_size(64)));
using LaneBits = std::int64_t __attribute__((vector_size(64)));
// The same in memory that is aligned to one double only.
using LooseLanes = double __attribute__((vector_size(64), aligned(8), may_alias));

// Allocates memory from which a whole register can be read at once; the usual allocator may align
// to 16 bytes only.
template <typename T>
struct LaneAllocator {
  using value_type = T;
  LaneAllocator() = default;
  template <typename U>
  explicit LaneAllocator(const LaneAllocator<U>& /*other*/) {}
  [[nodiscard]] T* allocate(std::size_t count) {
    return static_cast<T*>(::operator new (count * sizeof(T), std::align_val_t{64}));
  }
  void deallocate(T* memory, std::size_t /*count*/) noexcept {
    ::operator delete (memory, std::align_val_t{64});
  }
  bool operator==(const LaneAllocator&) const = default;
};
using LaneVector = std::vector<Lanes, LaneAllocator<Lanes>>;

#define SANAQ_INLINE inline __attribute__((always_inline))

SANAQ_INLINE Lanes lanes(double value) { return Lanes{} + value; }
SANAQ_INLINE Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
SANAQ_INLINE Lanes smaller(Lanes a, Lanes b) { return a < b ? a : b; }
SANAQ_INLINE Lanes magnitude(Lanes a) { return a < 0 ? -a : a; }
// Returns the sum over the lanes, always added in the same order.
SANAQ_INLINE double sum_of(Lanes a) {
  const Lanes pairs = a + __builtin_shufflevector(a, a, 4, 5, 6, 7, 0, 1, 2, 3);
  return (pairs[0] + pairs[2]) + (pairs[1] + pairs[3]);
}

// The functions below work on `count` registers at once: each step is done for all of them before
// the next, since a step of one alone would wait for the step before it.

// Sets each result to e^x for x <= 709, and to 0 below -708.
template <std::size_t count>
SANAQ_INLINE void exp_of_each(const Lanes* x, Lanes* result) {
  constexpr double round_up = 0x1.8p52;  // adding it leaves a whole number in the low bits
  constexpr double terms[] = {1.0 / 479001600,
                              1.0 / 39916800,
                              1.0 / 3628800,
                              1.0 / 362880,
                              1.0 / 40320,
                              1.0 / 5040,
                              1.0 / 720,
                              1.0 / 120,
                              1.0 / 24,
                              1.0 / 6,
                              0.5,
                              1.0,
                              1.0};
  Lanes rest[count], sum[count];
  LaneBits power[count];
  for (std::size_t i = 0; i < count; ++i) {
    const Lanes inside = smaller(larger(x[i], lanes(-708)), lanes(709));
    const Lanes shifted = inside * 1.4426950408889634074 + round_up;
    power[i] = reinterpret_cast<LaneBits>(shifted) - reinterpret_cast<LaneBits>(lanes(round_up));
    const Lanes whole = shifted - round_up;
    rest[i] = (inside - whole * 6.93147180369123816490e-01) - whole * 1.90821492927058770002e-10;
    sum[i] = lanes(1.0 / 6227020800);
  }
#pragma GCC unroll 16
  for (const double term : terms) {
    for (std::size_t i = 0; i < count; ++i) sum[i] = sum[i] * rest[i] + term;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const LaneBits scaled = reinterpret_cast<LaneBits>(sum[i]) + (power[i] << 52);
    result[i] = x[i] < -708 ? lanes(0) : reinterpret_cast<Lanes>(scaled);
  }
}
SANAQ_INLINE Lanes exp_lanes(Lanes x) {
  Lanes result{};
  exp_of_each<1>(&x, &result);
  return result;
}

// Sets each result to the natural log of x, for normal x > 0; a smaller x counts as 1e-300.
template <std::size_t count>
SANAQ_INLINE void log_of_each(const Lanes* x, Lanes* result) {
  // The exponent relative to sqrt(1/2), so that what is left lies in [sqrt(1/2), sqrt(2)).
  constexpr std::int64_t sqrt_half_bits = 0x3fe6a09e667f3bcd;
  constexpr double carrier = 0x1.8p52;
  constexpr double terms[] = {1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11,
                              1.0 / 9,  1.0 / 7,  1.0 / 5,  1.0 / 3};
  Lanes power[count], f[count], square[count], sum[count];
  for (std::size_t i = 0; i < count; ++i) {
    const LaneBits bits = reinterpret_cast<LaneBits>(larger(x[i], lanes(1e-300)));
    const LaneBits exponent = (bits - sqrt_half_bits) >> 52;
    const Lanes fraction = reinterpret_cast<Lanes>(bits - (exponent << 52));
    power[i] =
        reinterpret_cast<Lanes>(exponent + reinterpret_cast<LaneBits>(lanes(carrier))) - carrier;
    f[i] = (fraction - 1) / (fraction + 1);
    square[i] = f[i] * f[i];
    sum[i] = lanes(1.0 / 21);
  }
#pragma GCC unroll 16
  for (const double term : terms) {
    for (std::size_t i = 0; i < count; ++i) sum[i] = sum[i] * square[i] + term;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Lanes atanh_twice = 2 * f[i] + 2 * f[i] * square[i] * sum[i];
    result[i] = power[i] * 6.93147180369123816490e-01 +
                (power[i] * 1.90821492927058770002e-10 + atanh_twice);
  }
}
SANAQ_INLINE Lanes log_lanes(Lanes x) {
  Lanes result{};
  log_of_each<1>(&x, &result);
  return result;
}

}  // namespace sanaq::estimate
