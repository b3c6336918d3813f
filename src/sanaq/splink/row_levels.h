// The levels of a Splink model for the pairs of many rows at once: screened in the vector unit,
// then decided by the texts where only they can.
#pragma once
#include <span>
#include <vector>

#include "sanaq/splink/letter_batch.h"
#include "sanaq/splink/level_finder.h"
#include "sanaq/splink/row_screen.h"
#include "sanaq/splink/weighed_pairs.h"

namespace sanaq::splink {

// How one blocking rule's pairs are compared; shared by all threads.
class ScreenPlan {
 public:
  // `equal_columns`: those whose cells are equal, and not null, in every pair. Without weights (a
  // model that is still to learn) nothing is known of bits.
  ScreenPlan(const Levels& levels, const Weights& weights,
             const std::vector<const KnownColumn*>& equal_columns);
  // Of one comparison alone, which is simple: the pattern is that of its level.
  [[nodiscard]] static ScreenPlan of_comparison(const Levels& levels, const Weights& weights,
                                                std::size_t comparison) {
    ScreenPlan plan;
    plan.screen(levels, weights, comparison);
    return plan;
  }

  struct Screened {
    std::size_t comparison = 0;
    const Levels::Simple* simple = nullptr;
    std::vector<float> same_bits;  // by code: the most that `same` adds for a value; or empty
  };
  [[nodiscard]] std::span<const Screen> screens() const { return screens_; }
  [[nodiscard]] const std::vector<Screened>& screened() const { return screened_; }
  // Comparisons of columns that are equal: they are known beforehand.
  [[nodiscard]] const std::vector<Screened>& known() const { return known_; }
  [[nodiscard]] const std::vector<std::size_t>& slow() const { return slow_; }
  [[nodiscard]] std::uint32_t add_low() const { return add_[0]; }
  [[nodiscard]] std::uint32_t add_high() const { return add_[1]; }
  [[nodiscard]] float bits_most() const { return bits_most_; }  // of what is not screened

 private:
  ScreenPlan() = default;
  void screen(const Levels& levels, const Weights& weights, std::size_t comparison);

  std::vector<Screen> screens_;
  std::vector<Screened> screened_, known_;
  std::vector<std::size_t> slow_;
  std::uint32_t add_[2] = {0, 0};
  float bits_most_ = 0;
};

// One for each thread.
class RowLevels {
 public:
  RowLevels(const Levels& levels, const Weights& weights)
      : levels_(levels), weights_(weights), finder_(levels) {}

  // Lays out rows: codes[c] of each row for screen c of the plan, known[k] for what is known.
  void lay_out(const ScreenPlan& plan, std::size_t count);
  [[nodiscard]] std::uint32_t* codes(std::size_t screen) { return rows_[screen].codes.data(); }
  [[nodiscard]] std::uint32_t* known_codes(std::size_t at) { return known_codes_[at].data(); }
  void take_facts(const ScreenPlan& plan, std::size_t count);
  // The most bits of a pair with this right row that no screen knows.
  [[nodiscard]] float bits_most(const ScreenPlan& plan, std::size_t row) const;

  // `records`: of the rows laid out. `met`: slots of pairs that are dropped too, since they were
  // met in another block. Ends with all levels in the patterns (of wanted pairs, or of all that are
  // not dropped).
  const Screened& find(const ScreenPlan& plan, std::span<const std::uint32_t> records,
                       std::span<const std::uint32_t* const> forbidden,
                       std::span<const RightRow> right, float bits_least, bool all_levels,
                       std::span<const std::uint32_t> met = {});

 private:
  void add_open_levels(const ScreenPlan& plan, std::size_t screen);
  void compare_texts(const Levels::Simple& simple, const std::vector<OpenPair>& open,
                     const std::vector<std::uint32_t>& codes);
  void add_slow_levels(const ScreenPlan& plan, std::span<const std::uint32_t> records,
                       std::span<const RightRow> right, bool all_levels);

  const Levels& levels_;
  const Weights& weights_;
  LevelFinder finder_;
  std::vector<ScreenedRows> rows_;
  std::vector<std::vector<std::uint32_t>> known_codes_;
  Screened screened_;
  std::vector<TextPair> texts_;  // of the open pairs of one screen
  std::vector<double> winkler_;  // their likeness and distance, or empty
  std::vector<std::uint8_t> edits_;
};

}  // namespace sanaq::splink
