#include "sanaq/base/child.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/base/system.h"

namespace sanaq::base {
namespace {

ChildCommand shell(const std::string& script) { return {{"/bin/sh", "-c", script}}; }

// All that it says until it has ended.
std::vector<std::string> all_lines(Child& child, ChildEnding& ending) {
  std::vector<std::string> all;
  const Stopwatch watch;
  while (watch.seconds() < 20) {
    const auto over = child.ending();
    const std::vector<std::string> lines = child.lines(over ? 0 : 0.1);
    all.insert(all.end(), lines.begin(), lines.end());
    if (over && lines.empty()) {
      ending = *over;
      return all;
    }
  }
  ADD_FAILURE() << "it has not ended";
  return all;
}

TEST(Child, SaysLinesAndEndsWithItsCode) {
  Child child(shell("echo one >&3; printf 'two\\nthr' >&3; echo ee >&3; echo lost; exit 65"));
  ChildEnding ending;
  EXPECT_EQ(all_lines(child, ending), (std::vector<std::string>{"one", "two", "three"}));
  EXPECT_EQ(ending.code, 65);
  EXPECT_FALSE(ending.was_killed());
}

TEST(Child, GetsTheSecretByAPipeAndNothingElseIsOpen) {
  ChildCommand command =
      shell("cat <&4 >&3; echo >&3; ls /proc/self/fd | tr '\\n' ' ' >&3; echo >&3");
  command.secret = "a long passphrase";
  const int open_here = ::dup(2);  // would be inherited
  Child child(command);
  ChildEnding ending;
  const std::vector<std::string> lines = all_lines(child, ending);
  ::close(open_here);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "a long passphrase");
  // The last number is that of the listing itself.
  EXPECT_EQ(lines[1], "0 1 2 3 4 5 ");
}

TEST(Child, HasLessOfTheProcessor) {
  ChildCommand command = shell("cut -d' ' -f19 /proc/self/stat >&3");
  command.niceness = 7;
  Child child(command);
  ChildEnding ending;
  EXPECT_EQ(all_lines(child, ending), (std::vector<std::string>{"7"}));
}

TEST(Child, StopsWhenItIsAskedAndIsToldFromOneThatWasKilled) {
  Child asked(shell("trap 'exit 130' TERM; echo ready >&3; while :; do sleep 0.05; done"));
  while (asked.lines(0.1).empty()) continue;
  asked.ask_to_stop();
  ChildEnding ending;
  (void)all_lines(asked, ending);
  EXPECT_EQ(ending.code, 130);
  Child killed(shell("sleep 60"));
  killed.end_at_once();
  (void)all_lines(killed, ending);
  EXPECT_EQ(ending.signal, SIGKILL);
  EXPECT_TRUE(ending.was_killed());
}

TEST(Child, AProgramThatIsNotThereEndsWithItsOwnCode) {
  Child child({{"/no/such/program"}});
  ChildEnding ending;
  (void)all_lines(child, ending);
  EXPECT_EQ(ending.code, 127);
}

TEST(Child, EndsWithTheProgramThatBeganIt) {
  const help::Scratch scratch;
  const std::string place = scratch / "process";
  const pid_t between = ::fork();
  if (between == 0) {
    Child child(shell("sleep 60"));
    std::ofstream(place) << child.process() << std::endl;
    ::kill(::getpid(), SIGKILL);
  }
  ::waitpid(between, nullptr, 0);
  std::int64_t process = 0;
  std::ifstream(place) >> process;
  ASSERT_GT(process, 0);
  const Stopwatch watch;
  // Whoever adopts it may take a moment to clear it away.
  const auto is_running = [&] {
    std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
    std::string number, name, state;
    return static_cast<bool>(stat >> number >> name >> state) && state != "Z";
  };
  while (is_running() && watch.seconds() < 10) ::usleep(20'000);
  EXPECT_FALSE(is_running());
}

}  // namespace
}  // namespace sanaq::base
