#include "sanaq/workspace/reader.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/statements.h"
#include "workspace/a_program.h"

namespace sanaq::workspace {
namespace {

class ReaderTest : public ::testing::Test {
 protected:
  ReaderTest() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  void count() const {
    base::Progress silent;
    const base::Catalog english;
    (void)investigation::estimate_total(folder, {silent, english});
  }
  static bool is_quiet(const Reader& reader) {
    return comes_true([&] { return !reader.reading(); });
  }
  void read(Reader& reader) const {
    reader.read_again();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_TRUE(is_quiet(reader));
  }

  help::Scratch scratch_;
  std::string folder = help::small_investigation(scratch_);
};

TEST_F(ReaderTest, ReadsInTheBackgroundAndSaysHowFarItReaches) {
  Reader reader;
  EXPECT_EQ(reader.held(), nullptr);
  reader.open(folder);
  EXPECT_TRUE(reader.reading().has_value() || reader.held());
  ASSERT_TRUE(comes_true([&] { return reader.held() != nullptr; }));
  EXPECT_EQ(reader.held()->reach, Reach::ingested);
  EXPECT_EQ(reader.behind(), Behind::never_counted);
  ASSERT_TRUE(comes_true([&] { return reader.waiting().has_value(); }));
  EXPECT_EQ(reader.waiting()->pairs, 0);
  count();
  reader.read_again();
  ASSERT_TRUE(comes_true([&] { return reader.held()->reach == Reach::estimated; }));
  EXPECT_EQ(reader.behind(), Behind::nothing);
}

TEST_F(ReaderTest, WhatSomebodyHoldsIsNotChangedUnderHim) {
  Reader reader;
  reader.open(folder);
  ASSERT_TRUE(comes_true([&] { return reader.held() != nullptr; }));
  const HeldNow before = reader.held();
  scratch_.write("town/lists/hospital.csv", "id,name\n1,Somebody Else\n");
  reader.read_again();
  ASSERT_TRUE(comes_true([&] { return reader.held() != before; }));
  EXPECT_EQ(before->outcome.records.record_count(), 11U);
  EXPECT_EQ(reader.held()->outcome.records.record_count(), 8U);
}

TEST_F(ReaderTest, AfterDecisionsAloneTheCountedRegisterStaysAndIsBehind) {
  ledger::Writer(folder).enter_secret();
  count();
  Reader reader;
  reader.open(folder);
  ASSERT_TRUE(comes_true([&] { return reader.held() != nullptr; }));
  const HeldNow before = reader.held();
  ledger::Decision decision;
  decision.verdict = ledger::Verdict::different;
  const auto& identities = before->outcome.records.identities;
  decision.records = {identities[0], identities[5]};
  decision.reason = "two rows";
  ledger::Writer(folder).append("decision", ledger::body_of(decision));
  read(reader);
  EXPECT_TRUE(comes_true([&] { return reader.behind() == Behind::links; }));
  EXPECT_EQ(reader.held(), before);
  count();
  reader.read_again();
  EXPECT_TRUE(comes_true([&] { return reader.behind() == Behind::nothing; }));
  EXPECT_NE(reader.held(), before);
}

TEST_F(ReaderTest, WhatIsEnteredIsNotCountedAtOnceAndWhatIsTakenBackIsCountedAgain) {
  ledger::Writer(folder).enter_secret();
  count();
  Reader reader;
  reader.open(folder);
  ASSERT_TRUE(comes_true([&] { return reader.behind() == Behind::nothing; }));
  ASSERT_TRUE(is_quiet(reader));
  const HeldNow before = reader.held();
  ledger::Decision decision;
  decision.verdict = ledger::Verdict::different;
  const auto& identities = before->outcome.records.identities;
  decision.records = {identities[0], identities[5]};
  decision.reason = "two rows";
  const ledger::Entry entered =
      ledger::Writer(folder).append("decision", ledger::body_of(decision));
  reader.note_decisions();
  EXPECT_EQ(reader.behind(), Behind::links) << "nothing had to be read";
  ledger::Writer writer(folder);
  ledger::retract(writer, {entered.writer, entered.seq}, "a slip", "A. Tester");
  reader.look_at_decisions();
  EXPECT_TRUE(comes_true([&] { return reader.behind() == Behind::nothing; }));
  EXPECT_EQ(reader.held(), before) << "the lists were read again";
}

TEST_F(ReaderTest, ChangedSettingsAndListsAreNamedForWhatTheyAre) {
  count();
  const std::string settings = base::read_file(folder + "/investigation.toml");
  scratch_.write("town/investigation.toml", settings + "draws = 3000\n");
  Reader reader;
  reader.open(folder);
  ASSERT_TRUE(comes_true([&] { return reader.held() != nullptr; }));
  EXPECT_EQ(reader.behind(), Behind::number);
  EXPECT_EQ(reader.held()->reach, Reach::linked);
  scratch_.write("town/lists/morgue.csv", "id;name\nm1;Aibar Tanbaev\n");
  reader.read_again();
  EXPECT_TRUE(comes_true([&] { return reader.behind() == Behind::lists; }));
}

TEST_F(ReaderTest, SaysWhyTheListsCannotBeReadAndKeepsWhatItHad) {
  Reader reader;
  reader.open(folder);
  ASSERT_TRUE(comes_true([&] { return reader.held() != nullptr; }));
  scratch_.write("town/investigation.toml", "title = 3\n");
  reader.read_again();
  ASSERT_TRUE(comes_true([&] { return reader.why_not_read().has_value(); }));
  EXPECT_NE(reader.held(), nullptr);
  scratch_.write("town/investigation.toml", "title = \"A\"\n[[list]]\nfile = \"hospital.csv\"\n");
  reader.read_again();
  EXPECT_TRUE(comes_true([&] { return !reader.why_not_read().has_value(); }));
}

TEST_F(ReaderTest, ManyCallsAreNotAsManyReadingsAndTheEndWaitsForNone) {
  Reader reader;
  reader.open(folder);
  for (int call = 0; call < 1000; ++call) reader.read_again();
  EXPECT_TRUE(comes_true([&] { return reader.held() != nullptr; }));
  for (int call = 0; call < 20; ++call) {
    reader.open(folder);
    reader.open("");
  }
  EXPECT_EQ(reader.held(), nullptr);
}

TEST_F(ReaderTest, TheSiteIsWorkedOutForASmallRegister) {
  count();
  Reader reader;
  reader.open(folder);
  ASSERT_TRUE(comes_true([&] { return reader.site_preview().report != nullptr; }));
  EXPECT_EQ(reader.site_preview().report->public_columns,
            (std::vector<std::string>{"hospital: name"}));
  EXPECT_TRUE(comes_true(
      [&] { return reader.waiting()->facts == reader.site_preview().report->opening.facts; }));
  EXPECT_FALSE(base::folder_exists(folder + "/site"));
}

}  // namespace
}  // namespace sanaq::workspace
