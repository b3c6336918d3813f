#include "sanaq/splink/letter_batch.h"

#include <algorithm>

#include "sanaq/splink/letter_distance.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sanaq/splink/letter_batch.cpp"
#include <hwy/foreach_target.h>
// after foreach_target
#include <hwy/highway.h>

#ifndef SANAQ_LINK_JARO_PARTS
#define SANAQ_LINK_JARO_PARTS
namespace sanaq::splink {

// What Jaro is made of, of each pair.
struct JaroParts {
  std::uint8_t* matches = nullptr;
  std::uint8_t* out_of_order = nullptr;
};

}  // namespace sanaq::splink
#endif

HWY_BEFORE_NAMESPACE();
namespace sanaq::splink::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t letters_most = batch_letters_most, lanes_most = 64;

// Letter j of every pair side by side, and the lengths.
struct Columns {
  alignas(64) std::uint8_t left[letters_most][lanes_most];
  alignas(64) std::uint8_t right[letters_most][lanes_most];
  alignas(64) std::uint8_t left_length[lanes_most], right_length[lanes_most];
  std::size_t left_most = 0, right_most = 0;
};

// Sixteen texts of sixteen letters, turned: four rounds of a perfect shuffle.
HWY_INLINE void turn(const std::uint8_t* const* texts, std::size_t lane,
                     std::uint8_t (*columns)[lanes_most]) {
#if HWY_TARGET == HWY_SCALAR
  for (std::size_t at = 0; at < 16; ++at) {
    for (std::size_t letter = 0; letter < 16; ++letter)
      columns[letter][lane + at] = texts[at][letter];
  }
#else
  const hn::FixedTag<std::uint8_t, 16> d;
  hn::Vec<decltype(d)> rows[16], shuffled[16];
  for (std::size_t at = 0; at < 16; ++at) rows[at] = hn::LoadU(d, texts[at]);
  for (int round = 0; round < 2; ++round) {
    for (std::size_t at = 0; at < 8; ++at) {
      shuffled[2 * at] = hn::InterleaveLower(d, rows[at], rows[at + 8]);
      shuffled[2 * at + 1] = hn::InterleaveUpper(d, rows[at], rows[at + 8]);
    }
    for (std::size_t at = 0; at < 8; ++at) {
      rows[2 * at] = hn::InterleaveLower(d, shuffled[at], shuffled[at + 8]);
      rows[2 * at + 1] = hn::InterleaveUpper(d, shuffled[at], shuffled[at + 8]);
    }
  }
  for (std::size_t at = 0; at < 16; ++at) hn::StoreU(rows[at], d, columns[at] + lane);
#endif
}

// Lanes beyond the last pair repeat it.
HWY_INLINE void take(std::span<const TextPair> pairs, std::size_t lanes, Columns& columns) {
  columns.left_most = columns.right_most = 0;
  for (std::size_t lane = 0; lane < lanes; lane += 16) {
    const std::uint8_t *left[16], *right[16];
    for (std::size_t at = 0; at < 16; ++at) {
      const TextPair& pair = pairs[std::min(lane + at, pairs.size() - 1)];
      left[at] = pair.left;
      right[at] = pair.right;
      columns.left_length[lane + at] = pair.left_length;
      columns.right_length[lane + at] = pair.right_length;
      columns.left_most = std::max<std::size_t>(columns.left_most, pair.left_length);
      columns.right_most = std::max<std::size_t>(columns.right_most, pair.right_length);
    }
    turn(left, lane, columns.left);
    turn(right, lane, columns.right);
  }
}

// Bytes as lanes of D.
template <class D>
HWY_INLINE hn::Vec<D> load(D d, const std::uint8_t* bytes) {
  if constexpr (sizeof(hn::TFromD<D>) == 1) {
    return hn::LoadU(d, bytes);
  } else {
    return hn::PromoteTo(d, hn::LoadU(hn::Rebind<std::uint8_t, D>(), bytes));
  }
}

template <class D>
HWY_INLINE void store(D d, hn::Vec<D> lanes, std::uint8_t* bytes) {
  if constexpr (sizeof(hn::TFromD<D>) == 1) {
    hn::StoreU(lanes, d, bytes);
  } else {
    const hn::Rebind<std::uint8_t, D> narrow;
    const hn::RebindToSigned<D> wide;
    hn::StoreU(hn::DemoteTo(narrow, hn::BitCast(wide, lanes)), narrow, bytes);
  }
}

template <class D>
HWY_INLINE hn::Vec<D> twice(D, hn::Vec<D> lanes) {
  return hn::Add(lanes, lanes);
}

