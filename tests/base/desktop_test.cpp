#include "sanaq/base/desktop.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "help/scratch.h"
#include "sanaq/base/files.h"

namespace sanaq::base {
namespace {

TEST(Desktop, OpensAFileWithTheDesktopsProgram) {
  const help::Scratch scratch;
  const std::string program =
      scratch.write("xdg-open", "#!/bin/sh\necho \"$1\" > " + (scratch / "part") + "; mv " +
                                    (scratch / "part") + " " + (scratch / "opened") + "\n");
  ::chmod(program.c_str(), 0700);
  const std::string before = std::getenv("PATH");
  ::setenv("PATH", (scratch.path() + ":" + before).c_str(), 1);
  EXPECT_TRUE(open_on_desktop("/a file"));
  for (int count = 0; count < 100 && !file_exists(scratch / "opened"); ++count)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ("/a file\n", read_file(scratch / "opened"));
  ::setenv("PATH", scratch.path().c_str(), 1);
  remove_file(program);
  EXPECT_FALSE(open_on_desktop("/a file"));
  ::setenv("PATH", before.c_str(), 1);
}

TEST(Desktop, IsThereWhereTheSystemSaysSo) {
  ::setenv("DISPLAY", ":9", 1);
  EXPECT_TRUE(has_desktop());
  ::unsetenv("DISPLAY");
  ::unsetenv("WAYLAND_DISPLAY");
  EXPECT_FALSE(has_desktop());
}

}  // namespace
}  // namespace sanaq::base
