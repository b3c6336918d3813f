#include "sanaq/casefile/acts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

// Nobody is killed twice.
bool is_fatal(const Act& act) { return act.type.starts_with("01"); }

struct People {
  std::set<std::string> named, untold;  // untold: one human being each, but not who
  std::int64_t unnamed_low = 0, unnamed_high = 0;
};

People people_of(const Act& act) {
  People people;
  for (const Victim& victim : act.victims) {
    if (!victim.count) {
      (victim.may_be_another ? people.untold : people.named).insert(victim.who.key);
    } else {
      people.unnamed_low += victim.count->low;
      people.unnamed_high += victim.count->high;
    }
  }
  return people;
}

// The fewest human beings who can have suffered all of it. An unnamed victim of one act, or one who
// is not told, may be a named or unnamed victim of another, but two unnamed dead of two acts are
// two.
std::int64_t fewest(const std::vector<const Act*>& acts) {
  std::set<std::string> named, named_dead;
  std::int64_t unnamed_dead = 0, widest = 0;
  for (const Act* act : acts) {
    const People people = people_of(*act);
    named.insert(people.named.begin(), people.named.end());
    const auto own = static_cast<std::int64_t>(people.named.size() + people.untold.size());
    widest = std::max(widest, own + people.unnamed_low);
    if (!is_fatal(*act)) continue;
    named_dead.insert(people.named.begin(), people.named.end());
    unnamed_dead += people.unnamed_low;
  }
  return std::max({static_cast<std::int64_t>(named.size()),
                   static_cast<std::int64_t>(named_dead.size()) + unnamed_dead, widest});
}

std::int64_t most(const std::vector<const Act*>& acts) {
  std::set<std::string> named;
  std::int64_t unnamed = 0;
  for (const Act* act : acts) {
    const People people = people_of(*act);
    named.insert(people.named.begin(), people.named.end());
    named.insert(people.untold.begin(), people.untold.end());
    unnamed += people.unnamed_high;
  }
  return static_cast<std::int64_t>(named.size()) + unnamed;
}

struct Keyed {
  std::string key, name;
  bool is_certain = true;  // that the act belongs to this key
};

// The months that a date touches; certain where it is one.
std::vector<Keyed> months_of(const std::optional<PartialDate>& date) {
  constexpr int months_max = 120;
  if (!date) return {{"", "", true}};
  std::vector<Keyed> keys;
  std::int32_t day = date->first_day;
  while (day <= date->last_day && keys.size() < months_max) {
    const record::Day at = record::day_from_number(day);
    keys.push_back({day_text(day).substr(0, 7), "", true});
    day = add_months(record::day_number(at.year, at.month, 1), 1);
  }
  for (Keyed& key : keys) key.is_certain = keys.size() == 1;
  return keys;
}

std::vector<Keyed> keys_of(const Act& act, ActsBy by) {
  switch (by) {
    case ActsBy::all:
      return {{"", "", true}};
    case ActsBy::type:
      return {{act.type, "", true}};
    case ActsBy::place:
      return {{text::fold(act.place), act.place, true}};
    case ActsBy::month:
      return months_of(act.date);
    case ActsBy::event:
      return {{act.event, "", true}};
    case ActsBy::group: {
      std::set<std::string> groups;
      for (const Victim& victim : act.victims) groups.insert(victim.group);
      std::vector<Keyed> keys;
      for (const std::string& group : groups) keys.push_back({group, group, true});
      return keys.empty() ? std::vector<Keyed>{{"", "", true}} : keys;
    }
    case ActsBy::perpetrator: {
      std::vector<Keyed> keys;
      for (const Involved& one : act.perpetrators) {
        const bool is_there = std::any_of(keys.begin(), keys.end(),
                                          [&](const Keyed& key) { return key.key == one.who.key; });
        // "Suspected" is not yet "did".
        if (!is_there) keys.push_back({one.who.key, one.who.ref, one.degree != "0106"});
      }
      return keys.empty() ? std::vector<Keyed>{{"", "", true}} : keys;
    }
  }
  return {};
}

// Of an act counted by group: the victims of that group alone.
Act only_group(Act act, const std::string& group) {
  std::erase_if(act.victims, [&](const Victim& victim) { return victim.group != group; });
  return act;
}

}  // namespace

std::vector<std::pair<const Act*, const Act*>> perhaps_one(const std::vector<Act>& acts) {
  std::vector<std::pair<const Act*, const Act*>> pairs;
  std::map<std::tuple<std::string, std::int32_t, std::string>, const Act*> seen;
  for (const Act& act : acts) {
    if (!act.date || act.date->first_day != act.date->last_day || act.type.empty()) continue;
    for (const Victim& victim : act.victims) {
      if (victim.count) continue;
      const auto [known, is_new] =
          seen.emplace(std::tuple(act.type, act.date->first_day, victim.who.key), &act);
      const std::pair<const Act*, const Act*> pair{known->second, &act};
      if (!is_new && (pairs.empty() || pairs.back() != pair)) pairs.push_back(pair);
    }
  }
  return pairs;
}

bool is_sure(const Act& act) {
  return act.certainty.empty() || act.certainty == "01" || act.certainty == "04";
}

Range count_victims(const std::vector<const Act*>& acts) {
  std::vector<const Act*> sure;
  std::copy_if(acts.begin(), acts.end(), std::back_inserter(sure),
               [](const Act* act) { return is_sure(*act); });
  return {fewest(sure), most(acts)};
}

std::vector<ActCount> count_acts(const std::vector<Act>& acts, ActsBy by) {
  struct Group {
    std::string name;
    std::vector<Act> sure, all;
  };
  std::map<std::string, Group> groups;
  for (const Act& act : acts) {
    for (const Keyed& key : keys_of(act, by)) {
      Group& group = groups[key.key];
      if (group.name.empty()) group.name = key.name;
      const Act own = by == ActsBy::group ? only_group(act, key.key) : act;
      group.all.push_back(own);
      if (is_sure(act) && key.is_certain) group.sure.push_back(own);
    }
  }
  const auto pointers = [](const std::vector<Act>& from) {
    std::vector<const Act*> all;
    for (const Act& act : from) all.push_back(&act);
    return all;
  };
  std::vector<ActCount> counts;
  for (const auto& [key, group] : groups) {
    ActCount count{key, group.name, {}, {}, 0};
    count.acts = {static_cast<std::int64_t>(group.sure.size()),
                  static_cast<std::int64_t>(group.all.size())};
    count.victims = {fewest(pointers(group.sure)), most(pointers(group.all))};
    std::set<std::string> named;
    for (const Act& act : group.all) {
      for (const Victim& victim : act.victims) {
        if (!victim.count) named.insert(victim.who.key);
      }
    }
    count.named = static_cast<std::int64_t>(named.size());
    counts.push_back(std::move(count));
  }
  std::stable_partition(counts.begin(), counts.end(),
                        [](const ActCount& count) { return !count.key.empty(); });
  return counts;
}

}  // namespace sanaq::casefile
