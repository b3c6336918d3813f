#include "sanaq/publish/site_times.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <optional>

#include "sanaq/base/check.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"

namespace sanaq::publish {
namespace {

using base::FileTime;

constexpr std::int64_t nanoseconds = 1'000'000'000;  // in a second

FileTime time_after(const std::optional<FileTime>& last, const FileTime& day) {
  if (!last || *last < day) return day;
  return {last->seconds + 1, 0};
}

}  // namespace

void set_file_times(const std::string& made, const std::vector<std::string>& written,
                    const SiteMark& now, const SiteBefore& before, const std::string& day) {
  const auto start = base::start_of_day(day);
  base::check(start.has_value(), "the day of publishing is a day");
  tbb::parallel_for(std::size_t{0}, written.size(), [&](std::size_t at) {
    const std::string& path = written[at];
    std::optional<FileTime> last;
    bool is_same = false;
    if (before.mark != nullptr) {
      const auto known = before.mark->files.hash_of(path);
      last = base::file_time(base::join(before.folder, path));
      is_same = last && known && known == now.files.hash_of(path);
    }
    base::set_file_time(base::join(made, path), is_same ? *last : time_after(last, *start));
  });
  if (!base::file_exists(base::join(made, mark_file))) return;
  const auto last =
      before.mark != nullptr ? base::file_time(base::join(before.folder, mark_file)) : std::nullopt;
  const bool is_same = before.mark != nullptr && before.mark->files == now.files;
  base::set_file_time(base::join(made, mark_file),
                      last && is_same ? *last : time_after(last, *start));
}

void set_folder_times(const std::string& site, const SiteMark& mark, const Stamps& stamps) {
  std::map<std::string, FileTime> newest;  // folder, "" for the site itself
  const auto note = [&](std::string folder, const FileTime& time) {
    for (;; folder = base::parent_folder(folder)) {
      FileTime& known = newest[folder];
      known = std::max(known, time);
      if (folder.empty()) return;
    }
  };
  std::size_t at = 0;
  // Files of one folder stand together, and its own ancestors are looked for once.
  std::string_view folder;
  FileTime of_folder;
  for (const auto& [path, hash] : mark.files) {
    const std::optional<base::FileStamp>& stamp = stamps[at++];
    if (!stamp) continue;
    const FileTime time{stamp->changed / nanoseconds, stamp->changed % nanoseconds};
    if (folder_in(path) != folder) {
      note(std::string(folder), of_folder);
      folder = folder_in(path);
      of_folder = {};
    }
    of_folder = std::max(of_folder, time);
  }
  note(std::string(folder), of_folder);
  if (const auto time = base::file_time(base::join(site, mark_file))) note("", *time);
  for (const auto& [below, time] : newest)
    base::set_file_time(below.empty() ? site : base::join(site, below), time);
}

}  // namespace sanaq::publish
