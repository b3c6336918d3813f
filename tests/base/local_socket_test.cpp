#include "sanaq/base/local_socket.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <thread>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"

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

TEST(LocalSocket, RoomIsMadeWhereNobodyListensAndNowhereElse) {
  const help::Scratch scratch;
  const std::string path = scratch / "socket";
  clear_socket(path);
  {
    LocalSocket socket(path);
    EXPECT_THROW(clear_socket(path), Error);
    open_socket_to_all(path);
    struct stat status {};
    ASSERT_EQ(0, ::stat(path.c_str(), &status));
    EXPECT_EQ(0666U, status.st_mode & 0777U);
  }
  EXPECT_THROW(open_socket_to_all(path), Error);
  scratch.write("file", "somebody's text");
  EXPECT_THROW(clear_socket(scratch / "file"), Error);
  EXPECT_TRUE(file_exists(scratch / "file"));
  EXPECT_THROW(clear_socket(scratch / std::string(200, 'a')), Error);
}

TEST(LocalSocket, ASocketWhoseProgramHasEndedIsReplaced) {
  const help::Scratch scratch;
  const std::string path = scratch / "socket";
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  const int left = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(0, ::bind(left, reinterpret_cast<const sockaddr*>(&address), sizeof address));
  ::close(left);
  clear_socket(path);
  EXPECT_EQ(PathKind::nothing, path_kind(path));
}

}  // namespace
}  // namespace sanaq::base
