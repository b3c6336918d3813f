#include "sanaq/investigation/run.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

ledger::Publication published_as(const std::string& pages, std::vector<std::string> addresses = {},
                                 const std::string& site = "") {
  ledger::Publication made{"mark", 2, std::move(addresses), site};
  made.pages = pages;
  return made;
}

TEST(Run, ASecondRunDoesNothingAndAChangedListDoesItAgain) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  int published = 0;
  std::string standing;
  Publisher publish;
  publish.standing = [&] { return standing; };
  publish.publish = [&](const Outcome&) {
    ++published;
    standing = "digest";
    return published_as("digest", {"00aa"}, "site");
  };
  EXPECT_FALSE(run(folder, publish, caller).was_up_to_date);
  const auto second = run(folder, publish, caller);
  EXPECT_TRUE(second.was_up_to_date);
  ASSERT_EQ(second.outcome.steps.size(), 4u);
  EXPECT_EQ(second.outcome.steps[1].outputs[1].first, "register");
  EXPECT_EQ(second.outcome.steps[3].outputs, (NamedTexts{{"site", "digest"}}));
  EXPECT_EQ(published, 1);
  EXPECT_EQ(second.publication->addresses, std::vector<std::string>{"00aa"});
  EXPECT_EQ(second.publication->site, "site");
  scratch.write("town/lists/morgue.csv",
                std::string(help::morgue_rows) + "m4;Kunsulu Shanyrakova;1988-01-01;2011-12-16\n");
  const auto third = run(folder, publish, caller);
  EXPECT_FALSE(third.was_up_to_date);
  EXPECT_EQ(published, 2);
  EXPECT_EQ(third.outcome.documented_low, 7);
}

// What nobody agreed to is neither entered nor called up to date.
TEST(Run, ASiteThatWaitsForAYesIsAskedForAgain) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  int asked = 0;
  Publisher publish;
  publish.standing = [] { return std::string(); };
  publish.publish = [&](const Outcome& outcome) -> std::optional<ledger::Publication> {
    EXPECT_TRUE(outcome.estimate);
    ++asked;
    return std::nullopt;
  };
  for (int times = 1; times <= 2; ++times) {
    const investigation::Run waiting = run(folder, publish, caller);
    EXPECT_FALSE(waiting.publication);
    EXPECT_FALSE(waiting.was_up_to_date);
    EXPECT_EQ(waiting.outcome.documented_low, 6);
    EXPECT_EQ(asked, times);
  }
}

TEST(Run, WhatNeedsNoNumberIsPreparedOfTheLinkedListsAndNotWhereTheSiteStands) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  std::vector<std::string> calls;
  std::string standing;
  Publisher publish;
  publish.standing = [&] { return standing; };
  publish.prepare = [&](const Outcome& outcome) {
    EXPECT_FALSE(outcome.persons.empty());
    EXPECT_FALSE(outcome.estimate);
    calls.push_back("prepare");
  };
  publish.publish = [&](const Outcome& outcome) {
    EXPECT_TRUE(outcome.estimate);
    calls.push_back("publish");
    standing = "digest";
    return published_as("digest");
  };
  (void)run(folder, publish, caller);
  EXPECT_EQ(calls, (std::vector<std::string>{"prepare", "publish"}));
  (void)run(folder, publish, caller);
  EXPECT_EQ(calls.size(), 2U);
}

TEST(Run, ASiteThatIsNotWhatWasPublishedIsPublishedAgain) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  int published = 0;
  std::string standing;
  Publisher publish;
  publish.standing = [&] { return standing; };
  publish.publish = [&](const Outcome&) {
    ++published;
    return published_as("digest");
  };
  (void)run(folder, publish, caller);
  for (const char* other : {"", "another"}) {
    standing = other;
    EXPECT_FALSE(run(folder, publish, caller).was_up_to_date) << other;
  }
  EXPECT_EQ(published, 3);
}

TEST(Run, WhereTheSiteMayNotStandNothingIsDone) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  Publisher publish;
  publish.expect_place = [](const settings::Config&) {
    throw base::Error(base::Kind::usage, base::message("no"));
  };
  EXPECT_THROW((void)run(folder, publish, caller), base::Error);
  EXPECT_FALSE(base::folder_exists(folder + "/.sanaq"));
}

}  // namespace
}  // namespace sanaq::investigation
