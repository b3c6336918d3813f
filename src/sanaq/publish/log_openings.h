// Holds what a log has opened against its leaves: every publication back to the first, the lists of
// what they opened and closed, and the bodies that are open now.
#pragma once
#include "sanaq/log/tiles.h"
#include "sanaq/publish/log_report.h"
#include "sanaq/publish/log_site.h"

namespace sanaq::publish {

// `seen` has the checkpoint; publications and open leaves are added to it, as far as they hold.
void check_openings(const log::ReadFile& read_file, SeenLog& seen, LogReport& report);

// The leaf by which a leaf was closed after a publication of `size`, the last time. None
// where no later list closes it.
[[nodiscard]] std::optional<std::uint64_t> closed_by(const SeenLog& seen, std::uint64_t index,
                                                     std::uint64_t size);
// Where `by` was closed itself, the leaf that closed it, and so on: the first that is open. `by`
// where none is.
[[nodiscard]] std::uint64_t open_end(const SeenLog& seen, std::uint64_t by);
// The ground that the open end of `by` gives for closing a leaf; none where none is open, or it
// does not name that leaf: whatever closes a leaf that had closed others names those too.
[[nodiscard]] std::optional<std::string> ground_of(const SeenLog& seen, std::uint64_t by,
                                                   std::uint64_t index);

}  // namespace sanaq::publish
