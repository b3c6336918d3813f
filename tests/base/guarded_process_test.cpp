#include "sanaq/base/guarded_process.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sanaq::base {
namespace {

// In a process of its own: the others are to stay as they are.
int exit_code_of(int (*work)()) {
  const pid_t child = fork();
  if (child == 0) _exit(work());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(GuardedProcess, LeavesNoCoreAndIsNotLookedInto) {
  EXPECT_EQ(0, exit_code_of([] {
              refuse_dumps();
              rlimit limit{};
              getrlimit(RLIMIT_CORE, &limit);
              return refuses_dumps() && limit.rlim_max == 0 ? 0 : 1;
            }));
}

TEST(GuardedProcess, WithALimitOnLockedMemoryNothingIsLocked) {
  EXPECT_EQ(0, exit_code_of([] {
              const rlimit little{65536, 65536};
              setrlimit(RLIMIT_MEMLOCK, &little);
              return keep_out_of_swap() ? 1 : 0;
            }));
}

__attribute__((noinline)) void leave_on_the_stack() {
  volatile char secret[4096];
  for (volatile char& letter : secret) letter = 'S';
}

__attribute__((noinline)) int found_on_the_stack() {
  volatile char left[4096];
  int count = 0;
  for (volatile char& letter : left) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
    count += letter == 'S' ? 1 : 0;
#pragma GCC diagnostic pop
  }
  return count;
}

TEST(GuardedProcess, AWipedStackHoldsNothingOfWhatReturned) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the address sanitizer lays arrays out in its own way";
#endif
  leave_on_the_stack();
  wipe_stack();
  EXPECT_LT(found_on_the_stack(), 100);
}

}  // namespace
}  // namespace sanaq::base
