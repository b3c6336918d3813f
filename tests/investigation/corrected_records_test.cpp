#include "sanaq/investigation/corrected_records.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/list_versions.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::investigation {

TEST(CorrectedRecords, ANameCorrectedUnderItsIdIsAChange) {
  const help::Scratch scratch;
  const std::string folder = scratch.path();
  const std::string before = "id,name\n1,A. Kulov\n2,B. Tasov\n3,E. Sabov\n";
  const std::string after = "id,name\n1,A. Kulov\n2,B. Tassov\n3,E. Sabov\n";
  const std::string kept = base::join(folder, std::string(ledger::versions_folder));
  base::make_folder(kept);
  base::write_file_whole(base::join(kept, base::sha256_hex(before) + ".csv"), before);
  tables::ListSource source;
  source.name = "morgue";
  source.path = "morgue.csv";
  base::Progress progress;
  const auto old = tables::ingest_bytes(source, before, progress);
  const auto now = tables::ingest_bytes(source, after, progress);
  persons::ListHistory history;
  (void)persons::add_version(history, base::sha256_hex(before), "morgue.csv",
                             old.records.identities, 1);
  persons::VersionChange change = persons::add_version(history, base::sha256_hex(after),
                                                       "morgue.csv", now.records.identities, 2);
  EXPECT_EQ(change.unchanged, 3);
  count_corrected(change, history, source, folder, now.records, {}, progress);
  EXPECT_EQ(change.unchanged, 2);
  EXPECT_EQ(change.changed, 1);
}

TEST(CorrectedRecords, WhatWasMendedIsNoCorrectionOfTheList) {
  const help::Scratch scratch;
  const std::string folder = scratch.path();
  const std::string before = "id,name\n1,A. Kulov\n2,B. Tasov\n";
  const std::string after = before + "3,E. Sabov\n";
  const std::string kept = base::join(folder, std::string(ledger::versions_folder));
  base::make_folder(kept);
  base::write_file_whole(base::join(kept, base::sha256_hex(before) + ".csv"), before);
  tables::ListSource source;
  source.name = "morgue";
  source.path = "morgue.csv";
  base::Progress progress;
  const auto old = tables::ingest_bytes(source, before, progress);
  tables::ListSource mended = source;
  mended.mend = [](const record::RecordTable&) {
    return std::vector<tables::MendedCell>{{1, "name", "B. Tassov"}};
  };
  const auto now = tables::ingest_bytes(mended, after, progress);
  persons::ListHistory history;
  (void)persons::add_version(history, base::sha256_hex(before), "morgue.csv",
                             old.records.identities, 1);
  persons::VersionChange change = persons::add_version(history, base::sha256_hex(after),
                                                       "morgue.csv", now.records.identities, 2);
  persons::MendingHeld held;
  held.record = 1;
  held.header = "name";
  held.was = "B. Tasov";
  count_corrected(change, history, source, folder, now.records, {held}, progress);
  EXPECT_EQ(change.unchanged, 2);
  EXPECT_EQ(change.changed, 0);
}

}  // namespace sanaq::investigation
