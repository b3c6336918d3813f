#include "sanaq/log/tree.h"

#include <bit>

#include "sanaq/base/check.h"

namespace sanaq::log {
namespace {

// The largest power of two below `count`, which is 2 or more.
std::uint64_t split_of(std::uint64_t count) { return std::bit_floor(count - 1); }

// MTH(D[begin:begin+count]) of RFC 6962; `begin` is a multiple of each power of two in `count`.
Hash hash_of_range(std::uint64_t begin, std::uint64_t count, const HashAt& hash_at) {
  if (std::has_single_bit(count)) {
    const int level = std::countr_zero(count);
    return hash_at(level, begin >> level);
  }
  const std::uint64_t left = split_of(count);
  return node_hash(hash_of_range(begin, left, hash_at),
                   hash_of_range(begin + left, count - left, hash_at));
}

// PATH(m, D[begin:begin+count]).
void add_path(std::uint64_t index, std::uint64_t begin, std::uint64_t count, const HashAt& hash_at,
              std::vector<Hash>& proof) {
  if (count == 1) return;
  const std::uint64_t left = split_of(count);
  if (index < left) {
    add_path(index, begin, left, hash_at, proof);
    proof.push_back(hash_of_range(begin + left, count - left, hash_at));
  } else {
    add_path(index - left, begin + left, count - left, hash_at, proof);
    proof.push_back(hash_of_range(begin, left, hash_at));
  }
}

// SUBPROOF(m, D[begin:begin+count], b): `is_old_tree` is the b.
void add_subproof(std::uint64_t old_size, std::uint64_t begin, std::uint64_t count,
                  bool is_old_tree, const HashAt& hash_at, std::vector<Hash>& proof) {
  if (old_size == count) {
    if (!is_old_tree) proof.push_back(hash_of_range(begin, count, hash_at));
    return;
  }
  const std::uint64_t left = split_of(count);
  if (old_size <= left) {
    add_subproof(old_size, begin, left, is_old_tree, hash_at, proof);
    proof.push_back(hash_of_range(begin + left, count - left, hash_at));
  } else {
    add_subproof(old_size - left, begin + left, count - left, false, hash_at, proof);
    proof.push_back(hash_of_range(begin, left, hash_at));
  }
}

}  // namespace

Hash root_of(std::uint64_t size, const HashAt& hash_at) {
  return size == 0 ? empty_root() : hash_of_range(0, size, hash_at);
}

std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const HashAt& hash_at) {
  base::check(index < size, "the leaf is in the tree");
  std::vector<Hash> proof;
  add_path(index, 0, size, hash_at, proof);
  return proof;
}

std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t size,
                                    const HashAt& hash_at) {
  base::check(old_size <= size, "a tree grows");
  std::vector<Hash> proof;
  if (old_size > 0) add_subproof(old_size, 0, size, true, hash_at, proof);
  return proof;
}

bool inclusion_holds(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                     const std::vector<Hash>& proof, const Hash& root) {
  if (index >= size) return false;
  std::uint64_t node = index, last = size - 1;
  Hash hash = leaf;
  for (const Hash& other : proof) {
    if (last == 0) return false;
    if (node % 2 == 1 || node == last) {
      hash = node_hash(other, hash);
      const int up = node == 0 ? 0 : std::countr_zero(node);
      node >>= up;
      last >>= up;
    } else {
      hash = node_hash(hash, other);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool consistency_holds(std::uint64_t old_size, const Hash& old_root, std::uint64_t size,
                       const Hash& root, const std::vector<Hash>& proof) {
  if (old_size > size) return false;
  if (old_size == size) return proof.empty() && old_root == root;
  if (old_size == 0) return proof.empty() && old_root == empty_root();
  std::uint64_t node = old_size - 1, last = size - 1;
  const int whole = std::countr_one(node);
  node >>= whole;
  last >>= whole;
  // Where the old tree is one whole subtree, its root begins the proof and is not sent.
  const bool is_subtree = std::has_single_bit(old_size);
  if (!is_subtree && proof.empty()) return false;
  Hash old_hash = is_subtree ? old_root : proof.front(), hash = old_hash;
  for (std::size_t at = is_subtree ? 0 : 1; at < proof.size(); ++at) {
    if (last == 0) return false;
    if (node % 2 == 1 || node == last) {
      old_hash = node_hash(proof[at], old_hash);
      hash = node_hash(proof[at], hash);
      const int up = node == 0 ? 0 : std::countr_zero(node);
      node >>= up;
      last >>= up;
    } else {
      hash = node_hash(hash, proof[at]);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && old_hash == old_root && hash == root;
}

}  // namespace sanaq::log
