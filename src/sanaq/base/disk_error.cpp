#include "sanaq/base/disk_error.h"

#include <cerrno>
#include <system_error>

#include "sanaq/base/error.h"

namespace sanaq::base {

void throw_disk_error(const std::string& path, int error) {
  if (error == ENOENT) {
    throw Error(Kind::not_found,
                message("{}: there is no such file or folder; check the path", path));
  }
  if (error == ENOSPC) {
    throw Error(
        Kind::io,
        message(
            "{}: the disk is full; free some space and run this again, nothing half-written stays",
            path));
  }
  if (error == EACCES || error == EPERM) {
    throw Error(Kind::io, message("{}: not allowed; check who may read and write there", path));
  }
  throw Error(Kind::io, message("{}: {}", path, std::strerror(error)));
}

}  // namespace sanaq::base
