// Records of a list with ids whose cells were corrected in a new version: their id is what it was,
// so that their identity says nothing of it.
#pragma once
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/persons/list_history.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::investigation {

// Counts among the changed those of the unchanged records that say something else than in the kept
// file of the version before. Nothing where that file is not there or cannot be read any more.
void count_corrected(persons::VersionChange& change, const persons::ListHistory& history,
                     const tables::ListSource& source, const std::string& folder,
                     const record::RecordTable& now, base::Progress& progress);

}  // namespace sanaq::investigation
