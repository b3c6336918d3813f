#include "sanaq/text/date_in_words.h"

#include <fmt/format.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <map>
#include <memory>

namespace sanaq::text {
namespace {

constexpr double before_all_years = -8.64e15;  // so that the calendar is proleptic

// English without a country would put the month first.
std::string tag_of(std::string_view language) {
  return language == "en" ? "en-GB" : std::string(language);
}

std::unique_ptr<icu::SimpleDateFormat> made_format(std::string_view language, const char* parts) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(tag_of(language), status);
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status) || !patterns) return nullptr;
  auto format = std::make_unique<icu::SimpleDateFormat>(patterns->getBestPattern(parts, status),
                                                        locale, status);
  auto calendar =
      std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  if (U_FAILURE(status)) return nullptr;
  calendar->setGregorianChange(before_all_years, status);
  format->adoptCalendar(calendar.release());
  return format;
}

// Each thread's own: to make one takes a thousand times as long as to use it.
const icu::SimpleDateFormat* known_format(std::string_view language, const char* parts) {
  thread_local std::map<std::string, std::unique_ptr<icu::SimpleDateFormat>> known;
  const std::string key = std::string(language) + " " + parts;
  auto found = known.find(key);
  if (found == known.end()) found = known.emplace(key, made_format(language, parts)).first;
  return found->second.get();
}

}  // namespace

std::string date_in_words(int year, std::optional<int> month, std::optional<int> day,
                          std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  calendar.setGregorianChange(before_all_years, status);
  calendar.clear();
  calendar.set(year, month.value_or(1) - 1, day.value_or(15), 12, 0, 0);
  const UDate moment = calendar.getTime(status);
  const icu::SimpleDateFormat* format = known_format(language, !month ? "y"
                                                               : !day ? "yMMMM"
                                                                      : "yMMMMd");
  if (!month || format == nullptr || U_FAILURE(status))
    return month ? fmt::format("{:04}-{:02}", year, *month) : std::to_string(year);
  icu::UnicodeString words;
  format->format(moment, words);
  std::string out;
  words.toUTF8String(out);
  return out;
}

}  // namespace sanaq::text
