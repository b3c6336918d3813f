#include "sanaq/base/replace_file.h"

#include <cerrno>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/disk_error.h"

namespace sanaq::base {

void replace_file(const std::string& from, const std::string& to) {
  if (disk_rename(from.c_str(), to.c_str()) != 0) throw_disk_error(to, errno);
}

}  // namespace sanaq::base
