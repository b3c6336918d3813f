// A Merkle tree of any size after RFC 6962: its root, the proof that a leaf is in it, the proof
// that it continues a smaller one, and what checks these proofs.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "sanaq/log/merkle.h"

namespace sanaq::log {

// Gives the root of the whole subtree of 2^level leaves that begins at leaf index * 2^level. Asked
// only for subtrees that lie within the tree.
using HashAt = std::function<Hash(int level, std::uint64_t index)>;

[[nodiscard]] Hash root_of(std::uint64_t size, const HashAt& hash_at);

// RFC 6962, 2.1.1: from the leaf's sibling up. `index` < `size`.
[[nodiscard]] std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                                const HashAt& hash_at);
// RFC 6962, 2.1.2. `old_size` <= `size`; empty where they are equal or `old_size` is 0.
[[nodiscard]] std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t size,
                                                  const HashAt& hash_at);

// RFC 9162, 2.1.3.2: true if the proof leads from the leaf to the root, and has no hash to spare.
[[nodiscard]] bool inclusion_holds(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                                   const std::vector<Hash>& proof, const Hash& root);
// RFC 9162, 2.1.4.2: true if every leaf of the tree of `old_size` stands unaltered at its place in
// the tree of `size`.
[[nodiscard]] bool consistency_holds(std::uint64_t old_size, const Hash& old_root,
                                     std::uint64_t size, const Hash& root,
                                     const std::vector<Hash>& proof);

}  // namespace sanaq::log
