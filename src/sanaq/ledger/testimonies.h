// What witnesses sent through the public server, still sealed: entries of the kind `testimony`
// (docs/formats/ledger-bodies.md). The ledger says that something came and on which day; the words
// are in evidence/SHA256.sealed, which only the keeping keys of the members open.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

struct Testimony {
  std::string envelope;  // the id of the envelope that came: 64 hex digits
  std::string sha256;    // of the file that is kept
  std::string file;      // below the investigation: evidence/SHA256.sealed
  std::string day;       // on which it came
  std::string source;    // what the investigators call whoever wrote it; "" if nothing
  EntryPlace place = {};
};

// A reply to a testimony, kept like it.
struct TestimonyReply {
  std::string envelope;  // of the testimony
  std::string file;      // below the investigation
  std::string time, by;
};

struct Testimonies {
  std::vector<Testimony> received;      // in the order of the union, each envelope once
  std::vector<TestimonyReply> replies;  // in the order of the union
};

// Sealed bytes to keep.
struct NewTestimony {
  std::string envelope, day;
  std::string sealed;  // the bytes of the file
};
// Writes the files, synced, then enters them all. Where the entries could not be written the files
// are removed again.
void enter_testimonies(Writer& writer, const std::vector<NewTestimony>& testimonies);
void enter_reply(Writer& writer, const std::string& envelope, const std::string& sealed,
                 const std::string& by);
// Names the source of a testimony, for good: the name stands in the ledger, readable.
void name_source(Writer& writer, const std::string& envelope, const std::string& name,
                 const std::string& by);

[[nodiscard]] Testimonies testimonies(const std::string& investigation);

// A member's keys for what comes from outside: two X25519 public halves, hex. To `intake` the
// server seals; it is renewed. To `keeps` is sealed what was collected.
struct IntakeKey {
  std::string intake, keeps, by;
  EntryPlace place = {};
};
// In force, the newest first.
[[nodiscard]] std::vector<IntakeKey> intake_keys(const std::string& investigation);
// Every one that was ever entered and counts, the newest first.
[[nodiscard]] std::vector<IntakeKey> intake_keys_ever(const std::string& investigation);
// Enters it, and takes those named out of force in the same write.
void enter_intake_key(Writer& writer, const IntakeKey& key,
                      const std::vector<EntryPlace>& out_of_force);

}  // namespace sanaq::ledger
