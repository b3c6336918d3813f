// Who commanded a unit at a moment, and who stood above him.
#pragma once
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct Holder {
  const Post* post = nullptr;
  bool is_certain = true;  // in office at that moment, whatever its dates known in part mean
};

// One step of the ladder: an organisation with those in office there.
struct Rung {
  std::string organisation;     // its id
  std::vector<Holder> holders;  // in law before in fact, then by title
  bool by_parent = false;       // reached by the organisation's parent, as no post names a superior
};

struct Gap {
  std::string organisation, title;
  std::int64_t from = 0, to = 0;  // minutes; nobody is on record between
};

struct CommandLine {
  std::vector<Rung> rungs;  // the unit first, then upwards
  std::vector<Gap> gaps;    // of the unit, at that moment
  // Two people in one post on one basis at once.
  std::vector<std::pair<const Post*, const Post*>> contradictions;
  std::vector<std::string> cycle;              // organisations, where the ladder comes back to one
  std::vector<std::string> unknown_superiors;  // as written; no organisation and nobody in office
};

// `moment` in minutes (calendar.h); of a whole day, both ends. Throws Error{not_found} for a unit
// that no table names; the nearest is suggested. Points into `things`.
[[nodiscard]] CommandLine command_of(const Entities& entities, std::string_view unit, Range moment);

// All gaps between posts of one title in an organisation, in the order of time.
[[nodiscard]] std::vector<Gap> gaps_of(const Entities& entities, std::string_view organisation);

}  // namespace sanaq::casefile
