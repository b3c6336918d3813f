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

// Throws Error{io} if it cannot be found out (no permission to look).
[[nodiscard]] PathKind path_kind(const std::string& path);

// Returns true if both exist and are one file: by the same path, by another spelling of it on a
// file system that ignores case, or by a symbolic or hard link.
[[nodiscard]] bool is_same_file(const std::string& left, const std::string& right);

// Returns the first bytes of a regular file, at most `bytes_max`; empty if there is no such file.
[[nodiscard]] std::string beginning_of(const std::string& path, std::size_t bytes_max);

// Throws Error{bad_input} for a pipe, a device or a socket, since reading one may never end.
// Accepts everything else, also a path at which there is nothing.
void expect_no_pipe(const std::string& path);

}  // namespace sanaq::base
