#include "sanaq/ledger/list_versions.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

const std::string first(64, '1'), second(64, '2'), third(64, '3'), other(64, '4');

std::string newest(const KnownMaps& maps, const std::string& version = "") {
  const auto map = maps.newest("morgue", version);
  return map ? map->history : "";
}

}  // namespace

TEST(ListVersions, AListGoesOnFromTheLastMapThatNoneContinuesFrom) {
  KnownMaps maps;
  EXPECT_EQ(newest(maps), "");
  maps.say("morgue", {"", "v1"}, "");  // an older version
  EXPECT_EQ(newest(maps, "v1"), "");
  maps.say("morgue", {first, "v1"}, "");
  maps.say("morgue", {second, "v2"}, first);
  // The list was put back to what it was: that is one version more.
  EXPECT_EQ(newest(maps, "v1"), second);
  maps.say("morgue", {second, "v2"}, second);  // the same once more
  EXPECT_EQ(newest(maps), second);
  maps.say("morgue", {other, "w"}, "");  // another office's
  EXPECT_EQ(newest(maps), other);
  EXPECT_EQ(newest(maps, "v2"), second);
  maps.say("morgue", {third, "v3"}, second);
  EXPECT_EQ(newest(maps, "v2"), third);
  EXPECT_EQ(newest(maps, "w"), other);
  EXPECT_FALSE(maps.newest("hospital", "v1"));
}

TEST(ListVersions, TheMapsAreThoseOfEntriesInForce) {
  const ALedger ledger;
  EXPECT_EQ(newest(known_maps(ledger.folder())), "");
  Writer writer(ledger.folder());
  const ListVersion version{"morgue", "morgue.csv", base::sha256_hex("a"), 1, {}, first, ""};
  record_list(writer, version);
  ListVersion next = version;
  next.history = second;
  next.continues = first;
  const Entry entry = record_list(writer, next);
  record_names(writer, {"case file", "", "", 7, {}, other, ""});
  EXPECT_EQ(newest(known_maps(ledger.folder())), second);
  EXPECT_EQ(known_maps(ledger.folder()).newest("case file", "")->history, other);
  writer.append("retraction", retraction_body({entry.writer, entry.seq}, "a slip", "A"));
  EXPECT_EQ(newest(known_maps(ledger.folder())), first);
}

TEST(ListVersions, AnErasedEntryLeavesTheMapBeforeIt) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  ListVersion version{"morgue", "morgue.csv", base::sha256_hex("a"), 1, {}, first, ""};
  record_list(writer, version);
  version.history = second;
  version.continues = first;
  const Entry entry = record_list(writer, version);
  erase(writer, {entry.writer, entry.seq}, "a test", "A");
  EXPECT_EQ(newest(known_maps(ledger.folder())), first);
}

TEST(ListVersions, AMapStandsUnderItsHashAndAnOlderVersionsUnderItsList) {
  EXPECT_EQ(map_file(first), "lists/.versions/" + first + ".json");
  EXPECT_TRUE(unnamed_map_file("Morgue: list?").starts_with("lists/.versions/Morgue_ list_-"));
  EXPECT_NE(unnamed_map_file("morgue"), unnamed_map_file("Morgue"));
  EXPECT_NE(unnamed_map_file("a?"), unnamed_map_file("a:"));
}

}  // namespace sanaq::ledger
