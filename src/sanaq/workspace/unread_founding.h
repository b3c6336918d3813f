// The recovery code of an investigation that was just founded, kept until somebody has said that it
// stands on paper: a server that is killed before is no reason that nobody ever reads it.
//
// It is a file in the folder of keys, readable by its owner alone, beside the key that it can
// replace and that has no passphrase either when an investigation is founded here.
#pragma once
#include <optional>
#include <string>

#include "sanaq/ledger/writer.h"

namespace sanaq::workspace {

// Returns false where the disk refuses: it lives in memory alone then.
bool keep_unread(const std::string& folder, const ledger::Founding& founding);
// nullopt where none waits. One of a ledger that is there no more is removed.
[[nodiscard]] std::optional<ledger::Founding> unread_founding(const std::string& folder);
// Overwrites the file and removes it.
void forget_unread(const std::string& folder);

}  // namespace sanaq::workspace
