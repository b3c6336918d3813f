#include "sanaq/link/level_rows.h"

#include <algorithm>
#include <array>

// Counting bits in vectors (AVX-512 VPOPCNTDQ) is worth a version of its own.
#define HWY_WANT_AVX3_DL
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sanaq/link/level_rows.cpp"
#include <hwy/foreach_target.h>
// after foreach_target
#include <hwy/highway.h>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/quick_levels.h"
#include "sanaq/link/row_lanes.h"

#ifndef SANAQ_LINK_LEVEL_TASK
#define SANAQ_LINK_LEVEL_TASK
namespace sanaq::link {

struct LevelTask {
  std::span<const LevelColumn> columns;
  RowRun run;
  const std::uint32_t* fields = nullptr;
  std::uint32_t *low = nullptr,
                *high = nullptr;               // levels of the first eight columns; of the others
  std::vector<std::uint32_t>* open = nullptr;  // by column: places that only Comparer knows
};

}  // namespace sanaq::link
#endif

HWY_BEFORE_NAMESPACE();
namespace sanaq::link::HWY_NAMESPACE {
namespace {

constexpr std::uint32_t part_level = 6, swapped_level = 8, none = 15;  // as in levels.cpp

struct Found {
  Lanes level;
  Mask open;
};

HWY_INLINE Lanes row_of(const std::vector<std::uint32_t>& column, std::size_t row) {
  return hn::Set(Whole(), column[row]);
}
HWY_INLINE Lanes lanes_of(const std::vector<std::uint32_t>& column, std::size_t at) {
  return hn::LoadU(Whole(), column.data() + at);
}
HWY_INLINE Mask at_least(Lanes value, std::int32_t least) {
  return hn::RebindMask(Whole(),
                        hn::Gt(hn::BitCast(Signed(), value), hn::Set(Signed(), least - 1)));
}

// Jaro-Winkler may reach the weakest level of likeness, by the letters in common.
HWY_INLINE Mask may_be_like(const LevelColumn& column, std::size_t row, std::size_t at,
                            Lanes common) {
  const Real real;
  return may_reach(
      column.least_in_common, hn::Xor(lanes_of(column.head, at), row_of(column.head, row)), common,
      hn::Add(hn::LoadU(real, &column.inverse[at]), hn::Set(real, column.inverse[row])));
}

// Texts that have too few letters in common for any level but the last.
HWY_INLINE Found of_texts(const LevelColumn& column, std::size_t row, std::size_t at) {
  const Whole d;
  const Lanes once = hn::And(lanes_of(column.once, at), row_of(column.once, row)),
              twice = hn::And(lanes_of(column.twice, at), row_of(column.twice, row)),
              over = hn::Min(lanes_of(column.over, at), row_of(column.over, row)),
              common =
                  hn::Add(hn::Add(hn::PopulationCount(once), hn::PopulationCount(twice)), over);
  const Lanes length = lanes_of(column.length, at), other = row_of(column.length, row);
  const Mask edits = at_least(hn::Sub(hn::Max(length, other), common), 3),
             no_part = at_least(hn::Sub(hn::Min(length, other), common), 2);
  Mask told = hn::AndNot(may_be_like(column, row, at, common), hn::And(edits, no_part));
  if (column.is_email)
    told = hn::And(told, hn::Ne(lanes_of(column.head, at), row_of(column.head, row)));
  if (column.nickname[row] != 0)
    told = hn::And(told, hn::Eq(lanes_of(column.nickname, at), hn::Zero(d)));
  return {hn::Set(d, column.differs), hn::Not(told)};
}

// Four bits each that are zero, as their highest bit.
HWY_INLINE Lanes zero_digits(Lanes digits) {
  const Whole d;
  const Lanes low = hn::Set(d, 0x77777777U);
  return hn::AndNot(hn::Or(hn::Add(hn::And(digits, low), low), digits), hn::Set(d, 0x88888888U));
}

// One edit or two make one of two different days of the other; edits are digits changed, left out
// or put in, and neighbours exchanged. With as many digits on both sides few edits have few forms.
struct Edits {
  Mask changed_one, exchanged_one, two;
};

HWY_INLINE Edits edits_of(Lanes left, Lanes right, Lanes different) {
  const Whole d;
  // Digits.
  const Lanes zero = hn::Zero(d), equal = zero_digits(different), same = hn::PopulationCount(equal);
  // A bit for each digit that differs; the lowest of them, the highest, and the bits between.
  const Lanes marks = hn::ShiftRight<3>(hn::AndNot(equal, hn::Set(d, 0x88888888U)));
  const Lanes lowest = hn::And(marks, hn::Sub(zero, marks));
  Lanes up_to = hn::Or(marks, hn::ShiftRight<4>(marks));
  up_to = hn::Or(up_to, hn::ShiftRight<8>(up_to));
  up_to = hn::Or(up_to, hn::ShiftRight<16>(up_to));
  const Lanes between = hn::Sub(hn::Xor(up_to, hn::ShiftRight<4>(up_to)), lowest);
  const Lanes left_on = hn::Xor(hn::ShiftRight<4>(left), right),
              right_on = hn::Xor(hn::ShiftRight<4>(right), left);
  // One left out and one put in: between them all digits are one place further.
  const Mask shifted =
      hn::Or(hn::Eq(hn::And(left_on, between), zero), hn::Eq(hn::And(right_on, between), zero));
  const Lanes exchanged = hn::AndNot(equal, hn::And(zero_digits(left_on), zero_digits(right_on)));
  const Lanes first = hn::And(exchanged, hn::Sub(zero, exchanged)),
              apart = hn::AndNot(hn::Or(first, hn::ShiftLeft<4>(first)), exchanged);
  const auto differing = [&](std::uint32_t count) { return hn::Eq(same, hn::Set(d, 8 - count)); };
  const Mask is_exchanged = hn::Ne(exchanged, zero);
  const Mask two = hn::Or(
      hn::Or(shifted, differing(2)),
      hn::Or(hn::And(differing(3), is_exchanged), hn::And(differing(4), hn::Ne(apart, zero))));
  return {differing(1), hn::And(differing(2), is_exchanged), two};
}

HWY_INLINE Found of_days(const LevelColumn& column, std::size_t row, std::size_t at) {
  const Whole d;
  const Signed whole;
  const Lanes left = row_of(column.digits, row), right = lanes_of(column.digits, at),
              different = hn::Xor(left, right), zero = hn::Zero(d);
  const Mask year = hn::Eq(hn::And(different, hn::Set(d, 0xFFFFU)), zero),
             month = hn::Eq(hn::And(different, hn::Set(d, 0xFF0000U)), zero),
             day = hn::Eq(hn::And(different, hn::Set(d, 0xFF000000U)), zero);
  const Lanes turned = hn::Or(hn::And(left, hn::Set(d, 0xFFFFU)),
                              hn::Or(hn::ShiftRight<8>(hn::And(left, hn::Set(d, 0xFF000000U))),
                                     hn::ShiftLeft<8>(hn::And(left, hn::Set(d, 0xFF0000U)))));
  const Mask two_parts =
      hn::Or(hn::Or(hn::And(month, day), hn::And(year, hn::Or(month, day))), hn::Eq(turned, right));
  const auto gap = hn::Abs(
      hn::Sub(hn::LoadU(whole, &column.years[at]),
              hn::Set(whole, column.years[row] == QuickLevels::no_year ? -QuickLevels::no_year
                                                                       : column.years[row])));
  const Mask next = hn::RebindMask(d, hn::Eq(gap, hn::Set(whole, 1)));
  const Edits edits = edits_of(left, right, different);
  Lanes level = hn::IfThenElse(next, hn::Set(d, next_year_level), hn::Set(d, column.differs));
  level = hn::IfThenElse(year, hn::Set(d, same_year_level), level);
  level = hn::IfThenElse(edits.two, hn::Set(d, two_digits_off), level);
  level = hn::IfThenElse(two_parts, hn::Set(d, two_parts_level), level);
  level = hn::IfThenElse(edits.changed_one, hn::Set(d, one_digit_off), level);
  level = hn::IfThenElse(edits.exchanged_one, hn::Set(d, exchanged_digits), level);
  return {level, hn::Or(hn::Eq(left, zero), hn::Eq(right, zero))};
}

HWY_INLINE Mask is_swapped(std::span<const LevelColumn> columns, const LevelColumn& column,
                           std::size_t row, std::size_t at) {
  const Whole d;
  Mask swapped = hn::MaskFromVec(hn::Zero(d));
  for (const std::size_t other : column.swaps_with)
    swapped =
        hn::Or(swapped, hn::Eq(lanes_of(columns[other].shared, at), row_of(column.shared, row)));
  return swapped;
}

HWY_INLINE Found of_column(std::span<const LevelColumn> columns, const LevelColumn& column,
                           std::size_t row, std::size_t at) {
  const Whole d;
  const Mask no_lane = hn::MaskFromVec(hn::Zero(d));
  if (column.codes[row] == 0) return {hn::Set(d, none), no_lane};
  const Lanes codes = lanes_of(column.codes, at);
  const Mask same = hn::Eq(codes, row_of(column.codes, row)), null = hn::Eq(codes, hn::Zero(d));
  Found found{hn::Set(d, column.differs), hn::Not(no_lane)};
  if (column.kind == LevelColumn::Kind::text) found = of_texts(column, row, at);
  if (column.kind == LevelColumn::Kind::day) found = of_days(column, row, at);
  if (column.kind == LevelColumn::Kind::category) found.open = no_lane;
  if (!column.asks_equal) {
    found.open = hn::AndNot(same, found.open);
    found.level = hn::IfThenElse(same, row_of(column.equal, row), found.level);
  }
  if (!column.swaps_with.empty()) {
    const Mask swapped =
        hn::And(at_least(found.level, part_level), is_swapped(columns, column, row, at));
    found.level = hn::IfThenElse(swapped, hn::Set(d, swapped_level), found.level);
  }
  return {hn::IfThenElse(null, hn::Set(d, none), found.level), hn::AndNot(null, found.open)};
}

HWY_INLINE void list_lanes(Mask mask, std::size_t at, std::vector<std::uint32_t>& places) {
  for (std::uint64_t bits = bits_of(mask); bits != 0; bits &= bits - 1)
    places.push_back(static_cast<std::uint32_t>(at) +
                     static_cast<std::uint32_t>(__builtin_ctzll(bits)));
}

void FindLevels(const LevelTask& task) {
  const Whole d;
  for (std::size_t at = task.run.first; at < task.run.last; at += hn::Lanes(d)) {
    const std::size_t place = at - task.run.first;
    const Mask pairs = hn::And(hn::FirstN(d, task.run.last - at),
                               hn::Ne(hn::LoadU(d, task.fields + place), hn::Set(d, dropped_pair)));
    if (hn::AllFalse(d, pairs)) continue;
    Lanes halves[2] = {hn::Zero(d), hn::Zero(d)};
    for (std::size_t f = 0; f < task.columns.size(); ++f) {
      const Found found = of_column(task.columns, task.columns[f], task.run.row, at);
      const Mask open = hn::And(found.open, pairs);
      if (!hn::AllFalse(d, open)) list_lanes(open, place, task.open[f]);
      const Lanes level = hn::IfThenZeroElse(open, found.level);
      halves[f / 8] =
          hn::Or(halves[f / 8], hn::ShiftLeftSame(level, static_cast<int>(4 * (f % 8))));
    }
    hn::StoreU(halves[0], d, task.low + place);
    hn::StoreU(halves[1], d, task.high + place);
  }
}

}  // namespace
}  // namespace sanaq::link::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sanaq::link {
namespace {

HWY_EXPORT(FindLevels);

constexpr std::size_t rows_ahead = 16;

// Jaro is at most (common / a + common / b + 1) / 3, Jaro-Winkler that and a tenth of what lacks
// for each letter of the common beginning.
std::array<float, 5> least_in_common(double likeness) {
  constexpr double slack = 1e-4;
  std::array<float, 5> least{};
  for (std::size_t letters = 0; letters < least.size(); ++letters) {
    const double beginning = 0.1 * static_cast<double>(letters);
    least[letters] = static_cast<float>(3 * (likeness - beginning) / (1 - beginning) - 1 - slack);
  }
  return least;
}

// Room for the facts of `rows` rows.
void make_room(LevelColumn& column, std::size_t rows) {
  const std::size_t room = rows + row_padding;
  if (column.codes.size() >= room) return;
  for (auto* values : {&column.codes, &column.equal}) values->resize(room);
  if (!column.swaps_with.empty()) column.shared.resize(room);
  if (column.kind == LevelColumn::Kind::text) {
    for (auto* values : {&column.once, &column.twice, &column.over, &column.length, &column.head,
                         &column.nickname})
      values->resize(room);
    column.inverse.resize(room);
  }
  if (column.kind == LevelColumn::Kind::day) {
    column.digits.resize(room);
    column.years.resize(room);
  }
}

}  // namespace

