#include "sanaq/intake/segment_writer.h"

#include <gtest/gtest.h>

#include <thread>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"

namespace sanaq::intake {
namespace {

std::string slot(char letter) { return std::string(16384, letter); }

TEST(SegmentWriter, PutsOneBehindTheOther) {
  const help::Scratch scratch;
  SegmentWriter writer(scratch.path());
  writer.put(slot('a'));
  writer.put(slot('b'));
  EXPECT_EQ(slot('a') + slot('b'), base::read_file(scratch / "segment-1"));
}

TEST(SegmentWriter, BeginsBehindWhatIsThere) {
  const help::Scratch scratch;
  scratch.write("segment-9", "what was cut off by a loss of power");
  SegmentWriter(scratch.path()).put(slot('a'));
  EXPECT_EQ(slot('a'), base::read_file(scratch / "segment-10"));
}

TEST(SegmentWriter, AClosedSegmentGrowsNoMore) {
  const help::Scratch scratch;
  SegmentWriter writer(scratch.path());
  writer.put(slot('a'));
  EXPECT_EQ(2, writer.close_segment());
  writer.put(slot('b'));
  EXPECT_EQ(slot('a'), base::read_file(scratch / "segment-1"));
  EXPECT_EQ(slot('b'), base::read_file(scratch / "segment-2"));
}

TEST(SegmentWriter, ManyWhoWaitShareASync) {
  const help::Scratch scratch;
  SegmentWriter writer(scratch.path());
  writer.put(slot('0'));
  base::set_disk_faults({});
  std::vector<std::thread> threads;
  for (int count = 0; count < 64; ++count) threads.emplace_back([&] { writer.put(slot('x')); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_LT(base::disk_call_count(), 100) << "a write and a sync for each would be 128";
  EXPECT_EQ(65 * 16384, base::file_size(scratch / "segment-1"));
}

TEST(SegmentWriter, TheSegmentBearsTheFirstSecondOfItsDay) {
  const help::Scratch scratch;
  SegmentWriter writer(scratch.path());
  writer.put(slot('a'));
  EXPECT_EQ(base::start_of_day(base::today()), base::file_time(scratch / "segment-1"));
}

// Each disk call fails once, half written and whole: nothing that was said to have failed stays,
// and the next envelope stands where one is looked for.
TEST(SegmentWriter, WhatADiskRefusesIsNotThereAndTheNextIs) {
  for (int first = 1; first < 6; ++first) {
    for (const bool half : {false, true}) {
      const help::Scratch scratch;
      SegmentWriter writer(scratch.path());
      writer.put(slot('a'));
      base::DiskFaults faults;
      faults.first = first;
      faults.error = 28;
      faults.writes_half_first = half;
      base::set_disk_faults(faults);
      bool has_failed = false;
      try {
        writer.put(slot('b'));
      } catch (const base::Error&) {
        has_failed = true;
      }
      base::set_disk_faults({});
      writer.put(slot('c'));
      std::string all;
      for (const std::string& name : base::list_folder(scratch.path())) {
        const std::string bytes = base::read_file(scratch / name);
        ASSERT_EQ(0U, bytes.size() % 16384) << first;
        all += bytes;
      }
      EXPECT_EQ(slot('a') + (has_failed ? "" : slot('b')) + slot('c'), all) << first;
    }
  }
}

}  // namespace
}  // namespace sanaq::intake
