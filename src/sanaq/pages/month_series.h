// How many things happened in each month, as far as their dates tell it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/draw/series_drawing.h"
#include "sanaq/draw/voice.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::pages {

// Returns a bar for each month from the first to the last, empty ones too; for each year, where
// that would be more than eight years of months. A date that is known to the year alone may lie in
// any of its months. Empty if no date is known.
[[nodiscard]] std::vector<draw::SeriesBar> month_series(
    const std::vector<std::optional<record::PartialDate>>& dates, const draw::Voice& voice);

// The drawing of such a series with its heading, for wide and for narrow pages; "" if there are
// fewer than two dates.
[[nodiscard]] std::string series_figure(
    const std::vector<std::optional<record::PartialDate>>& dates, const std::string& heading,
    const std::string& id, const draw::Voice& voice);

}  // namespace sanaq::pages
