// The files in lists/.versions: what became of every list, and every version of it.
#pragma once
#include <string>

#include "sanaq/ledger/list_versions.h"
#include "sanaq/persons/list_history.h"

namespace sanaq::investigation {

// What the list was up to now; its file is `version` today. An empty history where there is none
// yet. Where an entry of the ledger names a map, that one is read and no other: an altered one
// would change who is who, and be entered as if it were true. Throws Error{corrupt} for a file that
// is not one, or not what it was.
[[nodiscard]] persons::ListHistory read_history(const std::string& folder, const std::string& list,
                                                const std::string& version,
                                                const ledger::KnownMaps& known);

// Keeps it as lists/.versions/SHA256.json, before its entry is made.
void keep_history(const std::string& folder, const persons::ListHistory& history);

// Keeps the bytes as lists/.versions/SHA256.EXT; a version that is there already is left alone.
// Throws Error{conflict} where the file is no longer the one with that hash.
void keep_version(const std::string& folder, const std::string& path, const std::string& version);

}  // namespace sanaq::investigation
