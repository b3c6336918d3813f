#include "sanaq/settings/step_settings.h"

#include <gtest/gtest.h>

namespace sanaq::settings {

TEST(StepSettings, AnOptionChangesItsStepAndAllLaterOnes) {
  Config config;
  const StepSettings before = step_settings(config);
  config.estimate.seed = 99;
  const StepSettings after = step_settings(config);
  EXPECT_EQ(before.ingest, after.ingest);
  EXPECT_EQ(before.link, after.link);
  EXPECT_NE(before.estimate, after.estimate);
  EXPECT_NE(before.publish, after.publish);
}

TEST(StepSettings, WhereTheSiteStandsChangesNone) {
  Config config;
  const StepSettings before = step_settings(config);
  config.publish.site = "elsewhere";
  EXPECT_EQ(step_settings(config).publish, before.publish);
}

}  // namespace sanaq::settings
