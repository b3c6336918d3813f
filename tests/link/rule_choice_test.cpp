#include "sanaq/link/rule_choice.h"

#include <gtest/gtest.h>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

class RuleChoice : public testing::Test {
 protected:
  base::Progress silent_;
  Workers workers_{1};
  record::RecordTable table_ = a_town_of_names(3000, 2);
  Columns columns_ = columns_of(table_);
  PairSpace space_ = make_pair_space(table_, as_they_stand(table_));
  std::vector<Key> keys_ = make_keys(columns_);
};

TEST_F(RuleChoice, EachFieldHasRulesWithoutItToLearnFrom) {
  const std::vector<Rule> rules =
      learning_rules(candidate_rules(keys_, space_, workers_, silent_), keys_, space_,
                     columns_.features, workers_, silent_);
  for (std::size_t feature = 0; feature < columns_.features.size(); ++feature) {
    const bool has_one = std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
      return std::none_of(rule.keys.begin(), rule.keys.end(),
                          [&](std::size_t key) { return keys_[key].feature == feature; });
    });
    EXPECT_TRUE(has_one) << columns_.features[feature].column;
  }
}

TEST_F(RuleChoice, NoLearningRuleFindsOnlyWhatAnotherFinds) {
  const std::vector<Rule> rules =
      learning_rules(candidate_rules(keys_, space_, workers_, silent_), keys_, space_,
                     columns_.features, workers_, silent_);
  for (std::size_t a = 0; a < rules.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      EXPECT_FALSE(std::includes(rules[a].keys.begin(), rules[a].keys.end(), rules[b].keys.begin(),
                                 rules[b].keys.end()))
          << rules[a].name << " after " << rules[b].name;
    }
  }
}

// Nine of ten keys of each feature agree for matches.
TEST_F(RuleChoice, OfLongListsNoRuleIsTakenForTheLastMatches) {
  SeenMatches seen(space_.list_pair_count(), columns_.features.size());
  for (std::size_t f = 0; f < columns_.features.size(); ++f) {
    seen.add_outcome(1, f, 7, 900, true);
    seen.add_outcome(1, f, 0, 100, true);
  }
  seen.add_match(1, 1000);
  const DrawnMatches drawn(seen, keys_, columns_, space_, 1);
  std::vector<double> expected(space_.list_pair_count());
  expected[1] = 1000;
  // As if the lists were so long, with as many more pairs.
  const auto chosen = [&](double times) {
    std::vector<Rule> candidates = candidate_rules(keys_, space_, workers_, silent_).rules;
    for (Rule& rule : candidates) rule.pairs *= times;
    return choose_rules(candidates, static_cast<std::size_t>(6000 * times), drawn, expected);
  };
  const std::vector<Rule> few = chosen(1), many = chosen(1000);
  const auto recall = [&](const std::vector<Rule>& rules) {
    return drawn.recall_by_lists(rules)[1];
  };
  EXPECT_LT(many.size(), few.size());
  EXPECT_LE(recall(many), recall(few));
  EXPECT_GT(recall(many), recall(few) - 0.01);
  for (std::size_t at = 0; at < many.size(); ++at) {
    std::vector<Rule> others = many;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(at));
    EXPECT_LT(recall(others), recall(many)) << many[at].name << " finds nothing of its own";
  }
}

TEST(Recall, IsOfAllMatchesTogether) {
  EXPECT_NEAR(recall_of({900, 100}, {1, 0.5}), 0.95, 1e-12);
  EXPECT_EQ(recall_of({0, 0}, {0.2, 0.1}), 1);
}

TEST_F(RuleChoice, EveryTwoKeysOfDifferentFieldsAreACandidateAndNoTwoOfOne) {
  std::size_t wanted = 0, found = 0;
  for (std::size_t a = 0; a < keys_.size(); ++a) {
    for (std::size_t b = a + 1; b < keys_.size(); ++b)
      wanted += keys_[a].feature != keys_[b].feature;
  }
  const RuleCandidates candidates = candidate_rules(keys_, space_, workers_, silent_);
  for (const Rule& rule : candidates.rules) {
    found += rule.keys.size() == 2;
    for (std::size_t a = 0; a < rule.keys.size(); ++a) {
      for (std::size_t b = a + 1; b < rule.keys.size(); ++b)
        EXPECT_NE(keys_[rule.keys[a]].feature, keys_[rule.keys[b]].feature) << rule.name;
    }
  }
  EXPECT_GT(wanted, 10U);
  EXPECT_EQ(found, wanted);
}

// How many pairs a rule may have: three hundred a record and some, up to twenty million, and a
// hundred a record where that is more.
TEST_F(RuleChoice, ARuleWithMorePairsThanTheListsMayHaveIsNeverTaken) {
  SeenMatches seen(space_.list_pair_count(), columns_.features.size());
  seen.add_match(1, 1000);
  const DrawnMatches drawn(seen, keys_, columns_, space_, 1);
  std::vector<double> expected(space_.list_pair_count());
  expected[1] = 1000;
  const auto is_taken = [&](double pairs, std::size_t records) {
    Rule rule{keys_[0].name, {0}, pairs};
    return !choose_rules({rule}, records, drawn, expected).empty();
  };
  EXPECT_TRUE(is_taken(2.2e6, 1000));
  EXPECT_FALSE(is_taken(2.4e6, 1000));
  EXPECT_TRUE(is_taken(1.9e7, 100000));
  EXPECT_FALSE(is_taken(2.1e7, 100000));
  EXPECT_TRUE(is_taken(1e8, 1000000));
  EXPECT_FALSE(is_taken(1.1e8, 1000000));
}

}  // namespace
}  // namespace sanaq::link
