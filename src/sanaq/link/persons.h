// What persons are found from, and what is found: a register is a partition of the records.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::link {

// A pair worth thinking about: natural log of m/u, without the prior.
struct Candidate {
  std::uint32_t left = 0, right = 0;
  double log_ratio = 0;
};

struct Constraints {
  std::vector<std::uint32_t> list_of;  // one a record
  std::vector<std::uint64_t> marks;    // one a record: of its identity (pair_space.h)
  std::vector<bool> one_per_person;    // one a list
  std::vector<std::uint32_t>
      unit_of;  // records that must stay together have one unit; units are numbered from 0
  std::vector<std::vector<std::uint32_t>> apart;  // units that may not be one person, for each unit
};

struct Register {
  std::vector<std::uint32_t> person_of;  // one a record; numbers without meaning
  std::vector<double> probability;       // one a record
  std::vector<double> pair_probability;  // one an edge: that its two records are one person
  std::vector<std::vector<std::uint32_t>> draws;
};

struct Wanted {
  double threshold = 0.5;
  int draws = 0;
  std::uint64_t seed = 1;
  int threads = 0;  // 0: all processors
};

}  // namespace sanaq::link
