// What a record, and so the person whom it founds, is called (docs/decisions/0003).
//
// Inside, by its *id*: a hash of its identity, the same in every office, made without a ledger.
// What leaves has an *address* instead, made under the secret of the investigation: whoever guesses
// every cell of a record can make the id, but not the address.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::persons {

// 16 lower-case hex digits each. `origin` is the record's identity as it was first seen.
[[nodiscard]] std::string record_address(std::string_view origin);  // the id, inside
[[nodiscard]] std::string keyed_address(std::string_view secret, std::string_view origin);

// The secrets of an investigation, and what of the past still leads on.
struct AddressBook {
  std::string secret;                // 32 bytes; empty: none, and nothing has an address
  std::vector<std::string> leading;  // older ones: what was public under them leads on
  std::vector<std::string> all;      // every one; inside, addresses under all of them are known
  std::set<std::string> published;   // addresses that ever led to a person's page
  bool leads_from_ids = false;       // pages once stood under the ids themselves (before 0.2)

  [[nodiscard]] bool has_secret() const { return !secret.empty(); }
  // Every address, other than the present one, that may lead to the record's page.
  [[nodiscard]] std::vector<std::string> older_addresses(std::string_view origin) const;
  // Of all that decides what a site has at which address. "" without a secret.
  [[nodiscard]] std::string digest() const;
};

// 16 hex digits.
[[nodiscard]] bool is_person_id(std::string_view ref);

// SHA-256 over a salt and the SHA-256 of a file, hex: it shows that the file stays the same, and
// names it to nobody. The salt, 64 hex digits, opens it: `printf %s SALT HASH | sha256sum`.
struct Commitment {
  std::string salt, commitment;
};
[[nodiscard]] Commitment commitment_to(std::string_view secret, std::string_view name,
                                       std::string_view sha256);

}  // namespace sanaq::persons
