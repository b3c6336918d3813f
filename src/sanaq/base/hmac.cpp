#include "sanaq/base/hmac.h"

#include <array>

#include "sanaq/base/sha256.h"

namespace sanaq::base {
namespace {

constexpr std::size_t block_size = 64;  // bytes, of SHA-256

int digit(char letter) { return letter <= '9' ? letter - '0' : letter - 'a' + 10; }

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(digit(hex[at]) * 16 + digit(hex[at + 1]));
  return bytes;
}

// The key filled to a block and mixed with one byte.
std::string pad(std::string_view key, unsigned char mixed) {
  std::string block(block_size, '\0');
  for (std::size_t at = 0; at < block_size; ++at) {
    const auto byte = at < key.size() ? static_cast<unsigned char>(key[at]) : 0U;
    block[at] = static_cast<char>(byte ^ mixed);
  }
  return block;
}

}  // namespace

std::string hmac_sha256_hex(std::string_view key, std::string_view text) {
  const std::string short_key =
      key.size() > block_size ? bytes_of(sha256_hex(key)) : std::string(key);
  // One state a thread: a register is many short texts under one key.
  thread_local Sha256 hash;
  hash.add(pad(short_key, 0x36));
  hash.add(text);
  const std::string inner = bytes_of(hash.hex());
  hash.add(pad(short_key, 0x5c));
  hash.add(inner);
  return hash.hex();
}

}  // namespace sanaq::base
