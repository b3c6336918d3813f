#include "sanaq/publish/leaves_file.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/log/log_entry.h"

namespace sanaq::publish {
namespace {

LogLeaves some_leaves() {
  return {{log::sha256("a"), "row:0123:4567"},
          {log::sha256("b"), std::string(64, 'f') + ":12"},
          {log::sha256("c"), "pad"},
          {log::sha256("d"), "publication"}};
}

TEST(LeavesFile, IsReadAsItWasWritten) {
  const help::Scratch scratch;
  EXPECT_TRUE(read_leaves(scratch.path()).empty());
  write_leaves(scratch.path(), some_leaves());
  EXPECT_EQ(read_leaves(scratch.path()), some_leaves());
  EXPECT_TRUE(base::file_exists(scratch / "publication/leaves"));
}

TEST(LeavesFile, ALineThatIsNoneIsRefused) {
  const std::string text = leaves_text(some_leaves());
  EXPECT_TRUE(parse_leaves(text));
  EXPECT_FALSE(parse_leaves(text.substr(1)));                   // from another number on
  EXPECT_FALSE(parse_leaves(text.substr(0, text.size() - 1)));  // the last line is cut off
  EXPECT_FALSE(parse_leaves("0 " + std::string(63, 'a') + " pad\n"));
  EXPECT_FALSE(parse_leaves("0 " + std::string(64, 'a') + " a b\n"));
  EXPECT_FALSE(parse_leaves("0 " + std::string(64, 'A') + " pad\n"));
  const help::Scratch scratch;
  scratch.write("publication/leaves", "no leaf\n");
  EXPECT_THROW((void)read_leaves(scratch.path()), base::Error);
}

TEST(LeavesFile, TheRootIsThatOfTheTreeOverTheEntries) {
  const LogLeaves leaves = some_leaves();
  const std::vector<std::string> entries = entries_of(leaves);
  EXPECT_EQ(root_over(leaves, 0), log::empty_root());
  EXPECT_EQ(root_over(leaves, 1), log::leaf_hash(entries[0]));
  EXPECT_EQ(root_over(leaves, 3),
            log::node_hash(log::node_hash(log::leaf_hash(entries[0]), log::leaf_hash(entries[1])),
                           log::leaf_hash(entries[2])));
}

// The slow twin is log::grow.
TEST(LeavesFile, TheTreeIsThatOfItsEntries) {
  for (const std::size_t size : {0, 1, 2, 255, 256, 257, 700, 70'000}) {
    LogLeaves leaves;
    for (std::size_t at = 0; at < size; ++at)
      leaves.push_back({log::sha256(std::to_string(at)), "pad"});
    const log::Growth made = tree_over(leaves);
    const log::Growth grown =
        log::grow(0, entries_of(leaves), [](const std::string&) { return std::nullopt; });
    EXPECT_EQ(made.root, grown.root) << size;
    EXPECT_EQ(made.root, root_over(leaves, size)) << size;
    ASSERT_EQ(made.files.size(), grown.files.size()) << size;
    for (std::size_t at = 0; at < made.files.size(); ++at) {
      EXPECT_EQ(made.files[at].path, grown.files[at].path);
      EXPECT_EQ(made.files[at].bytes, grown.files[at].bytes);
    }
  }
}

}  // namespace
}  // namespace sanaq::publish
