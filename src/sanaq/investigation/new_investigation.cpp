#include "sanaq/investigation/new_investigation.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/config.h"

namespace sanaq::investigation {
namespace {

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

void new_investigation(const std::string& folder, std::string_view language) {
  const std::string place = without_slashes(folder);
  const std::string settings = base::join(place, std::string(settings_file));
  if (base::file_exists(place)) {
    throw base::Error(base::Kind::usage,
                      base::message("{}: this is a file; name a new folder", place));
  }
  if (base::file_exists(settings)) {
    throw base::Error(
        base::Kind::usage,
        base::message("{}: there is an investigation already; name another folder", place));
  }
  base::make_folder(base::join(place, "lists"));
  const std::string name = base::file_name(place);
  base::write_file_whole(settings,
                         config_template(name == "." || name == ".." ? "" : name, language));
}

}  // namespace sanaq::investigation
