// Takes what waits in a spool of the public server, or in a copy of one, into the investigation:
// comments to be moderated, everything else still sealed (docs/formats/spool.md).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/inbox/kept.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::inbox {

// Opened intake keys of this member, the newest first.
struct OpenIntakeKey {
  intake::KeyPair pair;
  bool is_in_force = true;
};
[[nodiscard]] std::vector<OpenIntakeKey> open_intake_keys(const std::string& investigation,
                                                          const ledger::AskPassphrase& ask);

struct Collected {
  std::int64_t envelopes = 0;      // whole ones in the spool
  std::int64_t not_envelopes = 0;  // places in it that hold none
  std::int64_t known = 0;          // taken before, or sent twice
  std::int64_t not_opened = 0;     // sealed to keys that are not here; they stay in the spool
  std::int64_t comments = 0, sealed = 0;  // taken now
  std::int64_t receipts = 0;              // with a place for a reply
  // Pieces and replies that no key here opens: without them out/ would lose replies, so it stayed
  // as it was.
  std::int64_t kept_from_others = 0;
  std::vector<std::string> destroyed;  // public halves whose secrets were destroyed
  std::int64_t older_keys = 0;  // whose secrets stay, since nothing came yet under the newest
};

// Enters each envelope once, rebuilds SPOOL/out and, last, writes SPOOL/collected.txt, which names
// what is in the ledger for good. What was taken back or erased is not taken again. SPOOL/out stays
// as it is, if it is there, where pieces or replies are kept that only other members open. A secret
// that was renewed is destroyed once something came under the newest key: by then no server seals
// to the old one. Throws Error{not_found} for what is no spool; Error{usage}, with nothing written,
// where envelopes wait and no key here opens any, as in the spool of another investigation; and
// what Writer throws. Run again, it goes on.
Collected collect(ledger::Writer& writer, const std::string& spool,
                  const std::vector<OpenIntakeKey>& intake, const KeepingKeys& keeps,
                  base::Progress& progress);

}  // namespace sanaq::inbox
