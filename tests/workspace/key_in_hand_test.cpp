#include "sanaq/workspace/key_in_hand.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(KeyInHand, KeepsWhatItWasGivenUntilItForgets) {
  KeyInHand key;
  EXPECT_FALSE(key.passphrase());
  key.take("correct horse");
  EXPECT_EQ("correct horse", key.passphrase());
  key.take("");
  EXPECT_EQ("", key.passphrase());
  key.forget();
  EXPECT_FALSE(key.passphrase());
}

TEST(KeyInHand, ForgetsAfterThirtyMinutesInWhichNobodyAsked) {
  double time = 0;
  KeyInHand key([&] { return time; });
  key.take("correct horse");
  time += 29 * 60;
  EXPECT_TRUE(key.passphrase());
  time += 29 * 60;
  EXPECT_TRUE(key.passphrase());
  time += 31 * 60;
  EXPECT_FALSE(key.passphrase());
  time = 0;
  EXPECT_FALSE(key.passphrase());
}

}  // namespace
}  // namespace sanaq::workspace
