#include "sanaq/disclose/disclose_provenance.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "investigation/invented_outcome.h"

namespace sanaq::disclose {
namespace {

using investigation::Outcome;

const InputSalt* named(const std::vector<InputSalt>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const InputSalt& one) { return one.input.name == name; });
  return found == all.end() ? nullptr : &*found;
}

TEST(DiscloseProvenance, APlainHashIsShownOnlyWhereTheFileIsPublic) {
  Outcome outcome = investigation::test::invented_outcome();
  for (const InputSalt& one : input_salts(outcome)) {
    EXPECT_NE(one.input.hash, one.sha256) << one.input.name;
    EXPECT_EQ(one.input.hash, base::sha256_hex(one.salt + one.sha256));
  }
  outcome.config.lists[0].publish_hash = true;
  const auto all = input_salts(outcome);
  ASSERT_NE(named(all, "hospital"), nullptr);
  EXPECT_TRUE(named(all, "hospital")->input.is_open);
  EXPECT_EQ(named(all, "hospital")->input.hash, outcome.lists[0].version);
  EXPECT_FALSE(named(all, "morgue")->input.is_open);
}

TEST(DiscloseProvenance, NoFilesNameLeavesAndAClosedTableIsNotNamed) {
  Outcome outcome = investigation::test::invented_outcome();
  outcome.config.tables = {{"act", "SENTINEL-acts.csv"}, {"custody", "SENTINEL-custody.csv"}};
  outcome.provenance.inputs.emplace_back("SENTINEL-acts.csv", std::string(64, 'a'));
  outcome.provenance.inputs.emplace_back("SENTINEL-custody.csv", std::string(64, 'b'));
  casefile::Statement said;
  said.subject = "act:a";
  said.property = "type";
  said.visibility = "public";
  said.origin.file = "SENTINEL-acts.csv";
  outcome.case_file.said = {said};
  const auto all = input_salts(outcome);
  EXPECT_NE(named(all, "act"), nullptr);
  EXPECT_EQ(named(all, "custody"), nullptr);
  EXPECT_NE(named(all, ""), nullptr);
  for (const InputSalt& one : all)
    EXPECT_EQ(one.input.name.find("SENTINEL"), std::string::npos) << one.input.name;
}

TEST(DiscloseProvenance, ASecondTableOfAKindHasANumber) {
  Outcome outcome = investigation::test::invented_outcome();
  outcome.config.tables = {{"act", "one.csv", true}, {"act", "two.csv", true}};
  EXPECT_EQ(public_table_name(outcome, "one.csv"), "act");
  EXPECT_EQ(public_table_name(outcome, "two.csv"), "act 2");
  EXPECT_EQ(public_table_name(outcome, "three.csv"), "");
}

TEST(DiscloseProvenance, TheSecretItselfIsInNoDigest) {
  Outcome outcome = investigation::test::invented_outcome();
  const auto before = input_salts(outcome);
  outcome.provenance.inputs.emplace_back("addresses", outcome.addresses.digest());
  EXPECT_EQ(named(input_salts(outcome), "")->sha256, named(before, "")->sha256);
}

}  // namespace
}  // namespace sanaq::disclose
