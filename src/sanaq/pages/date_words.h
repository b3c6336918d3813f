// Dates as the page's language writes them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sanaq/draw/voice.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::pages {

// "16 December 2011", "December 2011", "2011"; "about 1975"; from one date to another where it is
// known no better. "" if there is no date.
[[nodiscard]] std::string date_words(const std::optional<record::PartialDate>& date,
                                     const draw::Voice& voice);
// Of one day, counted from 1970-01-01.
[[nodiscard]] std::string words_of_day(std::int64_t day, const draw::Voice& voice);
// The same for YYYY-MM-DD; any other text is returned as it is.
[[nodiscard]] std::string words_of_day(const std::string& date, const draw::Voice& voice);
// date_words() of a date in EDTF; a text that is none is returned as it is.
[[nodiscard]] std::string words_of_edtf(const std::string& edtf, const draw::Voice& voice);

}  // namespace sanaq::pages
