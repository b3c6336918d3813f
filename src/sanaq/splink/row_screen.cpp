#include "sanaq/splink/row_screen.h"

#include <algorithm>

// Counting bits in vectors (AVX-512 VPOPCNTDQ) is worth a version of its own.
#define HWY_WANT_AVX3_DL
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sanaq/splink/row_screen.cpp"
#include <hwy/foreach_target.h>
// after foreach_target
#include <hwy/highway.h>

#include "sanaq/link/row_lanes.h"

HWY_BEFORE_NAMESPACE();
namespace sanaq::splink::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using namespace link::HWY_NAMESPACE;

// A right row of one comparison, against the rows from `at` on.
class Against {
 public:
  HWY_INLINE Against(const ScreenedRows& rows, std::size_t right) : rows_(rows), right_(right) {}

  HWY_INLINE Lanes common(std::size_t at) const {
    const Whole d;
    const Lanes once = hn::And(hn::LoadU(d, &rows_.once[at]), hn::Set(d, rows_.once[right_]));
    const Lanes twice = hn::And(hn::LoadU(d, &rows_.twice[at]), hn::Set(d, rows_.twice[right_]));
    Lanes count = hn::Add(hn::PopulationCount(once), hn::PopulationCount(twice));
    if (rows_.over[right_] != 0)
      count =
          hn::Add(count, hn::Min(hn::LoadU(d, &rows_.over[at]), hn::Set(d, rows_.over[right_])));
    return count;
  }

  HWY_INLINE Mask may_be_like(const ScreenStep& step, Lanes common, std::size_t at) const {
    const Real real;
    const Lanes heads =
        hn::Xor(hn::LoadU(Whole(), &rows_.head[at]), hn::Set(Whole(), rows_.head[right_]));
    return may_reach(
        step.least, heads, common,
        hn::Add(hn::LoadU(real, &rows_.inverse[at]), hn::Set(real, rows_.inverse[right_])));
  }

  HWY_INLINE Mask may_be_edits(const ScreenStep& step, Lanes common, std::size_t at,
                               std::size_t words) const {
    const Whole d;
    const Signed s;
    const Lanes length = hn::LoadU(d, &rows_.length[at]), other = hn::Set(d, rows_.length[right_]);
    const Lanes edits = hn::Sub(hn::Max(length, other), common);
    const Mask few =
        hn::RebindMask(d, hn::Lt(hn::BitCast(s, edits), hn::Set(s, step.edits_most + 1)));
    if (!step.is_by_place) return few;
    Lanes differ = hn::Zero(d);
    const Lanes low = hn::Set(d, 0x7F7F7F7FU), tops = hn::Set(d, 0x80808080U);
    for (std::size_t word = 0; word < words; ++word) {
      const Lanes x =
          hn::Xor(hn::LoadU(d, &rows_.words[word][at]), hn::Set(d, rows_.words[word][right_]));
      const Lanes marks = hn::And(hn::Or(hn::Add(hn::And(x, low), low), x), tops);
      differ = hn::Add(differ, hn::PopulationCount(marks));
    }
    const Mask near =
        hn::RebindMask(d, hn::Lt(hn::BitCast(s, differ), hn::Set(s, step.differ_most + 1)));
    return hn::And(few, hn::Or(near, hn::Ne(length, other)));
  }

  HWY_INLINE Mask is_near(const ScreenStep& step, std::size_t at) const {
    const Signed d;
    // A right row without a day is far from every day, and from rows without one too.
    const std::int32_t day = rows_.days[right_] == no_day ? -no_day : rows_.days[right_];
    const auto gap = hn::Abs(hn::Sub(hn::LoadU(d, &rows_.days[at]), hn::Set(d, day)));
    return hn::RebindMask(Whole(), hn::Lt(gap, hn::Set(d, step.days_most + 1)));
  }

 private:
  const ScreenedRows& rows_;
  std::size_t right_;
};

