#include "sanaq/investigation/steps_lock.h"

#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

std::string lock_path(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "steps.lock");
}

}  // namespace

base::FileLock lock_steps(const std::string& folder) {
  base::make_folder(base::join(folder, ".sanaq"));
  return base::FileLock(lock_path(folder));
}

std::optional<std::string> who_does_steps(const std::string& folder) {
  return base::lock_holder(lock_path(folder));
}

}  // namespace sanaq::investigation
