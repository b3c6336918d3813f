// The register: the records of all lists, and the persons that they were found to be.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/link/persons.h"
#include "sanaq/link/result.h"
#include "sanaq/persons/address.h"
#include "sanaq/persons/list_history.h"
#include "sanaq/record/record_table.h"

namespace sanaq::persons {

// Records that are taken for one human being. The id is that of the founding record
// (docs/decisions/0003) and is never published.
struct Person {
  std::string id;
  std::vector<std::uint32_t> records;  // indices into Register::records, founding record first
  double probability = 1;              // that all these records belong together
  bool is_linkable = true;  // false: a record without a name, which may belong to somebody else
};

// The records of all lists. Each vector has one entry for each record, in the order of `records`,
// except `histories`, which has one for each list.
struct Records {
  record::RecordTable records;
  std::vector<bool> in_scope;
  std::vector<std::string> record_ids;  // the record's own id (docs/decisions/0003)
  std::vector<std::string> origins;     // its identity as it was first seen
  std::vector<std::int64_t> arrivals;   // the number of the ingest that first saw it, from 1
  std::vector<ListHistory> histories;   // written when they are entered in the ledger
};

struct Register : Records {
  AddressBook addresses;             // makes addresses from the origins
  link::Result link;                 // of all records in scope; indices are those of `records`
  std::vector<Person> persons;       // only those in scope, ordered by founding record
  std::vector<Person> case_persons;  // named by the case file alone; in no count of the dead
};

// Returns the persons in scope, ordered by founding record. The founding record is the one that
// arrived first (`arrivals` has one entry for each record), then by list and row. A person's id is
// that of the founding record, from `record_ids`.
[[nodiscard]] std::vector<Person> persons_of(const record::RecordTable& records,
                                             const link::Result& linked,
                                             const std::vector<bool>& in_scope,
                                             const std::vector<std::string>& record_ids,
                                             const std::vector<std::int64_t>& arrivals);

// Returns one entry for each record: the id of its person, or "" for a record out of scope.
[[nodiscard]] std::vector<std::string> person_names(const Register& all);

}  // namespace sanaq::persons
