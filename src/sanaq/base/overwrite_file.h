// Removes a file whose bytes nobody should find again.
#pragma once
#include <string>

namespace sanaq::base {

// Writes zeros over the file where it lies, syncs it and removes it; does nothing if there is none.
// A symbolic link itself is removed, and what it leads to stays. A file system that writes every
// change to another place (btrfs, ZFS), a flash disk and a backup may hold the old bytes all the
// same. Throws Error{io} if the file cannot be removed; where it cannot be overwritten it is
// removed without.
void overwrite_and_remove(const std::string& path);

}  // namespace sanaq::base
