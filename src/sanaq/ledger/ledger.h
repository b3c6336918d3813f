// The door of the ledger: who said what, when, and nothing altered unseen (docs/formats/ledger.md).
//
//   Writer writer(folder);                                   // takes the lock; the key is found or
//   made record_run(writer, {"link", version, seed, …});          // durable when it returns for
//   (const Decision& decision : decisions_in_force(folder)) …
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/ledger/checkpoint.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/erased_bodies.h"
#include "sanaq/ledger/key_acts.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/list_versions.h"
#include "sanaq/ledger/merge.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/statements.h"
#include "sanaq/ledger/verify.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

// One run of a verb: everything by which it can be repeated and compared.
struct Run {
  std::string verb, version;
  std::string seed;      // as text: beyond 2^53
  std::string settings;  // SHA-256 of the settings that decided the result, flags included
  std::vector<std::pair<std::string, std::string>> inputs;   // name, SHA-256
  std::vector<std::pair<std::string, std::string>> outputs;  // name, SHA-256
  std::vector<std::pair<std::string, std::string>> figures;  // name, number or day as text
  EntryPlace place;                                          // filled when read
  std::string time;                                          // filled when read
};
Entry record_run(Writer& writer, const Run& run);

// A site as it was published, or as it is since pages were taken from it.
struct Publication {
  std::string mark;                    // SHA-256 of the site's mark (docs/formats/site.md)
  std::int64_t files = 0;              // that the mark lists
  std::vector<std::string> addresses;  // of the persons who have a public page; sorted
  std::string site;                    // folder below the investigation; empty: it stands elsewhere
  EntryPlace place = {};               // filled when read
  std::string time = {};               // filled when read
};
Entry record_publication(Writer& writer, const Publication& publication);

// In the order of the union; what was retracted is left out.
[[nodiscard]] std::vector<Publication> publications(const std::string& investigation);

[[nodiscard]] std::vector<Run> runs(const std::string& investigation);  // in the order of the union

}  // namespace sanaq::ledger
