#include "sanaq/inbox/secret_store.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/random_bytes.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/locked_secret.h"

namespace sanaq::inbox {

using base::message;
using nlohmann::json;

namespace {

constexpr std::size_t key_bytes = 32;

std::string secret_path(SecretFor use, const std::string& key) {
  return base::join(ledger::keys_folder(),
                    (use == SecretFor::intake ? "intake-" : "keeping-") + key + ".json");
}

[[noreturn]] void refuse_damaged(const std::string& path) {
  throw base::Error(base::Kind::bad_input,
                    message("{}: this key file is damaged; put its backup in place", path));
}

std::string bytes_of_hex(const std::string& hex, const std::string& path) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    const std::string pair = hex.substr(at, 2);
    if (pair.find_first_not_of("0123456789abcdef") != pair.npos) refuse_damaged(path);
    bytes += static_cast<char>(std::stoi(pair, nullptr, 16));
  }
  return bytes;
}

ledger::LockedSecret read_locked(const std::string& path) {
  const json file = json::parse(base::read_file(path), nullptr, false);
  const auto bytes = [&](const char* name) {
    if (!file.is_object() || !file.contains(name) || !file[name].is_string()) refuse_damaged(path);
    return bytes_of_hex(file[name].get<std::string>(), path);
  };
  return {bytes("box"), bytes("nonce"), bytes("salt")};
}

}  // namespace

bool has_secret(SecretFor use, const std::string& key) {
  return ledger::keys_folder_if_any() && base::file_exists(secret_path(use, key));
}

void store_secret(SecretFor use, const intake::KeyPair& pair, std::string_view passphrase) {
  const auto& bytes = pair.secret_half.bytes();
  std::string secret(bytes.begin(), bytes.end());
  const ledger::LockedSecret locked = ledger::lock_secret(secret, passphrase);
  ledger::wipe(secret);
  const std::string key = intake::key_text(pair.public_half);
  const json file = {{"box", base::to_hex(locked.box)},
                     {"format", 1},
                     {"nonce", base::to_hex(locked.nonce)},
                     {"public", key},
                     {"salt", base::to_hex(locked.salt)}};
  base::make_private_folder(ledger::keys_folder());
  base::write_private_file_whole(secret_path(use, key), ledger::canonical(file) + "\n");
}

intake::KeyPair open_secret(SecretFor use, const std::string& key,
                            const ledger::AskPassphrase& ask) {
  const std::string path = secret_path(use, key);
  if (!base::file_exists(path))
    throw base::Error(base::Kind::not_found,
                      message("{}: the secret half of this key is not here; it lies where "
                              "`sanaq intake-key` was run",
                              path));
  const ledger::LockedSecret locked = read_locked(path);
  const std::optional<std::string> passphrase = ask ? ask() : std::nullopt;
  if (!passphrase)
    throw base::Error(base::Kind::usage,
                      message("this key has a passphrase: run the command at a terminal, which "
                              "asks for it, or put it into SANAQ_PASSPHRASE"));
  std::optional<std::string> secret = ledger::unlock_secret(locked, *passphrase);
  if (!secret)
    throw base::Error(base::Kind::usage, message("this is not the key's passphrase; try again"));
  if (secret->size() != key_bytes) refuse_damaged(path);
  std::array<std::uint8_t, key_bytes> bytes{};
  std::copy(secret->begin(), secret->end(), bytes.begin());
  ledger::wipe(*secret);
  intake::KeyPair pair = intake::key_pair_of(bytes);
  bytes.fill(0);
  if (intake::key_text(pair.public_half) != key) refuse_damaged(path);
  return pair;
}

void destroy_secret(SecretFor use, const std::string& key) {
  const std::string path = secret_path(use, key);
  if (!base::file_exists(path)) return;
  base::remove_file(path);
  base::sync_folder(ledger::keys_folder());
}

}  // namespace sanaq::inbox
