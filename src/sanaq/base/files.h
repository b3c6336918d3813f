// The seam to the disk: every system call on files stands behind it.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::base {

// Paths are UTF-8 with '/'. All functions throw Error: not_found or io, with the path and what to
// do.
[[nodiscard]] std::string read_file(const std::string& path);

// A file's bytes without copying them (mapped). Empty files are fine. Folders are refused, and so
// are pipes, devices and sockets, whose reading may never end (bad_input).
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  MappedFile(MappedFile&&) noexcept;
  MappedFile& operator=(MappedFile&&) noexcept;
  ~MappedFile();
  [[nodiscard]] std::string_view bytes() const;

 private:
  struct Mapping;
  std::unique_ptr<Mapping> mapping_;
};

// The file appears whole or not at all: written beside the target, synced, renamed over it.
void write_file_whole(const std::string& path, std::string_view bytes);
// Readable by its owner alone.
void write_private_file_whole(const std::string& path, std::string_view bytes);
// What was made, renamed or removed in it survives a loss of power.
void sync_folder(const std::string& folder);

[[nodiscard]] bool file_exists(const std::string& path);  // a regular file
[[nodiscard]] bool folder_exists(const std::string& path);
void make_folder(const std::string& path);          // with its parents; fine if it exists
void make_private_folder(const std::string& path);  // the same; when new, open to its owner alone
[[nodiscard]] std::int64_t file_size(const std::string& path);  // bytes
void remove_file(const std::string& path);                      // fine if it does not exist
[[nodiscard]] std::string absolute_path(
    const std::string& path);               // symbolic links resolved, no '/' at the end
void remove_tree(const std::string& path);  // fine if it does not exist
// Names, sorted by bytes.
[[nodiscard]] std::vector<std::string> list_folder(const std::string& path);
[[nodiscard]] std::string join(const std::string& folder, const std::string& name);
[[nodiscard]] std::string file_name(const std::string& path);  // "a/b.csv" -> "b.csv"
[[nodiscard]] std::string file_stem(const std::string& path);  // "a/b.csv" -> "b"
[[nodiscard]] std::string parent_folder(const std::string& path);

// A name valid on NTFS and exFAT: forbidden characters become '_', reserved names get one.
[[nodiscard]] std::string portable_file_name(std::string_view name);

}  // namespace sanaq::base
