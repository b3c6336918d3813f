#include "sanaq/ledger/list_versions.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

const std::string first(64, '1'), second(64, '2'), third(64, '3'), other(64, '4');

std::set<std::string> held(const std::string& folder, const std::string& list = "morgue") {
  return known_maps(folder).seals.of(list).hashes;
}

}  // namespace

TEST(ListVersions, OfAListsMapsTheOneHoldsThatNoneContinuesFrom) {
  MapSeals seals;
  EXPECT_FALSE(seals.of("morgue").are_known());
  seals.say("morgue", "", "");  // an older version
  EXPECT_FALSE(seals.of("morgue").are_known());
  seals.say("morgue", second, first);
  seals.say("morgue", first, "");
  EXPECT_EQ(seals.of("morgue").hashes, std::set<std::string>{second});
  seals.say("morgue", second, second);  // the same once more
  EXPECT_EQ(seals.of("morgue").hashes, std::set<std::string>{second});
  seals.say("morgue", other, "");  // another office's
  seals.say("morgue", third, second);
  EXPECT_EQ(seals.of("morgue").hashes, (std::set<std::string>{third, other}));
  EXPECT_FALSE(seals.of("hospital").are_known());
}

TEST(ListVersions, TheMapsThatHoldAreThoseOfEntriesInForce) {
  const ALedger ledger;
  EXPECT_TRUE(held(ledger.folder()).empty());
  Writer writer(ledger.folder());
  const ListVersion version{"morgue", "morgue.csv", base::sha256_hex("a"), 1, {}, first, ""};
  record_list(writer, version);
  ListVersion next = version;
  next.history = second;
  next.continues = first;
  const Entry entry = record_list(writer, next);
  record_names(writer, {"case file", "", "", 7, {}, other, ""});
  EXPECT_EQ(held(ledger.folder()), std::set<std::string>{second});
  EXPECT_EQ(held(ledger.folder(), "case file"), std::set<std::string>{other});
  EXPECT_FALSE(known_maps(ledger.folder()).has_gap);
  writer.append("retraction", retraction_body({entry.writer, entry.seq}, "a slip", "A"));
  EXPECT_EQ(held(ledger.folder()), std::set<std::string>{first});
  erase(writer, {entry.writer, entry.seq}, "a test", "A");
  EXPECT_TRUE(known_maps(ledger.folder()).has_gap);
}

TEST(ListVersions, AMapsNameIsOneOnADiskThatTakesTwoNamesForOne) {
  const std::string name = version_map_file("Morgue: list?");
  EXPECT_TRUE(name.starts_with("lists/.versions/Morgue_ list_-"));
  EXPECT_NE(version_map_file("morgue"), version_map_file("Morgue"));
  EXPECT_NE(version_map_file("a?"), version_map_file("a:"));
  EXPECT_EQ(version_map_file("a").substr(0, version_map_file("a").size() - 5) + ".next.json",
            staged_map_file("a"));
}

}  // namespace sanaq::ledger
