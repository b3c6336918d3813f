// How many matches there are, found before any pair is compared: by moments of excess agreement
// (notes on linking, section 4).
//
// If fields f and g were independent, A_f A_g / T pairs would agree on both by chance; the excess
// is M m_f m_g. Fields that depend on each other among different persons (street and postcode) have
// an excess far above all others; they become edges.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/parallel.h"
#include "sanaq/link/quick_levels.h"

namespace sanaq::link {

struct Edge {
  std::size_t parent = 0, child = 0;
  double lift = 0;
  // The level of equality of the parent at which they depend on each other; -1 means any of them.
  int level = -1;
};

struct Moments {
  double matches = 0;               // M1: expected pairs of records of one person
  std::vector<double> m_exact;      // one entry for each feature
  std::vector<double> equal_pairs;  // A_f over all records where it is filled
  std::vector<Edge> edges;          // without cycles; a child's parents are ordered rarest first
  bool has_count = false;           // false: too little to count by; `matches` is then only a start
  bool is_count_known = false;      // known from pairs across lists (across_lists.h); EM keeps it
  bool is_identifiable = true;  // whole names, or at least three pairs of fields without an edge
  bool has_names = false;       // whole names or given and family names
  bool is_hopeless = false;     // every field depends on every other among different persons
};

// `rows` must be made from the same features.
[[nodiscard]] Moments excess_agreement(const std::vector<Feature>& features,
                                       const QuickLevels& rows, Workers& workers,
                                       base::Progress& progress);
[[nodiscard]] Moments excess_agreement(const std::vector<Feature>& features);  // on one thread

// Returns the number of pairs of records that are equal on the feature, by the level of equality of
// their value.
[[nodiscard]] std::vector<double> equal_pairs_by_level(const Feature& feature);

}  // namespace sanaq::link
