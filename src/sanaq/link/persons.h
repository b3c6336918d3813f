// What persons are found from, and the result: a register, which is a partition of the records.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::link {

// A candidate pair, with the natural log of m/u, without the prior.
struct Candidate {
  std::uint32_t left = 0, right = 0;
  double log_ratio = 0;
};

struct Constraints {
  std::vector<std::uint32_t> list_of;  // one entry for each record
  std::vector<std::uint64_t> marks;    // one entry for each record: of its identity (pair_space.h)
  std::vector<bool> one_per_person;    // one entry for each list
  // One entry for each record. Records that must stay together have the same unit; units count from
  // 0.
  std::vector<std::uint32_t> unit_of;
  std::vector<std::vector<std::uint32_t>> apart;  // units that may not be one person, for each unit
};

// What another threshold would change of a register.
struct AtThreshold {
  double threshold = 0;
  std::int64_t persons = 0;  // how many more persons there would be; negative: fewer
  std::int64_t made = 0;     // pairs of records that would be one person, and are not
  std::int64_t lost = 0;     // pairs of records that are one person, and would not be
  bool operator==(const AtThreshold&) const = default;
};
struct Register {
  std::vector<std::uint32_t> person_of;  // one entry for each record; the numbers have no meaning
  std::vector<double> probability;       // one entry for each record
  std::vector<double> pair_probability;  // one for each edge: that its records are one person
  std::vector<std::vector<std::uint32_t>> draws;
  std::vector<AtThreshold> thresholds;  // as many as were wanted
};

struct Wanted {
  double threshold = 0.5;
  int draws = 0;
  std::uint64_t seed = 1;
  int threads = 0;     // 0 means all processors
  int thresholds = 0;  // of how many others is told what they would change
};

}  // namespace sanaq::link
