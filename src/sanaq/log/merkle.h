// The hashes of a Merkle tree (RFC 6962, 2.1): of a leaf, of two subtrees, of an empty tree.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::log {

using Hash = std::array<std::uint8_t, 32>;  // SHA-256

[[nodiscard]] Hash sha256(std::string_view bytes);
[[nodiscard]] Hash leaf_hash(std::string_view entry);  // SHA-256(0x00 || entry)
[[nodiscard]] Hash node_hash(const Hash& left,
                             const Hash& right);  // SHA-256(0x01 || left || right)
[[nodiscard]] Hash empty_root();  // of a tree without leaves: the SHA-256 of nothing

// The root of a whole subtree, from the hashes of one of its levels: 1, 2, 4, … of them.
[[nodiscard]] Hash root_of_row(std::vector<Hash> row);

[[nodiscard]] std::string bytes_of(const Hash& hash);                 // its 32 bytes
[[nodiscard]] Hash hash_of(std::string_view bytes);                   // `bytes` are 32
[[nodiscard]] std::string hex_of(const Hash& hash);                   // 64 lower-case digits
[[nodiscard]] std::optional<Hash> hash_of_hex(std::string_view hex);  // none: not such digits

}  // namespace sanaq::log
