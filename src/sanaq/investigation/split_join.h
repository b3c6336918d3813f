// Splitting a person into two and joining two into one: what it does, in words, and the decisions
// that do it as one act.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct PersonsChange {
  // To be entered together: without `by`, all with one task, so that one undo takes them back
  // (entries_of_act in answer.h).
  std::vector<ledger::Decision> decisions;
  // What it does, before it is entered: "1 person becomes 2", whose the address stays, what leads
  // where, what of the case file hangs on it.
  std::vector<base::Message> effect;
  // The records of the two persons: of a split those that keep the address first; of a join those
  // of the older person first. Names of the case file are left out.
  std::vector<std::uint32_t> first, second;
  // Names of the case file that hang on a person that is split: the caller asks whose they are.
  std::vector<std::uint32_t> case_records;
};

// Whose a name of the case file is that hangs on a person who is split.
enum class CaseSide { first, second };
using CaseSides = std::map<std::uint32_t, CaseSide>;  // by record; one that is left out is open

// Both tell rows in the catalogue's language.

// These records leave their person, and are one person of their own. The outcome must be linked.
// Throws Error{usage} if they are of more than one person, of none (out of scope), names of the
// case file, or if nobody is left: the person has only these. `sides` says whom names of the case
// file mean from then on; they must hang on this person.
[[nodiscard]] PersonsChange split_person(const Outcome& outcome,
                                         const std::vector<std::uint32_t>& records,
                                         const std::string& reason, const CaseSides& sides = {},
                                         const base::Catalog& catalog = base::Catalog());

// The persons of these two records become one. Throws Error{usage} if they are one already, or if
// a record is nobody's.
[[nodiscard]] PersonsChange join_persons(const Outcome& outcome, std::uint32_t one,
                                         std::uint32_t other, const std::string& reason,
                                         const base::Catalog& catalog = base::Catalog());

}  // namespace sanaq::investigation
