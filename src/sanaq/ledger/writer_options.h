// What a writer of the ledger may be told, and what it asks.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {

// An entry as it is shown to whoever is to vouch for it.
struct ShownEntry {
  std::int64_t seq = 0;
  std::string day, kind;
  std::string body;  // canonical JSON; empty where it is not here
  bool operator==(const ShownEntry&) const = default;
};

// A chain of format 1, before somebody with a voice vouches for it as it stands.
struct Unvouched {
  std::string writer, name;
  std::int64_t entries = 0;
  std::string last_day;                // of its last entry, by its writer's clock
  std::int64_t last_checkpoint = 0;    // seq; nobody signed what stands after it
  std::string self;                    // of its last line
  std::vector<ShownEntry> after = {};  // what stands after the last checkpoint; the first twenty
  bool counts = false;                 // as before, since nobody was asked yet
  bool operator==(const Unvouched&) const = default;
};

struct WriterOptions {
  std::string name = {};                           // of the person, for a new key; may be empty
  std::optional<std::string> passphrase = {};      // seals a new key; opens one to sign
  std::optional<std::string> new_passphrase = {};  // seals a new key instead; opens no other
  std::function<std::string()> now = {};  // UTC as in an entry's `time`; none: the system's clock
  // To write under; none: the one that belongs to this folder, or a new one.
  std::optional<Key> key = {};
  AskPassphrase ask_passphrase = {};  // asked once, where a key needs one and none is given above
  // Whether these chains are vouched for as they stand. Called when an investigation is founded
  // over chains of format 1, and again while nobody was asked. None, or no answer: they count as
  // before, and are asked for at the next opportunity.
  std::function<std::optional<bool>(const std::vector<Unvouched>&)> vouches = {};
  // Whether what stands in one's own chain of format 1 after its last checkpoint is one's own: the
  // first signed line vouches for it. At a no it is moved to WRITER.cut-off. None, or no answer:
  // it counts as before.
  std::function<std::optional<bool>(const Unvouched&)> wrote_own = {};
  bool vouches_now = false;  // `vouches` is called also where the investigation stands already
  std::optional<Key> rests_on = {};  // of the same person: a new chain of `key` names it as `same`
  bool begins_chain = false;         // under a new key, whatever chain of ours is here
  bool founds = false;               // a new investigation over these chains; with begins_chain
};

// Which seals a key that is made under these options; none: it stays open.
[[nodiscard]] std::optional<std::string> passphrase_of_new_key(const WriterOptions& options);

}  // namespace sanaq::ledger
