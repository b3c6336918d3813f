// What a member does about keys: takes in, goes on under another key, comes back by the code on
// paper, begins an investigation again. Each is an entry; standing.h says what comes of it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

// Enters an event for the investigation that is believed here (of `joined` the event names the
// other one).
Entry enter_key_event(Writer& writer, KeyEvent event);

// Goes on under a new key, whose chain rests on the old one: that ends with the entry that names
// the new key, and is retired. Gives the writer that holds the new key. Throws Error as Writer
// does.
[[nodiscard]] Writer replace_key(const std::string& investigation, const WriterOptions& options,
                                 const std::string& reason);

// The public half of the recovery key of the person whose key this is; "" where it has none.
[[nodiscard]] std::string recovery_key_of(const FolderFacts& folder, const Standing& standing,
                                          const std::string& key);

struct Recovery {
  std::string of;                  // the key that was lost
  std::int64_t last = 0;           // its last entry that is believed
  std::string seed;                // of the recovery key, 64 hex digits, from parse_recovery_code()
  std::vector<std::string> keeps;  // chains that rest on `of` and go on
  std::string reason;
};

// Begins a chain under a new key, which the code on paper makes a key of the owner of `of`; our own
// key `of`, if it is here, is retired. Throws Error{usage} where the code is not the one that
// belongs to that key, and as Writer does.
[[nodiscard]] Writer recover_key(const std::string& investigation, const WriterOptions& options,
                                 const Recovery& recovery);

// Founds the investigation anew and vouches for every chain as far as it counted until now. Throws
// Error{usage} where nothing was founded here, and as Writer does.
[[nodiscard]] Writer begin_again(const std::string& investigation, WriterOptions options);

// From now on the investigation with this id is believed here. Where the one believed until now was
// founded by us, that is entered, so that others follow. Throws Error{not_found} where it was not
// founded in this folder.
void join_investigation(const std::string& investigation, const WriterOptions& options,
                        const std::string& id);

}  // namespace sanaq::ledger
