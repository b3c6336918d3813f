#include "sanaq/splink/pair_finder.h"

#include <gtest/gtest.h>

#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

// The pairs of each rule with each pattern, counted with those of earlier rules.
TEST(PairFinder, CountsThePatternsOfAllPairsOfARule) {
  const record::RecordTable table = misspelt(200);
  Model model = a_model_of_all_kinds();
  const std::vector<Comparison> again = model.comparisons;
  for (const bool is_long : {false, true}) {
    for (int times = 0; is_long && times < 2; ++times)
      model.comparisons.insert(model.comparisons.end(), again.begin(), again.end());
    const Levels levels(table, model);
    const Weights weights(levels);
    ASSERT_EQ(weights.has_high_half(), is_long);
    base::Progress silent;
    link::Workers workers(1);
    const BlockedTable blocked = block_table(table, levels, nullptr, false, workers, silent);
    std::vector<ScreenPlan> plans;
    for (const auto& equal : blocked.equal_columns) plans.emplace_back(levels, weights, equal);
    const PairTask task{.levels = levels,
                        .weights = weights,
                        .blocked = blocked,
                        .rules = blocked.rules,
                        .plans = plans,
                        .drops_earlier = false,
                        .counts = true};
    std::map<std::uint64_t, std::uint64_t> expected;
    LevelFinder finder(levels);
    for (std::size_t rule = 0; rule < model.rules.size(); ++rule) {
      const Blocks& blocks = blocked.rules[rule];
      for (std::size_t block = 0; block + 1 < blocks.starts.size(); ++block) {
        for (std::size_t right = blocks.starts[block]; right < blocks.starts[block + 1]; ++right) {
          for (std::size_t left = blocks.starts[block]; left < right; ++left) {
            std::uint64_t pattern = 0;
            for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
              const std::uint64_t add = weights.add(
                  at, finder.slow_level(at, blocks.records[left], blocks.records[right]));
              pattern += weights.is_high_half(at) ? add << 32 : add;
            }
            ++expected[pattern];
          }
        }
      }
    }
    PairFinder pairs(task);
    for (const Piece& piece : cut_blocks(blocked.rules)) {
      FoundPairs found;
      pairs.find(piece, found);
      EXPECT_TRUE(found.joined.empty());
    }
    std::map<std::uint64_t, std::uint64_t> counted;
    for (const LevelCounts::Count& count : pairs.counts().counts())
      counted[count.pattern] = count.pairs;
    EXPECT_EQ(counted, expected);
  }
}

}  // namespace
}  // namespace sanaq::splink
