// The register that may be shown: the records that leave, linked by themselves.
//
// Records of lists that publish nothing, and of people who may be living, have no part in it: not
// in who is one person, not in how certain that is, not in an address. With them or without them it
// is the same, byte for byte (docs/method/disclosure.md, Who is one person).
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// Which columns leave from which list: [list of outcome.records][column of outcome.records].
using OpenColumns = std::vector<std::vector<bool>>;

struct OpenPerson {
  std::string address;                 // of the oldest of its records
  std::vector<std::uint32_t> records;  // indices into Outcome::records, the oldest first
  // That its records belong together, by their open cells alone; none where these would not put
  // the same records together.
  std::optional<double> probability;
};

struct OpenRegister {
  std::vector<OpenPerson> persons;     // ordered by their oldest record
  std::vector<std::uint32_t> records;  // of all of them, ascending
  record::RecordTable table;           // the same records, with their open cells alone
  std::vector<link::Pair> pairs;       // of records of one person, by their open cells alone
};

// A record leaves if it is in scope, some open cell of it says something, and it is of somebody who
// is dead: the scope says that all are, or an open date of death can be read in the record itself.
// Records are put together by all cells of the lists that publish something, and by those decisions
// of reviewers that speak of such records alone. Empty without a secret: then nothing has an
// address.
[[nodiscard]] OpenRegister open_register(const Outcome& outcome, const OpenColumns& open,
                                         base::Progress& progress);

}  // namespace sanaq::investigation
