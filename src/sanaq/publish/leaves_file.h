// publication/leaves: which leaf of the public log stands for what (docs/formats/log.md). It is
// primary data: lines are only ever added, and it leaves no office.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/log/merkle.h"
#include "sanaq/log/tiles.h"

namespace sanaq::publish {

struct LogLeaf {
  log::Hash commitment{};
  // WRITER:SEQ, row:PLACE:CELLS (disclose/public_forms.h), "pad", or "publication".
  std::string of;
  bool operator==(const LogLeaf&) const = default;
};
using LogLeaves = std::vector<LogLeaf>;  // by index

// "INDEX COMMITMENT OF", ended by LF, for each leaf.
[[nodiscard]] std::string leaves_text(const LogLeaves& leaves);
[[nodiscard]] base::Result<LogLeaves> parse_leaves(std::string_view text);

// Returns those of the investigation; none if there is no file. Throws Error{corrupt} naming the
// line that is none.
[[nodiscard]] LogLeaves read_leaves(const std::string& investigation);
// Adds what is new; synced when it returns, and whole however the program is interrupted.
void write_leaves(const std::string& investigation, const LogLeaves& leaves);

// Returns the root over the first `size` leaves.
[[nodiscard]] log::Hash root_over(const LogLeaves& leaves, std::size_t size);
[[nodiscard]] std::vector<std::string> entries_of(const LogLeaves& leaves);

// Returns every file of the tree over all leaves, and its root: what log::grow says of their
// entries, made on all processors.
[[nodiscard]] log::Growth tree_over(const LogLeaves& leaves);

}  // namespace sanaq::publish
