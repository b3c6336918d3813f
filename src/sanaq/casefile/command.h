// Who commanded a unit at a moment, and who was above him.
#pragma once
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct Holder {
  const Post* post = nullptr;
  bool is_certain = true;  // he held office then, whatever his partly known dates mean
};

// One step of the line of command: an organisation with those in office there.
struct Rung {
  std::string organisation;     // its id
  std::vector<Holder> holders;  // those in law before those in fact, then by title
  bool by_parent = false;       // found by the organisation's parent, since no post has a superior
};

struct Gap {
  std::string organisation, title;
  std::int64_t from = 0, to = 0;  // in minutes; nobody is on record in between
};

struct CommandLine {
  std::vector<Rung> rungs;  // the unit first, then upwards
  std::vector<Gap> gaps;    // of the unit, at that moment
  // Two people in one post on one basis at once.
  std::vector<std::pair<const Post*, const Post*>> contradictions;
  std::vector<std::string> cycle;              // organisations, if the line comes back to one
  std::vector<std::string> unknown_superiors;  // as written; no organisation, and nobody in office
};

// `moment` is in minutes (calendar.h); a whole day has both its ends. Throws Error{not_found} for a
// unit that no table names, and suggests the nearest. The result points into `entities`, which must
// outlive it.
[[nodiscard]] CommandLine command_of(const Entities& entities, std::string_view unit, Range moment);

// Returns all gaps between posts of one title in an organisation, in the order of time.
[[nodiscard]] std::vector<Gap> gaps_of(const Entities& entities, std::string_view organisation);

}  // namespace sanaq::casefile
