// What each record of a list is called and known by: its id, or its row; and the identity that
// stays when rows move.
#pragma once
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

// Fills ids and, where asked for, identities, and warns of ids that stand twice or are missing.
void name_records(IngestedList& list, bool with_identities);

}  // namespace sanaq::tables
