// What stands at a path, without following a symbolic link there.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sanaq::base {

enum class PathKind {
  nothing,
  file,    // a regular file
  folder,  // a real one
  link,    // symbolic, wherever it leads
  other,   // a pipe, a device, a socket
};

// Throws Error{io} where it cannot be said (no permission to look).
[[nodiscard]] PathKind path_kind(const std::string& path);

// Both are there and are one file: the same path, another spelling of it on a disk that does not
// tell A from a, a symbolic or a hard link.
[[nodiscard]] bool is_same_file(const std::string& left, const std::string& right);

// The first bytes of a regular file, at most so many; empty where there is none.
[[nodiscard]] std::string beginning_of(const std::string& path, std::size_t bytes_max);

// Throws Error{bad_input} for a pipe, a device or a socket: reading one may never end. Fine for
// everything else, also for nothing.
void expect_no_pipe(const std::string& path);

}  // namespace sanaq::base
