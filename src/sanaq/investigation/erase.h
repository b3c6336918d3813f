// Destroys what an entry said, and everything that has its words.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/investigation/forget.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {

struct Erasing {
  ledger::Entry entry;              // the entry of the erasure
  std::vector<base::Message> said;  // what was done and what remains
};

// Enters the erasure, then carries it out. If it is killed in between, the next command that writes
// carries it out. Throws Error as ledger::enter_erasure does.
[[nodiscard]] Erasing erase(ledger::Writer& writer, const ledger::EntryPlace& place,
                            const std::string& reason, const std::string& by,
                            const TakeFromSite& take,
                            const std::string& ground = ledger::ground_not_given);

// Carries out the erasures that are in force but whose bodies are still here, because a command was
// killed or another office entered them. What has their words is removed first, the bodies last.
// Returns what was done, with what forget() says; nothing if there were none.
[[nodiscard]] std::vector<base::Message> carry_out_erasures(ledger::Writer& writer,
                                                            const TakeFromSite& take);

// Returns the entries that somebody asked to erase and that are only sealed so far, until a member
// with a voice asks too.
[[nodiscard]] std::set<ledger::EntryPlace> sealed_places(const std::string& investigation);
// Removes those of them that were not sealed `before` from the index, caches and pages, and returns
// what was done.
[[nodiscard]] std::vector<base::Message> withhold_sealed(ledger::Writer& writer,
                                                         const std::set<ledger::EntryPlace>& before,
                                                         const TakeFromSite& take);

}  // namespace sanaq::investigation