// What some pairs of one comparison add.
struct Added {
  Lanes add;
  Reals bits_most;
  Mask open;
};

HWY_INLINE Added different(const Screen& screen, const ScreenedRows& rows, std::size_t right,
                           std::size_t at) {
  const Whole d;
  const Real real;
  Added added{hn::Set(d, screen.otherwise.add), hn::Set(real, screen.otherwise.bits_most),
              no_lanes()};
  const Against against(rows, right);
  const Lanes common = screen.looks_at_letters ? against.common(at) : hn::Zero(d);
  for (std::size_t step = screen.steps.size(); step-- > 0;) {
    const ScreenStep& test = screen.steps[step];
    switch (test.kind) {
      case ScreenStep::Kind::gap: {
        const Mask near = against.is_near(test, at);
        added.add = hn::IfThenElse(near, hn::Set(d, test.holds.add), added.add);
        added.bits_most = hn::IfThenElse(hn::RebindMask(real, near),
                                         hn::Set(real, test.holds.bits_most), added.bits_most);
        added.open = hn::AndNot(near, added.open);
        break;
      }
      case ScreenStep::Kind::likeness:
        added.open = hn::Or(added.open, against.may_be_like(test, common, at));
        break;
      case ScreenStep::Kind::edits:
        added.open = hn::Or(added.open, against.may_be_edits(test, common, at, screen.words));
        break;
      case ScreenStep::Kind::always:
        added.open = hn::Not(no_lanes());
    }
  }
  return added;
}

HWY_INLINE Added compare(const Screen& screen, const ScreenedRows& rows, std::size_t right,
                         std::size_t at, Mask pairs) {
  const Whole d;
  const Real real;
  const std::uint32_t code = rows.codes[right];
  if (code == 0)
    return {hn::Set(d, screen.null.add), hn::Set(real, screen.null.bits_most), no_lanes()};
  const Lanes codes = hn::LoadU(d, &rows.codes[at]);
  const Mask same = hn::Eq(codes, hn::Set(d, code)), null = hn::Eq(codes, hn::Zero(d));
  Added added{hn::Set(d, screen.otherwise.add), hn::Set(real, screen.otherwise.bits_most),
              no_lanes()};
  if (!screen.steps.empty()) {
    added = different(screen, rows, right, at);
    added.open = hn::And(hn::AndNot(hn::Or(same, null), added.open), pairs);
    if (!hn::AllFalse(d, added.open)) {
      added.add = hn::IfThenZeroElse(added.open, added.add);
      added.bits_most = hn::IfThenElse(hn::RebindMask(real, added.open),
                                       hn::Set(real, screen.open_bits_most), added.bits_most);
    }
  }
  const float same_bits =
      screen.same.bits_most + (rows.same_bits.empty() ? 0 : rows.same_bits[right]);
  added.add = hn::IfThenElse(null, hn::Set(d, screen.null.add), added.add);
  added.add = hn::IfThenElse(same, hn::Set(d, screen.same.add), added.add);
  added.bits_most = hn::IfThenElse(hn::RebindMask(real, null), hn::Set(real, screen.null.bits_most),
                                   added.bits_most);
  added.bits_most =
      hn::IfThenElse(hn::RebindMask(real, same), hn::Set(real, same_bits), added.bits_most);
  return added;
}

constexpr std::size_t screens_most = 32;  // beyond, texts are looked at without being wanted

// A vector of pairs of one right row.
struct Place {
  std::uint32_t slot = 0, left = 0, right = 0;
};

HWY_INLINE Mask allowed_pairs(const ScreenTask& task, const RightRow& row, std::size_t at) {
  const Whole d;
  Mask pairs = hn::FirstN(d, row.right - at);
  for (const std::uint32_t* blocks : task.forbidden) {
    if (blocks[row.right] == 0) continue;
    pairs = hn::AndNot(hn::Eq(hn::LoadU(d, blocks + at), hn::Set(d, blocks[row.right])), pairs);
  }
  return pairs;
}

