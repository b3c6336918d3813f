// A writer's key: Ed25519, kept outside the investigation's folder, so that a copied folder does
// not make one writer of two.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::ledger {

// $SANAQ_KEYS, or sanaq/keys in $XDG_CONFIG_HOME or ~/.config. Throws Error{not_found} where there
// is no home either.
[[nodiscard]] std::string keys_folder();
[[nodiscard]] std::optional<std::string> keys_folder_if_any();  // none: there is no home

// Where a passphrase comes from, called only when a key has one: the environment, the terminal.
// None where nobody can be asked.
using AskPassphrase = std::function<std::optional<std::string>()>;

// A key that is open: it signs as often as is asked. Its secret leaves the memory with it.
class Signer {
 public:
  // Of an Ed25519 seed, 64 hex digits. Throws Error{bad_input} where it is none.
  explicit Signer(std::string_view seed_hex);
  ~Signer();
  Signer(const Signer&) = delete;
  Signer& operator=(const Signer&) = delete;
  Signer(Signer&&) noexcept;
  Signer& operator=(Signer&&) = delete;
  [[nodiscard]] const std::string& writer() const { return writer_; }  // the public key, hex
  [[nodiscard]] std::string sign(std::string_view text) const;         // Ed25519, base64

 private:
  std::string writer_;
  std::string secret_;  // libsodium's 64 bytes
};

class Key {
 public:
  [[nodiscard]] const std::string& writer() const {
    return writer_;
  }  // the public key, 64 hex digits
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool has_passphrase() const { return secret_.empty(); }
  [[nodiscard]] bool is_retired() const { return is_retired_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }  // whose it is, absolute
  // Opens it; `ask` is called once, and only where a passphrase guards the key. Throws Error{usage}
  // without one or with a wrong one.
  [[nodiscard]] Signer open(const AskPassphrase& ask) const;
  // Ed25519, base64, of one text.
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

// Every key here, retired ones too, by writer. None where there is no place for keys.
[[nodiscard]] std::vector<Key> all_keys();

// Those of `writers` whose key is here, retired ones too; sorted. None where there is no place for
// keys. No key file is opened.
[[nodiscard]] std::vector<std::string> own_writers(const std::vector<std::string>& writers);

// Keeps the key file, but it is no longer found. Nothing happens where the key is not here.
void retire_key(const std::string& writer);

// Strictly, so that every reader gives one answer: S below the order of the group, R and the key
// neither of small order nor non-canonical, no cofactor; base64 with its padding and no bits to
// spare. tests/ledger/signatures.json has the cases.
[[nodiscard]] bool signature_holds(std::string_view text, const std::string& signature,
                                   const std::string& writer);

// 32 bytes from the system's generator as 64 hex digits.
[[nodiscard]] std::string random_salt();

}  // namespace sanaq::ledger
