#include "sanaq/base/guarded_process.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>

namespace sanaq::base {

void refuse_dumps() {
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
}

bool refuses_dumps() { return ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0; }

bool keep_out_of_swap() {
  rlimit limit{};
  // With a limit the next memory that is asked for could be refused.
  if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY) return false;
  return ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
}

__attribute__((noinline)) void wipe_stack() {
  std::array<char, 131072> left;
  ::explicit_bzero(left.data(), left.size());
}

}  // namespace sanaq::base
