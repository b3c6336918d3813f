#include "sanaq/ledger/make_checkpoint.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/checkpoint.h"

namespace sanaq::ledger {

TEST(MakeCheckpoint, ProvesThatNothingWasRemovedSince) {
  const ALedger ledger;
  std::string code, id;
  ledger.write(3);
  {
    Writer writer(ledger.folder());
    code = make_checkpoint(writer).code;
    id = writer.id();
  }
  ledger.write(2);
  const VerifyReport report = ALedger::check(ledger.folder(), code);
  EXPECT_TRUE(report.findings.empty());
  EXPECT_EQ(report.entries_since, 2);
  EXPECT_TRUE(code.starts_with("6-")) << code;
}

TEST(MakeCheckpoint, AHistoryWrittenAnewIsFoundOut) {
  const ALedger ledger;
  ledger.write(3);
  (void)ledger.copy("case", "before");
  std::string code;
  {
    Writer writer(ledger.folder());
    code = make_checkpoint(writer).code;
  }
  // The holder of the key goes back to the copy and writes on from there.
  (void)ledger.copy("before", "case");
  EXPECT_FALSE(ALedger::check(ledger.folder()).is_whole());  // the key store knows better
  ledger.forget();
  EXPECT_TRUE(ALedger::check(ledger.folder()).is_whole());
  EXPECT_FALSE(ALedger::check(ledger.folder(), code).is_whole());
  ledger.write(10);
  EXPECT_FALSE(ALedger::check(ledger.folder(), code).is_whole());
}

}  // namespace sanaq::ledger
