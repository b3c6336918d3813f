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

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
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

}  // namespace

std::optional<ArrowTime> ArrowTime::of_format(std::string_view format) {
  ArrowTime time;
  if (format == "tdD") return time;
  if (format == "tdm") {
    time.units_per_second_ = 1000;
    return time;
  }
  if (format.size() < 4 || !format.starts_with("ts") || format[3] != ':') return std::nullopt;
  switch (format[2]) {
    case 's':
      time.units_per_second_ = 1;
      break;
    case 'm':
      time.units_per_second_ = 1000;
      break;
    case 'u':
      time.units_per_second_ = 1'000'000;
      break;
    case 'n':
      time.units_per_second_ = 1'000'000'000;
      break;
    default:
      return std::nullopt;
  }
  const std::string zone(format.substr(4));
  if (zone.empty() || zone == "UTC") return time;
  auto known = zone_named(zone);
  if (!known) return std::nullopt;
  time.zone_ = std::make_shared<const Zone>(Zone{std::move(known)});
  return time;
}

std::string ArrowTime::text(std::int64_t value) const {
  std::int64_t seconds =
      units_per_second_ == 0 ? value * seconds_of_day : floor_divided(value, units_per_second_);
  if (zone_) {
    std::int32_t raw = 0, summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone_->zone->getOffset(static_cast<double>(seconds) * 1000, 0, raw, summer, status);
    if (U_SUCCESS(status) != 0) seconds += (raw + summer) / 1000;
  }
  const std::int64_t days = floor_divided(seconds, seconds_of_day);
  const std::int64_t rest = seconds - days * seconds_of_day;
  const std::chrono::year_month_day day{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
  std::string text =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  if (rest != 0) text += fmt::format(" {:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
  return text;
}

}  // namespace sanaq::tables
