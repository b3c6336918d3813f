#include "sanaq/base/terminal.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace sanaq::base {
namespace {

// What a program that asks at a terminal shows there, and with how many letters it was answered.
struct Asked {
  std::string screen;
  int letters = -1;  // -1: nobody answered, or it was stopped
};

std::string read_until(int terminal, const std::string& mark) {
  std::string text;
  char letters[256];
  pollfd waiting{terminal, POLLIN, 0};
  while (text.find(mark) == std::string::npos && ::poll(&waiting, 1, 5000) > 0) {
    const ssize_t size = ::read(terminal, letters, sizeof letters);
    if (size <= 0) break;
    text.append(letters, static_cast<std::size_t>(size));
  }
  return text;
}

Asked asked_at_a_terminal(bool is_hidden, const std::string& typed) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) return {};
  const std::string name = ::ptsname(terminal);
  const pid_t child = ::fork();
  if (child == 0) {
    ::setsid();
    const int end = ::open(name.c_str(), O_RDWR);
    for (const int stream : {0, 1, 2}) ::dup2(end, stream);
    try {
      const auto answer = is_hidden ? ask_hidden("Word? ") : ask("Word? ");
      ::_exit(answer ? static_cast<int>(answer->size()) : 200);
    } catch (...) {
      ::_exit(201);
    }
  }
  Asked asked;
  asked.screen = read_until(terminal, "Word? ");
  EXPECT_EQ(::write(terminal, typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
  asked.screen += read_until(terminal, "\n");
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(terminal);
  if (WIFEXITED(status) && WEXITSTATUS(status) < 200) asked.letters = WEXITSTATUS(status);
  return asked;
}

}  // namespace

TEST(Terminal, AHiddenAnswerIsNotShown) {
  const Asked hidden = asked_at_a_terminal(true, "sesame\n");
  EXPECT_EQ(hidden.letters, 6);
  EXPECT_EQ(hidden.screen.find("sesame"), std::string::npos) << hidden.screen;
  const Asked open = asked_at_a_terminal(false, "sesame\n");
  EXPECT_EQ(open.letters, 6);
  EXPECT_NE(open.screen.find("sesame"), std::string::npos) << open.screen;
}

TEST(Terminal, AHiddenAnswerCanBeMendedAndStopped) {
  EXPECT_EQ(asked_at_a_terminal(true,
                                "abж\x7f\x7f"
                                "c\n")
                .letters,
            2);
  EXPECT_EQ(asked_at_a_terminal(true, "ab\x03").letters, -1);
}

TEST(Terminal, WhereNobodyCanBeAskedNobodyIs) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(0);
    ::_exit(can_ask() || ask("?") || ask_hidden("?") ? 1 : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(Terminal, GivesALineThatCameAndTheEnd) {
  int ends[2];
  ASSERT_EQ(0, ::pipe(ends));
  const int before = ::dup(STDIN_FILENO);
  ::dup2(ends[0], STDIN_FILENO);
  EXPECT_EQ(Typed::nothing, typed_within(0));
  ASSERT_EQ(2, ::write(ends[1], "x\n", 2));
  EXPECT_EQ(Typed::line, typed_within(1));
  ::close(ends[1]);
  EXPECT_EQ(Typed::end, typed_within(1));
  ::dup2(before, STDIN_FILENO);
  ::close(before);
  ::close(ends[0]);
}

}  // namespace sanaq::base
