// From parts that met, differ or are missing to the log odds of a pair of names of persons.
#pragma once
#include "sanaq/text/align.h"
#include "sanaq/text/name_comparison.h"

namespace sanaq::text {

// What data/name_levels.txt has weights for.
struct LevelCounts {
  int same = 0, sound = 0, close = 0, one_letter_off = 0;  // parts that met
  // Of these, in one script and not the same sound: seen by the level, not by the weight.
  int unlike = 0;
  int short_unlike = 0;                          // of these, in one script, three letters or fewer
  int stems = 0;                                 // of these, met without the family suffix only
  int initials = 0;                              // initials that fit
  int conflicts = 0;                             // names left over on both sides
  double severity_bits = 0;                      // sum of their s
  int fathers = 0;                               // patronymics left over on both sides
  double fathers_bits = 0;                       // the least of their s
  bool missing = false, father_missing = false;  // left over on one side
  bool scrambled = false, initial_differs = false, initial_unmatched = false, one_script = false,
       nothing_to_compare = false;
  bool identical = false;     // every letter the same, nothing left over
  double weakest_bits = 100;  // least s of a part that met
  bool generation_differs = false, generation_missing = false;
};

[[nodiscard]] LevelCounts count_levels(const PreparedName& left, const PreparedName& right,
                                       const Alignment& alignment);
[[nodiscard]] double weigh_levels(const LevelCounts& counts);  // z, bits of log2 odds at prior 1/2
[[nodiscard]] NameLevel name_level(const LevelCounts& counts);

}  // namespace sanaq::text
