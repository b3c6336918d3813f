// Where the workspace takes the time from that ends sessions and links.
#pragma once
#include <functional>

namespace sanaq::workspace {

// Seconds since some fixed moment, sleep of the machine counted: base::boot_seconds. A test gives
// its own.
using Clock = std::function<double()>;

}  // namespace sanaq::workspace
