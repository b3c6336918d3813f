#include "sanaq/workspace/link_token.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

struct LinkTokensTest : testing::Test {
  double time = 0;
  LinkTokens tokens{[this] { return time; }};
};

TEST_F(LinkTokensTest, LetsInOnce) {
  const std::string token = tokens.make();
  EXPECT_EQ(64U, token.size());
  EXPECT_TRUE(tokens.is_good(token));
  EXPECT_TRUE(tokens.take(token));
  EXPECT_FALSE(tokens.take(token));
  EXPECT_FALSE(tokens.is_good(token));
  EXPECT_FALSE(tokens.take(""));
}

TEST_F(LinkTokensTest, IsGoodForFiveMinutes) {
  const std::string token = tokens.make(), other = tokens.make();
  time += 299;
  EXPECT_TRUE(tokens.take(token));
  time += 2;
  EXPECT_FALSE(tokens.take(other));
}

TEST_F(LinkTokensTest, AClockThatGoesBackMakesNoTokenGoodAgain) {
  const std::string token = tokens.make();
  time += 400;
  EXPECT_FALSE(tokens.is_good(token));
  time -= 400;
  EXPECT_FALSE(tokens.take(token));
}

TEST_F(LinkTokensTest, ASecondOneLeavesTheFirst) {
  const std::string first = tokens.make(), second = tokens.make();
  EXPECT_TRUE(tokens.take(first));
  EXPECT_TRUE(tokens.take(second));
}

}  // namespace
}  // namespace sanaq::workspace
