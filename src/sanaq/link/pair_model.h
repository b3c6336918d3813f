// m and u of every field, as a run of the linking uses them: by the numbers of fields and of groups
// of lists.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/differences.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_space.h"

namespace sanaq::link {

// Another field with which this one goes together among different persons, and what chance
// agreement of this field is where that one agrees exactly (a street and its postcode).
struct Parent {
  std::size_t field = 0;
  std::vector<double> u;
  // The level of equality of the parent for which this holds; -1: whichever. Among those of a rare
  // value (one small country) the child may agree far more often than elsewhere.
  int level = -1;
  [[nodiscard]] bool holds(Kind kind, int parent_level) const {
    return is_exact(kind, parent_level) && (level < 0 || level == parent_level);
  }
};

// m and u of the levels of one field. The first parent that agrees exactly replaces u. A whole name
// that is the only field has room text's own weight: with nothing beside it there is nothing to
// learn from.
struct FieldModel {
  std::vector<double> m, u;
  std::vector<Parent> parents{};
  // Of whole names: the share of records that have the sounds of a match's two names, on average
  // over matches of each level (name_sounds.h); empty: names weigh alike.
  std::vector<double> sharing{};
  // On several lists: m and u by group of lists (pair_space.h), since languages and scripts,
  // initials and patronymics, years and ages are the lists' habits; empty: alike for all.
  struct OfGroup {
    std::vector<double> m, u;
  };
  std::vector<OfGroup> by_group{};
};

// Which fields tell twins from one person (twins.h); is_known: there are such.
struct Twins {
  bool is_known = false;
  std::size_t name = 0, given = 0, family = 0, birth = 0;  // the number of features: there is none
  std::vector<double>
      m;  // of the given name's levels, where births are alike and not equal; or empty
  double share_within = 0;                 // of pairs of one list, those that differ in it alone
  std::vector<std::uint32_t> word_counts;  // records with each word of a whole name
};

struct PairModel {
  std::vector<FieldModel> fields;
  double prior_match = 0;  // share that match of all pairs, of two lists where there are several
  // Of the pairs of one list, where there are several lists; else the same.
  double prior_within = 0;
  Differences differences{};
  std::shared_ptr<const PairSpace> space{};  // of the records, where a field has groups
  Twins twins{};
};

}  // namespace sanaq::link
