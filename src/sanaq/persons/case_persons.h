// Which person of the register a name in the case file means.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/register.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::persons {

// Whom somebody has decided that a name means: a record of a list for the index of the name.
using CaseBound = std::map<std::size_t, std::uint32_t>;

// Returns what decisions `same` between a name of the case file and a record say, the last one of
// each name. `names` are the identities of the names. What a list has no more binds nothing.
[[nodiscard]] CaseBound bound_by(const std::vector<ledger::Decision>& decisions,
                                 const std::vector<std::string>& names,
                                 const record::RecordTable& records,
                                 const std::vector<ListHistory>& histories);

// Call it after the lists are linked, so that the case file changes no count and no estimate. The
// names become records behind those of the lists (out of scope, and on no capture list). Each is
// joined to the one person whose name has the same sound and whose birth and sex do not contradict;
// with a missing part or one different letter, only if both births are the same day. Two names with
// different marks (#1, #2) are never joined. A name that fits two persons is joined to neither and
// is reported in `bad_cells`. A name that is on no list becomes one of all.case_persons. `list` is
// the result of case_list(names), and `arrivals` has one entry for each name. A name that is bound
// to a record is joined to that record's person, whoever else has it.
void join_case_names(Register& all, const std::vector<CaseName>& names, tables::IngestedList list,
                     const std::vector<std::int64_t>& arrivals,
                     std::vector<record::BadCell>& bad_cells, const CaseBound& bound = {});

// Whom a name may mean: by the rule above (but for the sex), or, where it means nobody by that,
// also who has it with more parts.
enum class Fit { surely, perhaps };

// Returns, for each name, the persons of the register whom it may mean: their indices in
// all.persons, ascending. Where there are several, join_case_names() joins none. If `only` is not
// empty, it says of each record whether it is looked at.
[[nodiscard]] std::vector<std::vector<std::size_t>> persons_named(
    const Register& all, const std::vector<CaseName>& names, Fit fit,
    const std::vector<bool>& only = {});

}  // namespace sanaq::persons
