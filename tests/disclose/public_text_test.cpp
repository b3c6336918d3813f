#include "sanaq/disclose/public_text.h"

#include <gtest/gtest.h>

#include "investigation/invented_outcome.h"
#include "sanaq/pages/public_case.h"

namespace sanaq::disclose {
namespace {

using investigation::Outcome;

std::string cleaned(const Outcome& outcome, const std::string& text) {
  const investigation::OpenRegister shown;
  const investigation::OpenPeople people(outcome, shown, {});
  return PublicText(outcome, people).cleaned(text);
}

std::string cleaned_source(const Outcome& outcome, const std::string& text) {
  const investigation::OpenRegister shown;
  const investigation::OpenPeople people(outcome, shown, {});
  return PublicText(outcome, people).cleaned_source(text);
}

TEST(PublicText, AHashOfAFileThatDoesNotLeaveBecomesACommitment) {
  Outcome outcome = investigation::test::invented_outcome();
  const std::string hash = base::sha256_hex("a sealed photograph");
  const std::string shown = cleaned(outcome, "document:" + hash);
  EXPECT_EQ(shown.find(hash), std::string::npos);
  EXPECT_EQ(shown.size(), std::string("document:").size() + 64);
  EXPECT_EQ(shown, cleaned(outcome, "document:" + hash));
  std::string upper = hash;
  for (char& letter : upper) letter = static_cast<char>(std::toupper(letter));
  EXPECT_EQ(cleaned(outcome, upper).find(upper), std::string::npos);
  outcome.public_documents = {hash};
  EXPECT_EQ(cleaned(outcome, "document:" + hash), "document:" + hash);
}

TEST(PublicText, OfAListThatIsPublicItselfTheHashMayStand) {
  Outcome outcome = investigation::test::invented_outcome();
  const std::string hash = outcome.lists[0].version;
  EXPECT_NE(cleaned(outcome, hash), hash);
  outcome.config.lists[0].publish_hash = true;
  EXPECT_EQ(cleaned(outcome, hash), hash);
}

TEST(PublicText, WhatARecordIsCalledInsideDoesNotStandInAText) {
  const Outcome outcome = investigation::test::invented_outcome();
  const std::string text = "the same as " + outcome.record_ids[0] + ", I think";
  EXPECT_EQ(cleaned(outcome, text),
            "the same as " + std::string(pages::closed_reference) + ", I think");
  EXPECT_EQ(cleaned(outcome, "telephone 0123456789012345"), "telephone 0123456789012345");
}

TEST(PublicText, ASourceIsNoFileAndNoRecord) {
  const Outcome outcome = investigation::test::invented_outcome();
  EXPECT_EQ(cleaned_source(outcome, std::string(investigation::test::secret_file) + "hospital.csv"),
            "");
  EXPECT_EQ(cleaned_source(outcome, "claims.csv:12"), "");
  EXPECT_EQ(cleaned_source(outcome, "hospital:" + outcome.records.ids[0]), "hospital");
  EXPECT_EQ(cleaned_source(outcome, "A newspaper, page 7"), "A newspaper, page 7");
}

TEST(PublicText, OtherTextStaysToTheByte) {
  const Outcome outcome = investigation::test::invented_outcome();
  for (const char* text : {"", "Ғалымнұр Өзенов", "a\nb\tc", "—", "٣٤"})
    EXPECT_EQ(cleaned(outcome, text), text);
  EXPECT_EQ(cleaned(outcome, "x\xff\u202E"), "x\uFFFDU+202E");
}

}  // namespace
}  // namespace sanaq::disclose
