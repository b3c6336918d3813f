#include "sanaq/base/file_times.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>

#include "sanaq/base/disk_error.h"

namespace sanaq::base {

std::optional<FileTime> file_time(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  return FileTime{status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

void set_file_time(const std::string& path, const FileTime& time) {
  const struct timespec moment {
    static_cast<time_t>(time.seconds), static_cast<long>(time.nanoseconds)
  };
  const std::array<struct timespec, 2> times = {moment, moment};
  if (::utimensat(AT_FDCWD, path.c_str(), times.data(), AT_SYMLINK_NOFOLLOW) != 0)
    throw_disk_error(path, errno);
}

std::optional<FileTime> start_of_day(const std::string& day) {
  constexpr std::size_t written = 10;  // 2026-11-24
  if (day.size() != written || day[4] != '-' || day[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = -1;
    const char* begin = day.data() + from;
    const auto [end, failed] = std::from_chars(begin, begin + size, value);
    return failed == std::errc() && end == begin + size ? value : -1;
  };
  const int year = number(0, 4), month = number(5, 2), of_month = number(8, 2);
  if (year < 0 || month < 0 || of_month < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(of_month))};
  if (!date.ok()) return std::nullopt;
  const std::chrono::sys_seconds start = std::chrono::sys_days(date);
  return FileTime{start.time_since_epoch().count(), 0};
}

}  // namespace sanaq::base
