#include "sanaq/base/hmac.h"

#include <array>
#include <cstdint>

#include "sanaq/base/sha256.h"

namespace sanaq::base {
namespace {

constexpr std::size_t block_size = 64;  // bytes, of SHA-256
using Block = std::array<char, block_size>;

// The key filled to a block and mixed with one byte.
Block pad(std::string_view key, unsigned char mixed) {
  Block block;
  for (std::size_t at = 0; at < block_size; ++at) {
    const auto byte = at < key.size() ? static_cast<unsigned char>(key[at]) : 0U;
    block[at] = static_cast<char>(byte ^ mixed);
  }
  return block;
}

template <typename Bytes>
std::string_view view_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::string hmac_sha256_hex(std::string_view key, std::string_view text) {
  // One state a thread: a register is many short texts under one key.
  thread_local Sha256 hash;
  std::array<std::uint8_t, 32> digest;
  if (key.size() > block_size) {
    hash.add(key);
    digest = hash.digest();
    key = view_of(digest);
  }
  const Block inner = pad(key, 0x36), outer = pad(key, 0x5c);
  hash.add(view_of(inner));
  hash.add(text);
  digest = hash.digest();
  hash.add(view_of(outer));
  hash.add(view_of(digest));
  return hash.hex();
}

}  // namespace sanaq::base
