#include "sanaq/tables/calendar.h"

#include <unicode/ucal.h>

#include <array>
#include <memory>

#include "sanaq/base/check.h"

namespace sanaq::tables {
namespace {

using record::PartialDate;

constexpr int buddhist_years_more = 543;
constexpr int year_max = 9999;

struct CloseCalendar {
  void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};
using OpenCalendar = std::unique_ptr<UCalendar, CloseCalendar>;

OpenCalendar open_calendar(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  OpenCalendar calendar(ucal_open(u"UTC", -1, locale, UCAL_DEFAULT, &status));
  base::check(U_SUCCESS(status) && calendar != nullptr, "ICU has the calendar");
  ucal_setAttribute(calendar.get(), UCAL_LENIENT, 0);
  return calendar;
}

// To open one takes long; a calendar serves one thread only.
UCalendar* calendar_of(Calendar calendar) {
  thread_local const OpenCalendar hijri = open_calendar("ar@calendar=islamic-umalqura");
  thread_local const OpenCalendar jalali = open_calendar("fa@calendar=persian");
  return calendar == Calendar::hijri ? hijri.get() : jalali.get();
}

// Days since 1970-01-01; none where the calendar has no such day.
std::optional<std::int32_t> day_in(Calendar calendar, int year, int month, int day) {
  UCalendar* const counted = calendar_of(calendar);
  UErrorCode status = U_ZERO_ERROR;
  ucal_clear(counted);
  ucal_setDate(counted, year, month - 1, day, &status);
  constexpr double day_millis = 86'400'000;
  const double millis = ucal_getMillis(counted, &status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<std::int32_t>(millis / day_millis);
}

// The last day of the month; months have 29 to 31 days.
std::optional<std::int32_t> month_end(Calendar calendar, int year, int month) {
  for (int day = 31; day >= 29; --day) {
    if (const auto end = day_in(calendar, year, month, day)) return end;
  }
  return std::nullopt;
}

struct MonthName {
  std::string_view name;
  int month;
};

// Folded; of names that begin alike the longer first.
constexpr std::array<MonthName, 36> jalali_months = {{
    {"فروردین", 1},   {"فروردين", 1},     {"حمل", 1},    {"farvardin", 1}, {"اردیبهشت", 2},
    {"ارديبهشت", 2},  {"ordibehesht", 2}, {"ثور", 2},    {"خرداد", 3},     {"khordad", 3},
    {"جوزا", 3},      {"تیر", 4},         {"تير", 4},    {"سرطان", 4},     {"tir", 4},
    {"امرداد", 5},    {"مرداد", 5},       {"mordad", 5}, {"شهریور", 6},    {"شهريور", 6},
    {"shahrivar", 6}, {"سنبله", 6},       {"مهر", 7},    {"mehr", 7},      {"آبان", 8},
    {"ابان", 8},      {"aban", 8},        {"آذر", 9},    {"اذر", 9},       {"azar", 9},
    {"دی", 10},       {"دي", 10},         {"بهمن", 11},  {"bahman", 11},   {"اسفند", 12},
    {"esfand", 12},
}};
constexpr std::array<MonthName, 34> hijri_months = {{
    {"محرم", 1},          {"المحرم", 1},        {"muharram", 1},
    {"صفر", 2},           {"safar", 2},         {"ربيع الأول", 3},
    {"ربيع الاول", 3},    {"rabi al-awwal", 3}, {"rabi i", 3},
    {"ربيع الآخر", 4},    {"ربيع الثاني", 4},   {"ربيع الاخر", 4},
    {"rabi al-thani", 4}, {"جمادى الأولى", 5},  {"جمادى الاولى", 5},
    {"جمادى الأول", 5},   {"jumada al-ula", 5}, {"جمادى الآخرة", 6},
    {"جمادى الاخرة", 6},  {"جمادى الثانية", 6}, {"jumada al-thani", 6},
    {"رجب", 7},           {"rajab", 7},         {"شعبان", 8},
    {"shaban", 8},        {"رمضان", 9},         {"ramadan", 9},
    {"شوال", 10},         {"shawwal", 10},      {"ذو القعدة", 11},
    {"ذي القعدة", 11},    {"dhu al-qadah", 11}, {"ذو الحجة", 12},
    {"ذي الحجة", 12},
}};

template <std::size_t size>
std::pair<int, std::size_t> month_at_front(std::string_view folded,
                                           const std::array<MonthName, size>& months) {
  for (const MonthName& month : months) {
    if (folded.starts_with(month.name)) return {month.month, month.name.size()};
  }
  return {0, 0};
}

// The Gregorian year in which a year of another calendar begins.
int gregorian_year(Calendar calendar, int year) {
  constexpr double hijri_year_share = 354.36708 / 365.2425, hijri_first_year = 621.57;
  if (calendar == Calendar::hijri)
    return static_cast<int>(year * hijri_year_share + hijri_first_year);
  return calendar == Calendar::jalali ? year + 621 : year - buddhist_years_more;
}

}  // namespace

std::string_view calendar_name(Calendar calendar) {
  switch (calendar) {
    case Calendar::gregorian:
      return "gregorian";
    case Calendar::hijri:
      return "hijri";
    case Calendar::jalali:
      return "jalali";
    case Calendar::buddhist:
      return "buddhist";
  }
  return "";
}

Calendar calendar_named(std::string_view name) {
  for (const Calendar calendar : {Calendar::hijri, Calendar::jalali, Calendar::buddhist}) {
    if (name == calendar_name(calendar)) return calendar;
  }
  return Calendar::gregorian;
}

std::optional<PartialDate> date_in(Calendar calendar, int year, std::optional<int> month,
                                   std::optional<int> day) {
  if (calendar == Calendar::gregorian) return record::make_date(year, month, day);
  if (calendar == Calendar::buddhist)
    return record::make_date(year - buddhist_years_more, month, day);
  if (year < 1 || year > year_max - 700 || (day && !month)) return std::nullopt;
  if (month && (*month < 1 || *month > 12)) return std::nullopt;
  if (day && (*day < 1 || *day > 31)) return std::nullopt;
  const auto first = day_in(calendar, year, month.value_or(1), day.value_or(1));
  const auto last = day ? first : month_end(calendar, year, month.value_or(12));
  if (!first || !last) return std::nullopt;
  return PartialDate{*first, *last, false};
}

std::pair<int, std::size_t> month_in(Calendar calendar, std::string_view folded) {
  if (calendar == Calendar::jalali) return month_at_front(folded, jalali_months);
  if (calendar == Calendar::hijri) return month_at_front(folded, hijri_months);
  return {0, 0};
}

std::vector<Calendar> calendars_of(int year, int first_year, int last_year) {
  std::vector<Calendar> calendars;
  for (const Calendar calendar : {Calendar::hijri, Calendar::jalali, Calendar::buddhist}) {
    const int begins = gregorian_year(calendar, year);
    if (begins >= first_year && begins <= last_year) calendars.push_back(calendar);
  }
  return calendars;
}

}  // namespace sanaq::tables
