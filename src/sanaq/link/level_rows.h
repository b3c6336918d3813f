// The levels of many pairs at once: one record against those of its block, one pair in each lane of
// the vector unit.
//
// Highway uses the widest instructions that the processor has, chosen at run time; the result does
// not depend on the processor. Comparer::compare is the slow twin.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/quick_levels.h"

namespace sanaq::link {

// The number of rows past the last one that vectors may read.
inline constexpr std::size_t row_padding = 64;
inline constexpr std::uint32_t dropped_pair = 0xFFFFFFFFU;

// What is used of one feature, for many rows side by side.
struct LevelColumn {
  enum class Kind {
    text,
    day,
    category,  // values are equal or not
    asked,     // of different values only Comparer knows
  };
  Kind kind = Kind::asked;
  bool asks_equal = false;  // whether only Comparer knows about equal values too
  bool is_email = false;    // only Comparer knows what a common beginning means
  // The letters in common times (1 / length + 1 / length) from which Jaro-Winkler may reach the
  // weakest level, by the number of letters of the common beginning.
  std::array<float, 5> least_in_common{};
  std::uint32_t differs = 0;
  std::vector<std::size_t> swaps_with;  // columns whose `shared` may hold this one's
  std::vector<std::uint32_t> codes;     // 0: missing
  std::vector<std::uint32_t> equal;     // the level of two equal values
  std::vector<std::uint32_t> shared;    // Feature::shared of the value; empty if there are no swaps
  std::vector<std::uint32_t> once, twice, over, length, head, nickname;  // QuickLevels::Text
  std::vector<float> inverse;
  std::vector<std::uint32_t> digits;  // QuickLevels::Day
  std::vector<std::int32_t> years;
};

// A run of rows that is compared: row `row` with rows first, ..., last - 1.
struct RowRun {
  std::size_t row = 0, first = 0, last = 0;
};

// Each thread needs its own.
class LevelRows {
 public:
  // `open_as` has for each feature the value in place of a level that only Comparer knows; no_level
  // if it is asked. If it is empty, it always is.
  explicit LevelRows(Comparer& comparer, std::vector<std::uint64_t> open_as = {});

  void lay_out(std::span<const std::uint32_t> records);
  // For the pair with row first + at: its levels, four bits each, and the features that have the
  // value of open_as, as bits.
  struct Found {
    std::span<const std::uint64_t> levels;
    std::span<const std::uint32_t> open;
  };
  // Row `row` is the left record. Pairs whose `fields` is dropped_pair are not looked at. The
  // result is valid until the next call.
  [[nodiscard]] Found find(const RowRun& run, std::span<const std::uint32_t> fields);

 private:
  void take(std::size_t feature);
  void take_texts(LevelColumn& column, std::span<const QuickLevels::Text> texts);
  void close(const RowRun& run);
  [[nodiscard]] std::uint64_t level_of(std::size_t feature, const RowRun& run, std::uint32_t place);

  Comparer* comparer_;
  std::span<const std::uint32_t> records_;
  std::vector<LevelColumn> columns_;
  std::vector<std::vector<std::uint32_t>> open_;  // by column: places in the run
  std::vector<std::uint64_t> open_as_, levels_;
  std::vector<std::uint32_t> low_, high_, open_fields_;
};

}  // namespace sanaq::link
