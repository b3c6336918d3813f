// The gate for documents: which pieces of evidence may leave, and what is told of them.
//
// A document leaves when it is public; a restricted or a sealed one only when the user says so for
// that class. Who obtained it, from whom and how is told only when the user says so: it can name a
// source. The hash of an original that does not leave is not told either, as it would name the file
// on a seized phone.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/fixity.h"

namespace sanaq::disclose {

struct EvidencePermission {
  bool with_restricted = false;
  bool with_sealed = false;
  bool with_custody = false;
};

struct PublicCustody {
  std::string entered, author;      // day, name
  std::string when, by, how, from;  // of obtaining it
};

struct PublicDocument {
  std::string sha256, file, name, type, visibility;
  std::int64_t size = 0;  // bytes
  bool is_original = true;
  std::string of;                      // the original's hash, where that leaves too
  std::string entered;                 // day of the first entry
  std::string last_good;               // day of the last check that found it good; empty: none
  std::vector<PublicCustody> custody;  // empty unless permitted
};

struct PublicEvidence {
  std::vector<PublicDocument> documents;                      // in the order of the ledger
  std::int64_t withheld_restricted = 0, withheld_sealed = 0;  // for the screen; they do not leave
  std::int64_t unlisted = 0;  // files in evidence/ that no entry in force knows
  bool tells_custody = false;
};

[[nodiscard]] PublicEvidence disclose_evidence(const std::vector<ledger::Document>& documents,
                                               const std::vector<ledger::FixityCheck>& checks,
                                               std::int64_t unlisted,
                                               const EvidencePermission& permission);

}  // namespace sanaq::disclose