// `length` bits from the lowest on.
template <class D>
HWY_INLINE hn::Vec<D> low_bits(D d, hn::Vec<D> length, std::size_t most) {
  using T = hn::TFromD<D>;
  hn::Vec<D> bits = hn::Zero(d);
  for (std::size_t at = 0; at < most; ++at) {
    const auto reaches =
        hn::Gt(hn::BitCast(hn::RebindToSigned<D>(), length),
               hn::Set(hn::RebindToSigned<D>(), static_cast<std::make_signed_t<T>>(at)));
    bits = hn::Or(bits, hn::And(hn::BitCast(d, hn::VecFromMask(hn::RebindToSigned<D>(), reaches)),
                                hn::Set(d, static_cast<T>(T{1} << at))));
  }
  return bits;
}

// Where the left text's letter `at` stands in the right text, as bits.
template <class D>
HWY_INLINE hn::Vec<D> places(D d, const Columns& columns, std::size_t at) {
  using T = hn::TFromD<D>;
  const hn::Vec<D> letter = load(d, columns.left[at]);
  hn::Vec<D> bits = hn::Zero(d);
  for (std::size_t place = 0; place < columns.right_most; ++place) {
    const auto same = hn::VecFromMask(d, hn::Eq(letter, load(d, columns.right[place])));
    bits = hn::Or(bits, hn::And(same, hn::Set(d, static_cast<T>(T{1} << place))));
  }
  return bits;
}

// Hyyrö 2003, as levenshtein in letter_distance.cpp.
template <class D>
HWY_INLINE void edits_of(D d, const Columns& columns, std::uint8_t* edits) {
  using T = hn::TFromD<D>;
  const hn::Vec<D> one = hn::Set(d, T{1}), ones = hn::Set(d, static_cast<T>(~T{0}));
  const hn::Vec<D> left_length = load(d, columns.left_length);
  hn::Vec<D> distance = load(d, columns.right_length), result = distance;
  const hn::Vec<D> below = low_bits(d, hn::Sub(distance, one), columns.right_most);
  const hn::Vec<D> last = hn::Add(below, one);
  hn::Vec<D> more = ones, less = hn::Zero(d);
  for (std::size_t at = 0; at < columns.left_most; ++at) {
    const hn::Vec<D> match = places(d, columns, at);
    const hn::Vec<D> diagonal =
        hn::Or(hn::Or(hn::Xor(hn::Add(hn::And(match, more), more), more), match), less);
    hn::Vec<D> up = hn::Or(less, hn::AndNot(hn::Or(diagonal, more), ones));
    hn::Vec<D> down = hn::And(diagonal, more);
    distance = hn::Add(distance, hn::And(one, hn::VecFromMask(d, hn::Eq(hn::And(up, last), last))));
    distance =
        hn::Sub(distance, hn::And(one, hn::VecFromMask(d, hn::Eq(hn::And(down, last), last))));
    up = hn::Or(twice(d, up), one);
    down = twice(d, down);
    more = hn::Or(down, hn::AndNot(hn::Or(diagonal, up), ones));
    less = hn::And(up, diagonal);
    const auto ends = hn::Eq(left_length, hn::Set(d, static_cast<T>(at + 1)));
    result = hn::IfThenElse(ends, distance, result);
  }
  store(d, result, edits);
}

// As jaro in letter_distance.cpp: letters matched one after another within reach, then those out
// of order.
template <class D>
HWY_INLINE void parts_of(D d, const Columns& columns, std::uint8_t* matches,
                         std::uint8_t* out_of_order) {
  using T = hn::TFromD<D>;
  const hn::Vec<D> one = hn::Set(d, T{1}), zero = hn::Zero(d);
  alignas(64) std::uint8_t reach_of[lanes_most];
  for (std::size_t lane = 0; lane < lanes_most; ++lane) {
    const std::size_t longer = std::max(columns.left_length[lane], columns.right_length[lane]);
    reach_of[lane] = static_cast<std::uint8_t>(longer / 2 > 0 ? longer / 2 - 1 : 0);
  }
  const hn::Vec<D> reach = load(d, reach_of);
  hn::Vec<D> window = low_bits(d, hn::Add(reach, one), columns.right_most);
  hn::Vec<D> place_of[letters_most], matched[letters_most];
  hn::Vec<D> taken = zero, count = zero, step = zero;
  for (std::size_t at = 0; at < columns.left_most; ++at) {
    place_of[at] = places(d, columns, at);
    const auto is_letter = hn::VecFromMask(d, hn::Ne(load(d, columns.left[at]), zero));
    const hn::Vec<D> free = hn::And(hn::AndNot(taken, hn::And(place_of[at], window)), is_letter);
    taken = hn::Or(taken, hn::And(free, hn::Sub(zero, free)));
    matched[at] = hn::VecFromMask(d, hn::Ne(free, zero));
    count = hn::Sub(count, matched[at]);
    // The window moves on; it grows at its lower end until it has its reach.
    const auto grows = hn::VecFromMask(d, hn::Ne(step, reach));
    window = hn::Or(twice(d, window), hn::And(grows, one));
    step = hn::Min(hn::Add(step, one), reach);
  }
  hn::Vec<D> out = zero;
  for (std::size_t at = 0; at < columns.left_most; ++at) {
    const hn::Vec<D> lowest = hn::And(taken, hn::Sub(zero, taken));
    const auto is_out = hn::VecFromMask(d, hn::Eq(hn::And(place_of[at], lowest), zero));
    out = hn::Sub(out, hn::And(is_out, matched[at]));
    taken = hn::AndNot(hn::And(lowest, matched[at]), taken);
  }
  store(d, count, matches);
  store(d, out, out_of_order);
}

