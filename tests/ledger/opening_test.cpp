#include "sanaq/ledger/opening.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {
namespace {

std::vector<base::Message> said;

TEST(Opening, OfAFolderThatThisKeyStoreNeverSawIsAFirstTime) {
  const Offices offices;
  (void)offices.write("a", 1);
  EXPECT_FALSE(open_folder(offices.folder("a"), said).is_first_time);
  (void)offices.ledger().copy("a", "b");
  EXPECT_FALSE(open_folder(offices.folder("b"), said).is_first_time);  // the id is known
  offices.sit_at("b");
  EXPECT_TRUE(open_folder(offices.folder("b"), said).is_first_time);
}

TEST(Opening, AChainThatIsShorterThanWhatWasWrittenIsNotGoneOnFrom) {
  const Offices offices;
  const std::string writer = offices.write("a", 3);
  const std::string path = offices.ledger().chain_path(writer, "a");
  const std::string text = base::read_file(path);
  expect_own_chains(offices.folder("a"), open_folder(offices.folder("a"), said));
  base::write_file_whole(path, text.substr(0, text.size() - last_whole_line(text).size() - 1));
  EXPECT_THROW(expect_own_chains(offices.folder("a"), open_folder(offices.folder("a"), said)),
               base::Error);
  // A key store that knows nothing of it has nothing to hold against it.
  offices.ledger().forget("a");
  EXPECT_NO_THROW(expect_own_chains(offices.folder("a"), open_folder(offices.folder("a"), said)));
}

TEST(Opening, AnotherInvestigationInTheSamePlaceIsRefused) {
  const Offices offices;
  (void)offices.write("a", 1);
  (void)offices.write("b", 1);
  std::filesystem::remove_all(offices.folder("a") + "/ledger");
  std::filesystem::copy(offices.folder("b") + "/ledger", offices.folder("a") + "/ledger");
  offices.sit_at("a");
  EXPECT_THROW((void)open_folder(offices.folder("a"), said), base::Error);
}

TEST(Opening, AFolderThatIsGoneIsForgottenAndSaidToBe) {
  const Offices offices;
  (void)offices.write("a", 1);
  EXPECT_FALSE(forget_if_gone(offices.folder("a")));
  std::filesystem::remove_all(offices.folder("a"));
  std::filesystem::create_directory(offices.folder("a"));
  EXPECT_TRUE(forget_if_gone(offices.folder("a")));
  EXPECT_FALSE(forget_if_gone(offices.folder("a")));
}

TEST(Opening, TheKeyOfAMovedFolderFollowsIt) {
  const Offices offices;
  const std::string writer = offices.write("a", 1);
  std::filesystem::rename(offices.folder("a"), offices.folder("moved"));
  const auto key =
      key_of_folder(offices.folder("moved"), open_folder(offices.folder("moved"), said));
  ASSERT_TRUE(key);
  EXPECT_EQ(key->writer(), writer);
}

TEST(Opening, WhatStandsBehindTheSignedEndIsMovedAsideAndSaid) {
  const Offices offices;
  const std::string writer = offices.write("a", 1);
  const std::string path = offices.ledger().chain_path(writer, "a"), before = base::read_file(path);
  Forger(offices.folder("a"), writer).add("statement", ALedger::fact(7));
  const Opening opening = open_folder(offices.folder("a"), said);
  std::vector<base::Message> cut;
  cut_unsigned_end(own_chain(opening, writer), cut);
  EXPECT_EQ(cut.size(), 1U);
  EXPECT_EQ(base::read_file(path), before);
  EXPECT_TRUE(base::file_exists(offices.folder("a") + "/ledger/" + writer + ".cut-off"));
}

}  // namespace
}  // namespace sanaq::ledger
