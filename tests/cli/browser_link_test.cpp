#include "sanaq/cli/browser_link.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>

#include "help/scratch.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {
namespace {

TEST(BrowserLink, ReachesTheBrowserByAFileThatIsRemoved) {
  const help::Scratch scratch;
  const std::string program = scratch.write("xdg-open", "#!/bin/sh\n");
  ::chmod(program.c_str(), 0700);
  const std::string before = std::getenv("PATH");
  ::setenv("PATH", (scratch.path() + ":" + before).c_str(), 1);
  ::setenv("XDG_RUNTIME_DIR", scratch.path().c_str(), 1);
  ::setenv("DISPLAY", ":9", 1);
  {
    BrowserLink browser;
    EXPECT_TRUE(browser.open("http://127.0.0.1:8080/in#abc"));
    const auto files = base::list_folder(scratch / "sanaq");
    ASSERT_EQ(1U, files.size());
    const std::string path = scratch / ("sanaq/" + files[0]);
    struct stat status {};
    ASSERT_EQ(0, ::stat(path.c_str(), &status));
    EXPECT_EQ(0600U, status.st_mode & 0777U);
    EXPECT_NE(std::string::npos, base::read_file(path).find("/in#abc\""));
  }
  EXPECT_TRUE(base::list_folder(scratch / "sanaq").empty());
  ::unsetenv("DISPLAY");
  ::unsetenv("WAYLAND_DISPLAY");
  BrowserLink nowhere;
  EXPECT_FALSE(nowhere.open("http://127.0.0.1:8080/in#abc"));
  ::setenv("PATH", before.c_str(), 1);
  ::unsetenv("XDG_RUNTIME_DIR");
}

}  // namespace
}  // namespace sanaq::cli
