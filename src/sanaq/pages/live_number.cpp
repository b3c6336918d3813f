#include "sanaq/pages/live_number.h"

#include <algorithm>

#include "sanaq/draw/voice.h"

namespace sanaq::pages {

using base::message;

std::string interval_words(const estimate::Interval& interval, const draw::Voice& voice) {
  return voice.say(message("{} interval: {} to {}", voice.percent(interval.level),
                           voice.number(interval.low), voice.number(interval.high)));
}

std::string claimed_range(const PublicView& view, const draw::Voice& voice) {
  std::optional<std::int64_t> low, high;
  for (const PublicClaim& claim : view.claims) {
    if (!claim.in_scope) continue;
    for (const auto& value : {claim.min, claim.max}) {
      if (!value) continue;
      low = std::min(low.value_or(*value), *value);
      high = std::max(high.value_or(*value), *value);
    }
  }
  return low ? voice.range(*low, *high) : std::string();
}

std::string live_number(const PublicView& view, std::string_view which, const draw::Voice& voice) {
  if (which == "documented")
    return view.lists.empty() ? std::string()
                              : voice.range(view.documented_low, view.documented_high);
  if (which == "claimed") return claimed_range(view, voice);
  if (which != "estimated" || !view.estimate || !view.estimate->estimate) return {};
  const estimate::Estimate& found = *view.estimate->estimate;
  return voice.number(found.median) + " (" + interval_words(found.interval, voice) + ")";
}

}  // namespace sanaq::pages
