#include "sanaq/ledger/keys.h"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/locked_secret.h"

namespace sanaq::ledger {

using base::message;
using nlohmann::json;

namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void start_sodium() { base::check(sodium_init() >= 0, "libsodium starts"); }

std::string to_hex(std::string_view bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes_of(bytes), bytes.size());
  hex.pop_back();
  return hex;
}

std::string from_hex(std::string_view hex) {
  std::string bytes(hex.size() / 2, '\0');
  std::size_t size = 0;
  const bool is_read = sodium_hex2bin(bytes_of(bytes), bytes.size(), hex.data(), hex.size(),
                                      nullptr, &size, nullptr) == 0 &&
                       size == bytes.size();
  if (!is_read)
    throw base::Error(base::Kind::bad_input,
                      message("a key file is damaged; put its backup in place"));
  return bytes;
}

std::string random_bytes(std::size_t size) {
  start_sodium();
  std::string bytes(size, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

}  // namespace

struct KeyFile {
  static std::string path(const std::string& writer) {
    return base::join(keys_folder(), writer + ".json");
  }

  static void write(const Key& key) {
    json file = {
        {"folder", key.folder_}, {"format", 1}, {"name", key.name_}, {"public", key.writer_}};
    if (key.has_passphrase()) {
      file["box"] = to_hex(key.box_);
      file["nonce"] = to_hex(key.nonce_);
      file["salt"] = to_hex(key.salt_);
    } else {
      file["secret"] = to_hex(key.secret_);
    }
    if (key.is_retired_) file["retired"] = true;
    base::make_private_folder(keys_folder());
    base::write_private_file_whole(path(key.writer_), canonical(file) + "\n");
  }

  static void retire(const std::string& writer) {
    Key key = read(writer);
    key.is_retired_ = true;
    write(key);
  }

  static Key read(const std::string& writer) {
    const json file = json::parse(base::read_file(path(writer)), nullptr, false);
    Key key;
    try {
      key.writer_ = file.at("public").get<std::string>();
      key.name_ = file.at("name").get<std::string>();
      key.folder_ = file.at("folder").get<std::string>();
      key.is_retired_ = file.value("retired", false);
      if (file.contains("secret")) {
        key.secret_ = from_hex(file.at("secret").get<std::string>());
      } else {
        key.box_ = from_hex(file.at("box").get<std::string>());
        key.nonce_ = from_hex(file.at("nonce").get<std::string>());
        key.salt_ = from_hex(file.at("salt").get<std::string>());
      }
    } catch (const json::exception&) {
      throw base::Error(
          base::Kind::bad_input,
          message("{}: this key file is damaged; put its backup in place", path(writer)));
    }
    return key;
  }
};

std::optional<std::string> keys_folder_if_any() {
  if (auto named = base::environment("SANAQ_KEYS")) return named;
  if (const auto config = base::environment("XDG_CONFIG_HOME")) return *config + "/sanaq/keys";
  if (const auto home = base::environment("HOME")) return *home + "/.config/sanaq/keys";
  return std::nullopt;
}

std::string keys_folder() {
  if (auto folder = keys_folder_if_any()) return *folder;
  throw base::Error(
      base::Kind::not_found,
      message("there is no place for your key: set SANAQ_KEYS to a folder that only you can read"));
}

Key make_key(const std::string& investigation, const std::string& name,
             const std::optional<std::string>& passphrase) {
  std::string seed = random_bytes(crypto_sign_SEEDBYTES);
  std::string open(crypto_sign_PUBLICKEYBYTES, '\0');
  std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
  base::check(crypto_sign_seed_keypair(bytes_of(open), bytes_of(secret), bytes_of(seed)) == 0,
              "libsodium makes keys");
  Key key;
  key.writer_ = to_hex(open);
  key.name_ = name;
  key.folder_ = base::absolute_path(investigation);
  if (passphrase) {
    const LockedSecret locked = lock_secret(seed, *passphrase);
    key.box_ = locked.box;
    key.nonce_ = locked.nonce;
    key.salt_ = locked.salt;
  } else {
    key.secret_ = seed;
  }
  KeyFile::write(key);
  return key;
}

std::optional<Key> find_key(const std::string& investigation,
                            const std::vector<std::string>& writers) {
  const std::string here = base::absolute_path(investigation);
  for (const std::string& writer : writers) {
    if (!base::file_exists(KeyFile::path(writer))) continue;
    Key key = KeyFile::read(writer);
    if (key.is_retired_) continue;
    if (key.folder_ != here) {
      if (base::file_exists(chain_file(key.folder_, writer).chain_path))
        continue;  // this folder is a copy of that one
      key.folder_ = here;
      KeyFile::write(key);
    }
    return key;
  }
  return std::nullopt;
}

std::vector<Key> all_keys() {
  std::vector<Key> keys;
  const auto folder = keys_folder_if_any();
  if (!folder || !base::folder_exists(*folder)) return keys;
  for (const std::string& name : base::list_folder(*folder)) {
    const std::string_view writer = std::string_view(name).substr(0, 64);
    if (is_hash(writer) && name.substr(64) == ".json")
      keys.push_back(KeyFile::read(std::string(writer)));
  }
  return keys;
}

std::vector<std::string> own_writers(const std::vector<std::string>& writers) {
  std::vector<std::string> own;
  const auto folder = keys_folder_if_any();
  for (const std::string& writer : writers) {
    if (folder && base::file_exists(base::join(*folder, writer + ".json"))) own.push_back(writer);
  }
  std::sort(own.begin(), own.end());
  return own;
}

void retire_key(const std::string& writer) {
  if (!base::file_exists(KeyFile::path(writer))) return;
  KeyFile::retire(writer);
}

Signer::Signer(std::string_view seed_hex) {
  start_sodium();
  std::string seed = from_hex(seed_hex);
  if (seed.size() != crypto_sign_SEEDBYTES)
    throw base::Error(base::Kind::bad_input,
                      message("a key file is damaged; put its backup in place"));
  std::string open(crypto_sign_PUBLICKEYBYTES, '\0');
  secret_.resize(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(bytes_of(open), bytes_of(secret_), bytes_of(seed));
  sodium_memzero(seed.data(), seed.size());
  writer_ = to_hex(open);
}

Signer::Signer(Signer&& other) noexcept
    : writer_(std::move(other.writer_)), secret_(std::move(other.secret_)) {
  other.secret_.clear();
}

Signer::~Signer() { sodium_memzero(secret_.data(), secret_.size()); }

std::string Signer::sign(std::string_view text) const {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(bytes_of(signature), nullptr, bytes_of(text), text.size(),
                       bytes_of(secret_));
  std::string encoded(sodium_base64_ENCODED_LEN(signature.size(), sodium_base64_VARIANT_ORIGINAL),
                      '\0');
  sodium_bin2base64(encoded.data(), encoded.size(), bytes_of(signature), signature.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  encoded.pop_back();
  return encoded;
}

Signer Key::open(const AskPassphrase& ask) const {
  start_sodium();
  std::string seed = secret_;
  if (has_passphrase()) {
    const std::optional<std::string> passphrase = ask ? ask() : std::nullopt;
    if (!passphrase)
      throw base::Error(base::Kind::usage,
                        message("this key has a passphrase: run the command at a terminal, which "
                                "asks for it, or put it into SANAQ_PASSPHRASE"));
    std::optional<std::string> opened = unlock_secret({box_, nonce_, salt_}, *passphrase);
    if (!opened || opened->size() != crypto_sign_SEEDBYTES)
      throw base::Error(base::Kind::usage, message("this is not the key's passphrase; try again"));
    seed.swap(*opened);
  }
  std::string hex = to_hex(seed);
  sodium_memzero(seed.data(), seed.size());
  Signer signer(hex);
  sodium_memzero(hex.data(), hex.size());
  base::check(signer.writer() == writer_, "a key file's secret belongs to its public key");
  return signer;
}

std::string Key::sign(std::string_view text, const std::optional<std::string>& passphrase) const {
  return open([&] { return passphrase; }).sign(text);
}

bool signature_holds(std::string_view text, const std::string& signature,
                     const std::string& writer) {
  start_sodium();
  std::string bytes(crypto_sign_BYTES, '\0');
  std::string open(crypto_sign_PUBLICKEYBYTES, '\0');
  std::size_t size = 0;
  const bool is_read =
      sodium_base642bin(bytes_of(bytes), bytes.size(), signature.data(), signature.size(), nullptr,
                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0 &&
      size == bytes.size() &&
      sodium_hex2bin(bytes_of(open), open.size(), writer.data(), writer.size(), nullptr, &size,
                     nullptr) == 0 &&
      size == open.size();
  return is_read && crypto_sign_verify_detached(bytes_of(bytes), bytes_of(text), text.size(),
                                                bytes_of(open)) == 0;
}

std::string random_salt() { return to_hex(random_bytes(32)); }

}  // namespace sanaq::ledger
