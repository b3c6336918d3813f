#include "sanaq/investigation/step_keys.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {

TEST(StepKeys, ALaterSettingLeavesEarlierStepsAlone) {
  Config config;
  const StepKeys before = step_keys(config, {}, "");
  config.estimate.seed = 99;
  const StepKeys after = step_keys(config, {}, "");
  EXPECT_EQ(before.link, after.link);
  EXPECT_NE(before.estimate, after.estimate);
  EXPECT_NE(before.publish, after.publish);
  config.link.threshold = 0.9;
  EXPECT_NE(step_keys(config, {}, "").link, before.link);
}

TEST(StepKeys, DecisionsChangeTheRegisterAndNoSettings) {
  const StepKeys before = step_keys({}, {}, "");
  const StepKeys after = step_keys({}, {}, "a decision");
  EXPECT_EQ(before.ingest, after.ingest);
  EXPECT_NE(before.link, after.link);
  EXPECT_EQ(before.settings.link, after.settings.link);
}

}  // namespace sanaq::investigation
