// Whom the cells of the case file mean: from a name or a record to the person of the register.
#pragma once
#include "sanaq/casefile/things.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {

// Of a finished linking: LIST:RECORD, a person's id (or that of any record of his, so that
// addresses never break) or a name, to the id of the person as he stands now. "" for who is in no
// register. Holds copies; the outcome may go.
[[nodiscard]] casefile::Resolve who_is_who(const Outcome& outcome);

// LIST:RECORD cells whose record is not there: reported, since what is said would hang in the air.
[[nodiscard]] std::vector<tables::BadCell> missing_records(const std::vector<casefile::Said>& said,
                                                           const Config& config,
                                                           const record::RecordTable& records);

}  // namespace sanaq::investigation
