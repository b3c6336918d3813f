#include "sanaq/pages/month_series.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/text/date_in_words.h"

namespace sanaq::pages {
namespace {

using Dates = std::vector<std::optional<record::PartialDate>>;

constexpr int months_max = 96;
constexpr int years_max = 150;

// Months or years, counted from one that long ago; `of_year` is 12 or 1.
int unit_of(std::int32_t day, int of_year) {
  const record::Day date = record::day_from_number(day);
  return of_year == 12 ? date.year * 12 + date.month - 1 : date.year;
}

std::vector<draw::SeriesBar> bars_of(const Dates& dates, int first, int last, int of_year,
                                     const draw::Voice& voice) {
  std::vector<draw::SeriesBar> bars;
  for (int unit = first; unit <= last; ++unit) {
    draw::SeriesBar bar;
    if (of_year == 12) {
      bar.label = text::date_in_words(unit / 12, unit % 12 + 1, {}, voice.language());
      const bool has_tick = unit % 12 == 0 || (unit == first && unit % 12 < 9);
      if (has_tick) bar.tick = std::to_string(unit / 12);
    } else {
      bar.label = std::to_string(unit);
      if (unit % 5 == 0 || last - first < 12) bar.tick = bar.label;
    }
    bars.push_back(std::move(bar));
  }
  for (const auto& date : dates) {
    if (!date) continue;
    const int from = unit_of(date->first_day, of_year), to = unit_of(date->last_day, of_year);
    if (from == to && !date->approximate) ++bars[static_cast<std::size_t>(from - first)].low;
    for (int unit = from; unit <= to; ++unit) ++bars[static_cast<std::size_t>(unit - first)].high;
  }
  return bars;
}

}  // namespace

std::vector<draw::SeriesBar> month_series(const Dates& dates, const draw::Voice& voice) {
  std::optional<std::int32_t> first, last;
  for (const auto& date : dates) {
    if (!date) continue;
    first = std::min(first.value_or(date->first_day), date->first_day);
    last = std::max(last.value_or(date->last_day), date->last_day);
  }
  if (!first) return {};
  for (const int of_year : {12, 1}) {
    const int from = unit_of(*first, of_year), to = unit_of(*last, of_year);
    if (to - from < (of_year == 12 ? months_max : years_max))
      return bars_of(dates, from, to, of_year, voice);
  }
  return {};
}

std::string series_figure(const Dates& dates, const std::string& heading, const std::string& id,
                          const draw::Voice& voice) {
  if (std::count_if(dates.begin(), dates.end(), [](const auto& date) { return date.has_value(); }) <
      2)
    return {};
  const std::vector<draw::SeriesBar> bars = month_series(dates, voice);
  if (bars.empty()) return {};
  return fmt::format("<div class=\"wide\">{}</div><div class=\"narrow\">{}</div>",
                     draw::series_drawing(bars, voice, 760, id, heading),
                     draw::series_drawing(bars, voice, 360, id + "-n", heading));
}

}  // namespace sanaq::pages
