// Moves that replace nothing: what stands in the way stays.
#pragma once
#include <string>

namespace sanaq::base {

// All throw Error{io} with the path.

// Moves a file, folder or link (itself, never what it leads to), also to another disk. Throws
// Error{conflict} where something stands at `to`.
void move_new(const std::string& from, const std::string& to);

// Two folders change places in one step, so that at no moment either name is without one. False,
// and nothing done, where the disk cannot do it.
[[nodiscard]] bool exchange_folders(const std::string& left, const std::string& right);

// True where it was there, a real folder and empty, and is now gone.
bool remove_folder_if_empty(const std::string& path);

// Takes `path` out of the way into INVESTIGATION/.sanaq/aside/DAY/NAME (with "-2", "-3" behind it
// where that is taken), and gives the place below the investigation. `name` may have '/' in it.
// Throws Error{bad_input} where a folder of that place is a symbolic link.
[[nodiscard]] std::string move_aside(const std::string& investigation, const std::string& path,
                                     const std::string& name);

// `path` with "-2", "-3", … before its ending where something stands there already.
[[nodiscard]] std::string free_path(const std::string& path);

}  // namespace sanaq::base
