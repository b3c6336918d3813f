// A writer's key: Ed25519, kept outside the investigation's folder, so that a copied folder does
// not make one writer of two.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::ledger {

// $SANAQ_KEYS, or sanaq/keys in $XDG_CONFIG_HOME or ~/.config. Throws Error{not_found} where there
// is no home either.
[[nodiscard]] std::string keys_folder();

class Key {
 public:
  [[nodiscard]] const std::string& writer() const {
    return writer_;
  }  // the public key, 64 hex digits
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool has_passphrase() const { return secret_.empty(); }
  // Ed25519, base64. A key with a passphrase needs it: Error{usage} without it or with a wrong one.
  [[nodiscard]] std::string sign(std::string_view text,
                                 const std::optional<std::string>& passphrase) const;

 private:
  friend Key make_key(const std::string&, const std::string&, const std::optional<std::string>&);
  friend std::optional<Key> find_key(const std::string&, const std::vector<std::string>&);
  friend struct KeyFile;
  bool is_retired_ = false;  // its owner goes on under another one
  std::string writer_, name_, folder_;
  std::string secret_;              // 32 bytes; empty where a passphrase guards them
  std::string box_, nonce_, salt_;  // secretbox under Argon2id of the passphrase
};

// A new key for this investigation, written to keys_folder() (readable by its owner alone). With a
// passphrase the secret is sealed.
[[nodiscard]] Key make_key(const std::string& investigation, const std::string& name,
                           const std::optional<std::string>& passphrase);

// The key of one of `writers` that belongs to this folder. A key remembers its folder: in a copy of
// it nobody's key is found, in a moved one (the old place is gone) it is, and follows.
[[nodiscard]] std::optional<Key> find_key(const std::string& investigation,
                                          const std::vector<std::string>& writers);

// Keeps the key file, but it is no longer found. Nothing happens where the key is not here.
void retire_key(const std::string& writer);

[[nodiscard]] bool signature_holds(std::string_view text, const std::string& signature,
                                   const std::string& writer);

// 32 bytes from the system's generator as 64 hex digits.
[[nodiscard]] std::string random_salt();

}  // namespace sanaq::ledger
