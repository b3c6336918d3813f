// Moves that never replace anything: what is already at the new place stays.
#pragma once
#include <string>

namespace sanaq::base {

// All functions throw Error{io} with the path.

// Moves a file, folder or symbolic link (the link itself, never its target), also to another disk.
// Throws Error{conflict} if something already stands at `to`.
void move_new(const std::string& from, const std::string& to);

// Exchanges two folders in one step, so that there is a folder of each name at every moment.
// Returns false, and changes nothing, if the file system cannot do it.
[[nodiscard]] bool exchange_folders(const std::string& left, const std::string& right);

// Returns true if the folder existed, was no symbolic link and was empty, and is now removed.
bool remove_folder_if_empty(const std::string& path);

// Moves `path` to INVESTIGATION/.sanaq/aside/DAY/NAME (with "-2", "-3", … added if that is taken),
// and returns its new path relative to the investigation. `name` may contain '/'. Throws
// Error{bad_input} if a folder on the way to the new place is a symbolic link.
[[nodiscard]] std::string move_aside(const std::string& investigation, const std::string& path,
                                     const std::string& name);

// Returns `path`, or, if something stands there already, `path` with "-2", "-3", … before its
// extension.
[[nodiscard]] std::string free_path(const std::string& path);

}  // namespace sanaq::base
