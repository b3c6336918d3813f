// What standing is told by: the facts of every chain of a folder, as far as they are authentic.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/key_events.h"

namespace sanaq::ledger {

// One chain's file: a writer's chain, or one of its forks.
struct ChainFacts {
  std::string writer;
  std::string fork;          // as in ChainFile; "" in the main chain
  std::int64_t parting = 0;  // of a fork: seq of its first line that the main chain has not
  // Up to its last line whose signature holds, of format 1 all; not beyond the first whose clock
  // does not grow.
  std::int64_t lines = 0;
  std::int64_t clock_end = 0;        // how many of those stand before a clock out of bounds
  std::int64_t first_signed = 0;     // seq; 0: format 1 alone
  std::int64_t last_checkpoint = 0;  // seq of the last of format 1 whose signature holds; 0: none
  std::optional<KeyEvent> opening;   // `founded` or `begun`, of the first signed line
  std::string opening_hash;          // line_hash of that line: of `founded`, the id
  // `self` of the lines that a `vouched` event of any chain names, by seq; those that are not here
  // are left out.
  std::map<std::int64_t, std::string> selfs;
};

// Of a fork only what stands from its parting on; what it shares with the main chain is given
// there.
struct PlacedEvent {
  KeyEvent event;  // with its place
  std::int64_t clock = 0;
  std::string fork;        // the file that it stands in
  bool is_signed = false;  // a line of format 2
};

// An `erasure`, a `retraction` of one (or of such a retraction), a `secret`.
struct PlacedEntry {
  EntryPlace place;
  std::int64_t clock = 0;
  std::string fork;
  EntryPlace target;        // of an erasure and a retraction
  std::string target_kind;  // the kind of the line that it names; "" where that is not here
};

// The openings are among the events as well. What lies behind a chain's `lines` is not here.
struct Facts {
  std::vector<ChainFacts> chains;
  std::vector<PlacedEvent> events;
  std::vector<PlacedEntry> erasures, retractions, secrets;
};

// Ed25519 over `text` by `key`, as signature_holds() says; a test may put its own in.
using SignatureCheck = std::function<bool(std::string_view text, const std::string& signature,
                                          const std::string& key)>;

struct StandingOptions {
  std::string id;                  // the id that the reader's key store believes; "" for none
  std::set<std::string> own_keys;  // writers whose keys the reader has
  SignatureCheck signature_check;  // none: signature_holds()
};

}  // namespace sanaq::ledger
