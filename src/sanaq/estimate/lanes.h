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

// Vectors wider than the processor's would be handed over in memory: all functions here are
// inlined, none hands any over.
namespace sanaq::estimate {

inline constexpr int lane_count = 8;
using Lanes = double __attribute__((vector_size(64)));
using LaneBits = std::int64_t __attribute__((vector_size(64)));

// Memory that a whole register can be read from at once: the usual allocator may align to 16 bytes
// only.
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

// e^x for x <= 709; 0 below -708.
SANAQ_INLINE Lanes exp_lanes(Lanes x) {
  constexpr double round_up = 0x1.8p52;  // adding it leaves a whole number in the low bits
  const Lanes inside = smaller(larger(x, lanes(-708)), lanes(709));
  const Lanes shifted = inside * 1.4426950408889634074 + round_up;
  const LaneBits power =
      reinterpret_cast<LaneBits>(shifted) - reinterpret_cast<LaneBits>(lanes(round_up));
  const Lanes whole = shifted - round_up;
  const Lanes rest =
      (inside - whole * 6.93147180369123816490e-01) - whole * 1.90821492927058770002e-10;
  Lanes sum = lanes(1.0 / 6227020800);
  sum = sum * rest + 1.0 / 479001600;
  sum = sum * rest + 1.0 / 39916800;
  sum = sum * rest + 1.0 / 3628800;
  sum = sum * rest + 1.0 / 362880;
  sum = sum * rest + 1.0 / 40320;
  sum = sum * rest + 1.0 / 5040;
  sum = sum * rest + 1.0 / 720;
  sum = sum * rest + 1.0 / 120;
  sum = sum * rest + 1.0 / 24;
  sum = sum * rest + 1.0 / 6;
  sum = sum * rest + 0.5;
  sum = sum * rest + 1.0;
  sum = sum * rest + 1.0;
  const LaneBits scaled = reinterpret_cast<LaneBits>(sum) + (power << 52);
  return x < -708 ? lanes(0) : reinterpret_cast<Lanes>(scaled);
}

// log x for normal x > 0; what is smaller counts as 1e-300.
SANAQ_INLINE Lanes log_lanes(Lanes x) {
  const Lanes inside = larger(x, lanes(1e-300));
  const LaneBits bits = reinterpret_cast<LaneBits>(inside);
  // The exponent relative to sqrt(1/2), so that what is left lies in [sqrt(1/2), sqrt(2)).
  constexpr std::int64_t sqrt_half_bits = 0x3fe6a09e667f3bcd;
  const LaneBits exponent = (bits - sqrt_half_bits) >> 52;
  const Lanes fraction = reinterpret_cast<Lanes>(bits - (exponent << 52));
  constexpr double carrier = 0x1.8p52;
  const Lanes power =
      reinterpret_cast<Lanes>(exponent + reinterpret_cast<LaneBits>(lanes(carrier))) - carrier;
  const Lanes f = (fraction - 1) / (fraction + 1);
  const Lanes square = f * f;
  Lanes sum = lanes(1.0 / 21);
  sum = sum * square + 1.0 / 19;
  sum = sum * square + 1.0 / 17;
  sum = sum * square + 1.0 / 15;
  sum = sum * square + 1.0 / 13;
  sum = sum * square + 1.0 / 11;
  sum = sum * square + 1.0 / 9;
  sum = sum * square + 1.0 / 7;
  sum = sum * square + 1.0 / 5;
  sum = sum * square + 1.0 / 3;
  const Lanes atanh_twice = 2 * f + 2 * f * square * sum;
  return power * 6.93147180369123816490e-01 + (power * 1.90821492927058770002e-10 + atanh_twice);
}

}  // namespace sanaq::estimate
