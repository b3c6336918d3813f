// A program for jobs that does what a test says, by a shell, and waiting for what happens on other
// threads.
#pragma once
#include <sys/stat.h>

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "help/scratch.h"

namespace sanaq::workspace {

// Returns its path. The script has the words of the order as $1, $2, …; lines for pipe 3.
inline std::string a_program(const help::Scratch& scratch, const std::string& script) {
  const std::string path = scratch.write("program", "#!/bin/sh\n" + script + "\n");
  ::chmod(path.c_str(), 0755);
  return path;
}

// Returns false if it has not become true in twenty seconds.
inline bool comes_true(const std::function<bool()>& what) {
  for (int tries = 0; tries < 2000; ++tries) {
    if (what()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace sanaq::workspace
