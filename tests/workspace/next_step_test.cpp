#include "sanaq/workspace/next_step.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

class NextStepTest : public ::testing::Test {
 protected:
  NextStepTest() {
    glance_.lists = {"hospital"};
    auto held = std::make_shared<Held>();
    held->outcome.lists.resize(1);
    held->outcome.lists[0].columns = {{"name", "Name"}};
    now.held = held;
    now.behind = Behind::nothing;
    now.waiting = investigation::Waiting{};
  }
  void counted() { glance_.number = investigation::LastNumber{}; }

  investigation::Glance glance_;

 public:
  Situation now{glance_, nullptr, Behind::unknown, {}, {}, {}, {}};
};

TEST_F(NextStepTest, WithoutAListItIsToAddOne) {
  glance_.lists.clear();
  EXPECT_EQ(next_step(now).path, "/lists");
  EXPECT_FALSE(next_step(now).is_posted);
}

TEST_F(NextStepTest, WithAnOpenColumnItIsToConfirmIt) {
  auto held = std::make_shared<Held>();
  held->outcome.lists.resize(1);
  now.held = held;
  EXPECT_EQ(next_step(now).path, "/lists");
  EXPECT_FALSE(next_step(now).why.id.empty());
}

TEST_F(NextStepTest, WhatCannotBeReadComesFirst) {
  now.why_not_read = base::message("no such file");
  EXPECT_EQ(next_step(now).why.id, "no such file");
}

TEST_F(NextStepTest, NeverCountedItIsToCountOnceTheListsAreRead) {
  now.behind = Behind::never_counted;
  EXPECT_EQ(next_step(now).path, "/count");
  EXPECT_TRUE(next_step(now).is_posted);
  EXPECT_FALSE(next_step(now).is_disabled);
  now.held = nullptr;
  now.behind = Behind::unknown;
  EXPECT_TRUE(next_step(now).is_disabled);
}

TEST_F(NextStepTest, WhileAJobRunsItIsToSeeIt) {
  now.running = Job{.id = 7};
  EXPECT_EQ(next_step(now).path, "/jobs/7");
}

TEST_F(NextStepTest, BehindItIsToCountAgainAndAfterAFailureItSaysWhy) {
  counted();
  for (const Behind behind : {Behind::lists, Behind::links, Behind::number}) {
    now.behind = behind;
    EXPECT_EQ(next_step(now).path, "/count");
  }
  now.last = Job{.id = 1, .state = JobState::failed, .code = code_killed};
  EXPECT_FALSE(next_step(now).why.id.empty());
}

TEST_F(NextStepTest, WhileItIsBeingReadTouchedFilesDecide) {
  counted();
  now.behind = Behind::unknown;
  now.held = nullptr;
  EXPECT_EQ(next_step(now).path, "/number");
  glance_.touched = {"lists/a.csv"};
  EXPECT_EQ(next_step(now).path, "/count");
  EXPECT_TRUE(next_step(now).is_disabled);
}

TEST_F(NextStepTest, CountedItIsWhatWaitsInItsOrder) {
  counted();
  EXPECT_EQ(next_step(now).path, "/number");
  now.waiting->facts = 3;
  EXPECT_EQ(next_step(now).path, "/publish");
  now.waiting->pairs = 3;
  EXPECT_EQ(next_step(now).path, "/review");
  now.waiting->bad_cells = 3;
  EXPECT_EQ(next_step(now).path, "/lists");
  now.waiting->setbacks = 3;
  EXPECT_EQ(next_step(now).path, "/review");
}

}  // namespace
}  // namespace sanaq::workspace
