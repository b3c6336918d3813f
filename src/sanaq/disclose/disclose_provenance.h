// What is told about the files that the site was made from (disclose.h).
//
// The SHA-256 of a file that is not published would identify it on a seized phone, and would
// confirm a guess of its content; a commitment is shown instead. Telling the salt opens it for one
// reader.
#pragma once
#include <string>
#include <vector>

#include "sanaq/pages/public_view.h"

namespace sanaq::investigation {
struct Outcome;
}

namespace sanaq::disclose {

struct InputSalt {
  pages::PublicInput input;
  std::string salt, sha256;  // hex; the salt is "" if the hash itself is shown
};

// Returns one entry for each list, for each table with a public row or a public file, and for all
// the rest together (settings, decisions, statements of the ledger, closed tables). Without a
// secret it has only files that are public themselves.
[[nodiscard]] std::vector<InputSalt> input_salts(const investigation::Outcome& outcome);

// Returns the public name of a table: "act", and "act 2" for a second one; "" for a table without
// anything public.
[[nodiscard]] std::string public_table_name(const investigation::Outcome& outcome,
                                            const std::string& file);

void disclose_provenance(const investigation::Outcome& outcome, pages::PublicView& view);

}  // namespace sanaq::disclose
