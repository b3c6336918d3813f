#include "sanaq/ledger/secrets.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/reader.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

int digit(char letter) { return letter <= '9' ? letter - '0' : letter - 'a' + 10; }

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(digit(hex[at]) * 16 + digit(hex[at + 1]));
  return bytes;
}

// None where the body has not the form: such an entry counts for nothing.
std::optional<AddressSecret> secret_of(const Entry& entry) {
  if (!entry.body) return std::nullopt;
  const json body = json::parse(*entry.body, nullptr, false);
  if (!body.is_object() || !body.contains("secret") || !body["secret"].is_string())
    return std::nullopt;
  const auto& hex = body["secret"].get_ref<const std::string&>();
  const auto redirects = body.find("redirects");
  if (!is_hash(hex) || (redirects != body.end() && !redirects->is_boolean())) return std::nullopt;
  return AddressSecret{
      bytes_of(hex), redirects != body.end() && redirects->get<bool>(), {entry.writer, entry.seq}};
}

std::vector<std::string> addresses_of(const Entry& entry) {
  std::vector<std::string> addresses;
  const json body = entry.body ? json::parse(*entry.body, nullptr, false) : json();
  if (!body.is_object() || !body.contains("addresses") || !body["addresses"].is_array()) return {};
  for (const json& address : body["addresses"]) {
    if (address.is_string()) addresses.push_back(address.get<std::string>());
  }
  return addresses;
}

// The version that published; "" where the entry is of no publishing.
std::string publisher_of(const Entry& entry) {
  const json body = entry.body ? json::parse(*entry.body, nullptr, false) : json();
  const auto text = [&](const char* key) {
    return body.is_object() && body.contains(key) && body[key].is_string()
               ? body[key].get<std::string>()
               : std::string();
  };
  return text("verb") == "publish" ? text("version") : std::string();
}

// Reads the history entry by entry, in the order of the union.
class Reading {
 public:
  explicit Reading(const std::set<std::string>& founder) : founder_(founder) {}

  void take(const Entry& entry) {
    for (const auto& [writer, head] : entry.seen) {
      if (knowing_.contains(writer)) knowing_.insert(entry.writer);
    }
    if (entry.kind == "publication") {
      for (std::string& address : addresses_of(entry))
        history_.published.insert(std::move(address));
    } else if (entry.kind == "run") {
      const std::string version = publisher_of(entry);
      auto& known = history_.publishers;
      if (!version.empty() && std::find(known.begin(), known.end(), version) == known.end())
        known.push_back(version);
    } else if (entry.kind == "secret") {
      if (auto secret = secret_of(entry)) take(std::move(*secret));
    }
  }

  [[nodiscard]] AddressHistory result() {
    if (!all_.empty()) {
      const std::size_t now = newest_.value_or(0);
      history_.now = all_[now];
      for (std::size_t at = all_.size(); at > 0; --at) {
        if (at - 1 == now) continue;
        history_.older.push_back(all_[at - 1]);
        if (at - 1 >= begun_) history_.leading.push_back(all_[at - 1]);
      }
    }
    return std::move(history_);
  }

 private:
  // Whoever knows of a secret enters another one because he means it. Two who know of none, apart
  // from each other, mean no new beginning: of theirs the lowest in the order counts.
  void take(AddressSecret secret) {
    const bool is_first_of_its_writer = knowing_.insert(secret.place.writer).second;
    const bool stands_beside = newest_ && is_first_of_its_writer;
    if (founder_.contains(secret.place.writer) && !stands_beside) {
      if (newest_ && !secret.redirects) {
        begun_ = all_.size();
        history_.publishers.clear();
      }
      newest_ = all_.size();
    }
    all_.push_back(std::move(secret));
  }

  const std::set<std::string>& founder_;
  std::set<std::string> knowing_;  // writers who have entered a secret, or have seen one
  std::vector<AddressSecret> all_;
  std::optional<std::size_t> newest_;  // of the founder
  std::size_t begun_ = 0;              // what stands before it leads nowhere
  AddressHistory history_;
};

}  // namespace

std::set<std::string> founder_keys(const std::string& investigation) {
  const Standing standing = standing_here(investigation);
  std::set<std::string> keys;
  for (const auto& [name, person] : standing.members) {
    if (person.is_founder) keys.insert(person.keys.begin(), person.keys.end());
  }
  return keys;
}

bool has_secret(const std::string& investigation) {
  const std::vector<ChainFile> files = chain_files(investigation);
  return std::any_of(files.begin(), files.end(), [](const ChainFile& file) {
    const MappedIfThere chain(file.chain_path);
    return chain.bytes().find("\"kind\":\"secret\"") != std::string_view::npos;
  });
}

AddressHistory address_history(const std::string& investigation,
                               const std::set<std::string>& founder) {
  Reading reading(founder);
  for_each_entry(investigation, [&](const Entry& entry) { reading.take(entry); });
  return reading.result();
}

AddressHistory address_history(const std::string& investigation) {
  return address_history(investigation, founder_keys(investigation));
}

std::optional<AddressSecret> address_secret(const std::string& investigation,
                                            const std::set<std::string>& founder) {
  return address_history(investigation, founder).now;
}

std::optional<AddressSecret> address_secret(const std::string& investigation) {
  return address_history(investigation).now;
}

std::vector<AddressSecret> older_secrets(const std::string& investigation) {
  return address_history(investigation).older;
}

}  // namespace sanaq::ledger
