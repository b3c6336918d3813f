#include "sanaq/link/rule_choice.h"

#include <gtest/gtest.h>

#include "link/a_town_of_names.h"

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
      learning_rules(keys_, space_, columns_.features, workers_, silent_);
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
      learning_rules(keys_, space_, columns_.features, workers_, silent_);
  for (std::size_t a = 0; a < rules.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      EXPECT_FALSE(std::includes(rules[a].keys.begin(), rules[a].keys.end(), rules[b].keys.begin(),
                                 rules[b].keys.end()))
          << rules[a].name << " after " << rules[b].name;
    }
  }
}

TEST(Recall, IsOfAllMatchesTogether) {
  EXPECT_NEAR(recall_of({900, 100}, {1, 0.5}), 0.95, 1e-12);
  EXPECT_EQ(recall_of({0, 0}, {0.2, 0.1}), 1);
}

}  // namespace
}  // namespace sanaq::link
