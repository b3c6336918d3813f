// The secret of an investigation, under which the addresses of persons are made (entries of the
// kind `secret`), and what was once public under which (docs/formats/ledger.md, The secret).
//
// It stands in the ledger and nowhere else: in no index, no answer, no export, no site.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

struct AddressSecret {
  std::string bytes;       // 32
  bool redirects = false;  // what was public under the secret before leads to the new addresses
  EntryPlace place;
};

// The keys of the founder of the investigation that is believed here; none before it was founded.
[[nodiscard]] std::set<std::string> founder_keys(const std::string& investigation);

// Whether any chain here has an entry of the kind. Quick: nothing is checked.
[[nodiscard]] bool has_secret(const std::string& investigation);

// What makes the addresses: the founder's newest; where the founder has entered none, the first
// that there is. None without any. A retraction or an erasure of a secret counts for nothing.
[[nodiscard]] std::optional<AddressSecret> address_secret(const std::string& investigation);
[[nodiscard]] std::optional<AddressSecret> address_secret(const std::string& investigation,
                                                          const std::set<std::string>& founder);

// Every other one, newest first.
[[nodiscard]] std::vector<AddressSecret> older_secrets(const std::string& investigation);

// What stood where, as far as a site may still lead there.
struct AddressHistory {
  std::optional<AddressSecret> now;
  std::vector<AddressSecret> older;     // newest first
  std::vector<AddressSecret> leading;   // of `older`: what was public under them may lead on
  std::set<std::string> published;      // addresses that ever led to a person's page, on any site
  std::vector<std::string> publishers;  // versions of sanaq that published, in order, each once
};

// A secret that its founder entered after another one and without `redirects` is a new beginning (a
// seizure): nothing from before it leads on.
[[nodiscard]] AddressHistory address_history(const std::string& investigation,
                                             const std::set<std::string>& founder);
[[nodiscard]] AddressHistory address_history(const std::string& investigation);

}  // namespace sanaq::ledger