template <class D>
HWY_INLINE void LevenshteinBy(D d, std::span<const TextPair> pairs, std::uint8_t* edits) {
  Columns columns{};
  alignas(64) std::uint8_t found[lanes_most];
  const std::size_t lanes = hn::Lanes(d);
  for (std::size_t at = 0; at < pairs.size(); at += lanes) {
    const std::size_t count = std::min(lanes, pairs.size() - at);
    take(pairs.subspan(at, count), std::max<std::size_t>(16, lanes), columns);
    edits_of(d, columns, found);
    std::copy_n(found, count, edits + at);
  }
}

template <class D>
HWY_INLINE void JaroBy(D d, std::span<const TextPair> pairs, JaroParts parts) {
  Columns columns{};
  alignas(64) std::uint8_t matches[lanes_most], out[lanes_most];
  const std::size_t lanes = hn::Lanes(d);
  for (std::size_t at = 0; at < pairs.size(); at += lanes) {
    const std::size_t count = std::min(lanes, pairs.size() - at);
    take(pairs.subspan(at, count), std::max<std::size_t>(16, lanes), columns);
    parts_of(d, columns, matches, out);
    std::copy_n(matches, count, parts.matches + at);
    std::copy_n(out, count, parts.out_of_order + at);
  }
}

bool is_short(std::span<const TextPair> pairs) {
  std::size_t most = 0;
  for (const TextPair& pair : pairs)
    most = std::max<std::size_t>({most, pair.left_length, pair.right_length});
  return most <= 8;
}

void Levenshtein(std::span<const TextPair> pairs, std::uint8_t* edits) {
  if (is_short(pairs))
    return LevenshteinBy(hn::CappedTag<std::uint8_t, lanes_most>(), pairs, edits);
  LevenshteinBy(hn::CappedTag<std::uint16_t, lanes_most>(), pairs, edits);
}

void Jaro(std::span<const TextPair> pairs, JaroParts parts) {
  if (is_short(pairs)) return JaroBy(hn::CappedTag<std::uint8_t, lanes_most>(), pairs, parts);
  JaroBy(hn::CappedTag<std::uint16_t, lanes_most>(), pairs, parts);
}

}  // namespace
}  // namespace sanaq::splink::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sanaq::splink {
namespace {

HWY_EXPORT(Levenshtein);
HWY_EXPORT(Jaro);

constexpr std::size_t pairs_at_once = 256;

// likeness(pair, its Jaro), of pieces of pairs.
template <typename Likeness>
void each_jaro(std::span<const TextPair> pairs, const Likeness& likeness) {
  std::uint8_t matches[pairs_at_once], out_of_order[pairs_at_once];
  for (std::size_t first = 0; first < pairs.size(); first += pairs_at_once) {
    const std::size_t count = std::min(pairs_at_once, pairs.size() - first);
    HWY_DYNAMIC_DISPATCH(Jaro)(pairs.subspan(first, count), {matches, out_of_order});
    for (std::size_t at = 0; at < count; ++at) {
      const TextPair& pair = pairs[first + at];
      likeness(first + at,
               jaro_from(matches[at], out_of_order[at], pair.left_length, pair.right_length));
    }
  }
}

}  // namespace

void levenshtein_of(std::span<const TextPair> pairs, std::uint8_t* edits) {
  for (std::size_t first = 0; first < pairs.size(); first += pairs_at_once) {
    const std::size_t count = std::min(pairs_at_once, pairs.size() - first);
    HWY_DYNAMIC_DISPATCH(Levenshtein)(pairs.subspan(first, count), edits + first);
  }
}

void jaro_of(std::span<const TextPair> pairs, double* likeness) {
  each_jaro(pairs, [&](std::size_t at, double jaro) { likeness[at] = jaro; });
}

void jaro_winkler_of(std::span<const TextPair> pairs, double* likeness) {
  each_jaro(pairs, [&](std::size_t at, double jaro) {
    const TextPair& pair = pairs[at];
    const std::size_t most = std::min<std::size_t>({4, pair.left_length, pair.right_length});
    std::size_t prefix = 0;
    while (prefix < most && pair.left[prefix] == pair.right[prefix]) ++prefix;
    likeness[at] = winkler_from(jaro, prefix);
  });
}

}  // namespace sanaq::splink
#endif
