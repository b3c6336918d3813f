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

// Records held to be one human being. The id is that of the founding record (docs/decisions/0003);
// it never leaves.
struct Person {
  std::string id;
  std::vector<std::uint32_t> records;  // indices into Register::records, founding record first
  double probability = 1;              // that these records belong together
  bool is_linkable = true;  // false: a record without a name, which may be anybody's second record
};

// The records of all lists. Each vector has one entry a record, in the order of `records`; but
// `histories` one a list.
struct Records {
  record::RecordTable records;
  std::vector<bool> in_scope;
  std::vector<std::string> record_ids;  // the record's own id (decision 0003)
  std::vector<std::string> origins;     // its identity as it was first seen
  std::vector<std::int64_t> arrivals;   // at which ingest it was first seen, from 1
  std::vector<ListHistory> histories;   // written once they are entered
};

struct Register : Records {
  AddressBook addresses;             // what makes addresses of the origins
  link::Result link;                 // over all records in scope; indices are those of `records`
  std::vector<Person> persons;       // in scope only, ordered by founding record
  std::vector<Person> case_persons;  // named by the case file alone: in no count of the dead
};

// Persons in scope, ordered by founding record: the one that arrived first (`arrivals`, one a
// record), then by list and row. A person's id is its founding record's address, from `record_ids`.
[[nodiscard]] std::vector<Person> persons_of(const record::RecordTable& records,
                                             const link::Result& linked,
                                             const std::vector<bool>& in_scope,
                                             const std::vector<std::string>& record_ids,
                                             const std::vector<std::int64_t>& arrivals);

}  // namespace sanaq::persons
