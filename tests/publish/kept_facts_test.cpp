#include "sanaq/publish/kept_facts.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

class KeptFacts : public testing::Test {
 protected:
  std::string folder() { return scratch_ / "case"; }
  help::Scratch scratch_;
};

TEST_F(KeptFacts, AreReadAsTheyWereKept) {
  EXPECT_EQ(read_kept_facts(folder()).facts, "");
  keep_facts(folder(), {"{\"id\":\"1\"}\n", ""});
  EXPECT_EQ(read_kept_facts(folder()).facts, "{\"id\":\"1\"}\n");
  EXPECT_EQ(base::list_folder(folder() + "/publication"), std::vector<std::string>{"facts.jsonl"});
}

TEST_F(KeptFacts, ALinkInTheirPlaceIsRefused) {
  scratch_.write("other/facts.jsonl", "somebody's");
  scratch_.write("case/x", "");
  std::filesystem::create_directory_symlink(scratch_ / "other", folder() + "/publication");
  EXPECT_THROW((void)read_kept_facts(folder()), base::Error);
  EXPECT_THROW(keep_facts(folder(), {"x", ""}), base::Error);
  EXPECT_EQ(base::read_file(scratch_ / "other/facts.jsonl"), "somebody's");
}

TEST_F(KeptFacts, WhatIsEnteredNamesTheirBytes) {
  ledger::Publication publication;
  name_kept_facts({"a", ""}, publication);
  EXPECT_EQ(publication.facts, base::sha256_hex("a"));
  EXPECT_EQ(publication.corrections, "");
}

TEST_F(KeptFacts, BytesThatNoPublicationNamesAreDamage) {
  scratch_.write("case/investigation.toml", "title = \"x\"\n");
  EXPECT_TRUE(verify_kept_facts(folder()).empty());
  keep_facts(folder(), {"a", ""});
  const auto found = verify_kept_facts(folder());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].weight, ledger::Weight::damage);
}

// Nothing comes in that the ledger does not vouch for.
TEST_F(KeptFacts, OfAnotherFolderNothingIsTakenThatNoPublicationNames) {
  scratch_.write("case/investigation.toml", "title = \"x\"\n");
  keep_facts(scratch_ / "other",
             {"a", R"({"day":"2026-01-01","page":"p","property":"q","old":"","new":"","reason":"",)"
                   R"("kind":"added"})"
                   "\n"});
  EXPECT_EQ(merge_kept_facts(folder(), scratch_ / "other").size(), 1u);
  EXPECT_EQ(read_kept_facts(folder()).corrections, "");
}

}  // namespace
}  // namespace sanaq::publish
