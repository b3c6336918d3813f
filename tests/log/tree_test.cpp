#include "sanaq/log/tree.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "help/slow_tree.h"

namespace sanaq::log {
namespace {

// Subtree hashes of leaves in memory.
HashAt over(const std::vector<Hash>& leaves) {
  return [&leaves](int level, std::uint64_t index) {
    const std::size_t width = std::size_t{1} << level;
    return help::slow_root(help::Leaves(leaves).subspan(index * width, width));
  };
}

// The eight leaves of certificate-transparency's tests.
std::vector<Hash> published_leaves() {
  const std::string entries[] = {
      std::string(),
      std::string(1, '\0'),
      "\x10",
      "\x20\x21",
      "\x30\x31",
      "\x40\x41\x42\x43",
      "\x50\x51\x52\x53\x54\x55\x56\x57",
      "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
  std::vector<Hash> leaves;
  for (const std::string& entry : entries) leaves.push_back(leaf_hash(entry));
  return leaves;
}

}  // namespace

TEST(Tree, RootsOfZeroToEightLeavesAreThePublishedOnes) {
  const std::string roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                               "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                               "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                               "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                               "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                               "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                               "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                               "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                               "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  const std::vector<Hash> leaves = published_leaves();
  for (std::size_t size = 0; size <= 8; ++size)
    EXPECT_EQ(hex_of(root_of(size, over(leaves))), roots[size]) << size;
}

TEST(Tree, EveryProofToSixtyFourLeavesIsThatOfTheTwinAndHolds) {
  const std::vector<Hash> leaves = help::numbered_leaves(64);
  for (std::size_t size = 1; size <= 64; ++size) {
    const help::Leaves tree = help::Leaves(leaves).first(size);
    const Hash root = help::slow_root(tree);
    for (std::size_t index = 0; index < size; ++index) {
      const auto proof = inclusion_proof(index, size, over(leaves));
      ASSERT_EQ(proof, help::slow_path(index, tree));
      ASSERT_TRUE(inclusion_holds(leaves[index], index, size, proof, root));
    }
    for (std::size_t old = 1; old <= size; ++old) {
      const auto proof = consistency_proof(old, size, over(leaves));
      ASSERT_EQ(proof, help::slow_subproof(old, tree, true));
      ASSERT_TRUE(consistency_holds(old, help::slow_root(tree.first(old)), size, root, proof));
    }
  }
}

TEST(Tree, AProofWithAnyOtherHashPlaceOrSizeDoesNotHold) {
  const std::vector<Hash> leaves = help::numbered_leaves(23);
  const Hash root = root_of(23, over(leaves));
  for (std::uint64_t index = 0; index < 23; ++index) {
    const auto proof = inclusion_proof(index, 23, over(leaves));
    for (std::uint64_t other = 0; other < 25; ++other) {
      EXPECT_EQ(inclusion_holds(leaves[index], other, 23, proof, root), other == index);
    }
    auto longer = proof, shorter = proof;
    longer.push_back(root);
    shorter.pop_back();
    EXPECT_FALSE(inclusion_holds(leaves[index], index, 23, longer, root));
    EXPECT_FALSE(inclusion_holds(leaves[index], index, 23, shorter, root));
    for (auto altered = proof; Hash & hash : altered) {
      hash[5] ^= 1;
      EXPECT_FALSE(inclusion_holds(leaves[index], index, 23, altered, root));
      hash[5] ^= 1;
    }
  }
  for (std::uint64_t old = 1; old < 23; ++old) {
    const Hash old_root = root_of(old, over(leaves));
    const auto proof = consistency_proof(old, 23, over(leaves));
    EXPECT_FALSE(consistency_holds(old, root, 23, root, proof));
    EXPECT_FALSE(consistency_holds(old, old_root, 23, old_root, proof));
    EXPECT_FALSE(consistency_holds(23, old_root, old, root, proof));
    auto longer = proof;
    longer.push_back(root);
    EXPECT_FALSE(consistency_holds(old, old_root, 23, root, longer));
    for (auto altered = proof; Hash & hash : altered) {
      hash[31] ^= 0x80;
      EXPECT_FALSE(consistency_holds(old, old_root, 23, root, altered));
      hash[31] ^= 0x80;
    }
  }
}

TEST(Tree, AnEmptyTreeIsContinuedByAnyOther) {
  const std::vector<Hash> leaves = help::numbered_leaves(3);
  EXPECT_TRUE(consistency_holds(0, empty_root(), 3, root_of(3, over(leaves)), {}));
  EXPECT_FALSE(consistency_holds(0, leaves[0], 3, root_of(3, over(leaves)), {}));
  EXPECT_FALSE(consistency_holds(2, leaves[0], 3, root_of(3, over(leaves)), {}));
}

}  // namespace sanaq::log
