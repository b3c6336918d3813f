#include "sanaq/intake/replies.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

#include "sanaq/base/check.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/late_sync.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/random_bytes.h"
#include "sanaq/intake/secret_memory.h"
#include "sanaq/intake/spool_files.h"

namespace sanaq::intake {
namespace {

using base::message;

constexpr std::string_view salt_name = "salt";
constexpr std::size_t salt_digits = 64, name_bytes = 16,
                      plain_bytes = reply_file_bytes - crypto_box_SEALBYTES;
constexpr char end_of_reply = '\x80';

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// Where the reply lies, for whoever knows the key: names change with the salt, each time.
std::string name_for(const PublicKey& receipt, std::string_view salt) {
  std::string hash(name_bytes, '\0');
  std::string text = "sanaq reply 1" + std::string(salt);
  text.append(reinterpret_cast<const char*>(receipt.data()), receipt.size());
  crypto_generichash(bytes_of(hash), hash.size(), bytes_of(std::string_view(text)), text.size(),
                     nullptr, 0);
  return base::to_hex(hash);
}

std::string sealed_reply(const PublicKey& receipt, std::string_view reply) {
  std::string plain(reply);
  plain += end_of_reply;
  plain.resize(plain_bytes, '\0');
  std::string file(reply_file_bytes, '\0');
  base::check(crypto_box_seal(bytes_of(file), bytes_of(std::string_view(plain)), plain.size(),
                              receipt.data()) == 0,
              "a receipt is a public key");
  wipe(plain);
  return file;
}

// By name, so that the order in which they lie on the disk says nothing either.
std::map<std::string, std::string> reply_files(const std::map<PublicKey, std::string>& replies,
                                               const std::string& salt) {
  std::size_t count = reply_files_least;
  while (count < replies.size()) count *= 2;
  std::map<std::string, std::string> files;
  for (const auto& [receipt, reply] : replies) {
    if (reply.size() > reply_bytes_most)
      throw base::Error(base::Kind::bad_input,
                        message("a reply has {} bytes; at most {} can be sealed into a file of "
                                "the size that all have: make it shorter",
                                reply.size(), reply_bytes_most));
    files.emplace(name_for(receipt, salt), sealed_reply(receipt, reply));
  }
  while (files.size() < count) {
    const PublicKey nobody = new_key_pair().public_half;
    files.emplace(name_for(nobody, salt), sealed_reply(nobody, ""));
  }
  files.emplace(salt_name, salt + "\n");
  return files;
}

void write_folder(const std::string& folder, const std::map<std::string, std::string>& files) {
  base::make_private_folder(folder);
  base::LateSync late;
  for (const auto& [name, bytes] : files) {
    const std::string path = base::join(folder, name);
    late.write(path, bytes);
    base::set_file_time(path, one_time());
  }
  late.sync();
}

// The new folder takes the place of the old one in one step where the disk can do it.
void put_in_place(const std::string& made, const std::string& place) {
  if (base::path_kind(place) == base::PathKind::nothing) {
    if (base::disk_rename(made.c_str(), place.c_str()) == 0) return;
  } else if (base::disk_exchange(made.c_str(), place.c_str()) == 0) {
    base::remove_tree(made);
    return;
  } else {
    base::remove_tree(place);
    if (base::disk_rename(made.c_str(), place.c_str()) == 0) return;
  }
  throw base::Error(base::Kind::io,
                    message("{}: the replies could not be put here; look whether the disk is full "
                            "or read-only, and collect again",
                            place));
}

std::optional<std::string> file_of(const std::string& folder, const KeyPair& receipt) {
  const std::string salt_path = base::join(folder, std::string(salt_name));
  const std::string salt = base::beginning_of(salt_path, salt_digits);
  const std::string path = base::join(folder, name_for(receipt.public_half, salt));
  std::string file = base::beginning_of(path, reply_file_bytes);
  return file.size() == reply_file_bytes ? std::optional(std::move(file)) : std::nullopt;
}

}  // namespace

void write_replies(const std::string& spool, const std::map<PublicKey, std::string>& replies) {
  const std::string salt = base::to_hex(base::random_bytes(salt_digits / 2));
  const std::map<std::string, std::string> files = reply_files(replies, salt);
  const std::string place = base::join(spool, "out");
  const std::string made = place + ".new";
  base::remove_tree(made);
  try {
    write_folder(made, files);
    put_in_place(made, place);
  } catch (...) {
    base::remove_tree(made);
    throw;
  }
  base::sync_folder(spool);
}

std::string reply_for(const std::string& spool, const KeyPair& receipt) {
  const std::string folder = base::join(spool, "out");
  std::optional<std::string> file = file_of(folder, receipt);
  // The folder may have been exchanged between the salt and the file.
  if (!file) file = file_of(folder, receipt);
  if (!file) return "";
  std::string plain(plain_bytes, '\0');
  const bool is_opened =
      crypto_box_seal_open(bytes_of(plain), bytes_of(std::string_view(*file)), file->size(),
                           receipt.public_half.data(), receipt.secret_half.bytes().data()) == 0;
  const std::size_t end = is_opened ? plain.find_last_not_of('\0') : plain.npos;
  std::string reply;
  if (end != plain.npos && plain[end] == end_of_reply) reply = plain.substr(0, end);
  wipe(plain);
  return reply;
}

}  // namespace sanaq::intake
