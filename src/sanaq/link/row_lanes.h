// Rows side by side in a vector, for sources that Highway compiles once for each kind of processor.
// Include it below hwy/foreach_target.h; it has no pragma once, since each of those times counts.
#if defined(SANAQ_LINK_ROW_LANES) == defined(HWY_TARGET_TOGGLE)
#ifdef SANAQ_LINK_ROW_LANES
#undef SANAQ_LINK_ROW_LANES
#else
#define SANAQ_LINK_ROW_LANES
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

HWY_BEFORE_NAMESPACE();
namespace sanaq::link::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Whole = hn::ScalableTag<std::uint32_t>;
using Signed = hn::ScalableTag<std::int32_t>;
using Real = hn::ScalableTag<float>;
using Lanes = hn::Vec<Whole>;
using Reals = hn::Vec<Real>;
using Mask = hn::Mask<Whole>;

HWY_INLINE Mask no_lanes() { return hn::MaskFromVec(hn::Zero(Whole())); }

// The lanes of a mask as bits, the first lane lowest.
HWY_INLINE std::uint64_t bits_of(Mask mask) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Whole(), mask, bytes);
  std::uint64_t bits = 0;
  for (unsigned byte = 0; byte < (hn::Lanes(Whole()) + 7) / 8; ++byte)
    bits |= std::uint64_t{bytes[byte]} << (8 * byte);
  return bits;
}

// Jaro-Winkler may reach a likeness: the letters in common, times the sum of 1 / length of both
// texts, are at least `least` at the number of letters that both texts begin with, at most four.
// `heads` are the first four letters of one text XOR those of the other, one byte each.
template <class Least>
HWY_INLINE Mask may_reach(const Least& least, Lanes heads, Lanes common, Reals inverse_lengths) {
  const Whole d;
  const Real real;
  Reals needed = hn::Set(real, least[0]);
  for (unsigned letters = 1; letters <= 4; ++letters) {
    const Lanes beginning = hn::Set(d, letters == 4 ? ~0U : (1U << (8 * letters)) - 1);
    const Mask same = hn::Eq(hn::And(heads, beginning), hn::Zero(d));
    needed = hn::IfThenElse(hn::RebindMask(real, same), hn::Set(real, least[letters]), needed);
  }
  const Reals count = hn::ConvertTo(real, hn::BitCast(Signed(), common));
  return hn::RebindMask(d, hn::Ge(hn::Mul(count, inverse_lengths), needed));
}

}  // namespace sanaq::link::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
