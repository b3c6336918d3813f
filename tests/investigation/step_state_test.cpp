#include "sanaq/investigation/step_state.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"

namespace sanaq::investigation {

TEST(StepState, HoldsOnlyForTheKeyItWasMadeWith) {
  const help::Scratch scratch;
  write_state(scratch.path(), "link", "key one", {{"persons", 3}});
  ASSERT_TRUE(read_state(scratch.path(), "link", "key one").has_value());
  EXPECT_EQ(read_state(scratch.path(), "link", "key one")->at("persons"), 3);
  EXPECT_FALSE(read_state(scratch.path(), "link", "key two").has_value());
  EXPECT_FALSE(read_state(scratch.path(), "estimate", "key one").has_value());
}

TEST(StepState, ADamagedFileIsMadeAgain) {
  const help::Scratch scratch;
  write_state(scratch.path(), "link", "key", {{"persons", 3}});
  scratch.write(".sanaq/link.json", "{\"key\": ");
  EXPECT_FALSE(read_state(scratch.path(), "link", "key").has_value());
}

TEST(StepState, ALaterSettingLeavesEarlierStepsAlone) {
  Config config;
  const StepKeys before = step_keys(config, {});
  config.estimate.seed = 99;
  const StepKeys after = step_keys(config, {});
  EXPECT_EQ(before.link, after.link);
  EXPECT_NE(before.estimate, after.estimate);
  config.link.threshold = 0.9;
  EXPECT_NE(step_keys(config, {}).link, before.link);
}

}  // namespace sanaq::investigation
