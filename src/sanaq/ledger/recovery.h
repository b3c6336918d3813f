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

// The note that stands beside a chain while entries are being written: the sizes of both files
// before, in bytes.
struct Unfinished {
  std::int64_t chain_size = 0;
  std::int64_t bodies_size = 0;
};
[[nodiscard]] std::optional<Unfinished> read_unfinished(
    const ChainFile& file);  // none where none stands or it is unreadable
void write_unfinished(const ChainFile& file,
                      const Unfinished& unfinished);  // durable when it returns
void remove_unfinished(const ChainFile& file);

// Keeps every whole entry, cuts off what is half-written, and says what was cut and where. Entries
// that were acknowledged are never cut. Bytes cut without such a note beside the chain are kept in
// WRITER.cut-off. Throws Error{corrupt} where more is wrong than an end cut short.
[[nodiscard]] std::vector<base::Message> recover(const ChainFile& file);

}  // namespace sanaq::ledger
