// The door of the ledger: it says who said what and when, and shows any alteration
// (docs/formats/ledger.md).
//
//   Writer writer(folder);                                   // takes the lock; the key is found or
//   made record_run(writer, {"link", version, seed, …});          // durable when it returns for
//   (const Decision& decision : decisions_in_force(folder)) …
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/erased_bodies.h"
#include "sanaq/ledger/key_acts.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/list_versions.h"
#include "sanaq/ledger/merge.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/statements.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

// One run of a command, with everything that is needed to repeat it and to compare it.
struct Run {
  std::string verb, version;
  std::string seed;      // in digits, since it may be larger than 2^53
  std::string settings;  // SHA-256 of the settings that decide the result, flags included
  std::vector<std::pair<std::string, std::string>> inputs;   // names and SHA-256
  std::vector<std::pair<std::string, std::string>> outputs;  // names and SHA-256
  std::vector<std::pair<std::string, std::string>> figures;  // names, and a number or day as text
  EntryPlace place;                                          // filled when read
  std::string time;                                          // filled when read
};
Entry record_run(Writer& writer, const Run& run);

// A site as it was published, or as it is after pages were removed from it.
struct Publication {
  std::string mark;                    // SHA-256 of the site's mark (docs/formats/site.md)
  std::int64_t files = 0;              // number of files that the mark lists
  std::vector<std::string> addresses;  // of the persons with a public page; sorted
  std::string site;                    // its folder below the investigation; "" if it is elsewhere
  EntryPlace place = {};               // filled when read
  std::string time = {};               // filled when read
  // SHA-256 of publication/facts.jsonl and publication/corrections.jsonl as they are then; "" where
  // there was none, or the version did not have them.
  std::string facts = {}, corrections = {};
  // The public log with it (docs/formats/log.md): the root, hex, and the number of leaves. "" and 0
  // where there was none.
  std::string log_root = {};
  std::int64_t log_size = 0;
  // SHA-256 of publication/intake-keys.txt; "" where the site took nothing in, or the version did
  // not keep it.
  std::string intake_keys = {};
  // Of the site without its log: SHA-256 of the list of its other files. It is not entered.
  std::string pages = {};
};
Entry record_publication(Writer& writer, const Publication& publication);

// Returns all publications that were not retracted, in the order of the union of all chains.
[[nodiscard]] std::vector<Publication> publications(const std::string& investigation);

// Returns all runs, in the order of the union of all chains.
[[nodiscard]] std::vector<Run> runs(const std::string& investigation);

}  // namespace sanaq::ledger
