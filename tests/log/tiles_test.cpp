#include "sanaq/log/tiles.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "help/slow_tree.h"
#include "sanaq/base/error.h"
#include "sanaq/log/bundles.h"

namespace sanaq::log {
namespace {

std::vector<std::string> numbered_entries(std::uint64_t from, std::uint64_t to) {
  std::vector<std::string> entries;
  for (std::uint64_t at = from; at < to; ++at) entries.push_back("entry " + std::to_string(at));
  return entries;
}

// The files of a log, in memory.
struct Store {
  std::map<std::string, std::string> files;
  std::set<std::string> asked;
  std::uint64_t size = 0;
  Hash root = empty_root();

  ReadFile reader() {
    return [this](const std::string& path) -> std::optional<std::string> {
      asked.insert(path);
      const auto found = files.find(path);
      if (found == files.end()) return std::nullopt;
      return found->second;
    };
  }
  void add(std::uint64_t count) {
    Growth growth = grow(size, numbered_entries(size, size + count), reader());
    for (TreeFile& file : growth.files) files[file.path] = std::move(file.bytes);
    size = growth.size;
    root = growth.root;
  }
};

// Each tile from its definition: hashes of whole subtrees of 256^level leaves.
std::string slow_tile(const Tile& tile, const std::vector<Hash>& leaves) {
  std::size_t span = 1;
  for (int level = 0; level < tile.level; ++level) span *= 256;
  std::string bytes;
  for (std::size_t at = tile.index * 256; at < tile.index * 256 + tile.width; ++at)
    bytes += bytes_of(help::slow_root(help::Leaves(leaves).subspan(at * span, span)));
  return bytes;
}

}  // namespace

// The examples of C2SP's page.
TEST(Tiles, PathsAreThoseOfC2sp) {
  EXPECT_EQ(tile_path({0, 1234067, 256}), "log/tile/0/x001/x234/067");
  EXPECT_EQ(tile_path({0, 273, 112}), "log/tile/0/273.p/112");
  EXPECT_EQ(tile_path({1, 1, 17}), "log/tile/1/001.p/17");
  EXPECT_EQ(tile_path({entry_level, 0, 256}), "log/tile/entries/000");
  for (const Tile& tile : {Tile{0, 1234067, 256}, Tile{2, 999, 1}, Tile{entry_level, 1000, 255}})
    EXPECT_EQ(parse_tile_path(tile_path(tile)), tile);
  for (const char* path :
       {"log/tile/00/000", "log/tile/0/0", "log/tile/0/x000/001", "log/tile/0/000.p/0",
        "log/tile/0/000.p/256", "log/tile/0/000.p/01", "log/tile/9/000", "log/tile/0/001/",
        "log/tile/0/", "log/tile/0/x001", "tile/0/000", "log/tile/entries/000.p/",
        "log/tile/0/000.q", "log/tile/0/001x002"})
    EXPECT_FALSE(parse_tile_path(path)) << path;
}

TEST(Tiles, RootsOfEverySizeToSixHundredAreThoseOfTheTwin) {
  const std::vector<Hash> leaves = help::numbered_leaves(600);
  Store store;
  for (std::size_t size = 1; size <= 600; ++size) {
    store.add(1);
    const help::Leaves tree = help::Leaves(leaves).first(size);
    ASSERT_EQ(store.root, help::slow_root(tree)) << size;
    TileReader tiles(store.reader(), size);
    const std::size_t index = size * 31 % size, old = 1 + size * 57 % size;
    ASSERT_EQ(root_of(size, tiles.reader()), store.root);
    ASSERT_EQ(inclusion_proof(index, size, tiles.reader()), help::slow_path(index, tree));
    ASSERT_EQ(consistency_proof(old, size, tiles.reader()), help::slow_subproof(old, tree, true));
  }
}

TEST(Tiles, RandomSizesToSeventyThousandGiveTheTwinsTilesRootsAndProofs) {
  const std::vector<Hash> leaves = help::numbered_leaves(70'000);
  const std::uint64_t sizes[] = {255, 256, 257, 3'333, 65'535, 65'536, 65'537, 65'792, 69'999};
  Store store;
  for (const std::uint64_t size : sizes) {
    const std::uint64_t before = store.size;
    store.add(size - before);
    const help::Leaves tree = help::Leaves(leaves).first(size);
    EXPECT_EQ(store.root, help::slow_root(tree)) << size;
    for (const Tile& tile : tiles_between(before, size)) {
      const std::string& bytes = store.files.at(tile_path(tile));
      if (tile.level != entry_level)
        EXPECT_EQ(bytes, slow_tile(tile, leaves)) << tile_path(tile);
      else
        EXPECT_EQ(parse_bundle(bytes),
                  numbered_entries(tile.index * 256, tile.index * 256 + tile.width));
    }
    TileReader tiles(store.reader(), size);
    for (const std::uint64_t index : {std::uint64_t{0}, size / 3, size - 1})
      EXPECT_EQ(inclusion_proof(index, size, tiles.reader()), help::slow_path(index, tree));
    for (const std::uint64_t old : {std::uint64_t{1}, size / 2, size - 1, before == 0 ? 1 : before})
      EXPECT_EQ(consistency_proof(old, size, tiles.reader()), help::slow_subproof(old, tree, true));
  }
}

RC_GTEST_PROP(Tiles, HoweverATreeGrowsItsFilesAreTheSame, ()) {
  Store at_once, by_steps;
  const auto steps = *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(0, 700));
  std::uint64_t size = 0;
  for (const int step : steps) {
    by_steps.add(static_cast<std::uint64_t>(step));
    size += static_cast<std::uint64_t>(step);
  }
  at_once.add(size);
  RC_ASSERT(at_once.root == by_steps.root);
  for (const auto& [path, bytes] : at_once.files) RC_ASSERT(by_steps.files.at(path) == bytes);
}

TEST(Tiles, APartialTileThatIsGoneIsReadFromTheFullOne) {
  Store store;
  store.add(300);
  const Hash root = store.root;
  store.add(400);
  std::erase_if(store.files,
                [](const auto& file) { return file.first.find(".p/44") != std::string::npos; });
  TileReader old(store.reader(), 300);
  EXPECT_EQ(root_of(300, old.reader()), root);
  store.files.erase("log/tile/0/001");
  TileReader without(store.reader(), 300);
  EXPECT_THROW((void)root_of(300, without.reader()), base::Error);
}

TEST(Tiles, GrowingReadsOnlyTheRightEdge) {
  Store store;
  store.add(66'000);
  store.asked.clear();
  store.add(256);
  EXPECT_LT(store.asked.size(), 8U);
}

}  // namespace sanaq::log
