// Records whose cells were corrected in a new version of a list with ids: since the id is
// unchanged, so is the identity, which therefore does not show it.
#pragma once
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/persons/list_history.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::investigation {

// Counts unchanged records as changed if they say something else than in the kept file of the
// version before; `mended` are cells of `now` in whose place the file has something else. Does
// nothing if that file does not exist or can no longer be read.
void count_corrected(persons::VersionChange& change, const persons::ListHistory& history,
                     const tables::ListSource& source, const std::string& folder,
                     const record::RecordTable& now,
                     const std::vector<persons::MendingHeld>& mended, base::Progress& progress);

}  // namespace sanaq::investigation