LevelRows::LevelRows(Comparer& comparer, std::vector<std::uint64_t> open_as)
    : comparer_(&comparer), open_(comparer.features().size()), open_as_(std::move(open_as)) {
  open_as_.resize(open_.size(), no_level);
  const QuickLevels& quick = comparer.quick();
  for (std::size_t f = 0; f < comparer.features().size(); ++f) {
    const Feature& feature = comparer.features()[f];
    LevelColumn& column = columns_.emplace_back();
    column.differs = static_cast<std::uint32_t>(level_count(feature.kind) - 1);
    column.asks_equal = feature.kind == Kind::name;
    column.is_email = feature.kind == Kind::email;
    column.least_in_common = least_in_common(weakest_likeness(feature.kind));
    column.swaps_with = feature.swaps_with;
    if (feature.kind == Kind::category) column.kind = LevelColumn::Kind::category;
    if (!quick.texts(f).empty()) column.kind = LevelColumn::Kind::text;
    if (!quick.days(f).empty()) column.kind = LevelColumn::Kind::day;
  }
}

void LevelRows::lay_out(std::span<const std::uint32_t> records) {
  records_ = records;
  const QuickLevels& quick = comparer_->quick();
  for (LevelColumn& column : columns_) make_room(column, records.size());
  for (std::size_t row = 0; row < records.size(); ++row) {
    if (row + rows_ahead < records.size()) comparer_->fetch(records[row + rows_ahead]);
    const std::uint32_t* codes = quick.codes(records[row]);
    for (std::size_t f = 0; f < columns_.size(); ++f) columns_[f].codes[row] = codes[f];
  }
  for (std::size_t f = 0; f < columns_.size(); ++f) take(f);
}

