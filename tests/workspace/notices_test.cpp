#include "sanaq/workspace/notices.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(Notices, WhatCameAfterItWasShownStays) {
  Notices notices;
  EXPECT_TRUE(notices.now().is_empty());
  notices.hear_founding({std::string(64, 'a'), std::string(64, 'b')});
  const int shown = notices.now().version;
  notices.hear(base::message("something was put right"));
  notices.settle(shown);
  EXPECT_FALSE(notices.now().recovery_rows.empty());
  notices.settle(notices.now().version);
  EXPECT_TRUE(notices.now().is_empty());
  EXPECT_TRUE(notices.now().recovery_rows.empty());
}

TEST(Notices, ChainsThatWaitAreHeardOnce) {
  Notices notices;
  ledger::Unvouched chain;
  chain.writer = "abc";
  notices.hear_unvouched({chain});
  const int version = notices.now().version;
  notices.hear_unvouched({chain});
  EXPECT_EQ(version, notices.now().version);
  notices.open("");
  EXPECT_TRUE(notices.now().is_empty());
}

}  // namespace
}  // namespace sanaq::workspace
