#include "sanaq/tables/arrow_time.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <chrono>

namespace sanaq::tables {

struct ArrowTime::Zone {
  std::unique_ptr<icu::TimeZone> zone;
};

namespace {

constexpr std::int64_t seconds_of_day = 86400;
constexpr std::int64_t days_most = 11'000'000;  // from 1970: 30,000 years either way

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

// 0 if the letter is none of a unit.
std::int64_t units_per_second(char unit) {
  switch (unit) {
    case 's':
      return 1;
    case 'm':
      return 1000;
    case 'u':
      return 1'000'000;
    case 'n':
      return 1'000'000'000;
    default:
      return 0;
  }
}

// "+05:00" and "UTC" and "Asia/Almaty"; nullptr if nobody knows it.
std::unique_ptr<icu::TimeZone> zone_named(const std::string& name) {
  const bool is_offset = !name.empty() && (name[0] == '+' || name[0] == '-');
  const std::string known_as = is_offset ? "GMT" + name : name;
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(known_as)));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return nullptr;
  return zone;
}

std::int64_t seconds_east(const icu::TimeZone& zone, std::int64_t seconds) {
  std::int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(static_cast<double>(seconds) * 1000, 0, raw, summer, status);
  return U_SUCCESS(status) != 0 ? (raw + summer) / 1000 : 0;
}

}  // namespace

std::optional<ArrowTime> ArrowTime::of_format(std::string_view format) {
  ArrowTime time;
  if (format == "tdD") {
    time.has_32_bits_ = true;
    return time;
  }
  if (format == "tdm") {
    time.units_per_second_ = 1000;
    return time;
  }
  time.is_time_of_day_ = format.starts_with("tt") && format.size() == 3;
  if (!time.is_time_of_day_ && (format.size() < 4 || !format.starts_with("ts") || format[3] != ':'))
    return std::nullopt;
  time.units_per_second_ = units_per_second(format[2]);
  if (time.units_per_second_ == 0) return std::nullopt;
  if (time.is_time_of_day_) {
    time.has_32_bits_ = format[2] == 's' || format[2] == 'm';
    return time;
  }
  const std::string zone(format.substr(4));
  if (zone.empty() || zone == "UTC") return time;
  auto known = zone_named(zone);
  if (!known) return std::nullopt;
  time.zone_ = std::make_shared<const Zone>(Zone{std::move(known)});
  return time;
}

std::string ArrowTime::text(std::int64_t value) const {
  std::int64_t seconds = value, days = value, rest = 0;
  if (units_per_second_ != 0) {
    seconds = floor_divided(value, units_per_second_);
    if (zone_) seconds += seconds_east(*zone_->zone, seconds);
    days = floor_divided(seconds, seconds_of_day);
    rest = seconds - days * seconds_of_day;
  }
  const std::string clock =
      fmt::format("{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
  if (is_time_of_day_) return days == 0 ? clock : fmt::format("{}", value);
  if (days < -days_most || days > days_most) return fmt::format("{}", value);
  const std::chrono::year_month_day day{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
  std::string text =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  if (rest != 0) text += " " + clock;
  return text;
}

}  // namespace sanaq::tables
