#include "sanaq/workspace/unread_founding.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/overwrite_file.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::workspace {
namespace {

// "" where there is no folder of keys.
std::string unread_path(const std::string& folder) {
  const auto keys = ledger::keys_folder_if_any();
  if (!keys) return "";
  constexpr std::size_t digits = 32;
  return base::join(
      *keys, "unread-" + base::sha256_hex(base::absolute_path(folder)).substr(0, digits) + ".json");
}

bool is_hex(const std::string& text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
         });
}

}  // namespace

bool keep_unread(const std::string& folder, const ledger::Founding& founding) {
  const std::string path = unread_path(folder);
  if (path.empty()) return false;
  try {
    const nlohmann::json json = {{"id", founding.id}, {"recovery_seed", founding.recovery_seed}};
    base::write_private_file_whole(path, json.dump() + "\n");
    return true;
  } catch (const base::Error&) {
    return false;
  }
}

std::optional<ledger::Founding> unread_founding(const std::string& folder) {
  const std::string path = unread_path(folder);
  try {
    if (path.empty() || !base::file_exists(path)) return std::nullopt;
    if (!base::folder_exists(ledger::ledger_folder(folder)) || !ledger::has_secret(folder)) {
      forget_unread(folder);
      return std::nullopt;
    }
    const auto json = nlohmann::json::parse(base::read_file(path), nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const ledger::Founding founding{json.value("id", std::string()),
                                    json.value("recovery_seed", std::string())};
    return is_hex(founding.id) && is_hex(founding.recovery_seed) ? std::optional(founding)
                                                                 : std::nullopt;
  } catch (const base::Error&) {
    return std::nullopt;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

void forget_unread(const std::string& folder) {
  const std::string path = unread_path(folder);
  if (!path.empty()) base::overwrite_and_remove(path);
}

}  // namespace sanaq::workspace
