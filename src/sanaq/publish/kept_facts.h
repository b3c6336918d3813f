// The folder publication/: what was published last, every correction since the first publication,
// and the keys to which the site's server seals (docs/formats/facts.md). It is primary data:
// nothing else has it.
#pragma once
#include <string>
#include <vector>

#include "sanaq/disclose/corrections.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::publish {

// Returns the texts of the files; "" for one that is not there. Throws Error{bad_input} if
// publication/ or one of them is a symbolic link or no file.
[[nodiscard]] disclose::KeptFacts read_kept_facts(const std::string& investigation);

// Writes those that changed, the corrections first: whoever is killed in between writes the same
// again (disclose/corrections.h). A file whose text is now "" is removed.
void keep_facts(const std::string& investigation, const disclose::KeptFacts& kept);

// Sets the hashes of what is to be entered.
void name_kept_facts(const disclose::KeptFacts& kept, ledger::Publication& publication);

// Brings in what another office's folder has. Its files are taken only as a publication of the
// ledger names them, once its ledger was merged: the facts and the intake keys of the newest
// publication, of the corrections the lines of both. Returns what was done and what was not taken.
// In whatever order folders are merged, the same comes out.
[[nodiscard]] std::vector<base::Message> merge_kept_facts(const std::string& investigation,
                                                          const std::string& other);

// Holds the files against the publications of the ledger.
[[nodiscard]] std::vector<ledger::Finding> verify_kept_facts(const std::string& investigation);

}  // namespace sanaq::publish
