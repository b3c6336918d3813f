#include "sanaq/ledger/locked_secret.h"

#include <sodium.h>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {

using base::message;

namespace {

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string drawn(std::size_t size) {
  base::check(sodium_init() >= 0, "libsodium starts");
  std::string bytes(size, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

// Argon2id with libsodium's limits for interactive use (64 MiB).
std::string stretched(std::string_view passphrase, std::string_view salt) {
  std::string key(crypto_secretbox_KEYBYTES, '\0');
  const int result =
      crypto_pwhash(raw(key), key.size(), passphrase.data(), passphrase.size(), raw(salt),
                    crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                    crypto_pwhash_ALG_ARGON2ID13);
  if (result != 0)
    throw base::Error(
        base::Kind::io,
        message("there is not enough memory to open the key (64 MB); close other programs"));
  return key;
}

}  // namespace

LockedSecret lock_secret(std::string_view secret, std::string_view passphrase) {
  LockedSecret locked;
  locked.salt = drawn(crypto_pwhash_SALTBYTES);
  locked.nonce = drawn(crypto_secretbox_NONCEBYTES);
  locked.box.resize(secret.size() + crypto_secretbox_MACBYTES);
  std::string key = stretched(passphrase, locked.salt);
  base::check(crypto_secretbox_easy(raw(locked.box), raw(secret), secret.size(), raw(locked.nonce),
                                    raw(key)) == 0,
              "libsodium seals");
  wipe(key);
  return locked;
}

std::optional<std::string> unlock_secret(const LockedSecret& locked, std::string_view passphrase) {
  base::check(sodium_init() >= 0, "libsodium starts");
  const bool has_form = locked.salt.size() == crypto_pwhash_SALTBYTES &&
                        locked.nonce.size() == crypto_secretbox_NONCEBYTES &&
                        locked.box.size() >= crypto_secretbox_MACBYTES;
  if (!has_form) return std::nullopt;
  std::string secret(locked.box.size() - crypto_secretbox_MACBYTES, '\0');
  std::string key = stretched(passphrase, locked.salt);
  const bool is_open = crypto_secretbox_open_easy(raw(secret), raw(locked.box), locked.box.size(),
                                                  raw(locked.nonce), raw(key)) == 0;
  wipe(key);
  if (!is_open) return std::nullopt;
  return secret;
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

}  // namespace sanaq::ledger
