#include "sanaq/persons/list_history.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::persons {
namespace {

using Names = std::vector<std::string>;

TEST(ListHistory, ARowInsertedAtTheTopLeavesEveryOtherItsOrigin) {
  ListHistory history{.list = "a", .versions = {}, .identities = {}, .origins = {}, .arrivals = {}};
  EXPECT_TRUE(add_version(history, "v1", "a.csv", {"x", "y", "z"}, 1).is_first);
  const VersionChange change = add_version(history, "v2", "a.csv", {"new", "x", "y", "z"}, 2);
  EXPECT_EQ(change.unchanged, 3);
  EXPECT_EQ(change.added, 1);
  EXPECT_EQ(history.origins, (Names{"new", "x", "y", "z"}));
  EXPECT_EQ(history.arrivals, (std::vector<std::int64_t>{2, 1, 1, 1}));
}

TEST(ListHistory, ACorrectedRowKeepsItsOriginThroughManyVersions) {
  ListHistory history{.list = "a", .versions = {}, .identities = {}, .origins = {}, .arrivals = {}};
  add_version(history, "v1", "a.csv", {"x", "y", "z"}, 1);
  EXPECT_EQ(add_version(history, "v2", "a.csv", {"x", "y corrected", "z"}, 2).changed, 1);
  add_version(history, "v3", "a.csv", {"x", "y corrected again", "z"}, 3);
  EXPECT_EQ(history.origins, (Names{"x", "y", "z"}));
}

TEST(ListHistory, NothingIsLostWhenRowsAreDeleted) {
  ListHistory history{.list = "a", .versions = {}, .identities = {}, .origins = {}, .arrivals = {}};
  add_version(history, "v1", "a.csv", {"x", "y", "z"}, 1);
  const VersionChange change = add_version(history, "v2", "a.csv", {"x", "z"}, 2);
  EXPECT_EQ(change.removed, 1);
  EXPECT_EQ(history.versions.back().removed, Names{"y"});
}

TEST(ListHistory, ADamagedFileThatIsPutBackHasTheRecordsThatItHad) {
  const Names good = {"x", "y", "z", "u", "v"};
  const std::vector<Names> damaged = {
      {"?x", "?y", "?z", "?u", "?v"},         // every row is read otherwise
      {"?x", "?y", "?z"},                     // and some are not read at all
      {"x", "?1", "?2", "?3", "?4", "v"},     // or as more rows
      {"?x", "?x 2", "z", "?u", "?v", "?w"},  // or the first of them alone
      {"z", "?x", "v"},
      {},
  };
  for (const Names& bad : damaged) {
    ListHistory history;
    add_version(history, "v1", "a.csv", good, 1);
    add_version(history, "v2", "a.csv", bad, 2);
    const ListHistory between = history_from_text(history_text(history), history.list, "map.json");
    history = between;
    add_version(history, "v3", "a.csv", good, 3);
    EXPECT_EQ(history.origins, good) << bad.size();
    EXPECT_EQ(history.arrivals, std::vector<std::int64_t>(good.size(), 1)) << bad.size();
  }
}

TEST(ListHistory, ARecordThatWasCorrectedAndThenRemovedComesBackAsItself) {
  ListHistory history;
  add_version(history, "v1", "a.csv", {"x", "y", "z"}, 1);
  add_version(history, "v2", "a.csv", {"x", "y corrected", "z"}, 2);
  add_version(history, "v3", "a.csv", {"x", "z"}, 3);
  add_version(history, "v4", "a.csv", {"x", "z", "w", "y corrected"}, 4);
  EXPECT_EQ(history.origins, (Names{"x", "z", "w", "y"}));
  EXPECT_EQ(history.arrivals, (std::vector<std::int64_t>{1, 1, 4, 1}));
}

TEST(ListHistory, AnOriginThatAnotherRowHasIsNotGivenTwice) {
  ListHistory history;
  add_version(history, "v1", "a.csv", {"x", "y", "z"}, 1);
  add_version(history, "v2", "a.csv", {"x corrected", "y", "z"}, 2);
  add_version(history, "v3", "a.csv", {"x corrected", "y", "z", "x"}, 3);
  EXPECT_EQ(history.origins, (Names{"x", "y", "z", "x\n2"}));
}

TEST(ListHistory, ComesBackFromItsTextAndADamagedTextIsRefused) {
  ListHistory history;
  history.list = "a";
  add_version(history, "v1", "a.csv", {"x", "y"}, 1);
  add_version(history, "v2", "a.csv", {"x", "y corrected"}, 2);
  const ListHistory read = history_from_text(history_text(history), "a", "map.json");
  EXPECT_EQ(read.origins, history.origins);
  EXPECT_EQ(history_hash(read), history_hash(history));
  EXPECT_THROW((void)history_from_text("{", "a", "map.json"), base::Error);
}

}  // namespace
}  // namespace sanaq::persons
