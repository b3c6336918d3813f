#include "sanaq/link/count_pairs.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "link/a_town_of_names.h"
#include "sanaq/link/model_before_pairs.h"

namespace sanaq::link {
namespace {

class CountPairs : public testing::Test {
 protected:
  static Options with_labels() {
    Options options;
    options.labels = {{"list", "1", "second", "401", true}, {"list", "2", "second", "402", false}};
    return options;
  }
  std::vector<Rule> rules(const std::vector<std::string>& names) {
    return parse_rules(names, town_.table, town_.records.order, town_.records.columns, keys_);
  }
  CountedPairs count(const std::vector<Rule>& rules, const std::vector<Rule>& learning = {}) {
    LearningPairs pairs(learning, keys_, town_.records.space, town_.records.columns.is_linkable,
                        town_.crew.comparers, town_.crew.workers, town_.silent);
    return count_pairs(town_.records, keys_, rules, std::move(pairs), before_, town_.crew);
  }
  static double pairs_of(const CountedPairs& counted) {
    double pairs = 0;
    for (const PatternCounts::Pattern& pattern : counted.counts.sorted()) pairs += pattern.count;
    return pairs;
  }
  // Slow twin: pairs that one of the rules finds.
  double met_by(const std::vector<Rule>& rules) const {
    const PairSpace& space = town_.records.space;
    double pairs = 0;
    for (std::uint32_t right = 0; right < space.record_count(); ++right) {
      for (std::uint32_t left = 0; left < right; ++left)
        pairs += space.may_meet(left, right) &&
                 std::any_of(rules.begin(), rules.end(),
                             [&](const Rule& rule) { return meets(rule, keys_, left, right); });
    }
    return pairs;
  }

  PreparedTable town_{a_town_of_names(400, 2), with_labels()};
  ChanceAgreement chance_ = estimate_chance(town_.records, town_.crew);
  PairModel before_ = model_before_pairs(town_.records, chance_, town_.crew);
  std::vector<Key> keys_;
};

TEST_F(CountPairs, CountsEachPairThatRulesOrLearningRulesFindOnce) {
  std::vector<Rule> chosen = rules({"birth", "name_key2"});
  const std::vector<Rule> learning = rules({"place", "birth_monthday"});
  const CountedPairs counted = count(chosen, learning);
  chosen.insert(chosen.end(), learning.begin(), learning.end());
  EXPECT_EQ(pairs_of(counted), met_by(chosen));
  EXPECT_EQ(counted.rules.size(), 4u);
  EXPECT_EQ(counted.rules[2].name, "place");
}

TEST_F(CountPairs, KeepsThePairsOfTheChosenRulesAlone) {
  const std::vector<Rule> chosen = rules({"birth", "name_key2"});
  const CountedPairs counted = count(chosen, rules({"place"}));
  ASSERT_TRUE(counted.kept);
  EXPECT_EQ(static_cast<double>(counted.kept->visited()), met_by(chosen));
}

TEST_F(CountPairs, KeepsNoneWhereARuleIsASampleAndTheSampleStandsForAll) {
  std::vector<Rule> sampled = rules({"place"});
  const double all = met_by(sampled);
  sampled[0].probes = 0.5;
  const CountedPairs counted = count(sampled);
  EXPECT_FALSE(counted.kept);
  EXPECT_NEAR(pairs_of(counted), all, 0.1 * all);
}

TEST_F(CountPairs, KnowsOfLabelledPairsWhetherARuleFoundThem) {
  const auto found = [&](const std::vector<std::string>& names) {
    std::vector<bool> is_candidate;
    const CountedPairs counted = count(rules(names));
    for (const PatternCounts::Known& known : counted.counts.known())
      is_candidate.push_back(known.is_candidate);
    return is_candidate;
  };
  const CountedPairs counted = count(rules({"*"}));
  ASSERT_EQ(counted.counts.known().size(), 2u);
  EXPECT_TRUE(counted.counts.known()[0].match);
  EXPECT_FALSE(counted.counts.known()[1].match);
  EXPECT_EQ(found({"*"}), (std::vector<bool>{true, true}));
  EXPECT_EQ(found({"birth"}), (std::vector<bool>{true, false}));
}

}  // namespace
}  // namespace sanaq::link
