// The secret halves with which the members open what came from outside, in the key store, under a
// passphrase (ledger/keys.h says where that is).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/intake/envelope.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::inbox {

enum class SecretFor : std::uint8_t {
  intake,  // the public server seals to it; it is renewed, and the old one is destroyed
  keeps,   // what was collected is sealed to it, and stays readable
};

// `key` is the public half, 64 hex digits.
[[nodiscard]] bool has_secret(SecretFor use, const std::string& key);
void store_secret(SecretFor use, const intake::KeyPair& pair, std::string_view passphrase);
// `ask` is called once. Throws Error: not_found where the secret is not here, usage without a
// passphrase or with a wrong one, bad_input for a damaged file.
[[nodiscard]] intake::KeyPair open_secret(SecretFor use, const std::string& key,
                                          const ledger::AskPassphrase& ask);
// Removes the file, for good where the disk keeps no older state; nothing happens where there is
// none.
void destroy_secret(SecretFor use, const std::string& key);

}  // namespace sanaq::inbox
