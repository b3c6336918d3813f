// Counts of acts and of those to whom they were done, with a floor and a ceiling.
//
// After Ball (1996), Who Did What to Whom: an act has several victims and perpetrators, a person
// suffers several acts, and nobody is counted twice. docs/method/casefile.md has the rules.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

enum class ActsBy { all, type, place, month, event, group, perpetrator };

struct ActCount {
  std::string key;   // a code, a place as written, "2011-12", a group, a person's or organisation's
                     // key; empty: not known
  std::string name;  // of a perpetrator: as first written
  Range acts;        // floor: those that are sure (and certainly of this key); ceiling: all
  Range victims;     // people: each once, however many acts; those without a name never twice
  std::int64_t named = 0;  // of the ceiling, those with a name
};

// Rows by key, the unknown last. Rows need not add up: one person may suffer acts of two types, and
// an act have two perpetrators.
[[nodiscard]] std::vector<ActCount> count_acts(const std::vector<Act>& acts, ActsBy by);

// People in all of these acts together.
[[nodiscard]] Range count_victims(const std::vector<const Act*>& acts);

// Pairs of acts that may be one entered twice: one type, a named victim in common, and one known
// day. They are counted as two until somebody gives them one id.
[[nodiscard]] std::vector<std::pair<const Act*, const Act*>> perhaps_one(
    const std::vector<Act>& acts);

// Confirmed, likely, or plainly said: possible, unlikely and unknown acts are in ceilings alone.
[[nodiscard]] bool is_sure(const Act& act);

}  // namespace sanaq::casefile
