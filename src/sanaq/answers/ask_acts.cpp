#include "sanaq/answers/ask_acts.h"

#include <array>

#include "sanaq/base/error.h"

namespace sanaq::answers {
namespace {

using base::message;
using casefile::ActCount;
using casefile::ActsBy;

ActsBy by_from(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, ActsBy>, 8> words = {
      {{"", ActsBy::all},
       {"all", ActsBy::all},
       {"type", ActsBy::type},
       {"place", ActsBy::place},
       {"month", ActsBy::month},
       {"event", ActsBy::event},
       {"group", ActsBy::group},
       {"perpetrator", ActsBy::perpetrator}}};
  for (const auto& [name, by] : words) {
    if (name == word) return by;
  }
  throw base::Error(
      base::Kind::usage,
      message("{}: acts are counted by type, place, month, event, group or perpetrator", word));
}

std::string shown(const CaseAsked& asked, const ActCount& count, ActsBy by) {
  if (by == ActsBy::all) return asked.catalog.say("all acts");
  if (count.key.empty()) return asked.catalog.say("not known");
  if (by == ActsBy::type) return count.key + " " + asked.label("MT4", count.key);
  if (by == ActsBy::event) {
    const casefile::Event* event = asked.entities.event(count.key);
    return event == nullptr || event->title.empty() ? count.key : event->title;
  }
  if (by == ActsBy::perpetrator && count.key.starts_with("organisation:"))
    return asked.name_of(count.key.substr(13));
  return count.name.empty() ? count.key : count.name;
}

}  // namespace

Answer ask_acts(const CaseAsked& asked, const std::string& word) {
  const ActsBy by = by_from(word);
  const base::Catalog& catalog = asked.catalog;
  Answer answer;
  answer.table.push_back({by == ActsBy::all ? "" : catalog.say("counted by"), catalog.say("acts"),
                          catalog.say("people, at least"), catalog.say("people, at most"),
                          catalog.say("of them named")});
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const ActCount& count : casefile::count_acts(asked.entities.acts, by)) {
    answer.table.push_back({shown(asked, count, by), range_text(count.acts),
                            std::to_string(count.victims.low), std::to_string(count.victims.high),
                            std::to_string(count.named)});
    rows.push_back({{"key", count.key},
                    {"label", shown(asked, count, by)},
                    {"acts", range_json(count.acts)},
                    {"victims", range_json(count.victims)},
                    {"named", count.named}});
  }
  if (by == ActsBy::type || by == ActsBy::perpetrator)
    answer.after.push_back(catalog.say(
        message("Rows need not add up: one person may suffer several acts, and an act have "
                "several perpetrators.")));
  nlohmann::ordered_json doubles = nlohmann::ordered_json::array();
  for (const auto& [one, other] : casefile::perhaps_one(asked.entities.acts)) {
    const std::string first(casefile::id_of(one->subject)), second(casefile::id_of(other->subject));
    answer.after.push_back(catalog.say(
        message("{} and {} may be one act: the same was done to the same person on one day; if "
                "so, give them one id",
                first, second)));
    doubles.push_back({first, second});
  }
  answer.json = {{"by", word.empty() ? "all" : word},
                 {"acts", asked.entities.acts.size()},
                 {"rows", rows},
                 {"perhaps_one", doubles}};
  return answer;
}

}  // namespace sanaq::answers
