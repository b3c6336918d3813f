#include "sanaq/investigation/thresholds.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

}  // namespace

TEST(Thresholds, LinkingLeavesATableAndEachStepIsWhatThatThresholdMakes) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string folder = help::small_investigation(scratch);
  const Outcome outcome = link_records(folder, caller);
  const auto kept = kept_thresholds(folder, outcome.keys);
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->steps.size(), static_cast<std::size_t>(threshold_steps));
  EXPECT_EQ(kept->threshold, 0.5);
  EXPECT_EQ(kept->persons, static_cast<std::int64_t>(outcome.persons.size()));
  for (const std::size_t at : {0U, 99U, 199U}) {
    const ThresholdStep& step = kept->steps[at];
    const Outcome other = link_records(
        folder, caller, [&](settings::Config& config) { config.link.threshold = step.threshold; });
    EXPECT_EQ(step.persons, static_cast<std::int64_t>(other.persons.size())) << step.threshold;
  }
}

TEST(Thresholds, OfAnotherLinkingOrDamagedThereIsNone) {
  const help::Scratch scratch;
  const std::string folder = scratch / "town";
  StepKeys keys;
  keys.link = "a";
  keep_thresholds(folder, keys, 0.5, 10, {{0.25, -2, 3, 0}, {0.75, 1, 0, 1}});
  const auto kept = kept_thresholds(folder, keys);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->steps[0].persons, 8);
  EXPECT_EQ(nearest_step(*kept, 0.3).threshold, 0.25);
  EXPECT_EQ(nearest_step(*kept, 1).threshold, 0.75);
  StepKeys other;
  other.link = "b";
  EXPECT_FALSE(kept_thresholds(folder, other));
  scratch.write("town/.sanaq/thresholds.json", "{\"link\":\"a\",\"steps\":5}");
  EXPECT_FALSE(kept_thresholds(folder, keys));
  keep_thresholds(folder, keys, 0.5, 10, {});
  EXPECT_FALSE(base::file_exists(folder + "/.sanaq/thresholds.json"));
}

}  // namespace sanaq::investigation
