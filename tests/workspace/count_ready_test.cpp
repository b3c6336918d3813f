#include "sanaq/workspace/count_ready.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(CountReady, NamesTheListThatHasNoColumnOfNames) {
  investigation::Outcome outcome;
  EXPECT_TRUE(why_not_count(outcome).id.empty());
  outcome.lists.resize(3);
  outcome.lists[0].name = "hospital";
  outcome.lists[0].columns = {{"name", "Name"}};
  outcome.lists[1].name = "morgue";
  outcome.lists[1].columns = {{"birth", "Born"}};
  outcome.lists[2].columns = {{"family", "Surname"}};
  EXPECT_EQ(lists_without_names(outcome), (std::vector<std::string>{"morgue"}));
  EXPECT_NE(why_not_count(outcome).english().find("morgue"), std::string::npos);
  outcome.config.lists.resize(3);
  outcome.config.lists[1].guesses_columns = false;
  EXPECT_TRUE(why_not_count(outcome).id.empty());
  outcome.config.lists.clear();
  outcome.lists[1].columns = {{"given", "Called"}};
  EXPECT_TRUE(why_not_count(outcome).id.empty());
}

}  // namespace
}  // namespace sanaq::workspace
