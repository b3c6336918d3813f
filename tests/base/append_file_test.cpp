#include "sanaq/base/append_file.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

TEST(AppendFile, GrowsAndIsCut) {
  const help::Scratch scratch;
  scratch.write("log", "first\n");
  AppendFile file(scratch / "log");
  file.append("second\n");
  file.sync();
  EXPECT_EQ(file.size(), 13);
  file.cut_to(6);
  file.append("third\n");
  EXPECT_EQ(read_file(scratch / "log"), "first\nthird\n");
}

TEST(AppendFile, ShortWritesLoseNothing) {
  const help::Scratch scratch;
  const std::string text(1000, 'x');
  set_disk_faults({.short_writes = true});
  AppendFile(scratch / "log").append(text);
  set_disk_faults({});
  EXPECT_EQ(read_file(scratch / "log"), text);
}

TEST(AppendFile, AFailedSyncIsNotSilent) {
  const help::Scratch scratch;
  AppendFile file(scratch / "log");
  set_disk_faults({.first = 1});
  EXPECT_THROW(file.sync(), Error);
  set_disk_faults({});
}

}  // namespace sanaq::base
