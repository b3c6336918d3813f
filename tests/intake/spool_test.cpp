#include "sanaq/intake/spool.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::intake {
namespace {

const KeyPair& investigator() {
  static const KeyPair pair = new_key_pair();
  return pair;
}

std::string an_envelope(std::size_t size = 10) {
  return sealed({investigator().public_half},
                {ContentKind::comment, {{"text", std::string(size, 'x')}}, ""});
}

std::set<std::string> ids_in(const std::string& folder) {
  std::set<std::string> ids;
  static_cast<void>(for_each_waiting(
      folder, [&](const Waiting& waiting) { ids.insert(envelope_id(waiting.envelope)); }));
  return ids;
}

TEST(Spool, EveryEnvelopeThatWasPutIsFoundOfEachSize) {
  const help::Scratch scratch;
  Spool spool(scratch / "spool");
  std::set<std::string> put;
  for (const std::size_t size : {10U, 20U, 30000U, 100000U, 500000U, 30U}) {
    const std::string envelope = an_envelope(size);
    spool.put(envelope);
    put.insert(envelope_id(envelope));
  }
  EXPECT_EQ(put, ids_in(scratch / "spool"));
}

TEST(Spool, IsOneServersAtATime) {
  const help::Scratch scratch;
  const Spool spool(scratch / "spool");
  try {
    const Spool second(scratch / "spool");
    FAIL() << "two servers have one spool";
  } catch (const base::Error& error) {
    EXPECT_EQ(base::Kind::conflict, error.kind());
  }
}

TEST(Spool, IsNoFolderOfSomebodyElse) {
  const help::Scratch scratch;
  scratch.write("home/letter.txt", "x");
  try {
    const Spool spool(scratch / "home");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(base::Kind::bad_input, error.kind());
  }
}

TEST(Spool, IsOpenToItsOwnerAloneAndItsLargeFilesBearOneTime) {
  const help::Scratch scratch;
  Spool spool(scratch / "spool");
  spool.put(an_envelope(30000));
  spool.put(an_envelope(300000));
  struct stat status {};
  ASSERT_EQ(0, stat((scratch / "spool").c_str(), &status));
  EXPECT_EQ(0, status.st_mode & 077);
  std::set<std::int64_t> times;
  for (const std::string& name : base::list_folder(scratch / "spool/in"))
    times.insert(base::file_time(scratch / ("spool/in/" + name))->seconds);
  EXPECT_EQ(std::set<std::int64_t>{946684800}, times);
}

TEST(Spool, AnUploadThatBreaksOffLeavesNothing) {
  const help::Scratch scratch;
  Spool spool(scratch / "spool");
  {
    Spool::Big big(spool);
    big.add(std::string(100000, 'x'));
    EXPECT_EQ(1U, base::list_folder(scratch / "spool/in").size());
  }
  EXPECT_TRUE(base::list_folder(scratch / "spool/in").empty());
}

TEST(Spool, WhatAKilledServerLeftHalfIsRemovedAtTheNextStart) {
  const help::Scratch scratch;
  scratch.write("spool/in/coming-0123", "half of an envelope");
  const Spool spool(scratch / "spool");
  EXPECT_TRUE(base::list_folder(scratch / "spool/in").empty());
}

// The process ends at each disk call in turn, as by kill -9: what put() returned from is there.
TEST(Spool, WhatWasSaidToBeHereSurvivesAnEndAtAnyMoment) {
  for (int call = 1; call < 40; ++call) {
    const help::Scratch scratch;
    const std::string said = scratch / "said";
    const pid_t child = fork();
    if (child == 0) {
      Spool spool(scratch / "spool");
      base::DiskFaults faults;
      faults.first = call;
      faults.ends_process = true;
      base::set_disk_faults(faults);
      for (int count = 0; count < 6; ++count) {
        const std::string envelope = an_envelope(count % 2 == 0 ? 10 : 30000);
        spool.put(envelope);
        const std::string line = envelope_id(envelope) + "\n";
        FILE* const file = fopen(said.c_str(), "a");
        fputs(line.c_str(), file);
        fclose(file);
      }
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    const Spool again(scratch / "spool");
    const std::set<std::string> found = ids_in(scratch / "spool");
    std::string lines = base::file_exists(said) ? base::read_file(said) : "";
    for (; !lines.empty(); lines.erase(0, 65))
      EXPECT_TRUE(found.contains(lines.substr(0, 64))) << "call " << call;
  }
}

TEST(Spool, CollectedOnesGoAndOthersStay) {
  const help::Scratch scratch;
  const std::string folder = scratch / "spool";
  Spool spool(folder);
  spool.put(an_envelope(10));
  spool.put(an_envelope(30000));
  const std::set<std::string> first = ids_in(folder);
  scratch.write("spool/collected.txt", collected_text(first));
  const std::string later = an_envelope(20), later_large = an_envelope(40000);
  spool.put(later_large);
  EXPECT_EQ(2, spool.remove_collected());
  spool.put(later);
  EXPECT_EQ((std::set<std::string>{envelope_id(later), envelope_id(later_large)}), ids_in(folder));
  EXPECT_EQ(0, spool.remove_collected()) << "the same file is carried out once";
}

TEST(Spool, ASegmentStaysWhileOneInItIsNotCollected) {
  const help::Scratch scratch;
  const std::string folder = scratch / "spool";
  Spool spool(folder);
  spool.put(an_envelope());
  const std::set<std::string> first = ids_in(folder);
  spool.put(an_envelope());
  scratch.write("spool/collected.txt", collected_text(first));
  EXPECT_EQ(0, spool.remove_collected());
  EXPECT_EQ(2U, ids_in(folder).size());
  scratch.write("spool/collected.txt", collected_text(ids_in(folder)));
  EXPECT_EQ(1, spool.remove_collected());
  EXPECT_TRUE(ids_in(folder).empty());
}

TEST(Spool, OtherFilesNamedLikeOursAreCountedAndPassedOver) {
  const help::Scratch scratch;
  const std::string folder = scratch / "spool";
  { Spool(folder).put(an_envelope()); }
  scratch.write("spool/in/segment-7", std::string(16384, '\0') + an_envelope() + "torn");
  scratch.write("spool/in/big-00000000000000000000000000000000", "not one");
  scratch.write("outside", an_envelope(30000));
  ASSERT_EQ(0, symlink((scratch / "outside").c_str(),
                       (folder + "/in/big-11111111111111111111111111111111").c_str()));
  int taken = 0;
  const SpoolCount count = for_each_waiting(folder, [&](const Waiting&) { ++taken; });
  EXPECT_EQ(2, taken);
  EXPECT_EQ(2, count.envelopes);
  EXPECT_EQ(3, count.not_envelopes);
}

TEST(Spool, AFolderWithoutInIsNone) {
  const help::Scratch scratch;
  EXPECT_THROW(static_cast<void>(for_each_waiting(scratch.path(), [](const Waiting&) {})),
               base::Error);
}

TEST(Spool, AFullDiskIsSaidAndTheNextEnvelopeIsKept) {
  const help::Scratch scratch;
  Spool spool(scratch / "spool");
  for (const std::size_t size : {10U, 30000U}) {
    base::DiskFaults faults;
    faults.first = 1;
    faults.error = 28;
    faults.writes_half_first = true;
    base::set_disk_faults(faults);
    EXPECT_THROW(spool.put(an_envelope(size)), base::Error);
    base::set_disk_faults({});
    const std::string envelope = an_envelope(size);
    spool.put(envelope);
    EXPECT_TRUE(ids_in(scratch / "spool").contains(envelope_id(envelope)));
  }
  EXPECT_EQ(2U, ids_in(scratch / "spool").size());
}

TEST(Spool, ThreadsPutSideBySide) {
  const help::Scratch scratch;
  Spool spool(scratch / "spool");
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 16; ++thread) {
    threads.emplace_back([&, thread] {
      for (int count = 0; count < 10; ++count) spool.put(an_envelope(thread % 4 == 0 ? 30000 : 10));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(160U, ids_in(scratch / "spool").size());
}

TEST(Spool, CollectedTextIsReadStrictly) {
  const std::set<std::string> ids = {std::string(64, 'a'), std::string(64, '0')};
  EXPECT_EQ(ids, read_collected(collected_text(ids)));
  EXPECT_TRUE(read_collected(std::string(64, 'a') + "\n").empty());
  EXPECT_TRUE(read_collected("").empty());
  EXPECT_EQ(1U,
            read_collected("sanaq collected 1\n../../etc\n" + std::string(64, 'a') + "\nx").size());
}

}  // namespace
}  // namespace sanaq::intake
