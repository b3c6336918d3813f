#include "sanaq/base/walk_tree.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "help/scratch.h"

namespace sanaq::base {
namespace {

namespace fs = std::filesystem;

TEST(WalkTree, WhereAPathLiesIsKnownThroughLinksAndDots) {
  const help::Scratch scratch;
  scratch.write("case/lists/a.csv", "");
  scratch.write("elsewhere/b.csv", "");
  fs::create_symlink(scratch / "case/lists", scratch / "elsewhere/door");
  EXPECT_TRUE(is_within(scratch / "case", scratch / "case"));
  EXPECT_TRUE(is_within(scratch / "elsewhere/door/a.csv", scratch / "case"));
  EXPECT_TRUE(is_within(scratch / "elsewhere/../case/new/deep.csv", scratch / "case"));
  EXPECT_FALSE(is_within(scratch / "case/lists/../../elsewhere/b.csv", scratch / "case"));
  EXPECT_FALSE(is_within(scratch / "case-of-others", scratch / "case"));
  EXPECT_FALSE(is_within(scratch.path(), scratch / "case"));
}

TEST(WalkTree, ATreeIsListedWithoutFollowingLinks) {
  const help::Scratch scratch;
  scratch.write("site/a.html", "");
  scratch.write("site/person/b.html", "");
  scratch.write("outside/c.html", "");
  fs::create_symlink(scratch / "outside", scratch / "site/door");
  std::vector<std::string> paths;
  for (const TreeEntry& entry : walk_tree(scratch / "site")) paths.push_back(entry.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"a.html", "door", "person", "person/b.html"}));
}

}  // namespace
}  // namespace sanaq::base
