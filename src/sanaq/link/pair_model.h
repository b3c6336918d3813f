// m and u of every field, as they are used while linking: by the numbers of fields and of groups of
// lists.
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

// Another field on which this one depends among different persons, and the chance agreement of this
// field if that one agrees exactly (a street and its postcode).
struct Parent {
  std::size_t field = 0;
  std::vector<double> u;
  // The level of equality of the parent for which this holds; -1 means any of them. If the parent's
  // value is rare (a small country), the child may agree far more often than elsewhere.
  int level = -1;
  [[nodiscard]] bool holds(Kind kind, int parent_level) const {
    return is_exact(kind, parent_level) && (level < 0 || level == parent_level);
  }
};

// m and u of the levels of one field. The u of the first parent that agrees exactly replaces this
// u. If a whole name is the only field, the weight of the room text is used, since there is nothing
// beside it to learn from.
struct FieldModel {
  std::vector<double> m, u;
  std::vector<Parent> parents{};
  // For whole names: the share of records that have the sounds of a match's two names, on average
  // over matches of each level (name_sounds.h); if it is empty, all names weigh alike.
  std::vector<double> sharing{};
  // With several lists: m and u by group of lists (pair_space.h), since languages and scripts,
  // initials and patronymics, years and ages are habits of the lists; if it is empty, they are
  // alike for all.
  struct OfGroup {
    std::vector<double> m, u;
  };
  std::vector<OfGroup> by_group{};
};

// Which fields tell twins from one person (twins.h). is_known is true if there are such fields.
struct Twins {
  bool is_known = false;
  std::size_t name = 0, given = 0, family = 0,
              birth = 0;  // the number of features if there is none
  // m of the given name's levels, if births are alike but not equal; or empty.
  std::vector<double> m;
  double share_within = 0;  // share of the pairs of one list that differ in the given name alone
  std::vector<std::uint32_t> word_counts;  // records with each word of a whole name
};

struct PairModel {
  std::vector<FieldModel> fields;
  double prior_match =
      0;  // share of all pairs that match; with several lists, of pairs of two lists
  // The same for the pairs of one list, if there are several lists; else equal to prior_match.
  double prior_within = 0;
  Differences differences{};
  std::shared_ptr<const PairSpace> space{};  // that of the records, if a field has groups
  Twins twins{};
};

}  // namespace sanaq::link
