#include "sanaq/pages/day_words.h"

#include "sanaq/record/partial_date.h"
#include "sanaq/text/day_in_words.h"

namespace sanaq::pages {

std::string day_words(std::int32_t day, const draw::Voice& voice) {
  const record::Day date = record::day_from_number(day);
  return text::day_in_words(date.year, date.month, date.day, voice.language());
}

std::string day_words(const std::string& date, const draw::Voice& voice) {
  const auto known = record::from_edtf(date);
  const bool is_day = known && known->first_day == known->last_day && !known->approximate;
  return is_day ? day_words(known->first_day, voice) : date;
}

}  // namespace sanaq::pages
