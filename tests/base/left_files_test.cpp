#include "sanaq/base/left_files.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/files.h"

namespace sanaq::base {
namespace {

// The number of a process that has ended.
pid_t ended_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return child;
}

}  // namespace

TEST(LeftFiles, WhatAKilledProcessWasWritingIsFoundByItsName) {
  const help::Scratch scratch;
  write_file_whole(scratch / "a.csv", "whole");
  const pid_t child = ::fork();
  if (child == 0) {
    set_disk_faults({.first = 2, .ends_process = true});
    write_file_whole(scratch / "a.csv", "new");
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  const std::vector<LeftFile> left = left_files(scratch.path());
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].target, "a.csv");
  EXPECT_EQ(left[0].name, "a.csv.unfinished-" + std::to_string(child));
  EXPECT_EQ(remove_left_files_of(scratch / "b.csv").size(), 0U);
  EXPECT_EQ(remove_left_files_of(scratch / "a.csv").size(), 1U);
  EXPECT_TRUE(left_files(scratch.path()).empty());
  EXPECT_EQ(read_file(scratch / "a.csv"), "whole");
}

TEST(LeftFiles, WhatAnotherIsStillWritingAndWhatHasAnotherLookIsNone) {
  const help::Scratch scratch;
  const std::string ended = std::to_string(ended_process());
  scratch.write("a.csv.unfinished-" + std::to_string(::getppid()), "still being written");
  for (const std::string& name : std::vector<std::string>{
           "thesis.unfinished", "thesis.unfinished-", "thesis.unfinished-1a",
           "a.unfinished-99999999999999", ".unfinished-" + ended, "a.replaced-" + ended})
    scratch.write(name, "somebody's");
  std::filesystem::create_directory(scratch / ("folder.unfinished-" + ended));
  scratch.write("elsewhere", "somebody's");
  std::filesystem::create_symlink(scratch / "elsewhere", scratch / ("link.unfinished-" + ended));
  EXPECT_TRUE(left_files(scratch.path()).empty());
  EXPECT_TRUE(left_files(scratch / "nothing").empty());
}

}  // namespace sanaq::base
