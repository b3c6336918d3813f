#include "sanaq/workspace/session.h"

#include <gtest/gtest.h>

#include <vector>

namespace sanaq::workspace {
namespace {

struct SessionsTest : testing::Test {
  double time = 1000;
  Sessions sessions{[this] { return time; }};
};

TEST_F(SessionsTest, ACookieHas32RandomBytesAndASecretOfItsOwn) {
  const std::string cookie = sessions.begin(), other = sessions.begin();
  EXPECT_EQ(64U, cookie.size());
  EXPECT_NE(cookie, other);
  ASSERT_TRUE(sessions.secret_of(cookie));
  EXPECT_NE(sessions.secret_of(cookie), sessions.secret_of(other));
  EXPECT_NE(cookie, sessions.secret_of(cookie));
  EXPECT_FALSE(sessions.secret_of(""));
  EXPECT_FALSE(sessions.secret_of("0"));
}

TEST_F(SessionsTest, EndsTwelveHoursAfterTheLastRequest) {
  const std::string cookie = sessions.begin();
  time += 11.9 * 3600;
  EXPECT_TRUE(sessions.secret_of(cookie));
  time += 11.9 * 3600;
  EXPECT_TRUE(sessions.secret_of(cookie));
  const std::string other = sessions.begin();
  time += 12.1 * 3600;
  EXPECT_FALSE(sessions.secret_of(other));
}

TEST_F(SessionsTest, EndsAfterADayHoweverMuchIsAsked) {
  const std::string cookie = sessions.begin();
  for (int hour = 0; hour < 24; ++hour) {
    EXPECT_TRUE(sessions.secret_of(cookie));
    time += 3600;
  }
  time += 1;
  EXPECT_FALSE(sessions.secret_of(cookie));
  EXPECT_TRUE(sessions.is_empty());
}

TEST_F(SessionsTest, LookingMakesItNoLonger) {
  const std::string cookie = sessions.begin();
  time += 11 * 3600.0;
  EXPECT_TRUE(sessions.secret_of(cookie, true));
  time += 2 * 3600.0;
  EXPECT_FALSE(sessions.secret_of(cookie));
}

TEST_F(SessionsTest, AClockThatGoesBackMakesItNoLonger) {
  const std::string cookie = sessions.begin();
  time += 11 * 3600.0;
  EXPECT_TRUE(sessions.secret_of(cookie));
  time -= 10 * 3600.0;
  EXPECT_TRUE(sessions.secret_of(cookie));
  time += 10 * 3600.0 + 13 * 3600.0;
  EXPECT_FALSE(sessions.secret_of(cookie));
}

TEST_F(SessionsTest, LeavingEndsIt) {
  const std::string cookie = sessions.begin();
  sessions.end(cookie);
  EXPECT_FALSE(sessions.secret_of(cookie));
}

TEST_F(SessionsTest, OfTooManyTheOneThatWasIdleLongestEnds) {
  std::vector<std::string> cookies;
  for (int count = 0; count < 16; ++count) {
    cookies.push_back(sessions.begin());
    time += 1;
  }
  EXPECT_TRUE(sessions.secret_of(cookies[0]));
  const std::string one_more = sessions.begin();
  EXPECT_TRUE(sessions.secret_of(cookies[0]));
  EXPECT_FALSE(sessions.secret_of(cookies[1]));
  EXPECT_TRUE(sessions.secret_of(one_more));
}

}  // namespace
}  // namespace sanaq::workspace
