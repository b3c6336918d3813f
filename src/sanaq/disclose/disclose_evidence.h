// The gate for documents: which documents may be published, and what is told about them.
//
// A document is published if it is public; a restricted or sealed one only if the user permits its
// class. Who obtained it, from whom and how is told only with permission, since it can name a
// source. The hash of an original that is not published is not told either, since it would identify
// the file on a seized phone.
#pragma once
#include <cstdint>
#include <set>
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
  std::string of;                      // the original's hash, if that is published too
  std::string entered;                 // day of the first entry
  std::string last_good;               // day of the last check that found it good; "" if none did
  std::vector<PublicCustody> custody;  // empty unless permitted
};

struct PublicEvidence {
  std::vector<PublicDocument> documents;                      // in the order of the ledger
  std::int64_t withheld_restricted = 0, withheld_sealed = 0;  // for the screen; not published
  std::int64_t unlisted = 0;  // files in evidence/ that no entry in force names
  bool tells_custody = false;
};

// Returns true if one of the ids, in small letters, is the document's: its SHA-256, or its name.
[[nodiscard]] bool is_among(const ledger::Document& document, const std::set<std::string>& ids);

// `without_consent` are the ids of documents whose consent is not public (casefile/person_form.h):
// they are treated as sealed.
[[nodiscard]] PublicEvidence disclose_evidence(const std::vector<ledger::Document>& documents,
                                               const std::vector<ledger::FixityCheck>& checks,
                                               std::int64_t unlisted,
                                               const EvidencePermission& permission,
                                               const std::set<std::string>& without_consent = {});

}  // namespace sanaq::disclose
