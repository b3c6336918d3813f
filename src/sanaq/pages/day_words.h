// Days as the page's language writes them.
#pragma once
#include <cstdint>
#include <string>

#include "sanaq/draw/voice.h"

namespace sanaq::pages {

// `day` is counted from 1970-01-01: "16 December 2014".
[[nodiscard]] std::string day_words(std::int32_t day, const draw::Voice& voice);
// The same for YYYY-MM-DD; any other text is returned as it is.
[[nodiscard]] std::string day_words(const std::string& date, const draw::Voice& voice);

}  // namespace sanaq::pages
