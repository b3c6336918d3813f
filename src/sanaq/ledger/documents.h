// Pieces of evidence: known by their hash, kept under it, never rewritten.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/statements.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

struct Custody {
  std::string when, by, how, from;  // of obtaining it
  bool is_original = true;          // false: a working copy
  std::string of;                   // of a working copy: the original's SHA-256
  std::string visibility = {};      // public, restricted, sealed; empty: this entry says nothing
};

struct AddedDocument {
  std::string sha256;
  std::string file;        // below the investigation: evidence/SHA256.ending
  std::int64_t size = 0;   // bytes
  bool was_known = false;  // the same bytes were here: one document, and one custody entry more
  // Where other bytes (or a link) that stood under this hash's name were moved, below the
  // investigation; empty where there were none.
  std::string moved_aside = {};
  Entry entry;
};

// Hashes the file, copies it into evidence/ under its hash, checks the copy, and enters it. The
// source is only read. What stands under that name with other bytes is moved aside. Throws Error:
// not_found, bad_input (a folder), io, corrupt (the copy is not what was read).
[[nodiscard]] AddedDocument add_document(Writer& writer, const std::string& source_path,
                                         const Custody& custody);

// A document to enter, and what it says of itself. A statement's subject is filled.
struct NewDocument {
  std::string_view bytes;
  std::string name;  // as it was called; bytes that are no UTF-8 are entered as \xFF
  Custody custody;
  std::vector<Statement> statements = {};
};

// The same of several documents that belong together (an original and its working copy): all of
// their entries are written, or none is.
[[nodiscard]] std::vector<AddedDocument> add_documents(Writer& writer,
                                                       const std::vector<NewDocument>& documents);

// "document:SHA256": the subject of statements about a document.
[[nodiscard]] std::string document_subject(std::string_view sha256);

// One entry about a document: how it came, and who says so.
struct CustodyEntry {
  EntryPlace place;
  std::string time;    // of the entry, by the writer's clock
  std::string author;  // the name in the writer's key
  std::string name;    // as the file was called
  Custody custody;
};

struct Document {
  std::string sha256, file, type;
  std::int64_t size = 0;  // bytes
  // The strictest that an entry in force gives; restricted where none does. So a copy that comes in
  // a second time never opens what somebody sealed.
  std::string visibility;
  std::vector<CustodyEntry> custody;  // in the order of the union; never empty
  [[nodiscard]] const CustodyEntry& first() const { return custody.front(); }
};

// Every document of which an entry is in force, in the order of their first entries.
[[nodiscard]] std::vector<Document> documents(const std::string& investigation);

// The names in evidence/ that no entry in force knows: its entries were retracted or erased, or it
// was put there by hand.
[[nodiscard]] std::vector<std::string> unlisted_files(const std::string& investigation,
                                                      const std::vector<Document>& documents);

}  // namespace sanaq::ledger
