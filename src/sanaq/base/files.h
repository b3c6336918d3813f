// Reading and writing files. Every system call on files is made in this room.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::base {

// Paths are UTF-8 and separated by '/'. The functions that touch the disk throw
// Error{not_found} or Error{io} with the path and what to do, unless they say otherwise.

// Returns the whole file. Refuses what MappedFile refuses.
[[nodiscard]] std::string read_file(const std::string& path);

// A file's bytes as they were when it was opened. A large file is mapped into memory without
// copying and must not be cut by another program meanwhile. An empty file is allowed. Throws
// Error{bad_input} for a folder, and for a pipe, device or socket, whose reading may never end.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  MappedFile(MappedFile&&) noexcept;
  MappedFile& operator=(MappedFile&&) noexcept;
  ~MappedFile();
  [[nodiscard]] std::string_view bytes() const;  // valid as long as this object lives

 private:
  struct Mapping;
  std::unique_ptr<Mapping> mapping_;
};

// Writes a file that appears whole or not at all: the bytes are written to a file beside the
// target, synced, and renamed over it.
void write_file_whole(const std::string& path, std::string_view bytes);
// Does the same, and makes the file readable by its owner alone.
void write_private_file_whole(const std::string& path, std::string_view bytes);
// When it returns, everything made, renamed or removed in the folder survives a loss of power.
void sync_folder(const std::string& folder);

// Both follow symbolic links and never throw: what cannot be looked at does not exist.
[[nodiscard]] bool file_exists(const std::string& path);  // a regular file
[[nodiscard]] bool folder_exists(const std::string& path);
// Makes the folder and the parents that are missing; does nothing if it exists.
void make_folder(const std::string& path);
// Does the same; a folder that is new is open to its owner alone.
void make_private_folder(const std::string& path);
[[nodiscard]] std::int64_t file_size(const std::string& path);  // in bytes
void remove_file(const std::string& path);  // does nothing if there is no such file
// Returns the path from the root, with symbolic links resolved and no '/' at the end. The path
// need not exist.
[[nodiscard]] std::string absolute_path(const std::string& path);
// Removes a folder and everything in it; does nothing if there is no such folder.
void remove_tree(const std::string& path);
// Returns the names (not the paths) of everything in a folder, sorted by their bytes.
[[nodiscard]] std::vector<std::string> list_folder(const std::string& path);
[[nodiscard]] std::size_t count_in_folder(const std::string& path);  // how many those are
[[nodiscard]] std::string join(const std::string& folder, const std::string& name);
[[nodiscard]] std::string file_name(const std::string& path);      // "a/b.csv" -> "b.csv"
[[nodiscard]] std::string file_stem(const std::string& path);      // "a/b.csv" -> "b"
[[nodiscard]] std::string parent_folder(const std::string& path);  // "a/b.csv" -> "a"

// Returns a name that is valid on NTFS and exFAT: forbidden characters are replaced by '_', and a
// '_' is put before a reserved name such as CON.
[[nodiscard]] std::string portable_file_name(std::string_view name);

}  // namespace sanaq::base
