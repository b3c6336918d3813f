#include "sanaq/publish/kept_log.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/sha256.h"
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

class KeptLog : public testing::Test {
 protected:
  help::Scratch scratch_;
  std::string here_ = scratch_ / "here", there_ = scratch_ / "there";
  LogState first_ = published({}, "a").state, second_ = published(first_, "b").state;
};

TEST_F(KeptLog, WhatContinuesTheOneHereIsTaken) {
  EXPECT_TRUE(merge_kept_log(here_, there_).empty());
  write_log_state(here_, first_);
  write_log_state(there_, second_);
  EXPECT_EQ(merge_kept_log(here_, there_).size(), 1u);
  EXPECT_EQ(read_log_state(here_).leaves, second_.leaves);
  EXPECT_TRUE(merge_kept_log(here_, there_).empty());
}

TEST_F(KeptLog, AnOlderOneChangesNothing) {
  write_log_state(here_, second_);
  write_log_state(there_, first_);
  EXPECT_TRUE(merge_kept_log(here_, there_).empty());
  EXPECT_EQ(read_log_state(here_).leaves, second_.leaves);
}

TEST_F(KeptLog, AnotherOneIsNamedAndNotTaken) {
  write_log_state(here_, first_);
  write_log_state(there_, published({}, "c").state);
  EXPECT_EQ(merge_kept_log(here_, there_).size(), 1u);
  EXPECT_EQ(read_log_state(here_).leaves, first_.leaves);
}

TEST_F(KeptLog, DamageInItIsNamed) {
  EXPECT_TRUE(verify_kept_log(here_).empty());
  write_log_state(here_, first_);
  EXPECT_TRUE(verify_kept_log(here_).empty());
  scratch_.write("here/publication/openings/256.txt", "+0-1\n+0-1\n");
  EXPECT_EQ(verify_kept_log(here_).size(), 1u);
  scratch_.write("here/publication/leaves", "x\n");
  EXPECT_EQ(verify_kept_log(here_).size(), 1u);
}

}  // namespace
}  // namespace sanaq::publish
