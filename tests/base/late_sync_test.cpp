#include "sanaq/base/late_sync.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <thread>
#include <vector>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

TEST(LateSync, WritesFilesAndTheirFolders) {
  const help::Scratch scratch;
  LateSync files;
  files.write(scratch / "a.html", "first");
  files.write(scratch / "persons/b.html", "b");
  files.write(scratch / "a.html", "a");
  files.sync();
  EXPECT_EQ(read_file(scratch / "a.html"), "a");
  EXPECT_EQ(read_file(scratch / "persons/b.html"), "b");
}

TEST(LateSync, SeveralThreadsWriteAtOnce) {
  const help::Scratch scratch;
  LateSync files;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&files, &scratch, thread] {
      for (int file = 0; file < 50; ++file)
        files.write(scratch / (std::to_string(file % 7) + "/" + std::to_string(thread) + "-" +
                               std::to_string(file)),
                    std::to_string(thread));
    });
  for (std::thread& thread : threads) thread.join();
  files.sync();
  EXPECT_EQ(read_file(scratch / "6/3-48"), "3");
  EXPECT_EQ(list_folder(scratch / "0").size(), 32u);
}

TEST(LateSync, EveryCallThatTheDiskRefusesIsSaid) {
  // Two writes, two syncs of files, two of folders.
  for (std::int64_t call = 1; call <= 6; ++call) {
    const help::Scratch scratch;
    DiskFaults faults;
    faults.first = call;
    set_disk_faults(faults);
    EXPECT_THROW(
        {
          LateSync files;
          files.write(scratch / "a.html", "a");
          files.write(scratch / "b/b.html", "b");
          files.sync();
        },
        Error)
        << call;
    set_disk_faults({});
  }
}

TEST(LateSync, ManyAtOnceAreSyncedEachOnce) {
  const help::Scratch scratch;
  LateSync files;
  for (int file = 0; file < 100; ++file) files.write(scratch / std::to_string(file), "x");
  set_disk_faults({});
  files.sync();
  EXPECT_EQ(disk_call_count(), 101);  // and the folder
}

TEST(LateSync, WhatOneOfManyRefusesIsSaid) {
  const help::Scratch scratch;
  LateSync files;
  for (int file = 0; file < 100; ++file) files.write(scratch / std::to_string(file), "x");
  DiskFaults faults;
  faults.first = 50;
  set_disk_faults(faults);
  EXPECT_THROW(files.sync(), Error);
  set_disk_faults({});
}

TEST(LateSync, ShortWritesLoseNothing) {
  const help::Scratch scratch;
  DiskFaults faults;
  faults.short_writes = true;
  set_disk_faults(faults);
  LateSync files;
  files.write(scratch / "a.html", "more than seven bytes");
  files.sync();
  set_disk_faults({});
  EXPECT_EQ(read_file(scratch / "a.html"), "more than seven bytes");
}

// Linux 5.8 and later.
TEST(LateSync, VeryManyAreSyncedWithTheirDisk) {
  const help::Scratch scratch;
  LateSync files;
  for (int file = 0; file < 300; ++file)
    files.write(scratch / (std::to_string(file % 7) + "/" + std::to_string(file)), "x");
  set_disk_faults({});
  files.sync();
  EXPECT_EQ(disk_call_count(), 1);
  files.write(scratch / "after", "y");
  files.sync();
  EXPECT_EQ(read_file(scratch / "after"), "y");
}

TEST(LateSync, WhatTheDiskAsAWholeRefusesIsSaid) {
  const help::Scratch scratch;
  LateSync files;
  for (int file = 0; file < 300; ++file) files.write(scratch / std::to_string(file), "x");
  DiskFaults faults;
  faults.first = 1;
  set_disk_faults(faults);
  EXPECT_THROW(files.sync(), Error);
  set_disk_faults({});
}

TEST(LateSync, ADiskThatCannotSyncAsAWholeIsSyncedFileByFile) {
  const help::Scratch scratch;
  LateSync files;
  for (int file = 0; file < 300; ++file) files.write(scratch / std::to_string(file), "x");
  DiskFaults faults;
  faults.first = 1;
  faults.error = EINVAL;
  set_disk_faults(faults);
  files.sync();
  EXPECT_EQ(disk_call_count(), 302);  // the disk, each file, and the folder
  set_disk_faults({});
}

}  // namespace sanaq::base
