#include "sanaq/pages/date_words.h"

#include "sanaq/text/date_in_words.h"

namespace sanaq::pages {
namespace {

using record::Day;

std::string day_in(std::int32_t number, const draw::Voice& voice) {
  const Day day = record::day_from_number(number);
  return text::date_in_words(day.year, day.month, day.day, voice.language());
}

std::string known_part(const record::PartialDate& date, const draw::Voice& voice) {
  const Day first = record::day_from_number(date.first_day);
  if (date.first_day == date.last_day) return day_in(date.first_day, voice);
  const auto is_whole = [&](const std::optional<record::PartialDate>& span) {
    return span && span->first_day == date.first_day && span->last_day == date.last_day;
  };
  if (is_whole(record::make_date(first.year, {}, {})))
    return text::date_in_words(first.year, {}, {}, voice.language());
  if (is_whole(record::make_date(first.year, first.month, {})))
    return text::date_in_words(first.year, first.month, {}, voice.language());
  return day_in(date.first_day, voice) + " – " + day_in(date.last_day, voice);
}

}  // namespace

std::string date_words(const std::optional<record::PartialDate>& date, const draw::Voice& voice) {
  if (!date) return {};
  const std::string known = known_part(*date, voice);
  return date->approximate ? voice.say(base::message("about {}", known)) : known;
}

std::string words_of_day(std::int64_t day, const draw::Voice& voice) {
  return day_in(static_cast<std::int32_t>(day), voice);
}

std::string words_of_day(const std::string& date, const draw::Voice& voice) {
  const auto known = record::from_edtf(date);
  const bool is_day = known && known->first_day == known->last_day;
  return is_day ? words_of_day(known->first_day, voice) : date;
}

std::string words_of_edtf(const std::string& edtf, const draw::Voice& voice) {
  const std::string words = date_words(record::from_edtf(edtf), voice);
  return words.empty() ? edtf : words;
}

}  // namespace sanaq::pages
