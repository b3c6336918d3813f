#include "sanaq/workspace/job.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(Job, EveryStateHasANameByWhichItIsFoundAgain) {
  for (const JobState state : {JobState::waiting, JobState::running, JobState::done,
                               JobState::failed, JobState::stopped, JobState::lost})
    EXPECT_EQ(state_named(state_name(state)), state);
  EXPECT_EQ(state_named("asleep"), std::nullopt);
}

TEST(Job, SaysWhyItFailedAndThatNothingIsLost) {
  Job job;
  job.state = JobState::failed;
  job.code = code_killed;
  EXPECT_NE(why_of(job).id.find("memory was short"), std::string::npos);
  for (const int code : {65, 70, 71, 75}) {
    job.code = code;
    EXPECT_FALSE(why_of(job).id.empty()) << code;
  }
  job.says = base::message("row {} is no row", 7);
  EXPECT_EQ(why_of(job).english(), "row 7 is no row");
  job = {};
  job.state = JobState::lost;
  EXPECT_NE(why_of(job).id.find("begun again"), std::string::npos);
  job.state = JobState::done;
  EXPECT_TRUE(why_of(job).id.empty());
}

TEST(Job, IsOverUnlessItWaitsOrRuns) {
  Job job;
  EXPECT_FALSE(job.is_over());
  job.state = JobState::running;
  EXPECT_FALSE(job.is_over());
  job.state = JobState::lost;
  EXPECT_TRUE(job.is_over());
  EXPECT_NE(title_of({.verb = "publish"}).id, title_of({.verb = "count"}).id);
}

}  // namespace
}  // namespace sanaq::workspace
