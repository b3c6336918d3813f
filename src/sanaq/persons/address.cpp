#include "sanaq/persons/address.h"

#include "sanaq/base/hmac.h"
#include "sanaq/base/sha256.h"
#include "sanaq/record/record_address.h"

namespace sanaq::persons {
namespace {

constexpr std::size_t address_digits = 16;

}  // namespace

std::string keyed_address(std::string_view secret, std::string_view origin) {
  return base::hmac_sha256_hex(secret, "sanaq record\n" + std::string(origin))
      .substr(0, address_digits);
}

std::vector<std::string> AddressBook::older_addresses(std::string_view origin) const {
  std::vector<std::string> older;
  for (const std::string& before : leading) {
    std::string address = keyed_address(before, origin);
    if (published.contains(address)) older.push_back(std::move(address));
  }
  if (leads_from_ids) older.push_back(record::record_address(origin));
  return older;
}

std::string AddressBook::digest() const {
  if (secret.empty()) return {};
  base::Sha256 hash;
  hash.add(secret + (leads_from_ids ? "+" : "-"));
  for (const std::string& before : leading) hash.add(before);
  // Without an older secret what was published leads nowhere, and each publishing adds to it.
  if (!leading.empty()) {
    for (const std::string& address : published) hash.add(address);
  }
  return hash.hex();
}

bool is_person_id(std::string_view ref) {
  return ref.size() == address_digits && ref.find_first_not_of("0123456789abcdef") == ref.npos;
}

Commitment commitment_to(std::string_view secret, std::string_view name, std::string_view sha256) {
  Commitment made;
  made.salt = base::hmac_sha256_hex(
      secret, "sanaq salt\n" + std::string(name) + "\n" + std::string(sha256));
  made.commitment = base::sha256_hex(made.salt + std::string(sha256));
  return made;
}

}  // namespace sanaq::persons
