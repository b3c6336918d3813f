#include "sanaq/publish/kept_facts.h"

#include <gtest/gtest.h>
#include <stdlib.h>

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

// Two offices whose ledgers were merged, of which the second published later.
class KeptIntakeKeys : public KeptFacts {
 protected:
  KeptIntakeKeys() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    scratch_.write("case/investigation.toml", "title = \"x\"\n");
    publish(folder(), "first");
    std::filesystem::copy(folder(), other(), std::filesystem::copy_options::recursive);
    publish(other(), "second");
    std::filesystem::remove_all(folder() + "/ledger");
    std::filesystem::copy(other() + "/ledger", folder() + "/ledger");
  }
  [[nodiscard]] std::string other() { return scratch_ / "other"; }
  static void publish(const std::string& investigation, const std::string& keys) {
    ledger::Writer writer(investigation);
    const disclose::KeptFacts kept{"facts", "", keys};
    ledger::Publication publication;
    publication.mark = std::string(64, 'a');
    name_kept_facts(kept, publication);
    ledger::record_publication(writer, publication);
    keep_facts(investigation, kept);
  }
  std::vector<ledger::Finding> found() { return verify_kept_facts(folder()); }
};

TEST_F(KeptIntakeKeys, ThoseOfTheNewestPublicationComeInWhoeverMergesWhom) {
  EXPECT_EQ(merge_kept_facts(other(), folder()).size(), 0U);
  EXPECT_EQ(read_kept_facts(other()).intake_keys, "second");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].weight, ledger::Weight::warning);  // of an older publication
  EXPECT_EQ(merge_kept_facts(folder(), other()).size(), 1U);
  EXPECT_EQ(read_kept_facts(folder()).intake_keys, "second");
  EXPECT_TRUE(found().empty());
  // A site that takes nothing in any more.
  publish(other(), "");
  std::filesystem::remove_all(folder() + "/ledger");
  std::filesystem::copy(other() + "/ledger", folder() + "/ledger");
  (void)merge_kept_facts(folder(), other());
  EXPECT_FALSE(base::file_exists(folder() + "/publication/intake-keys.txt"));
  EXPECT_TRUE(found().empty());
}

TEST_F(KeptIntakeKeys, OneChangedByteIsNamedAndGoesNowhere) {
  ASSERT_EQ(merge_kept_facts(folder(), other()).size(), 1U);
  const std::string file = folder() + "/publication/intake-keys.txt";
  base::write_file_whole(file, "secone");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].file, "publication/intake-keys.txt");
  EXPECT_EQ(found()[0].weight, ledger::Weight::damage);
  EXPECT_EQ(merge_kept_facts(other(), folder()).size(), 0U);
  EXPECT_EQ(read_kept_facts(other()).intake_keys, "second");
  base::remove_file(file);
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].weight, ledger::Weight::damage);
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
