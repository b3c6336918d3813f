#include "sanaq/base/file_stamp.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

TEST(FileStamp, StaysWhileNobodyTouchesTheFileAndNoLonger) {
  const help::Scratch scratch;
  scratch.write("a", "one");
  const auto before = file_stamp(scratch / "a");
  ASSERT_TRUE(before);
  EXPECT_EQ(before->size, 3);
  EXPECT_EQ(file_stamp(scratch / "a"), before);
  write_file_whole(scratch / "a", "two");
  EXPECT_NE(file_stamp(scratch / "a"), before);
}

TEST(FileStamp, OnlyARegularFileHasOne) {
  const help::Scratch scratch;
  scratch.write("folder/a", "one");
  std::filesystem::create_symlink(scratch / "folder/a", scratch / "link");
  EXPECT_FALSE(file_stamp(scratch / "folder"));
  EXPECT_FALSE(file_stamp(scratch / "link"));
  EXPECT_FALSE(file_stamp(scratch / "nothing"));
}

}  // namespace sanaq::base
