#include "sanaq/log/tree_builder.h"

#include <gtest/gtest.h>

#include <map>

namespace sanaq::log {
namespace {

struct Built {
  std::map<std::string, std::string> files;
  Hash root{};
};

Built built(std::size_t count) {
  Built out;
  TreeBuilder builder([&](const Tile& tile, const std::string& bytes) {
    EXPECT_TRUE(out.files.emplace(tile_path(tile), bytes).second) << tile_path(tile);
  });
  for (std::size_t at = 0; at < count; ++at) builder.add("entry " + std::to_string(at));
  out.root = builder.finish();
  return out;
}

Built grown(std::size_t count) {
  std::vector<std::string> entries;
  for (std::size_t at = 0; at < count; ++at) entries.push_back("entry " + std::to_string(at));
  const Growth tree = grow(0, entries, [](const std::string&) { return std::nullopt; });
  Built out;
  out.root = tree.root;
  for (const TreeFile& file : tree.files) {
    if (parse_tile_path(file.path)->level != entry_level) out.files[file.path] = file.bytes;
  }
  return out;
}

TEST(TreeBuilder, AnEmptyTreeHasTheRootOfNothing) { EXPECT_EQ(built(0).root, empty_root()); }

TEST(TreeBuilder, GivesTheRootAndTheFilesOfTheSlowTwinAtEverySize) {
  for (std::size_t count = 1; count <= 600; ++count) {
    const Built one = built(count), twin = grown(count);
    ASSERT_EQ(one.root, twin.root) << count;
    ASSERT_EQ(one.files, twin.files) << count;
  }
}

TEST(TreeBuilder, SoAlsoWhereALevelIsJustFull) {
  for (const std::size_t count : {65'535, 65'536, 65'537, 70'001}) {
    const Built one = built(count), twin = grown(count);
    EXPECT_EQ(one.root, twin.root) << count;
    EXPECT_EQ(one.files, twin.files) << count;
  }
}

}  // namespace
}  // namespace sanaq::log
