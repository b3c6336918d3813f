#include "sanaq/investigation/list_history.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {
namespace {

using Names = std::vector<std::string>;

TEST(ListHistory, ARowInsertedAtTheTopLeavesEveryOtherItsOrigin) {
  ListHistory history{.list = "a", .versions = {}, .identities = {}, .origins = {}, .arrivals = {}};
  EXPECT_TRUE(take_version(history, "v1", "a.csv", {"x", "y", "z"}, 1).is_first);
  const VersionChange change = take_version(history, "v2", "a.csv", {"new", "x", "y", "z"}, 2);
  EXPECT_EQ(change.unchanged, 3);
  EXPECT_EQ(change.added, 1);
  EXPECT_EQ(history.origins, (Names{"new", "x", "y", "z"}));
  EXPECT_EQ(history.arrivals, (std::vector<std::int64_t>{2, 1, 1, 1}));
}

TEST(ListHistory, ACorrectedRowKeepsItsOriginThroughManyVersions) {
  ListHistory history{.list = "a", .versions = {}, .identities = {}, .origins = {}, .arrivals = {}};
  take_version(history, "v1", "a.csv", {"x", "y", "z"}, 1);
  EXPECT_EQ(take_version(history, "v2", "a.csv", {"x", "y corrected", "z"}, 2).changed, 1);
  take_version(history, "v3", "a.csv", {"x", "y corrected again", "z"}, 3);
  EXPECT_EQ(history.origins, (Names{"x", "y", "z"}));
}

TEST(ListHistory, NothingIsLostWhenRowsAreDeleted) {
  ListHistory history{.list = "a", .versions = {}, .identities = {}, .origins = {}, .arrivals = {}};
  take_version(history, "v1", "a.csv", {"x", "y", "z"}, 1);
  const VersionChange change = take_version(history, "v2", "a.csv", {"x", "z"}, 2);
  EXPECT_EQ(change.removed, 1);
  EXPECT_EQ(history.versions.back().removed, Names{"y"});
}

class MapOnDisk : public testing::Test {
 protected:
  MapOnDisk() {
    history_.list = "a";
    take_version(history_, "v1", "a.csv", {"x", "y"}, 1);
    sha256_ = history_hash(history_);
  }
  // What the ledger holds to: the map as it is now.
  [[nodiscard]] ledger::KnownMaps known() const {
    ledger::KnownMaps maps;
    maps.seals.say("a", sha256_, "");
    return maps;
  }
  help::Scratch scratch_;
  std::string file_ = ledger::version_map_file("a");
  ListHistory history_;
  std::string sha256_;
};

TEST_F(MapOnDisk, ComesBackAndAnotherListHasNone) {
  put_in_place(scratch_.path(), history_, sha256_);
  for (const ledger::KnownMaps& maps : {ledger::KnownMaps(), known()}) {
    const ListHistory read = read_history(scratch_.path(), "a", maps);
    EXPECT_EQ(read.origins, history_.origins);
    EXPECT_EQ(read.read_from, sha256_);
    EXPECT_TRUE(read_history(scratch_.path(), "other", maps).origins.empty());
  }
}

TEST_F(MapOnDisk, IsReadOnlyWhereTheLedgerHoldsToIt) {
  put_in_place(scratch_.path(), history_, sha256_);
  const std::string text = base::read_file(scratch_ / file_);
  for (std::size_t at = 0; at < text.size(); at += 7) {
    std::string flipped = text;
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    scratch_.write(file_, flipped);
    EXPECT_THROW((void)read_history(scratch_.path(), "a", known()), base::Error) << at;
  }
  base::remove_file(scratch_ / file_);
  EXPECT_THROW((void)read_history(scratch_.path(), "a", known()), base::Error);
  EXPECT_TRUE(read_history(scratch_.path(), "a", {}).versions.empty());
}

TEST_F(MapOnDisk, ThatWasCutShortAfterItsEntryIsTakenFromBesideItsPlace) {
  ListHistory before;
  before.list = "a";
  take_version(before, "v0", "a.csv", {"x"}, 1);
  put_in_place(scratch_.path(), before, history_hash(before));
  stage_history(scratch_.path(), history_);
  EXPECT_EQ(read_history(scratch_.path(), "a", known()).origins, history_.origins);
  put_in_place(scratch_.path(), history_, sha256_);
  EXPECT_EQ(base::sha256_of_file(scratch_ / file_), sha256_);
  EXPECT_FALSE(base::file_exists(scratch_ / ledger::staged_map_file("a")));
  // One that no entry names is nobody's word.
  stage_history(scratch_.path(), before);
  EXPECT_EQ(read_history(scratch_.path(), "a", known()).origins, history_.origins);
}

TEST_F(MapOnDisk, IsTakenAsItIsWhereAnEntryOfAListWasErased) {
  ledger::KnownMaps maps = known();
  maps.has_gap = true;
  ListHistory later = history_;
  take_version(later, "v2", "a.csv", {"x", "z"}, 2);
  put_in_place(scratch_.path(), later, history_hash(later));
  EXPECT_EQ(read_history(scratch_.path(), "a", maps).identities, later.identities);
}

TEST_F(MapOnDisk, OfTheWrongFormIsDamage) {
  for (const std::string text :
       {"{", "[]", R"({"versions":5})",
        R"({"arrivals":[],"identities":["a"],"origins":{},"versions":[]})",
        R"({"arrivals":[1],"identities":["a"],"origins":{"99":"b"},"versions":[]})",
        R"({"arrivals":[1],"identities":["a"],"origins":{"x":"b"},"versions":[]})",
        R"({"arrivals":["1"],"identities":["a"],"origins":{},"versions":[]})"}) {
    scratch_.write(file_, text);
    EXPECT_THROW((void)read_history(scratch_.path(), "a", {}), base::Error) << text;
  }
}

TEST(KeepVersion, KeepsTheBytesOfItsHashAndNoOthers) {
  const help::Scratch scratch;
  const std::string path = scratch.write("lists/a.csv", "name\nx\n");
  const std::string sha256 = base::sha256_hex("name\nx\n");
  keep_version(scratch.path(), path, sha256);
  EXPECT_EQ(base::read_file(scratch / ("lists/.versions/" + sha256 + ".csv")), "name\nx\n");
  EXPECT_THROW(keep_version(scratch.path(), path, std::string(64, '0')), base::Error);
  EXPECT_FALSE(base::file_exists(scratch / ("lists/.versions/" + std::string(64, '0') + ".csv")));
}

}  // namespace
}  // namespace sanaq::investigation
