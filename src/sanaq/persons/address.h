// What a record, and so the person whom it founds, is called (docs/decisions/0003).
//
// Inside an investigation it is called by its *id*: a hash of its identity, which is the same in
// every office and needs no ledger. What is published has an *address* instead, made with the
// secret of the investigation: whoever guesses every cell of a record can compute the id, but not
// the address.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::persons {

// Returns 16 lower-case hex digits. `origin` is the record's identity as it was first seen. (The
// id, inside, is record::record_address.)
[[nodiscard]] std::string keyed_address(std::string_view secret, std::string_view origin);

// The secrets of an investigation, and which earlier addresses still lead to pages.
struct AddressBook {
  std::string secret;                // 32 bytes; if it is empty, nothing has an address
  std::vector<std::string> leading;  // older secrets: addresses published under them lead on
  std::vector<std::string> all;      // all secrets: inside, addresses under any of them are known
  std::set<std::string> published;   // all addresses that ever led to a person's page
  bool leads_from_ids = false;       // pages once stood under the ids themselves (before 0.2)

  [[nodiscard]] bool has_secret() const { return !secret.empty(); }
  // Returns every address, other than the present one, that may lead to the record's page.
  [[nodiscard]] std::vector<std::string> older_addresses(std::string_view origin) const;
  // Returns a hash of everything that decides which addresses a site has; "" without a secret.
  [[nodiscard]] std::string digest() const;
};

// Returns true if `ref` is 16 hex digits.
[[nodiscard]] bool is_person_id(std::string_view ref);

// A SHA-256, in hex, over a salt and the SHA-256 of a file. It proves that the file stays the same
// but does not identify it. The salt, 64 hex digits, opens it: `printf %s SALT HASH | sha256sum`.
struct Commitment {
  std::string salt, commitment;
};
[[nodiscard]] Commitment commitment_to(std::string_view secret, std::string_view name,
                                       std::string_view sha256);

}  // namespace sanaq::persons
