#include "sanaq/investigation/intake.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>

#include "evidence/made_files.h"
#include "help/scratch.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {
namespace {

class IntakeTest : public testing::Test {
 protected:
  void SetUp() override { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  help::Scratch scratch_;
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
};

}  // namespace

TEST_F(IntakeTest, WhatADocumentSaysIsEnteredOnceAndWhatBetraysIsSealed) {
  const std::string path = scratch_.write("a.jpg", evidence::photo_jpeg());
  ledger::Writer writer(folder());
  Intake intake(writer, "A. Tester", "0.1.0");
  const IntakeResult first = intake.take(path, {}, false), second = intake.take(path, {}, false);
  EXPECT_GT(first.sealed, 10);
  EXPECT_GT(first.statements, first.sealed);
  EXPECT_EQ(second.statements, 0);
  EXPECT_EQ(second.betrays, first.betrays);
  const auto statements = ledger::statements_in_force(folder());
  EXPECT_EQ(static_cast<std::int64_t>(statements.size()), first.statements);
  for (const ledger::Statement& said : statements) {
    EXPECT_EQ(said.subject, "document:" + first.document.sha256);
    EXPECT_TRUE(said.property.starts_with("metadata."));
    if (said.value.find("Aigul") != std::string::npos) {
      EXPECT_EQ(said.visibility, "sealed") << said.property;
    }
  }
}

TEST_F(IntakeTest, AnErasedStatementDoesNotComeBackWithTheSameBytes) {
  const std::string path = scratch_.write("a.jpg", evidence::photo_jpeg());
  ledger::Writer writer(folder());
  (void)Intake(writer, "A", "0.1.0").take(path, {}, false);
  for (const ledger::Statement& said : ledger::statements_in_force(folder()))
    ledger::erase(writer, said.place, "endangered", "A");
  EXPECT_EQ(Intake(writer, "A", "0.1.0").take(path, {}, false).statements, 0);
  EXPECT_TRUE(ledger::statements_in_force(folder()).empty());
}

TEST_F(IntakeTest, BytesThatWereLeftWithoutAnEntryAreReadWhenTheyAreEntered) {
  const std::string photo = evidence::photo_jpeg(), path = scratch_.write("a.jpg", photo);
  ledger::Writer writer(folder());
  scratch_.write("case/evidence/" + base::sha256_hex(photo) + ".jpg", photo);
  const IntakeResult taken = Intake(writer, "A", "0.1.0").take(path, {}, false);
  EXPECT_TRUE(taken.document.was_known);
  EXPECT_GT(taken.statements, 0);
}

TEST_F(IntakeTest, AWorkingCopyHasANeutralNameAndNoStatements) {
  const std::string path = scratch_.write("from-aigul.docx", evidence::made_docx());
  ledger::Writer writer(folder());
  ledger::Custody custody;
  custody.from = "a nurse";
  const IntakeResult taken = Intake(writer, "A", "0.1.0").take(path, custody, true);
  ASSERT_TRUE(taken.working_copy);
  const auto documents = ledger::documents(folder());
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[1].first().name,
            "cleaned-" + taken.working_copy->sha256.substr(0, 12) + ".docx");
  EXPECT_EQ(documents[1].first().custody.from, "");
  EXPECT_EQ(documents[0].visibility, "sealed");
  EXPECT_EQ(documents[1].visibility, "restricted");
}

TEST_F(IntakeTest, WhereThereIsNothingToTakeOutNothingIsSealed) {
  const std::string path = scratch_.write("a.png", evidence::bare_png());
  ledger::Writer writer(folder());
  const IntakeResult taken = Intake(writer, "A", "0.1.0").take(path, {}, true);
  EXPECT_TRUE(taken.was_clean);
  EXPECT_FALSE(taken.working_copy);
  EXPECT_EQ(ledger::documents(folder()).at(0).visibility, "restricted");
}

TEST_F(IntakeTest, ADocumentThatSaysTooMuchSaysHowMuchMore) {
  std::vector<evidence::Fact> facts;
  for (int at = 0; at < 2000; ++at)
    facts.push_back(evidence::fact("Exif.GPSInfo.N" + std::to_string(at), "1", "EXIF"));
  facts.push_back(facts.front());
  const auto statements = metadata_statements(facts, std::string(64, 'a'), "A");
  ASSERT_EQ(statements.size(), statements_max);
  EXPECT_EQ(statements.back().property, "metadata.not_entered");
  EXPECT_TRUE(statements.back().value.starts_with("1501 more"));
}

}  // namespace sanaq::investigation
