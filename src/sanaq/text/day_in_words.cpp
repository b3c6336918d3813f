#include "sanaq/text/day_in_words.h"

#include <fmt/format.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <map>
#include <memory>

namespace sanaq::text {
namespace {

// English without a country would put the month first.
std::string locale_of(std::string_view language) {
  return language == "en" ? "en_GB" : std::string(language);
}

std::unique_ptr<icu::SimpleDateFormat> made_format(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::createCanonical(locale_of(language).c_str());
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status) || !patterns) return nullptr;
  const icu::UnicodeString pattern = patterns->getBestPattern("yMMMMd", status);
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  if (U_FAILURE(status)) return nullptr;
  format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  auto calendar =
      std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  if (U_FAILURE(status)) return nullptr;
  calendar->setGregorianChange(-8.64e15, status);  // proleptic, as all days of ours
  format->adoptCalendar(calendar.release());
  return format;
}

// Each thread's own: to make one takes a thousand times as long as to use it.
const icu::SimpleDateFormat* known_format(std::string_view language) {
  thread_local std::map<std::string, std::unique_ptr<icu::SimpleDateFormat>, std::less<>> known;
  auto found = known.find(language);
  if (found == known.end())
    found = known.emplace(std::string(language), made_format(language)).first;
  return found->second.get();
}

}  // namespace

std::string day_in_words(int year, int month, int day, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  calendar.setGregorianChange(-8.64e15, status);
  calendar.clear();
  calendar.set(year, month - 1, day, 12, 0, 0);
  const icu::SimpleDateFormat* format = known_format(language);
  const UDate moment = calendar.getTime(status);
  if (format == nullptr || U_FAILURE(status)) {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  }
  icu::UnicodeString words;
  format->format(moment, words);
  std::string out;
  words.toUTF8String(out);
  return out;
}

}  // namespace sanaq::text
