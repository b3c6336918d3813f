#include "sanaq/investigation/copy_investigation.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "help/kill_at.h"
#include "help/small_investigation.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_lock.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

base::Kind kind_of_refusal(const std::string& folder, const std::string& to) {
  base::Progress silent;
  try {
    (void)copy_investigation(folder, to, silent);
  } catch (const base::Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "it was copied";
  return base::Kind::bug;
}

class CopyInvestigation : public ::testing::Test {
 protected:
  help::Scratch scratch_;
  std::string folder = help::small_investigation(scratch_);
  std::string to = scratch_ / "copies/town";
};

TEST_F(CopyInvestigation, HasEveryFileButWhatIsMadeAnewAndLinks) {
  scratch_.write("town/.sanaq/link.json", "{}");
  scratch_.write("town/ledger/lock", "1\n");
  scratch_.write("town/ledger/chain.jsonl", "{}\n");
  scratch_.write("town/lists/coming.csv.part", "half");
  scratch_.write("town/evidence/photo", std::string("\0\xff", 2));
  ASSERT_EQ(::symlink("/etc/passwd", (folder + "/evidence/link").c_str()), 0);
  base::Progress silent;
  const Copied copied = copy_investigation(folder, to, silent);
  EXPECT_EQ(copied.left_out, (std::vector<std::string>{"evidence/link"}));
  for (const char* file : {"investigation.toml", "claims.csv", "lists/hospital.csv",
                           "ledger/chain.jsonl", "evidence/photo"})
    EXPECT_EQ(base::read_file(base::join(to, file)), base::read_file(base::join(folder, file)));
  EXPECT_FALSE(base::folder_exists(to + "/.sanaq"));
  for (const char* file : {"ledger/lock", "lists/coming.csv.part", "evidence/link"})
    EXPECT_FALSE(base::file_exists(base::join(to, file))) << file;
  EXPECT_EQ(copied.files, 7);
}

TEST_F(CopyInvestigation, NeverTakesAPlaceThatIsTaken) {
  scratch_.write("full/mine.txt", "mine");
  EXPECT_EQ(kind_of_refusal(folder, scratch_ / "full"), base::Kind::usage);
  EXPECT_EQ(kind_of_refusal(folder, folder + "/copy"), base::Kind::usage);
  EXPECT_EQ(kind_of_refusal(folder, folder + "/lists/copy"), base::Kind::usage);
  EXPECT_EQ(kind_of_refusal(folder, folder), base::Kind::usage);
  EXPECT_EQ(kind_of_refusal(scratch_ / "full", to), base::Kind::not_found);
}

TEST_F(CopyInvestigation, WaitsForWhoeverWritesTheLedger) {
  scratch_.write("town/ledger/chain.jsonl", "{}\n");
  const base::FileLock other(folder + "/ledger/lock");
  EXPECT_EQ(kind_of_refusal(folder, to), base::Kind::conflict);
  EXPECT_FALSE(base::folder_exists(to));
}

TEST_F(CopyInvestigation, AFullDiskLeavesNothing) {
  base::DiskFaults full;
  full.first = 5;
  full.count = 1'000'000;
  full.error = 28;
  base::set_disk_faults(full);
  const base::Kind kind = kind_of_refusal(folder, to);
  base::set_disk_faults({});
  EXPECT_EQ(kind, base::Kind::io);
  EXPECT_FALSE(base::folder_exists(to));
}

TEST_F(CopyInvestigation, KilledAnywhereThereIsTheWholeCopyOrNone) {
  for (int call = 1; call < 200; call += 7) {
    const std::string place = to + std::to_string(call);
    const help::Ending ending = help::kill_at(call, [&] {
      base::Progress silent;
      (void)copy_investigation(folder, place, silent);
    });
    if (base::folder_exists(place)) {
      EXPECT_EQ(base::read_file(place + "/lists/union.tsv"), help::union_rows);
    }
    if (ending == help::Ending::finished) return;
  }
}

}  // namespace
}  // namespace sanaq::investigation
