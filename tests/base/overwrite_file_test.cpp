#include "sanaq/base/overwrite_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

TEST(OverwriteFile, TheBytesAreZerosBeforeTheFileIsGone) {
  const help::Scratch scratch;
  const std::string path = scratch.write("secret", std::string(10'000, 'x'));
  // Another name of the same file shows what was done to its bytes.
  std::filesystem::create_hard_link(path, scratch / "witness");
  overwrite_and_remove(path);
  EXPECT_FALSE(file_exists(path));
  EXPECT_EQ(read_file(scratch / "witness"), std::string(10'000, '\0'));
  overwrite_and_remove(path);  // there is none: nothing to do
}

TEST(OverwriteFile, WhatALinkLeadsToStays) {
  const help::Scratch scratch;
  const std::string path = scratch.write("elsewhere", "kept");
  std::filesystem::create_symlink(path, scratch / "link");
  overwrite_and_remove(scratch / "link");
  EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(scratch / "link")));
  EXPECT_EQ(read_file(path), "kept");
}

TEST(OverwriteFile, ADiskThatRefusesTheZerosKeepsNoFile) {
  const help::Scratch scratch;
  const std::string path = scratch.write("secret", "x");
  set_disk_faults({.first = 1});
  overwrite_and_remove(path);
  set_disk_faults({});
  EXPECT_FALSE(file_exists(path));
}

}  // namespace sanaq::base
