#include "sanaq/workspace/bench.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/secrets.h"
#include "sanaq/workspace/key_in_hand.h"
#include "workspace/a_program.h"

namespace sanaq::workspace {
namespace {

class BenchTest : public ::testing::Test {
 protected:
  BenchTest() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  help::Scratch scratch_;
  std::string folder = help::small_investigation(scratch_);
};

TEST_F(BenchTest, CountsAndThenHoldsTheResult) {
  Bench bench(SANAQ_PROGRAM);
  EXPECT_EQ(bench.folder(), "");
  bench.open(folder);
  ASSERT_TRUE(comes_true([&] { return bench.held() != nullptr; }));
  EXPECT_EQ(bench.behind(), Behind::never_counted);
  const Job job = bench.begin("count", "estimate");
  ASSERT_TRUE(comes_true([&] { return bench.behind() == Behind::nothing; }));
  EXPECT_EQ(bench.held()->reach, Reach::estimated);
  EXPECT_EQ(bench.jobs().find(job.id)->state, JobState::done);
}

TEST_F(BenchTest, WritesIntoTheLedgerWhichThenHasASecret) {
  Bench bench(SANAQ_PROGRAM);
  bench.open(folder);
  std::string writer_id;
  bench.write([&](ledger::Writer& writer) { writer_id = writer.id(); });
  EXPECT_FALSE(writer_id.empty());
  EXPECT_TRUE(ledger::has_secret(folder));
}

TEST_F(BenchTest, AKeyWithAPassphraseIsAskedForAndGoesWithTheJob) {
  {
    ledger::WriterOptions options;
    options.passphrase = "open sesame";
    ledger::Writer writer(folder, options);
    writer.enter_secret();
  }
  Bench bench(SANAQ_PROGRAM);
  bench.open(folder);
  EXPECT_THROW(bench.write([](ledger::Writer&) {}), NeedsPassphrase);
  EXPECT_THROW((void)bench.begin("count", "estimate"), NeedsPassphrase);
  bench.key().take("open sesame");
  const Job job = bench.begin("count", "estimate");
  ASSERT_TRUE(comes_true([&] { return bench.jobs().find(job.id)->is_over(); }));
  EXPECT_EQ(bench.jobs().find(job.id)->state, JobState::done);
  EXPECT_TRUE(bench.jobs().find(job.id)->notes.empty());
  EXPECT_FALSE(ledger::runs(folder).empty());
}

TEST_F(BenchTest, WhatAKilledServerLeftHalfWrittenIsGoneOnceItIsOpened) {
  scratch_.write("town/.sanaq/link.json.99999999.part", "half");
  Bench bench(SANAQ_PROGRAM);
  bench.open(folder);
  EXPECT_THROW(bench.open(scratch_ / "nowhere"), base::Error);
  EXPECT_EQ(bench.folder(), folder);
}

}  // namespace
}  // namespace sanaq::workspace
