#include "sanaq/investigation/steps_lock.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/what_stands.h"

namespace sanaq::investigation {
namespace {

TEST(StepsLock, SaysWhoHoldsItAndLeavesItFree) {
  const help::Scratch scratch;
  EXPECT_EQ(who_does_steps(scratch.path()), std::nullopt);
  {
    const base::FileLock held = lock_steps(scratch.path());
    EXPECT_EQ(who_does_steps(scratch.path()), std::to_string(base::process_id()));
  }
  EXPECT_EQ(who_does_steps(scratch.path()), std::nullopt);
}

TEST(StepsLock, WhatDoesAStepAnewIsAConflictAndWhatOnlyRecallsIsNot) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  base::Progress silent;
  const base::Catalog english;
  const Caller caller{silent, english};
  std::optional<base::FileLock> held(lock_steps(folder));
  try {
    (void)ingest_lists(folder, caller);
    ADD_FAILURE() << "two at once";
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::conflict);
  }
  EXPECT_FALSE(base::file_exists(folder + "/.sanaq/ingest.json"));
  EXPECT_EQ(what_stands(folder, caller).outcome.records.record_count(), 11U);
  held.reset();
  (void)estimate_total(folder, caller);
  held.emplace(lock_steps(folder));
  EXPECT_EQ(estimate_total(folder, caller).documented_low, 6);
}

}  // namespace
}  // namespace sanaq::investigation
