#include "sanaq/investigation/reception_digest.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {

TEST(ReceptionDigest, WhatIsDecidedAndTheKeysChangeItAndWhatIsHeldDoesNot) {
  EXPECT_EQ(reception_digest({}, {}), "");
  ledger::ModeratedComment one;
  one.comment.envelope = std::string(64, 'a');
  EXPECT_EQ(reception_digest({one}, {}), "");
  one.decision = ledger::Moderation::accepted;
  one.shown = "text";
  const std::string accepted = reception_digest({one}, {});
  EXPECT_EQ(accepted.size(), 64U);
  one.shown = "[…]";
  EXPECT_NE(reception_digest({one}, {}), accepted);
  EXPECT_NE(reception_digest({}, {{std::string(64, 'b'), std::string(64, 'c'), "A"}}), "");
}

}  // namespace sanaq::investigation
