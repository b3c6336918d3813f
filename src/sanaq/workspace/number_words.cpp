#include "sanaq/workspace/number_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "sanaq/pages/live_number.h"
#include "sanaq/pages/page_template.h"

namespace sanaq::workspace {
namespace {

using base::message;

bool says_any(const std::string& sentence, const std::vector<std::string_view>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return sentence.find(part) != std::string::npos;
  });
}

}  // namespace

Mending mending_of(const base::Message& reason) {
  if (says_any(reason.id, {"registers", "pairs", "matches", "links", "without a name", "no name"}))
    return {"/review", message("Review doubtful pairs")};
  if (says_any(reason.id, {"made from the other", "covered", "on both", "is on any of"}))
    return {"/lists", message("Say what each list covered, or leave one out")};
  if (says_any(reason.id, {"two lists", "alone", "overlap", "so thin"}))
    return {"/lists", message("Add another list")};
  if (says_any(reason.id, {"method", "model", "chains", "draws", "strata", "beforehand", "graph",
                           "depend on"}))
    return {"/settings", message("See the settings")};
  return {"/lists", message("Add another list")};
}

std::vector<base::Message> reasons_of(const investigation::Number& number) {
  if (number.no_estimate) return {*number.no_estimate};
  return number.estimate ? number.estimate->reasons : std::vector<base::Message>{};
}

void set_number_words(Data& data, const investigation::Number& number, const draw::Voice& voice) {
  data.set("documented", voice.range(number.documented_low, number.documented_high));
  data.set("is_range", number.documented_low != number.documented_high);
  const auto& summary = number.estimate;
  const bool has_estimate = summary && summary->estimate;
  data.set("has_estimate", has_estimate);
  data.set("is_usable", summary && summary->usable());
  data.set("is_unquotable", !summary || !summary->usable());
  if (has_estimate) {
    data.set("median", voice.number(summary->estimate->median));
    data.set("interval", pages::interval_words(summary->estimate->interval, voice));
  }
  const bool has_unlisted = has_estimate && summary->unlisted;
  data.set("has_unlisted", has_unlisted);
  if (has_unlisted)
    data.set("unlisted",
             voice.say(message("Of these, {} stand on no list ({}).",
                               voice.number(summary->unlisted->median),
                               pages::interval_words(summary->unlisted->interval, voice))));
  const std::vector<base::Message> reasons = reasons_of(number);
  data.set("has_first_reason", !reasons.empty());
  data.set("first_reason", reasons.empty() ? std::string() : voice.say_isolating(reasons.front()));
  data.set("reasons", pages::data_list(reasons, [&](const base::Message& reason) {
             const Mending mending = mending_of(reason);
             Data item;
             item.set("text", voice.say_isolating(reason));
             item.set("path", mending.path);
             item.set("mend", voice.say(mending.words));
             return item;
           }));
}

}  // namespace sanaq::workspace
