#include "sanaq/publish/log_state.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/log/log_checkpoint.h"
#include "sanaq/publish/next_publication.h"

namespace sanaq::publish {
namespace {

NextPublication published(const LogState& before, const std::string& value) {
  const disclose::PublicForms forms{{{"w:1", "{\"v\":\"" + value + "\"}", "salt"}}, {}};
  return next_publication(before, forms,
                          {"town/log",
                           std::string(32, 's'),
                           "2026-11-30",
                           {{"a.html", base::sha256_hex(value)}},
                           {},
                           {}});
}

std::string checkpoint_of(const NextPublication& next, const std::string& origin = "town/log") {
  return log::checkpoint_text({origin, next.state.size(), next.root, {}}) + "\n— " + origin +
         " AAAAAAAA\n";
}

class StateOfTheLog : public testing::Test {
 protected:
  void expect_continued_from(const LogState& state) {
    expect_continued(state, scratch_ / "case", scratch_ / "site", "town/log");
  }
  help::Scratch scratch_;
  NextPublication first_ = published({}, "a"), second_ = published(first_.state, "b");
};

TEST_F(StateOfTheLog, IsReadAsItWasWritten) {
  write_log_state(scratch_ / "case", second_.state);
  const LogState read = read_log_state(scratch_ / "case");
  EXPECT_EQ(read.leaves, second_.state.leaves);
  EXPECT_EQ(read.open_lists, second_.state.open_lists);
  EXPECT_EQ(read.publications, second_.state.publications);
  EXPECT_EQ(read.withdrawals, second_.state.withdrawals);
  EXPECT_EQ(read.open, second_.state.open);
  EXPECT_EQ(read.ever_open, second_.state.ever_open);
  EXPECT_EQ(newest_publication(read)->before, first_.state.size());
}

TEST_F(StateOfTheLog, WhatWasWrittenBeforeTheLeavesWereCountsForNothing) {
  write_log_state(scratch_ / "case", second_.state);
  write_leaves(scratch_ / "case", first_.state.leaves);
  EXPECT_EQ(read_log_state(scratch_ / "case").open, first_.state.open);
  EXPECT_EQ(read_log_state(scratch_ / "case").publications, first_.state.publications);
}

TEST_F(StateOfTheLog, AnOpeningThatIsMissingIsRefused) {
  write_log_state(scratch_ / "case", first_.state);
  base::remove_file(scratch_ / "case/publication/openings/256.txt");
  EXPECT_THROW((void)read_log_state(scratch_ / "case"), base::Error);
}

TEST_F(StateOfTheLog, AnOlderOrAnotherFolderDoesNotSign) {
  EXPECT_NO_THROW(expect_continued_from(second_.state));
  scratch_.write("site/log/checkpoint", checkpoint_of(first_));
  EXPECT_NO_THROW(expect_continued_from(first_.state));
  EXPECT_NO_THROW(expect_continued_from(second_.state));
  scratch_.write("site/log/checkpoint", checkpoint_of(second_));
  EXPECT_NO_THROW(expect_continued_from(second_.state));
  EXPECT_THROW(expect_continued_from(first_.state), base::Error);  // a restored backup
  EXPECT_THROW(expect_continued_from({}), base::Error);            // the leaves are lost
  EXPECT_THROW(expect_continued_from(published(first_.state, "c").state), base::Error);
}

TEST_F(StateOfTheLog, TheCheckpointOfAnotherLogSaysNothing) {
  scratch_.write("site/log/checkpoint", checkpoint_of(second_, "other/log"));
  EXPECT_NO_THROW(expect_continued_from(first_.state));
  scratch_.write("site/log/checkpoint", "no checkpoint");
  EXPECT_NO_THROW(expect_continued_from(first_.state));
}

}  // namespace
}  // namespace sanaq::publish
