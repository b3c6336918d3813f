#include "sanaq/workspace/model_tables.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::workspace {
namespace {

investigation::Outcome learnt() {
  investigation::Outcome outcome =
      investigation::linked_outcome(investigation::invented_lists(), {0, 1, 0, 1, 0, 2}, {});
  outcome.link.model.comparisons = {{"birth", "date", {{"same day", .9, .001, 9.8, 0}}}};
  return outcome;
}

TEST(ModelTables, ATableWithoutRowsIsLeftOut) {
  const auto tables = model_tables(draw::Voice("en"), learnt());
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].name, "levels");
  EXPECT_EQ(tables[0].rows[0][0], "Birth");
  EXPECT_EQ(tables[1].name, "values");
}

TEST(ModelTables, WhomNoRuleReachesIsToldByListAndHowItWasLearntByRound) {
  investigation::Outcome outcome = learnt();
  outcome.link.unreached = {{1, 2, 1}};
  outcome.link.learning = {{0.01, 0, false}, {0.02, 0.001, true}};
  const auto tables = model_tables(draw::Voice("en"), outcome);
  ASSERT_EQ(tables.size(), 4U);
  EXPECT_EQ(tables[1].name, "unreached");
  EXPECT_EQ(tables[1].rows, (std::vector<std::vector<std::string>>{{"morgue", "2", "2", "1"}}));
  EXPECT_EQ(tables[3].name, "rounds");
  EXPECT_EQ(tables[3].rows[1],
            (std::vector<std::string>{"2", "persons", "one in 50", "one in 1,000"}));
}

TEST(ModelTables, OnlyValuesThatSeveralRecordsHaveAreFrequent) {
  const auto values = frequent_values(learnt());
  ASSERT_EQ(values.size(), 2U);
  EXPECT_EQ(values[0].records, 2);
  EXPECT_NEAR(values[0].share, 2.0 / 6, 1e-9);
}

}  // namespace
}  // namespace sanaq::workspace
