// What a failed system call on a file means for the user.
#pragma once
#include <string>

namespace sanaq::base {

// Throws the Error for a failed system call on `path`; `error` is its errno.
[[noreturn]] void throw_disk_error(const std::string& path, int error);

}  // namespace sanaq::base
