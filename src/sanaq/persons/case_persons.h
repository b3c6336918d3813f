// Which person of the register a name in the case file means.
#pragma once
#include <vector>

#include "sanaq/persons/case_names.h"
#include "sanaq/persons/register.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::persons {

// After the lists are linked, so that whom the case file names changes no count and no estimate:
// the names become records behind those of the lists (out of scope, and on no capture list), and
// each is joined to the one person whose name has the same sound and whose birth and sex do not
// contradict; a part that lacks or a letter that differs is enough only where both births are one
// day. Two names with different marks (#1, #2) are never joined. A name that fits two persons is
// joined to neither and is reported in `bad_cells`. Who is in no list becomes one of
// all.case_persons. `list` is that of case_list(names), with one arrival a name.
void join_case_names(Register& all, const std::vector<CaseName>& names, tables::IngestedList list,
                     const std::vector<std::int64_t>& arrivals,
                     std::vector<record::BadCell>& bad_cells);

}  // namespace sanaq::persons
