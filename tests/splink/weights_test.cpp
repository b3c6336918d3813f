#include "sanaq/splink/weights.h"

#include <gtest/gtest.h>

#include <cmath>

#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

TEST(Weights, LevelsComeBackFromThePatternThatTheyMake) {
  const record::RecordTable table = misspelt(20);
  Model model = a_model_of_all_kinds();
  const std::vector<Comparison> again = model.comparisons;
  for (int times = 0; times < 2; ++times)
    model.comparisons.insert(model.comparisons.end(), again.begin(), again.end());
  const Levels levels(table, model);
  const Weights weights(levels);
  ASSERT_TRUE(weights.has_high_half());
  std::uint32_t low = 0, high = 0;
  for (std::size_t at = 0; at < weights.comparison_count(); ++at) {
    const auto level = static_cast<std::uint8_t>(at % model.comparisons[at].levels.size());
    (weights.is_high_half(at) ? high : low) += weights.add(at, level);
  }
  for (std::size_t at = 0; at < weights.comparison_count(); ++at)
    EXPECT_EQ(weights.level(low | std::uint64_t{high} << 32, at),
              at % model.comparisons[at].levels.size());
}

TEST(Weights, NoPairWeighsMoreThanTheMostThatIsPromised) {
  const record::RecordTable table = misspelt(60);
  const Model model = a_model_of_all_kinds();
  const Levels levels(table, model);
  const Weights weights(levels);
  for (std::size_t at = 0; at < weights.comparison_count(); ++at) {
    for (std::uint8_t level = 0; level < model.comparisons[at].levels.size(); ++level) {
      for (std::uint32_t right = 1; right < table.record_count(); ++right)
        EXPECT_LE(weights.comparison_bits(at, level, right - 1, right),
                  weights.bits_most(at, level));
    }
  }
}

TEST(Weights, LevelsWithoutMOrUWeighNothing) {
  const record::RecordTable table = misspelt(5);
  Model model;
  model.comparisons = {a_comparison("town", {equal_of("town")})};
  model.comparisons[0].levels[0].m = 0;
  const Levels levels(table, model);
  EXPECT_EQ(Weights(levels).bits(0, 0, 1), 0);
}

}  // namespace
}  // namespace sanaq::splink
