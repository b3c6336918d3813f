#include "sanaq/base/moves.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/disk_error.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"

namespace sanaq::base {

namespace fs = std::filesystem;

namespace {

void copy_link(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::copy_symlink(from, to, error);
  if (error) throw_disk_error(to, error.value());
}

// A pipe, a device or a socket holds nothing: one of the same kind is made.
void make_again(const std::string& from, const std::string& to) {
  struct stat status {};
  if (::lstat(from.c_str(), &status) != 0) throw_disk_error(from, errno);
  if (::mknod(to.c_str(), status.st_mode, status.st_rdev) != 0) throw_disk_error(to, errno);
}

// To another disk: the copy stands whole before its original goes.
void copy_and_remove(const std::string& from, const std::string& to) {
  const PathKind kind = path_kind(from);
  if (kind == PathKind::folder) {
    make_folder(to);
    for (const std::string& name : list_folder(from))
      copy_and_remove(join(from, name), join(to, name));
    sync_folder(to);
    if (disk_rmdir(from.c_str()) != 0) throw_disk_error(from, errno);
    return;
  }
  if (kind == PathKind::other) make_again(from, to);
  if (kind == PathKind::link) copy_link(from, to);
  if (kind == PathKind::file) write_file_whole(to, MappedFile(from).bytes());
  remove_file(from);
}

// Following a link here would take a file out of the investigation.
void make_real_folders(const std::string& root, const std::string& below) {
  std::string path = root;
  for (const fs::path& part : fs::path(below)) {
    path = join(path, part.string());
    const PathKind kind = path_kind(path);
    if (kind != PathKind::folder && kind != PathKind::nothing)
      throw Error(Kind::bad_input,
                  message("{}: this must be a folder, not a link or a file; move it away", path));
    if (kind == PathKind::nothing) make_folder(path);
  }
}

}  // namespace

void move_new(const std::string& from, const std::string& to) {
  if (disk_move_new(from.c_str(), to.c_str()) == 0) return;
  const int error = errno;
  if (error == EEXIST || error == ENOTEMPTY || path_kind(to) != PathKind::nothing)
    throw Error(Kind::conflict,
                message("{}: something stands here already; move it away and run this again", to));
  if (error != EXDEV) throw_disk_error(from, error);
  copy_and_remove(from, to);
}

bool exchange_folders(const std::string& left, const std::string& right) {
  if (disk_exchange(left.c_str(), right.c_str()) == 0) return true;
  // EXDEV: a layered disk, of which one folder lies in the lower layer.
  if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP || errno == EXDEV) return false;
  throw_disk_error(left, errno);
}

bool remove_folder_if_empty(const std::string& path) {
  if (path_kind(path) != PathKind::folder) return false;
  if (disk_rmdir(path.c_str()) == 0) return true;
  if (errno == ENOTEMPTY || errno == EEXIST) return false;
  throw_disk_error(path, errno);
}

std::string free_path(const std::string& path) {
  const fs::path whole(path);
  std::string free = path;
  for (int number = 2; path_kind(free) != PathKind::nothing; ++number)
    free = (whole.parent_path() /
            (whole.stem().string() + "-" + std::to_string(number) + whole.extension().string()))
               .string();
  return free;
}

std::string move_aside(const std::string& investigation, const std::string& path,
                       const std::string& name) {
  const std::string place = join(".sanaq/aside/" + today(), name);
  make_real_folders(investigation, parent_folder(place));
  const std::string free = free_path(join(investigation, place));
  move_new(path, free);
  sync_folder(parent_folder(free));
  return join(parent_folder(place), file_name(free));
}

}  // namespace sanaq::base
