// A secret under a passphrase, as it may lie on a disk: secretbox under Argon2id of the passphrase.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::ledger {

struct LockedSecret {
  std::string box, nonce, salt;  // bytes
};

// Throws Error{io} where there is not enough memory (64 MiB).
[[nodiscard]] LockedSecret lock_secret(std::string_view secret, std::string_view passphrase);
// Returns nullopt for a wrong passphrase or a damaged box. Throws Error{io} as above.
[[nodiscard]] std::optional<std::string> unlock_secret(const LockedSecret& locked,
                                                       std::string_view passphrase);

// Overwrites it with zeros and empties it.
void wipe(std::string& secret);

}  // namespace sanaq::ledger
