// Which leaves a publication adds to the public log. How many follows from what is open alone, so
// that the log's size tells nothing of what is not.
#pragma once
#include <cstddef>
#include <functional>

#include "sanaq/publish/leaves_file.h"

namespace sanaq::publish {

inline constexpr std::size_t batch_step = 256;
inline constexpr std::size_t batch_room = 64;  // at least so many places are not for open leaves

// The smallest multiple of 256 that holds the new open leaves, the publication's own, and 64 more.
[[nodiscard]] std::size_t batch_size(std::size_t open_count);

// Gives a commitment that hides nothing, another for each number.
using Padding = std::function<log::Hash(std::size_t number)>;

// Returns the new leaves without the publication's own, which is the last: the open ones, of the
// closed ones, which come the oldest first, as many as there are places left, and padding; in the
// order of their commitments.
[[nodiscard]] LogLeaves plan_batch(const LogLeaves& open, const LogLeaves& closed,
                                   const Padding& padding);

}  // namespace sanaq::publish
