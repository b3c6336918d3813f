#include "sanaq/log/merkle.h"

#include <gtest/gtest.h>

namespace sanaq::log {

// The vectors of certificate-transparency's reference implementation (merkle_tree_test).
TEST(Merkle, HashesAreThoseOfRfc6962) {
  EXPECT_EQ(hex_of(empty_root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex_of(leaf_hash("")),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  EXPECT_EQ(hex_of(node_hash(leaf_hash(""), leaf_hash(std::string_view("\0", 1)))),
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
}

TEST(Merkle, HexIsReadBackAndNothingElseIs) {
  const Hash hash = leaf_hash("x");
  EXPECT_EQ(hash_of_hex(hex_of(hash)), hash);
  EXPECT_EQ(hash_of(bytes_of(hash)), hash);
  EXPECT_FALSE(hash_of_hex("ab"));
  EXPECT_FALSE(hash_of_hex(std::string(63, '0') + "A"));
}

}  // namespace sanaq::log
