#include "sanaq/ledger/verify_standing.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"

namespace sanaq::ledger {
namespace {

std::string said_of(const VerifyReport& report, const std::string& writer, Weight weight) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.file == "ledger/" + writer + ".chain.jsonl" && finding.weight == weight)
      text += std::to_string(finding.line) + ": " + finding.what.english() + "\n";
  }
  return text;
}

class ThreeKinds : public testing::Test {
 protected:
  ThreeKinds() : founder_(offices_.write("a", 2)) {
    (void)offices_.ledger().copy("a", "b");
    (void)offices_.ledger().copy("a", "s");
    member_ = offices_.write("b", 2, 10);
    stranger_ = offices_.write("s", 2, 20);
    offices_.copy_files("b", "a");
    offices_.copy_files("s", "a");
    offices_.take_in("a", member_, "Office B");
  }
  Offices offices_;
  std::string founder_, member_, stranger_;
};

TEST_F(ThreeKinds, StrangersAreNamedAsSuchAndAreNoDamage) {
  const VerifyReport report = ALedger::check(offices_.folder("a"));
  EXPECT_TRUE(report.is_whole());
  EXPECT_NE(said_of(report, stranger_, Weight::warning).find("a stranger's"), std::string::npos);
  EXPECT_EQ(said_of(report, member_, Weight::warning), "");
  EXPECT_EQ(report.uncounted, 3);
  EXPECT_EQ(report.entries, 5 + 3);
  EXPECT_EQ(report.members.size(), 2U);
}

TEST_F(ThreeKinds, InHisOwnCopyAStrangerIsToldThatHeCountsThereAlone) {
  offices_.sit_at("s");
  EXPECT_NE(said_of(ALedger::check(offices_.folder("s")), stranger_, Weight::note)
                .find("in your own copy alone"),
            std::string::npos);
}

TEST_F(ThreeKinds, WhatAClaimWeighsDependsOnWhoseItIs) {
  const FolderFacts folder = gather_facts(offices_.folder("a"));
  const Standing standing = standing_here(offices_.folder("a"), folder);
  const Weights weights(offices_.folder("a"), folder, standing);
  EXPECT_EQ(weights.of("ledger/" + founder_ + ".chain.jsonl", 2), Weight::damage);
  EXPECT_EQ(weights.of("ledger/" + stranger_ + ".chain.jsonl", 2), Weight::warning);
  EXPECT_EQ(weights.of("ledger/" + founder_ + ".chain.jsonl", 99), std::nullopt);
  EXPECT_EQ(weights.of("ledger/nobody.chain.jsonl", 1), std::nullopt);
}

TEST_F(ThreeKinds, WhatStandsBehindTheSignedEndIsDamageWithItsPlace) {
  Forger(offices_.folder("a"), member_).add("statement", ALedger::fact(7));
  const VerifyReport report = ALedger::check(offices_.folder("a"));
  EXPECT_FALSE(report.is_whole());
  EXPECT_NE(
      said_of(report, member_, Weight::damage).find("4: what stands from here on is not signed"),
      std::string::npos)
      << said_of(report, member_, Weight::damage);
}

TEST_F(ThreeKinds, TheKeyStoreMissesWhatItWrote) {
  offices_.sit_at("a");
  const std::string path = offices_.ledger().chain_path(founder_, "a");
  const std::string text = base::read_file(path);
  base::write_file_whole(path, text.substr(0, text.size() - last_whole_line(text).size() - 1));
  const std::string bodies = offices_.ledger().bodies_path(founder_, "a");
  const std::string body_text = base::read_file(bodies);
  base::write_file_whole(
      bodies, body_text.substr(0, body_text.size() - last_whole_line(body_text).size() - 1));
  EXPECT_FALSE(ALedger::check(offices_.folder("a")).is_whole());
  offices_.sit_at("nobody");
  EXPECT_TRUE(ALedger::check(offices_.folder("a")).is_whole());  // only its owner can know
}

}  // namespace
}  // namespace sanaq::ledger
