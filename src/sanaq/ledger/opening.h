// What a folder is like when somebody opens it to write, and whether he may go on from it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/anchor.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/standing.h"
#include "sanaq/ledger/writer_options.h"

namespace sanaq::ledger {

struct Opening {
  FolderFacts folder;
  Standing standing;             // by the files alone: what is named in `seen`, what bounds clocks
  std::optional<Anchor> anchor;  // what the key store remembers of this folder
  bool is_first_time = false;    // an id is here that this key store never believed before
};

// Reads the folder. What the key store remembers of another investigation that once stood at this
// path is forgotten, and that is said. Throws Error{corrupt} where the ledger was emptied or the
// investigation that is believed here is not in it.
[[nodiscard]] Opening open_folder(const std::string& investigation,
                                  std::vector<base::Message>& said);

// Throws Error{corrupt} where a chain under one of our keys is shorter than, or another than, what
// this key store last wrote here.
void expect_own_chains(const std::string& investigation, const Opening& opening);

// Forgets what the key store remembers of a path at which nothing of an investigation stands any
// more; true where something was forgotten. To be called before anything is put there.
bool forget_if_gone(const std::string& investigation);

// The key that belongs to this folder and whose chain here can go on; a chain with a fork cannot.
// Throws Error{conflict} where others gave it up.
[[nodiscard]] std::optional<Key> key_of_folder(const std::string& investigation,
                                               const Opening& opening);

// A key in the store that a member of this investigation has, not given up: whoever holds it may
// begin another chain as the same person.
[[nodiscard]] std::optional<Key> key_of_member(const Opening& opening);

// The chain's file as it was scanned; nullptr where it is not there.
[[nodiscard]] const ScannedChain* find_chain(const FolderFacts& folder, const std::string& writer);

// An own chain as far as it can be gone on from: of one of format 1 without the lines behind a
// clock out of bounds, which anybody could write. It must be there.
[[nodiscard]] ScannedChain own_chain(const Opening& opening, const std::string& writer);

// Moves what stands behind the authentic end of an own chain to WRITER.cut-off, and says it. Throws
// Error{corrupt} where a line before that was changed.
void cut_unsigned_end(const ScannedChain& chain, std::vector<base::Message>& said);

// Moves the lines behind `seq`, which is where the first `chain_bytes` of the chain end, with their
// bodies to WRITER.cut-off.
void cut_behind(const ChainFile& file, std::int64_t seq, std::size_t chain_bytes);

// A chain of format 1 as it is shown.
[[nodiscard]] Unvouched as_unvouched(const ScannedChain& chain);

// The chains of format 1 that nobody who was asked vouched for as they stand, `except` aside.
[[nodiscard]] std::vector<Unvouched> unvouched_chains(const Opening& opening,
                                                      const std::string& except);

}  // namespace sanaq::ledger
