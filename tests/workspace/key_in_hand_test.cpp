#include "sanaq/workspace/key_in_hand.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(KeyInHand, KeepsWhatItWasGivenUntilItForgets) {
  KeyInHand key;
  EXPECT_FALSE(key.passphrase());
  key.take("correct horse");
  EXPECT_EQ("correct horse", key.passphrase());
  key.forget();
  EXPECT_FALSE(key.passphrase());
}

}  // namespace
}  // namespace sanaq::workspace
