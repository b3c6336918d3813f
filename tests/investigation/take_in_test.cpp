#include "sanaq/investigation/take_in.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/undo.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

class TakeIn : public ::testing::Test {
 protected:
  TakeIn() : folder_(scratch_ / "case") {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    scratch_.write("case/investigation.toml",
                   "title = \"A\"\n\n[[list]]\nname = \"hospital\"\nfile = \"h.csv\"\n");
    scratch_.write("case/lists/h.csv", "name\nAida\n");
  }
  Incoming arrived(const std::string& name, const std::string& bytes) {
    Arrival arrival(folder_, name);
    arrival.add(bytes);
    return arrival.finish();
  }
  [[nodiscard]] settings::Config config() const { return settings::read_config(folder_); }
  [[nodiscard]] std::string path(const std::string& below) const {
    return base::join(folder_, below);
  }
  help::Scratch scratch_;
  std::string folder_;
};

TEST_F(TakeIn, ANewListHasItsBlockAndItsFile) {
  (void)take_as_list(folder_, arrived("morgue.csv", "name\nBolat\n"), "морг");
  ASSERT_EQ(config().lists.size(), 2U);
  EXPECT_EQ(config().lists[1].name, "морг");
  EXPECT_EQ(base::read_file(path("lists/" + config().lists[1].file)), "name\nBolat\n");
  EXPECT_TRUE(incoming_files(folder_).empty());
}

TEST_F(TakeIn, AFileOfTheSameNameIsNotReplaced) {
  (void)take_as_list(folder_, arrived("h.csv", "name\nBolat\n"), "other");
  EXPECT_EQ(config().lists.at(1).file, "h-2.csv");
  EXPECT_EQ(base::read_file(path("lists/h.csv")), "name\nAida\n");
}

TEST_F(TakeIn, NamesThatCannotBeAreRefusedAndTheFileGoesOnWaiting) {
  const Incoming file = arrived("m.csv", "name\nBolat\n");
  for (const std::string& name : {std::string(), std::string("  "), std::string(".."),
                                  std::string("a/b"), std::string("a\\b"), std::string("a\0b", 3),
                                  std::string(101, 'a'), std::string("Hospital")})
    EXPECT_THROW((void)take_as_list(folder_, file, name), base::Error) << name;
  EXPECT_EQ(incoming_files(folder_).size(), 1U);
  EXPECT_EQ(config().lists.size(), 1U);
}

TEST_F(TakeIn, TheBytesThatANewerCopyReplacesAreKept) {
  const std::string before = base::sha256_of_file(path("lists/h.csv"));
  take_as_newer(folder_, arrived("h (1).csv", "name\nAida\nBolat\n"), "hospital");
  EXPECT_EQ(base::read_file(path("lists/h.csv")), "name\nAida\nBolat\n");
  EXPECT_EQ(base::read_file(path("lists/.versions/" + before + ".csv")), "name\nAida\n");
  EXPECT_THROW(take_as_newer(folder_, arrived("x.csv", "name\nA\n"), "nobody"), base::Error);
}

TEST_F(TakeIn, ANewerCopyIsTakenBackAndNothingIsLost) {
  take_as_newer(folder_, arrived("h (1).csv", "name\nAida\nBolat\n"), "hospital");
  const WordsOfRow no_rows = [](const std::string&) { return std::string(); };
  const std::vector<Change> changes = last_changes(folder_, 10, no_rows);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].words().english(), "The list hospital was replaced by a newer copy: h.csv");
  (void)undo(folder_, changes[0], "a slip", {});
  EXPECT_EQ(base::read_file(path("lists/h.csv")), "name\nAida\n");
  EXPECT_TRUE(last_changes(folder_, 10, no_rows).empty());
  const std::string newer = base::sha256_hex("name\nAida\nBolat\n");
  EXPECT_EQ(base::read_file(path("lists/.versions/" + newer + ".csv")), "name\nAida\nBolat\n");
}

TEST_F(TakeIn, AFileThatIsAnotherByNowIsNotReplacedByAnUndo) {
  take_as_newer(folder_, arrived("h (1).csv", "name\nAida\nBolat\n"), "hospital");
  scratch_.write("case/lists/h.csv", "name\nTyped by hand\n");
  EXPECT_THROW((void)undo_settings(folder_, 1), base::Error);
  EXPECT_EQ(base::read_file(path("lists/h.csv")), "name\nTyped by hand\n");
}

TEST_F(TakeIn, ACopyOfAnotherKindStandsUnderItsOwnName) {
  take_as_newer(folder_, arrived("h.tsv", "name\tdate\nAida\t2011\n"), "hospital");
  EXPECT_EQ(config().lists.at(0).file, "h.tsv");
  EXPECT_EQ(base::list_folder(path("lists")),
            (std::vector<std::string>{".incoming", ".versions", "h.tsv"}));
}

TEST_F(TakeIn, ATableOfTheCaseFileStandsBesideTheSettings) {
  (void)take_as_table(folder_, arrived("claims.csv", "claim,what\n1,deaths\n"), "claim");
  ASSERT_EQ(config().tables.size(), 1U);
  EXPECT_EQ(config().tables[0].kind, "claim");
  (void)take_as_table(folder_, arrived("claims.csv", "claim,what\n2,deaths\n"), "claim");
  EXPECT_EQ(config().tables.size(), 1U);
  EXPECT_EQ(base::read_file(path("claims.csv")), "claim,what\n2,deaths\n");
  EXPECT_EQ(base::read_file(
                path("lists/.versions/" + base::sha256_hex("claim,what\n1,deaths\n") + ".csv")),
            "claim,what\n1,deaths\n");
  // Never the settings themselves.
  (void)take_as_table(folder_, arrived("investigation.toml", "claim,what\n1,deaths\n"), "claim");
  EXPECT_EQ(config().title, "A");
}

TEST_F(TakeIn, AFreeNameIsFound) {
  EXPECT_EQ(free_list_name(config(), "morgue.xlsx"), "morgue");
  EXPECT_EQ(free_list_name(config(), "Hospital.csv"), "Hospital 2");
}

}  // namespace
}  // namespace sanaq::investigation
