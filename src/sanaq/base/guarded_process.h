// A process whose memory nobody else shall read.
#pragma once

namespace sanaq::base {

// From now on no other process of this user may look into this one, and it leaves no core file.
void refuse_dumps();
[[nodiscard]] bool refuses_dumps();

// From now on no page of this process is written to the swap. Returns false, and changes nothing,
// where the system does not let it: without LimitMEMLOCK=infinity.
bool keep_out_of_swap();

// Overwrites with zeros what functions that have returned left on the stack of this thread: 128
// KiB.
void wipe_stack();

}  // namespace sanaq::base
