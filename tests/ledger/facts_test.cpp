#include "sanaq/ledger/facts.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"

namespace sanaq::ledger {
namespace {

TEST(Facts, OfAFolderAreTheSameHoweverItsFilesCameThere) {
  const Offices offices;
  (void)offices.write("a", 2);
  (void)offices.ledger().copy("a", "b");
  const std::string member = offices.write("b", 2, 10);
  offices.copy_files("b", "a");
  offices.take_in("a", member);
  (void)offices.ledger().copy("a", "c");
  const auto counted = [&](const std::string& name) {
    const FolderFacts folder = gather_facts(offices.folder(name));
    std::map<std::string, std::int64_t> up_to;
    for (const auto& [writer, key] : standing_for_all(offices.folder(name), folder).keys)
      up_to[writer] = key.counts_up_to;
    return up_to;
  };
  offices.sit_at("nobody");
  EXPECT_EQ(counted("a"), counted("c"));
  EXPECT_EQ(counted("a").size(), 2U);
  EXPECT_EQ(counted("a").at(member), 3);
}

TEST(Facts, OnesOwnKeyCountsInOnesOwnCopyAndNotForOthers) {
  const Offices offices;
  (void)offices.write("a", 2);
  (void)offices.ledger().copy("a", "b");
  const std::string stranger = offices.write("b", 2, 10);
  const FolderFacts folder = gather_facts(offices.folder("b"));
  EXPECT_EQ(standing_here(offices.folder("b"), folder).keys.at(stranger).counts_up_to, 3);
  EXPECT_EQ(standing_for_all(offices.folder("b"), folder).keys.at(stranger).counts_up_to, 0);
  offices.sit_at("a");
  EXPECT_EQ(standing_here(offices.folder("b"), folder).keys.at(stranger).counts_up_to, 0);
}

TEST(Facts, CountTheLinesOfEveryFile) {
  const Offices offices;
  const std::string founder = offices.write("a", 2);
  (void)offices.ledger().copy("a", "b");
  (void)offices.write("b", 2, 10);
  EXPECT_EQ(gather_facts(offices.folder("b")).line_count, 4 + 3);
  EXPECT_EQ(facts_from({}, 9).line_count, 9);
  EXPECT_EQ(staged_lines(offices.folder("b")), 0);
  (void)founder;
}

}  // namespace
}  // namespace sanaq::ledger
