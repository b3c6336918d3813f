#include "sanaq/investigation/list_history.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"

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

TEST(ListHistory, ComesBackFromDiskAndDamageIsSaid) {
  const help::Scratch scratch;
  ListHistory history{.list = "a", .versions = {}, .identities = {}, .origins = {}, .arrivals = {}};
  take_version(history, "v1", "a.csv", {"x", "y"}, 1);
  scratch.write("lists/a.csv", "name\nx\n");
  write_history(scratch.path(), history);
  EXPECT_EQ(read_history(scratch.path(), "a").origins, history.origins);
  EXPECT_TRUE(read_history(scratch.path(), "other").origins.empty());
}

}  // namespace
}  // namespace sanaq::investigation
