#include "sanaq/base/connection.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "sanaq/base/stopwatch.h"

namespace sanaq::base {
namespace {

TEST(Connection, GivesWhatComesAndItsEnd) {
  std::array<int, 2> ends{};
  ASSERT_EQ(0, ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()));
  Connection connection(ends[0]);
  EXPECT_EQ("", connection.peer());
  EXPECT_FALSE(connection.is_readable_within(0));
  std::array<char, 8> bytes{};
  EXPECT_EQ(-1, connection.read(bytes.data(), bytes.size(), 0.01));
  ASSERT_EQ(3, ::write(ends[1], "abc", 3));
  EXPECT_EQ(3, connection.read(bytes.data(), bytes.size(), 1));
  EXPECT_TRUE(connection.write("de", 1));
  ::close(ends[1]);
  EXPECT_FALSE(connection.write("f", 1));
}

TEST(Connection, EndsThoughTheOtherEndSaysNothing) {
  std::array<int, 2> ends{};
  ASSERT_EQ(0, ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()));
  Connection connection(ends[0]);
  const Stopwatch watch;
  connection.end(0.05);
  EXPECT_LT(watch.seconds(), 2.0);
  char letter = 0;
  EXPECT_EQ(0, ::read(ends[1], &letter, 1));
  ::close(ends[1]);
}

}  // namespace
}  // namespace sanaq::base
