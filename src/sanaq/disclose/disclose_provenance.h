// What is told of the files that the site was made from (disclose.h).
//
// The SHA-256 of a file that does not leave would name it on a seized phone, and confirm a guess of
// what it says; so a commitment stands there. It is opened for one reader by telling the salt.
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
  std::string salt, sha256;  // hex; no salt where the hash itself is shown
};

// Of each list, of each table with a public row or a public file, and of all the rest together
// (settings, decisions, statements of the ledger, closed tables). Without a secret only of files
// that are public themselves.
[[nodiscard]] std::vector<InputSalt> input_salts(const investigation::Outcome& outcome);

// The name of a table in public: "act", and "act 2" of a second one. Empty for one that nothing
// public stands in.
[[nodiscard]] std::string public_table_name(const investigation::Outcome& outcome,
                                            const std::string& file);

void disclose_provenance(const investigation::Outcome& outcome, pages::PublicView& view);

}  // namespace sanaq::disclose
