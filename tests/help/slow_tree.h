// A Merkle tree as RFC 6962 defines it, word for word: the slow twin of log/tree.h and log/tiles.h.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sanaq/log/merkle.h"

namespace sanaq::help {

using Leaves = std::span<const log::Hash>;

inline std::size_t half_of(Leaves leaves) {
  std::size_t half = 1;
  while (2 * half < leaves.size()) half *= 2;
  return half;
}

inline log::Hash slow_root(Leaves leaves) {
  if (leaves.empty()) return log::empty_root();
  if (leaves.size() == 1) return leaves[0];
  const std::size_t half = half_of(leaves);
  return log::node_hash(slow_root(leaves.first(half)), slow_root(leaves.subspan(half)));
}

inline std::vector<log::Hash> slow_path(std::size_t index, Leaves leaves) {
  if (leaves.size() == 1) return {};
  const std::size_t half = half_of(leaves);
  const bool is_left = index < half;
  auto path = is_left ? slow_path(index, leaves.first(half))
                      : slow_path(index - half, leaves.subspan(half));
  path.push_back(slow_root(is_left ? leaves.subspan(half) : leaves.first(half)));
  return path;
}

inline std::vector<log::Hash> slow_subproof(std::size_t old_size, Leaves leaves, bool is_old) {
  if (old_size == leaves.size())
    return is_old ? std::vector<log::Hash>{} : std::vector<log::Hash>{slow_root(leaves)};
  const std::size_t half = half_of(leaves);
  const bool is_left = old_size <= half;
  auto proof = is_left ? slow_subproof(old_size, leaves.first(half), is_old)
                       : slow_subproof(old_size - half, leaves.subspan(half), false);
  proof.push_back(slow_root(is_left ? leaves.subspan(half) : leaves.first(half)));
  return proof;
}

inline std::vector<log::Hash> numbered_leaves(std::size_t count) {
  std::vector<log::Hash> leaves;
  for (std::size_t at = 0; at < count; ++at)
    leaves.push_back(log::leaf_hash("entry " + std::to_string(at)));
  return leaves;
}

}  // namespace sanaq::help
