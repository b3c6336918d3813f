// Pairs of rows of the same block in the vector unit: what equality, gaps of days and letters in
// common say of all comparisons at once, before anybody looks at a text.
//
// Highway takes the widest instructions that the processor has, at run time; what is found does
// not depend on the processor. The slow twin is LevelFinder::find.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sanaq::splink {

// A level: what it adds to the pattern, and the most bits that it can add to the weight.
struct Outcome {
  std::uint32_t add = 0;
  float bits_most = 0;
};

// One test of a comparison between two different values.
struct ScreenStep {
  enum class Kind {
    likeness,  // Jaro or Jaro-Winkler: may hold only where enough letters are in common
    edits,     // a distance: may hold only where few letters are not
    gap,       // of days: known for certain
    always,    // nothing is known beforehand
  };
  Kind kind = Kind::always;
  Outcome holds;  // of a gap
  // Of a likeness: the least common letters times (1 / length + 1 / length), by letters of the
  // common beginning, 0 to 4.
  std::array<float, 5> least{};
  std::int32_t edits_most = 0;
  bool is_by_place = false;  // of texts of one length, at most differ_most places differ
  std::int32_t differ_most = 0;
  std::int32_t days_most = 0;
};

struct Screen {
  Outcome same, null, otherwise;
  float open_bits_most = 0;       // where only the texts can say
  std::vector<ScreenStep> steps;  // in the order of the levels
  bool looks_at_letters = false, looks_at_days = false;
  std::size_t words = 0;      // four letters each, of texts compared by place
  bool is_high_half = false;  // adds to the high half of the pattern
};

// What a screen looks at, of many rows side by side; screen_padding places more than rows.
struct ScreenedRows {
  std::vector<std::uint32_t> codes;  // 0: null
  std::vector<float> same_bits;      // the most that `same` can add for this row, beyond Outcome's
  std::vector<std::uint32_t> once, twice, head, length, over;
  std::vector<float> inverse;  // 1 / length
  std::vector<std::int32_t> days;
  std::array<std::vector<std::uint32_t>, 4> words;
};

inline constexpr std::size_t screen_padding = 64;
inline constexpr std::int32_t no_day = -1000000000;
inline constexpr std::uint32_t dropped_pattern = 0xFFFFFFFFU;

// The pairs of rows first, ..., right - 1 with `right` stand in slots slot, slot + 1, ...
struct RightRow {
  std::uint32_t first = 0, right = 0, slot = 0;
  float bits_most = 0;  // of all that is not screened
};

// A pair that only the texts can decide.
struct OpenPair {
  std::uint32_t slot = 0, left = 0, right = 0;
};

struct ScreenTask {
  std::span<const Screen> screens;
  std::span<const ScreenedRows> rows;               // one a screen
  std::span<const std::uint32_t* const> forbidden;  // of a row: equal and not 0, no pair
  std::span<const RightRow> right;                  // slots one after another from 0
  std::uint32_t add_low = 0, add_high = 0;          // of all that is not screened
  float bits_least = 0;                             // pairs that cannot reach it are not wanted
  bool all_levels = false;  // find the levels of pairs that are not wanted too
};

struct Screened {
  std::vector<std::uint32_t> low, high;     // by slot; low is dropped_pattern for no pair
  std::vector<std::vector<OpenPair>> open;  // by screen; their level is not yet in the pattern
  std::vector<OpenPair> wanted;             // those that may reach bits_least, slots ascending
  std::size_t pairs = 0;                    // that are not dropped
};

// `high` stays empty without has_high.
void screen_pairs(const ScreenTask& task, bool has_high, Screened& screened);

}  // namespace sanaq::splink