HWY_INLINE void list_pairs(std::uint64_t lanes, const Place& place, std::vector<OpenPair>& pairs) {
  for (; lanes != 0; lanes &= lanes - 1) {
    const auto lane = static_cast<std::uint32_t>(__builtin_ctzll(lanes));
    pairs.push_back({place.slot + lane, place.left + lane, place.right});
  }
}

// Patterns of the pairs; the lanes that are open in each screen (screens_most of them) or, where
// all levels are to be found, a list of them at once. Returns the wanted lanes.
HWY_INLINE std::uint64_t add_up(const ScreenTask& task, const RightRow& row, const Place& place,
                                Mask pairs, bool lists_open, std::uint64_t* open,
                                Screened& screened) {
  const Whole d;
  const Real real;
  Lanes low = hn::Set(d, task.add_low), high = hn::Set(d, task.add_high);
  Reals bits_most = hn::Set(real, row.bits_most);
  for (std::size_t c = 0; c < task.screens.size(); ++c) {
    const Screen& screen = task.screens[c];
    const Added added = compare(screen, task.rows[c], place.right, place.left, pairs);
    if (screen.is_high_half)
      high = hn::Add(high, added.add);
    else
      low = hn::Add(low, added.add);
    bits_most = hn::Add(bits_most, added.bits_most);
    const std::uint64_t lanes = screen.steps.empty() ? 0 : bits_of(added.open);
    if (lists_open)
      list_pairs(lanes, place, screened.open[c]);
    else
      open[c] = lanes;
  }
  low = hn::IfThenElse(pairs, low, hn::Set(d, dropped_pattern));
  hn::StoreU(low, d, &screened.low[place.slot]);
  if (!screened.high.empty()) hn::StoreU(high, d, &screened.high[place.slot]);
  return bits_of(
      hn::And(pairs, hn::RebindMask(d, hn::Ge(bits_most, hn::Set(real, task.bits_least)))));
}

void ScreenPairs(const ScreenTask& task, Screened& screened) {
  const Whole d;
  const bool lists_open = task.all_levels || task.screens.size() > screens_most;
  std::uint64_t open[screens_most] = {};
  screened.pairs = 0;
  for (const RightRow& row : task.right) {
    for (std::size_t at = row.first; at < row.right; at += hn::Lanes(d)) {
      const Place place{row.slot + (static_cast<std::uint32_t>(at) - row.first),
                        static_cast<std::uint32_t>(at), row.right};
      const Mask pairs = allowed_pairs(task, row, at);
      screened.pairs += hn::CountTrue(d, pairs);
      const std::uint64_t wanted = add_up(task, row, place, pairs, lists_open, open, screened);
      if (wanted == 0) continue;
      list_pairs(wanted, place, screened.wanted);
      for (std::size_t c = 0; !lists_open && c < task.screens.size(); ++c)
        list_pairs(open[c] & wanted, place, screened.open[c]);
    }
  }
}

}  // namespace
}  // namespace sanaq::splink::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sanaq::splink {

HWY_EXPORT(ScreenPairs);

void screen_pairs(const ScreenTask& task, bool has_high, Screened& screened) {
  std::size_t slots = 0;
  if (!task.right.empty()) {
    const RightRow& last = task.right.back();
    slots = last.slot + (last.right - last.first);
  }
  const std::size_t room = slots + screen_padding;
  if (screened.low.size() < room) screened.low.resize(room);
  if (!has_high)
    screened.high.clear();
  else if (screened.high.size() < room)
    screened.high.resize(room);
  screened.open.resize(task.screens.size());
  for (auto& pairs : screened.open) pairs.clear();
  screened.wanted.clear();
  HWY_DYNAMIC_DISPATCH(ScreenPairs)(task, screened);
}

}  // namespace sanaq::splink
#endif
