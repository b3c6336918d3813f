// A file that takes the place of another in one step.
#pragma once
#include <string>

namespace sanaq::base {

// Renames `from` to `to` on one disk; what stood there is gone. For files that are synced already
// and are ours to replace. Throws Error{io} with the path.
void replace_file(const std::string& from, const std::string& to);

}  // namespace sanaq::base
