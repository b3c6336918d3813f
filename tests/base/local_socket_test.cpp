#include "sanaq/base/local_socket.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <thread>

#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

TEST(LocalSocket, AnswersWhoeverAsksAndOnlyItsOwner) {
  const help::Scratch scratch;
  const std::string path = scratch / "socket";
  EXPECT_EQ(std::nullopt, ask_local_socket(path, 1));
  {
    LocalSocket socket(path);
    struct stat status {};
    ASSERT_EQ(0, ::stat(path.c_str(), &status));
    EXPECT_EQ(0600U, status.st_mode & 0777U);
    std::optional<std::string> answer;
    std::thread asking([&] { answer = ask_local_socket(path, 5); });
    socket.answer_within(5, [] { return std::string("hello"); });
    asking.join();
    EXPECT_EQ("hello", answer);
    EXPECT_THROW(LocalSocket second(path), Error);
  }
  EXPECT_EQ(std::nullopt, ask_local_socket(path, 1));
}

TEST(LocalSocket, WhatSomebodyElseLeftThereIsNoSocketOfOurs) {
  const help::Scratch scratch;
  scratch.write("file", "text");
  EXPECT_THROW(LocalSocket socket(scratch / "file"), Error);
  EXPECT_THROW(LocalSocket socket(scratch / std::string(200, 'a')), Error);
}

}  // namespace
}  // namespace sanaq::base
