// What the commands that write into the ledger share: whose chain it is, and what was put right
// when it was opened.
#pragma once
#include <string>

#include "sanaq/cli/command.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {

// Opens the ledger of an investigation for writing. `by` names the person in a new key;
// SANAQ_PASSPHRASE opens or seals it, and otherwise a passphrase is asked for at the terminal. What
// was put right, founded or believed for the first time is said on standard error. A ledger without
// a secret for the addresses (ledger/secrets.h) gets one. Throws Error{not_found} where the folder
// is no investigation.
[[nodiscard]] ledger::Writer open_ledger(const std::string& folder, const std::string& by,
                                         Context& context);

// How open_ledger opens it, for commands that open it otherwise. The context must outlive it.
[[nodiscard]] ledger::WriterOptions writer_options(const std::string& by, Context& context);
// Says what that opening found and did, carries out erasures, and enters a secret where there is
// none.
void say_what_opening_did(ledger::Writer& writer, Context& context);

// Removes what a command that was killed left half-written in the folder, and says so on standard
// error. Every command that writes there begins with it; open_ledger does it too.
void clear_leftovers(const std::string& folder, Context& context);

// Sees to it that the ledger has a secret to make addresses with, before a site is made. Where none
// can be entered (no place for a key, a folder that is only read) the reason is said on standard
// error: the site then has no persons. Nothing is done where the folder is no investigation.
void enter_secret_if_none(const std::string& folder, Context& context);

// "3f9a0c12:7": what an entry is called on the command line.
[[nodiscard]] std::string short_place(const ledger::Entry& entry);

// Enters the runs and list versions of `outcome` that were not entered before. What prevents it (no
// place for a key, a folder that is only read) is said on standard error: the work itself is done,
// and the next command enters it.
// With a publication, that too.
void enter_what_was_done(const investigation::Outcome& outcome, Context& context,
                         const ledger::Publication* publication = nullptr);

}  // namespace sanaq::cli
