// Counts of acts and of their victims, with a floor and a ceiling.
//
// The model is that of Ball (1996), Who Did What to Whom: an act has several victims and
// perpetrators, a person suffers several acts, and nobody is counted twice. docs/method/casefile.md
// has the rules.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

enum class ActsBy { all, type, place, month, event, group, perpetrator };

struct ActCount {
  // A code, a place as written, "2011-12", a group, or a person's or organisation's key; "" if it
  // is unknown.
  std::string key;
  std::string name;        // for a perpetrator: as first written
  Range acts;              // low: acts that are sure, and certainly of this key; high: all
  Range victims;           // people; each is counted once, in however many acts, named or not
  std::int64_t named = 0;  // how many of victims.high have a name
};

// Returns one row for each key, the unknown last. Rows need not add up: one person may suffer acts
// of two types, and an act may have two perpetrators.
[[nodiscard]] std::vector<ActCount> count_acts(const std::vector<Act>& acts, ActsBy by);

// Returns the number of people in all of these acts together.
[[nodiscard]] Range count_victims(const std::vector<const Act*>& acts);

// Returns pairs of acts that may be one act entered twice: they have the same type, a named victim
// in common, and the same known day. They are counted as two until somebody gives them one id.
[[nodiscard]] std::vector<std::pair<const Act*, const Act*>> perhaps_one(
    const std::vector<Act>& acts);

// Returns true if an act is confirmed, likely, or stated without a certainty. Possible, unlikely
// and unknown acts count only in ceilings.
[[nodiscard]] bool is_sure(const Act& act);

}  // namespace sanaq::casefile
