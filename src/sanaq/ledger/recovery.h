// What a process that was killed, or a full disk, left half-written at the end of a chain, and how
// it is put right.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/chain_files.h"

namespace sanaq::ledger {

// The sizes of a chain's two files, in bytes.
struct ChainSizes {
  std::int64_t chain = 0;
  std::int64_t bodies = 0;
};

// The note that stands beside a chain while entries are being written. Anybody who can write into
// the folder can put one there, so it says only that an end *may* be half-written, and never how
// much of it: the sizes in it (of both files before) are for people.
void write_unfinished(const ChainFile& file, const ChainSizes& before);  // durable when it returns
void remove_unfinished(const ChainFile& file);
[[nodiscard]] bool has_unfinished(const ChainFile& file);

// Where such a note stands: how much of each file is whole. What may be unfinished behind that is a
// last chain line without LF, bodies whose entries the chain does not have, and a last body without
// LF. None without a note.
[[nodiscard]] std::optional<ChainSizes> sizes_before_unfinished(const ChainFile& file);

// Cuts off an end that was never acknowledged, keeps it in WRITER.cut-off, and says what and where.
// No line that is whole, sealed and follows the one before is ever cut, whatever notes stand there;
// one that lacks only its LF gets it. Where more is wrong than an end, everything stays as it is:
// somebody may have added a line, and everybody else goes on. Throws Error{bad_input} for a link or
// a folder in the place of one of the files. Run again, it changes nothing.
[[nodiscard]] std::vector<base::Message> recover(const ChainFile& file);

// Throws Error{corrupt} where the last line of one of the files cannot be read: nothing is written
// behind it.
void expect_readable_end(const ChainFile& file);

// Moves what stands behind these sizes to WRITER.cut-off, the chain's lines first: a body without
// its line is nothing, a line without its body is damage.
void cut_off(const ChainFile& file, const ChainSizes& kept);

}  // namespace sanaq::ledger
