#include "sanaq/base/disk_calls.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/append_file.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

TEST(DiskCalls, ExactlyThePlannedCallFails) {
  const help::Scratch scratch;
  AppendFile file(scratch / "a");
  set_disk_faults({.first = 2, .error = 28});
  file.append("one");
  EXPECT_THROW(file.append("two"), Error);
  file.append("three");
  EXPECT_EQ(disk_call_count(), 3);
  set_disk_faults({});
  EXPECT_EQ(read_file(scratch / "a"), "onethree");
}

TEST(DiskCalls, AFullDiskLeavesWhatWasWrittenWholeAsItWas) {
  const help::Scratch scratch;
  write_file_whole(scratch / "a", "old");
  for (int first = 1; first <= 3; ++first) {  // write, sync, rename
    set_disk_faults({.first = first, .count = 100, .error = 28, .writes_half_first = true});
    EXPECT_THROW(write_file_whole(scratch / "a", "new and longer"), Error);
    set_disk_faults({});
    EXPECT_EQ(read_file(scratch / "a"), "old");
    EXPECT_EQ(list_folder(scratch.path()).size(), 1U);
  }
}

}  // namespace sanaq::base
