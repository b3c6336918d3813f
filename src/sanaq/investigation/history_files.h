// The files in lists/.versions: the history of every list, and every version of it.
#pragma once
#include <string>

#include "sanaq/ledger/list_versions.h"
#include "sanaq/persons/list_history.h"

namespace sanaq::investigation {

// Returns the history of a list, whose file now has the SHA-256 `version`; an empty history if
// there is none yet. If an entry of the ledger names a map, only that one is read, since an altered
// one would change who is who and be entered as true. Throws Error{corrupt} for a file that is not
// a history, or not what it was.
[[nodiscard]] persons::ListHistory read_history(const std::string& folder, const std::string& list,
                                                const std::string& version,
                                                const ledger::KnownMaps& known);

// Writes it as lists/.versions/SHA256.json, before its entry is made.
void keep_history(const std::string& folder, const persons::ListHistory& history);

// Copies the bytes to lists/.versions/SHA256.EXT; a version that exists already is left alone.
// Throws Error{conflict} if the file no longer has that hash.
void keep_version(const std::string& folder, const std::string& path, const std::string& version);

}  // namespace sanaq::investigation