void LevelRows::take(std::size_t feature) {
  LevelColumn& column = columns_[feature];
  const Feature& from = comparer_->features()[feature];
  const std::vector<std::int8_t>& equal = comparer_->level_of_equal(feature);
  const std::size_t rows = records_.size();
  for (std::size_t row = 0; row < rows; ++row)
    column.equal[row] = static_cast<std::uint32_t>(int{equal[column.codes[row]]});
  for (std::size_t row = 0; row < rows && !column.swaps_with.empty(); ++row) {
    const std::uint32_t code = column.codes[row];
    column.shared[row] = code == 0 ? ~std::uint32_t{0} : from.shared[code];
  }
  if (column.kind == LevelColumn::Kind::text) take_texts(column, comparer_->quick().texts(feature));
  if (column.kind != LevelColumn::Kind::day) return;
  for (std::size_t row = 0; row < rows; ++row) {
    const QuickLevels::Day& day = comparer_->quick().days(feature)[column.codes[row]];
    column.digits[row] = day.digits;
    column.years[row] = day.year;
  }
}

void LevelRows::take_texts(LevelColumn& column, std::span<const QuickLevels::Text> texts) {
  const std::size_t rows = records_.size();
  for (std::size_t row = 0; row < rows; ++row) {
    if (row + rows_ahead < rows) __builtin_prefetch(&texts[column.codes[row + rows_ahead]]);
    const QuickLevels::Text& text = texts[column.codes[row]];
    column.once[row] = text.once;
    column.twice[row] = text.twice;
    column.over[row] = text.over;
    column.length[row] = text.length;
    column.head[row] = text.head;
    column.nickname[row] = text.has_nickname ? 1 : 0;
    column.inverse[row] = text.inverse;
  }
}

