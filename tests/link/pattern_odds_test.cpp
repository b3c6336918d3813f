#include "sanaq/link/pattern_odds.h"

#include <gtest/gtest.h>

#include "link/a_town_of_names.h"
#include "link/evidence_of_a_table.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/score.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// Where no field is equal, no value's frequency counts, and the pattern says all that the pair
// does.
TEST(PatternOdds, AreThoseOfThePairWhereNoValueCounts) {
  EvidenceOfATable town(a_town(120, 40));
  const PairEvidence evidence = town.evidence();
  PairModel model = town.learnt().model;
  model.differences.tilt.clear();
  const PatternOdds odds(evidence, model);
  int compared = 0;
  for (std::uint32_t left = 0; left < 120; ++left) {
    std::array<std::int8_t, 32> levels{};
    town.comparer.compare(left, left + 30, levels.data());
    bool is_equal_somewhere = false;
    for (std::size_t f = 0; f < evidence.features.size(); ++f)
      is_equal_somewhere = is_equal_somewhere || is_exact(evidence.features[f].kind, levels[f]);
    if (is_equal_somewhere) continue;
    ++compared;
    const PatternCounts::Known pair{town.levels_of(left, left + 30)};
    EXPECT_NEAR(odds.log_odds(pair),
                num::logit(model.prior_match) +
                    pair_log_ratio(model, town.comparer, levels.data(), left, left + 30),
                1e-9);
  }
  EXPECT_GT(compared, 50);
}

TEST(PatternOdds, FieldsAddUpToTheWhole) {
  EvidenceOfATable town(a_town(120, 40));
  const PairEvidence evidence = town.evidence();
  const PairModel model = town.learnt().model;
  const PatternOdds odds(evidence, model);
  for (const PatternCounts::Pattern& pattern : evidence.patterns) {
    PatternOdds::OfFields of_field{};
    double sum = num::logit(model.prior_match);
    const double whole = odds.log_odds(pattern, of_field);
    for (std::size_t f = 0; f < evidence.features.size(); ++f) sum += of_field[f];
    EXPECT_NEAR(whole, sum, 1e-9);
    EXPECT_EQ(whole, odds.log_odds(pattern));
  }
}

TEST(PatternOdds, TheModelThatWasLearntIsLikelierThanAWrongOne) {
  EvidenceOfATable town(a_town(200, 80));
  const PairEvidence evidence = town.evidence();
  const PairModel model = town.learnt().model;
  PairModel wrong = model;
  wrong.prior_match *= 10;
  EXPECT_GT(PatternOdds(evidence, model).log_likelihood(),
            PatternOdds(evidence, wrong).log_likelihood());
}

TEST(PatternOdds, AFieldThatIsMissingIsNeitherFilledNorDiffers) {
  EvidenceOfATable town(a_town(40, 10));
  const PairEvidence evidence = town.evidence();
  const PairModel model = town.first();
  const FieldMasks masks = PatternOdds(evidence, model).masks(no_level);
  EXPECT_EQ(masks.filled & 1U, 0U);
  EXPECT_EQ(masks.differing & 1U, 0U);
  EXPECT_EQ(masks.filled & 2U, 2U);
}

TEST(PatternOdds, OfNamesCountHowRareTheyAreBesideTheirLevel) {
  EvidenceOfATable town(a_town_of_names(120, 2));
  const PairEvidence evidence = town.evidence();
  const PairModel model = town.learnt().model;
  const PatternOdds odds(evidence, model);
  std::size_t name = 0;
  while (evidence.features[name].kind != Kind::name) ++name;
  int rarer = 0, commoner = 0;
  for (const PatternCounts::Pattern& pattern : evidence.patterns) {
    const double rarity = odds.log_odds(pattern) - odds.log_odds(PatternCounts::Known{
                                                       pattern.levels, true, false, pattern.group});
    const std::uint64_t level = (pattern.levels >> (4 * name)) & 15U;
    if (pattern.shared == 0 || level == no_level) {
      EXPECT_EQ(rarity, 0);
      continue;
    }
    EXPECT_NEAR(rarity,
                rarity_log_ratio(model.fields[name], evidence.features[name], level,
                                 pattern.sharing / pattern.shared),
                1e-9);
    rarer += rarity > 0 ? 1 : 0;
    commoner += rarity < 0 ? 1 : 0;
  }
  EXPECT_GT(rarer, 0);
  EXPECT_GT(commoner, 0);
}

}  // namespace
}  // namespace sanaq::link
