// What each record of a list is called (its id, or its row), and the identity that stays when rows
// move.
#pragma once
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

// Fills ids and, if `with_identities`, identities, and warns of ids that are duplicate or missing.
void name_records(IngestedList& list, bool with_identities);

}  // namespace sanaq::tables
