#include "sanaq/disclose/disclose_evidence.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {
namespace {

ledger::Document document(const std::string& sha256, const std::string& visibility,
                          const std::string& of = "") {
  ledger::CustodyEntry entry;
  entry.place = {"w", 3};
  entry.time = "2026-11-24T16:57:43Z";
  entry.author = "A. Tester";
  entry.name = sha256 + ".txt";
  entry.custody.from = "a nurse";
  entry.custody.of = of;
  entry.custody.is_original = of.empty();
  return {sha256, "evidence/" + sha256 + ".txt", "text/plain", 3, visibility, {entry}};
}

}  // namespace

TEST(DiscloseEvidence, OnlyPublicDocumentsLeaveUnlessTheUserSaysSo) {
  const std::vector<ledger::Document> all = {document("a", "public"), document("b", "restricted"),
                                             document("c", "sealed")};
  const PublicEvidence open = disclose_evidence(all, {}, 2, {});
  ASSERT_EQ(open.documents.size(), 1U);
  EXPECT_EQ(open.documents[0].sha256, "a");
  EXPECT_EQ(open.withheld_restricted, 1);
  EXPECT_EQ(open.withheld_sealed, 1);
  EXPECT_EQ(open.unlisted, 2);
  EXPECT_EQ(disclose_evidence(all, {}, 0, {.with_restricted = true}).documents.size(), 2U);
  EXPECT_EQ(disclose_evidence(all, {}, 0, {.with_sealed = true}).documents.size(), 2U);
}

TEST(DiscloseEvidence, WhoBroughtADocumentIsToldOnlyWhenTheUserSaysSo) {
  const std::vector<ledger::Document> all = {document("a", "public")};
  EXPECT_TRUE(disclose_evidence(all, {}, 0, {}).documents[0].custody.empty());
  const auto told = disclose_evidence(all, {}, 0, {.with_custody = true});
  ASSERT_EQ(told.documents[0].custody.size(), 1U);
  EXPECT_EQ(told.documents[0].custody[0].from, "a nurse");
  EXPECT_EQ(told.documents[0].custody[0].entered, "2026-11-24");
}

TEST(DiscloseEvidence, TheHashOfAnOriginalThatStaysIsNotTold) {
  const std::vector<ledger::Document> all = {document("a", "sealed"), document("b", "public", "a")};
  EXPECT_EQ(disclose_evidence(all, {}, 0, {}).documents.at(0).of, "");
  EXPECT_EQ(disclose_evidence(all, {}, 0, {.with_sealed = true}).documents.at(1).of, "a");
}

TEST(DiscloseEvidence, TheDayOfTheLastGoodCheckIsTold) {
  ledger::FixityCheck check;
  check.time = "2026-12-01T10:00:00Z";
  check.heads = {{"w", 3}};
  EXPECT_EQ(disclose_evidence({document("a", "public")}, {check}, 0, {}).documents[0].last_good,
            "2026-12-01");
  check.heads = {{"w", 2}};
  EXPECT_EQ(disclose_evidence({document("a", "public")}, {check}, 0, {}).documents[0].last_good,
            "");
}

}  // namespace sanaq::disclose
