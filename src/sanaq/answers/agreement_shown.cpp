#include "sanaq/answers/agreement_shown.h"

#include "sanaq/base/shown.h"

namespace sanaq::answers {
namespace {

using investigation::Agreement;
using investigation::Rate;

nlohmann::ordered_json rate_json(const Rate& rate) {
  nlohmann::ordered_json json = {{"count", rate.count}, {"of", rate.of}};
  if (rate.of > 0) {
    json["low"] = rate.low;
    json["high"] = rate.high;
  }
  return json;
}

std::string rate_text(const Rate& rate, const base::Catalog& catalog) {
  if (rate.of == 0) return catalog.say(base::message("no such task was answered yet"));
  const auto percent = [](double share) { return fmt::format("{:.0f}", 100 * share); };
  return catalog.say(
      base::message("{} of {}: {} % (95 % interval {} to {} %)", rate.count, rate.of,
                    percent(static_cast<double>(rate.count) / static_cast<double>(rate.of)),
                    percent(rate.low), percent(rate.high)));
}

}  // namespace

std::string agreement_text(const std::vector<Agreement>& found, const base::Catalog& catalog) {
  if (found.empty()) return catalog.say("no task of the queue was answered one by one yet") + "\n";
  std::string text;
  for (const Agreement& one : found) {
    const std::string who = one.who.by.empty() ? one.who.writer.substr(0, 8) : one.who.by;
    text += catalog.say(base::message("{}: tasks answered: {}", base::shown(who), one.answered)) +
            "\n  " +
            catalog.say(base::message("answered as before, of those shown again: {}",
                                      rate_text(one.as_before, catalog))) +
            "\n  " +
            catalog.say(base::message("as the threshold does, of those drawn at random: {}",
                                      rate_text(one.as_threshold, catalog))) +
            "\n";
    if (one.unsure_drawn > 0)
      text += "  " +
              catalog.say(base::message("drawn at random and left unsure: {}", one.unsure_drawn)) +
              "\n";
  }
  return text;
}

nlohmann::ordered_json agreement_json(const std::vector<Agreement>& found) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Agreement& one : found)
    all.push_back({{"by", one.who.by},
                   {"writer", one.who.writer},
                   {"answered", one.answered},
                   {"as_before", rate_json(one.as_before)},
                   {"as_threshold", rate_json(one.as_threshold)},
                   {"unsure_drawn", one.unsure_drawn}});
  return all;
}

}  // namespace sanaq::answers
