// Pieces of evidence: known by their hash, kept under it, never rewritten.
#pragma once
#include <cstdint>
#include <string>

#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

struct Custody {
  std::string when, by, how, from;  // of obtaining it
  bool is_original = true;          // false: a working copy
  std::string of;                   // of a working copy: the original's SHA-256
};

struct AddedDocument {
  std::string sha256;
  std::string file;        // below the investigation: evidence/SHA256.ending
  std::int64_t size = 0;   // bytes
  bool was_known = false;  // the same bytes were here: one document, and one custody entry more
  Entry entry;
};

// Hashes the file, copies it into evidence/ under its hash, checks the copy, and enters it. The
// source is only read. Throws Error: not_found, bad_input (a folder), io, corrupt (the bytes of
// that name in evidence/ are not those of their hash).
[[nodiscard]] AddedDocument add_document(Writer& writer, const std::string& source_path,
                                         const Custody& custody);

}  // namespace sanaq::ledger
