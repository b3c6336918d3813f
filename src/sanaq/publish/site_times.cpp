#include "sanaq/publish/site_times.h"

#include <algorithm>
#include <map>

#include "sanaq/base/check.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"

namespace sanaq::publish {
namespace {

using base::FileTime;

FileTime time_after(const std::optional<FileTime>& last, const FileTime& day) {
  if (!last || *last < day) return day;
  return {last->seconds + 1, 0};
}

}  // namespace

void set_file_times(const std::string& made, const SiteMark& now, const std::string& standing,
                    const std::string& day) {
  const auto start = base::start_of_day(day);
  base::check(start.has_value(), "the day of publishing is a day");
  const auto before = read_mark(standing);
  for (const auto& [path, hash] : now.files) {
    if (!base::file_exists(base::join(made, path))) continue;
    std::optional<FileTime> last;
    bool is_same = false;
    if (before) {
      const auto known = before->files.find(path);
      last = base::file_time(base::join(standing, path));
      is_same = last && known != before->files.end() && known->second == hash;
    }
    base::set_file_time(base::join(made, path), is_same ? *last : time_after(last, *start));
  }
  if (!base::file_exists(base::join(made, mark_file))) return;
  const auto last = before ? base::file_time(base::join(standing, mark_file)) : std::nullopt;
  const bool is_same = before && before->files == now.files;
  base::set_file_time(base::join(made, mark_file),
                      last && is_same ? *last : time_after(last, *start));
}

void set_folder_times(const std::string& site, const SiteMark& mark) {
  std::map<std::string, FileTime> newest;  // folder, "" for the site itself
  const auto note = [&](const std::string& path, const FileTime& time) {
    for (std::string folder = base::parent_folder(path);; folder = base::parent_folder(folder)) {
      FileTime& known = newest[folder];
      known = std::max(known, time);
      if (folder.empty()) return;
    }
  };
  for (const auto& [path, hash] : mark.files) {
    if (const auto time = base::file_time(base::join(site, path))) note(path, *time);
  }
  if (const auto time = base::file_time(base::join(site, mark_file))) note(mark_file, *time);
  for (const auto& [folder, time] : newest)
    base::set_file_time(folder.empty() ? site : base::join(site, folder), time);
}

}  // namespace sanaq::publish
