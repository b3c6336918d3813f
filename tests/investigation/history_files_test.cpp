#include "sanaq/investigation/history_files.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {
namespace {

class MapOnDisk : public testing::Test {
 protected:
  MapOnDisk() {
    history_.list = "a";
    persons::add_version(history_, "v1", "a.csv", {"x", "y"}, 1);
    sha256_ = persons::history_hash(history_);
    known_.say("a", {sha256_, "v1"}, "");
  }
  help::Scratch scratch_;
  persons::ListHistory history_;
  std::string sha256_;
  ledger::KnownMaps known_;  // the map as it is now
};

TEST_F(MapOnDisk, ComesBackAndAnotherListHasNone) {
  keep_history(scratch_.path(), history_);
  const persons::ListHistory read = read_history(scratch_.path(), "a", "v1", known_);
  EXPECT_EQ(read.origins, history_.origins);
  EXPECT_EQ(read.read_from, sha256_);
  EXPECT_TRUE(read_history(scratch_.path(), "other", "v1", known_).origins.empty());
  EXPECT_TRUE(read_history(scratch_.path(), "a", "v1", {}).origins.empty());
}

TEST_F(MapOnDisk, IsReadOnlyAsItWasEntered) {
  keep_history(scratch_.path(), history_);
  const std::string path = scratch_ / ledger::map_file(sha256_), text = base::read_file(path);
  for (std::size_t at = 0; at < text.size(); at += 7) {
    std::string flipped = text;
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    base::write_file_whole(path, flipped);
    EXPECT_THROW((void)read_history(scratch_.path(), "a", "v1", known_), base::Error) << at;
  }
  base::remove_file(path);
  EXPECT_THROW((void)read_history(scratch_.path(), "a", "v1", known_), base::Error);
}

TEST_F(MapOnDisk, OfAnOlderVersionIsReadWhereNoEntryNamesOne) {
  scratch_.write(ledger::unnamed_map_file("a"), persons::history_text(history_));
  const persons::ListHistory read = read_history(scratch_.path(), "a", "v2", {});
  EXPECT_EQ(read.origins, history_.origins);
  EXPECT_EQ(read.read_from, "");
  EXPECT_THROW((void)read_history(scratch_.path(), "a", "v2", known_), base::Error);
}

TEST_F(MapOnDisk, OfTwoOfficesTheOneThatEndsWithTheListAsItIsGoesOn) {
  persons::ListHistory other;
  other.list = "a";
  persons::add_version(other, "w", "a.csv", {"z"}, 1);
  keep_history(scratch_.path(), history_);
  keep_history(scratch_.path(), other);
  known_.say("a", {persons::history_hash(other), "w"}, "");
  EXPECT_EQ(read_history(scratch_.path(), "a", "v1", known_).identities, history_.identities);
  EXPECT_EQ(read_history(scratch_.path(), "a", "w", known_).identities, other.identities);
  EXPECT_EQ(read_history(scratch_.path(), "a", "v2", known_).identities, other.identities);
}

TEST_F(MapOnDisk, OfTheWrongFormIsDamage) {
  for (const std::string text :
       {"{", "[]", R"({"versions":5})",
        R"({"arrivals":[],"identities":["a"],"origins":{},"versions":[]})",
        R"({"arrivals":[1],"identities":["a"],"origins":{"99":"b"},"versions":[]})",
        R"({"arrivals":[1],"identities":["a"],"origins":{"x":"b"},"versions":[]})",
        R"({"arrivals":["1"],"identities":["a"],"origins":{},"versions":[]})"}) {
    scratch_.write(ledger::unnamed_map_file("a"), text);
    EXPECT_THROW((void)read_history(scratch_.path(), "a", "v1", {}), base::Error) << text;
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
