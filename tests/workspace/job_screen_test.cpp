#include "sanaq/workspace/job_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/investigation/steps_lock.h"
#include "workspace/an_open_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

http::Response shown(Bench& bench, const std::string& id) {
  VisitByHand by_hand("/jobs/" + id);
  by_hand.names("ID", id);
  return show_job(by_hand.visit, bench);
}

TEST(JobScreen, PollsWhileItGoesOnAndLeadsOnOnceItIsDone) {
  AnOpenBench open;
  const Job job = open.bench.begin("count", "estimate");
  const std::string begun = shown(open.bench, "1").body;
  if (has(begun, "hx-get")) {
    EXPECT_TRUE(has(begun, R"(action="/jobs/1/stop")"));
    EXPECT_TRUE(has(begun, "counts in the next run"));
  }
  ASSERT_TRUE(comes_true([&] { return open.bench.jobs().find(job.id)->is_over(); }));
  const std::string over = shown(open.bench, "1").body;
  EXPECT_FALSE(has(over, "hx-get"));
  EXPECT_TRUE(has(over, R"(href="/number")"));
}

TEST(JobScreen, AProgramReadsItsStateAndWhy) {
  AnOpenBench open;
  open.scratch.write("town/investigation.toml", "title = 3\n");
  const Job job = open.bench.begin("count", "estimate");
  ASSERT_TRUE(comes_true([&] { return open.bench.jobs().find(job.id)->is_over(); }));
  VisitByHand by_hand("/jobs/1.json", "ru");
  by_hand.names("ID", "1");
  const auto json = nlohmann::json::parse(job_json(by_hand.visit, open.bench).body);
  EXPECT_EQ(json.at("state"), "failed");
  EXPECT_EQ(json.at("code"), 65);
  EXPECT_FALSE(json.at("says").get<std::string>().empty());
  EXPECT_TRUE(has(shown(open.bench, "1").body, "Begin again"));
}

TEST(JobScreen, WhatCheckingFoundStandsInItsNotes) {
  AnOpenBench open;
  open.count();
  VisitByHand by_hand("/verify");
  by_hand.posts({});
  EXPECT_EQ(begin_verify(by_hand.visit, open.bench).status, 303);
  const std::int64_t id = open.bench.jobs().all().front().id;
  ASSERT_TRUE(comes_true([&] { return open.bench.jobs().find(id)->is_over(); }));
  const Job over = *open.bench.jobs().find(id);
  EXPECT_EQ(over.state, JobState::done) << over.says.english();
  EXPECT_FALSE(over.notes.empty());
  EXPECT_TRUE(has(shown(open.bench, std::to_string(id)).body, "/history"));
}

TEST(JobScreen, ThereIsNoOtherJob) {
  AnOpenBench open;
  for (const char* id : {"1", "0", "-1", "x", "", "99999999999999999999", "1x", "../1"}) {
    try {
      (void)shown(open.bench, id);
      ADD_FAILURE() << id;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::not_found) << id;
    }
  }
}

TEST(JobScreen, IsStoppedAndBegunAgain) {
  AnOpenBench open;
  const base::FileLock terminal = investigation::lock_steps(open.folder);
  const Job job = open.bench.begin("count", "estimate");
  VisitByHand stop("/jobs/1/stop");
  stop.names("ID", "1");
  EXPECT_EQ(stop_job(stop.visit, open.bench).status, 303);
  ASSERT_TRUE(comes_true([&] { return open.bench.jobs().find(job.id)->is_over(); }));
  EXPECT_TRUE(has(shown(open.bench, "1").body, "Stopped"));
  EXPECT_EQ(begin_again(stop.visit, open.bench).status, 303);
  EXPECT_EQ(open.bench.jobs().all().size(), 2U);
}

TEST(JobsScreen, ListsThemTheNewestFirst) {
  AnOpenBench open;
  VisitByHand by_hand("/jobs");
  EXPECT_TRUE(has(show_jobs(by_hand.visit, open.bench).body, "Nothing was counted"));
  open.count();
  EXPECT_TRUE(has(show_jobs(by_hand.visit, open.bench).body, R"(href="/jobs/1")"));
}

}  // namespace
}  // namespace sanaq::workspace
