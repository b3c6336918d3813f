// Destroying what an entry said, with everything that holds its words.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/investigation/forget.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {

struct Erasing {
  ledger::Entry entry;              // the erasure
  std::vector<base::Message> said;  // what was done and what remains
};

// Enters the erasure, then carries it out. Killed in between, the next command that writes carries
// it out. Throws Error as ledger::enter_erasure.
[[nodiscard]] Erasing erase(ledger::Writer& writer, const ledger::EntryPlace& place,
                            const std::string& reason, const std::string& by,
                            const TakeFromSite& take);

// Carries out the erasures that hold and whose bodies are still here: of a command that was killed,
// of another office. What holds their words is forgotten first, the bodies go last. Says which, and
// what forget() says; nothing where there is none.
[[nodiscard]] std::vector<base::Message> carry_out_erasures(ledger::Writer& writer,
                                                            const TakeFromSite& take);

// Entries that somebody asked to erase and that are only sealed so far, until a voice asks too.
[[nodiscard]] std::set<ledger::EntryPlace> sealed_places(const std::string& investigation);
// Takes those of them that were not sealed `before` out of index, caches and pages, and says so.
[[nodiscard]] std::vector<base::Message> withhold_sealed(
    ledger::Writer& writer, const std::set<ledger::EntryPlace>& before, const TakeFromSite& take);

}  // namespace sanaq::investigation
