#include "sanaq/base/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/disk_error.h"
#include "sanaq/base/error.h"
#include "sanaq/base/path_kind.h"

namespace sanaq::base {

namespace fs = std::filesystem;

namespace {

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags, mode_t mode = 0)
      : value_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (value_ < 0) throw_disk_error(path, errno);
  }
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int value() const { return value_; }
  int close() {
    const int result = value_ < 0 ? 0 : ::close(value_);
    value_ = -1;
    return result;
  }

 private:
  int value_;
};

void write_all(const Descriptor& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = disk_write(file.value(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_disk_error(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string beside(const std::string& path) {
  return fmt::format("{}.unfinished-{}", path, ::getpid());
}

void write_whole(const std::string& path, std::string_view bytes, mode_t mode) {
  const std::string unfinished = beside(path);
  try {
    ::unlink(unfinished.c_str());  // left by a process that was killed; its rights need not be ours
    Descriptor file(unfinished, O_WRONLY | O_CREAT | O_TRUNC, mode);
    write_all(file, bytes, path);
    if (disk_sync(file.value()) != 0 && errno != EINVAL) throw_disk_error(path, errno);
    if (file.close() != 0) throw_disk_error(path, errno);
    if (disk_rename(unfinished.c_str(), path.c_str()) != 0) throw_disk_error(path, errno);
  } catch (...) {
    ::unlink(unfinished.c_str());
    throw;
  }
  sync_folder(parent_folder(path));
}

template <typename Visit>
void for_each_name(const std::string& path, const Visit& visit) {
  const auto close = [](DIR* folder) { ::closedir(folder); };
  const std::unique_ptr<DIR, decltype(close)> folder(::opendir(path.c_str()), close);
  if (!folder) throw_disk_error(path, errno);
  for (;;) {
    errno = 0;
    const struct dirent* const entry = ::readdir(folder.get());
    if (entry == nullptr) break;
    const std::string_view name(entry->d_name);
    if (name != "." && name != "..") visit(entry->d_name);
  }
  if (errno != 0) throw_disk_error(path, errno);
}

}  // namespace

// Some file systems cannot sync a folder and say EINVAL; they keep names as well as they can.
void sync_folder(const std::string& folder) {
  const Descriptor handle(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  if (disk_sync(handle.value()) != 0 && errno != EINVAL) throw_disk_error(folder, errno);
}

// A file that another program cuts while it is mapped ends this process (SIGBUS). So one of usual
// size is read into memory, and only a large one is mapped.
constexpr std::size_t mapped_bytes_min = std::size_t{64} << 20;

struct MappedFile::Mapping {
  void* start = nullptr;
  std::size_t size = 0;
  std::string copied;
  ~Mapping() {
    if (start != nullptr) ::munmap(start, size);
  }
  // Returns what there is of a file of this size, even if it shrinks meanwhile.
  void copy(int file, const std::string& path) {
    copied.resize(size);
    std::size_t read = 0;
    while (read < size) {
      const ssize_t got =
          ::pread(file, copied.data() + read, size - read, static_cast<off_t>(read));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) throw_disk_error(path, errno);
      if (got == 0) break;
      read += static_cast<std::size_t>(got);
    }
    copied.resize(read);
  }
};

MappedFile::MappedFile(const std::string& path) : mapping_(std::make_unique<Mapping>()) {
  expect_no_pipe(path);
  const Descriptor file(path, O_RDONLY | O_NONBLOCK);  // never waits, whatever came there meanwhile
  struct stat status {};
  if (::fstat(file.value(), &status) != 0) throw_disk_error(path, errno);
  if (S_ISDIR(status.st_mode)) {
    throw Error(Kind::bad_input,
                message("{}: this is a folder, not a file; name the file in it", path));
  }
  mapping_->size = static_cast<std::size_t>(status.st_size);
  if (mapping_->size == 0) return;
  if (mapping_->size < mapped_bytes_min) {
    mapping_->copy(file.value(), path);
    return;
  }
  void* start = ::mmap(nullptr, mapping_->size, PROT_READ, MAP_PRIVATE, file.value(), 0);
  if (start == MAP_FAILED) {
    mapping_->size = 0;
    throw_disk_error(path, errno);
  }
  mapping_->start = start;
}

MappedFile::MappedFile(MappedFile&&) noexcept = default;
MappedFile& MappedFile::operator=(MappedFile&&) noexcept = default;
MappedFile::~MappedFile() = default;

std::string_view MappedFile::bytes() const {
  if (mapping_->start == nullptr) return mapping_->copied;
  return {static_cast<const char*>(mapping_->start), mapping_->size};
}

std::string read_file(const std::string& path) { return std::string(MappedFile(path).bytes()); }

void write_file_whole(const std::string& path, std::string_view bytes) {
  write_whole(path, bytes, 0644);
}
void write_private_file_whole(const std::string& path, std::string_view bytes) {
  write_whole(path, bytes, 0600);
}

bool file_exists(const std::string& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool folder_exists(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

void make_private_folder(const std::string& path) {
  const bool is_new = !folder_exists(path);
  make_folder(path);
  if (is_new && ::chmod(path.c_str(), 0700) != 0) throw_disk_error(path, errno);
}

std::int64_t file_size(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw_disk_error(path, errno);
  return status.st_size;
}

void remove_file(const std::string& path) {
  if (disk_unlink(path.c_str()) != 0 && errno != ENOENT) throw_disk_error(path, errno);
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path), error);
  if (error) throw_disk_error(path, error.value());
  std::string text = whole.string();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) throw_disk_error(path, error.value());
}

void remove_tree(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) throw_disk_error(path, error.value());
}

std::vector<std::string> list_folder(const std::string& path) {
  std::vector<std::string> names;
  for_each_name(path, [&](const char* name) { names.emplace_back(name); });
  std::sort(names.begin(), names.end());
  return names;
}

std::size_t count_in_folder(const std::string& path) {
  std::size_t count = 0;
  for_each_name(path, [&](const char*) { ++count; });
  return count;
}

// A large site is a million files: their paths are put together and taken apart without fs::path,
// which looks at every part.
std::string join(const std::string& folder, const std::string& name) {
  if (folder.empty() || name.starts_with('/')) return name;
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  path.append(folder);
  if (!folder.ends_with('/')) path.append(1, '/');
  return path.append(name);
}
std::string file_name(const std::string& path) { return fs::path(path).filename().string(); }
std::string file_stem(const std::string& path) { return fs::path(path).stem().string(); }
std::string parent_folder(const std::string& path) {
  const std::size_t end = path.rfind('/');
  if (end == path.npos) return {};
  const bool is_plain = end > 0 && path[end - 1] != '/' && end + 1 < path.size();
  return is_plain ? path.substr(0, end) : fs::path(path).parent_path().string();
}

std::string portable_file_name(std::string_view name) {
  std::string portable;
  for (const char letter : name) {
    const bool is_control = static_cast<unsigned char>(letter) < 32;
    portable += is_control || std::strchr("<>:\"/\\|?*", letter) != nullptr ? '_' : letter;
  }
  while (!portable.empty() && (portable.back() == '.' || portable.back() == ' '))
    portable.back() = '_';
  if (portable.empty()) return "_";
  // CON.txt is as reserved as CON: Windows looks only at what stands before the first point.
  std::string stem = portable.substr(0, portable.find('.'));
  std::transform(stem.begin(), stem.end(), stem.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  static constexpr std::array<std::string_view, 4> reserved = {"CON", "PRN", "AUX", "NUL"};
  const bool is_port = stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) &&
                       std::isdigit(static_cast<unsigned char>(stem[3])) != 0;
  if (is_port || std::find(reserved.begin(), reserved.end(), stem) != reserved.end())
    portable.insert(portable.begin(), '_');
  return portable;
}

}  // namespace sanaq::base
