// Ends a process of its own at its n-th call to the disk, as kill -9 would.
#pragma once
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>

#include "sanaq/base/disk_calls.h"

namespace sanaq::help {

enum class Ending { killed, finished, failed };

template <typename Action>
Ending kill_at(std::int64_t call, const Action& action) {
  const pid_t child = ::fork();
  if (child == 0) {
    base::DiskFaults faults;
    faults.first = call;
    faults.ends_process = true;
    base::set_disk_faults(faults);
    try {
      action();
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status)) return Ending::failed;
  return WEXITSTATUS(status) == 137 ? Ending::killed
         : WEXITSTATUS(status) == 0 ? Ending::finished
                                    : Ending::failed;
}

}  // namespace sanaq::help