LevelRows::Found LevelRows::find(const RowRun& run, std::span<const std::uint32_t> fields) {
  const std::size_t count = run.last - run.first, room = count + row_padding;
  if (low_.size() < room) {
    for (auto* values : {&low_, &high_, &open_fields_}) values->resize(room);
    levels_.resize(room);
  }
  for (auto& places : open_) places.clear();
  HWY_DYNAMIC_DISPATCH(FindLevels)
  ({columns_, run, fields.data(), low_.data(), high_.data(), open_.data()});
  for (std::size_t at = 0; at < count; ++at)
    levels_[at] = low_[at] | (std::uint64_t{high_[at]} << 32);
  std::fill_n(open_fields_.begin(), count, 0U);
  close(run);
  return {std::span(levels_).first(count), std::span(open_fields_).first(count)};
}

// The levels that are open: asked for, or left so.
void LevelRows::close(const RowRun& run) {
  for (std::size_t f = 0; f < open_.size(); ++f) {
    const std::vector<std::uint32_t>& codes = columns_[f].codes;
    for (const std::uint32_t place : open_[f]) {
      if (open_as_[f] == no_level)
        comparer_->fetch(f, codes[run.row], codes[run.first + place]);
      else
        open_fields_[place] |= 1U << f;
    }
  }
  for (std::size_t f = 0; f < open_.size(); ++f) {
    for (const std::uint32_t place : open_[f]) levels_[place] |= level_of(f, run, place) << (4 * f);
  }
}

std::uint64_t LevelRows::level_of(std::size_t feature, const RowRun& run, std::uint32_t place) {
  if (open_as_[feature] != no_level) return open_as_[feature];
  const std::vector<std::uint32_t>& codes = columns_[feature].codes;
  const std::size_t right = run.first + place;
  return static_cast<std::uint64_t>(comparer_->open_level(
      feature, {records_[run.row], codes[run.row]}, {records_[right], codes[right]}));
}

}  // namespace sanaq::link
#endif
