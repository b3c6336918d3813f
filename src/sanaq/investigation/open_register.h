// The register that may be shown: the records that may be published, linked by themselves.
//
// Records of lists that publish nothing, and of people who may be living, have no effect on it: not
// on who is one person, not on how certain that is, not on an address. With or without them it is
// the same, byte for byte (docs/method/disclosure.md, Who is one person).
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// Which columns are published of which list: [list of outcome.records][column of outcome.records].
using OpenColumns = std::vector<std::vector<bool>>;

// What is closed of single records, whatever their lists publish: one entry for each record of
// outcome.records, or none at all where nothing is.
struct HiddenRecords {
  std::vector<bool> closed;  // they are treated as if they were not there
  std::vector<bool>
      in_part;  // shown with less than their open cells, so that no probability is told
};

struct OpenPerson {
  std::string address;                 // of the oldest of its records
  std::vector<std::uint32_t> records;  // indices into Outcome::records, the oldest first
  // The probability that its records belong together, by their open cells alone; absent if these
  // would not put the same records together.
  std::optional<double> probability;
};

struct OpenRegister {
  std::vector<OpenPerson> persons;     // ordered by their oldest record
  std::vector<std::uint32_t> records;  // those of all persons, ascending
  record::RecordTable table;           // the same records, with their open cells alone
  std::vector<link::Pair> pairs;       // within persons, weighed by open cells alone
};

// Returns the open register. A record is in it if the record is in scope, some open cell of it says
// something, and its person is dead: the scope says that all are, or the record itself has an open
// date of death. Records are put together by all cells of the lists that publish something, and by
// those decisions of reviewers that concern such records only. Without a secret it is empty, since
// nothing then has an address.
[[nodiscard]] OpenRegister open_register(const Outcome& outcome, const OpenColumns& open,
                                         base::Progress& progress,
                                         const HiddenRecords& hidden = {});

}  // namespace sanaq::investigation
