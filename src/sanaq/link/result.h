// What a linking gives: persons, the pairs they are made of, and the model.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/link/model.h"

namespace sanaq::link {

struct Pair {
  std::uint32_t left = 0, right = 0;  // record indices, left < right
  double weight_bits = 0;             // sum of level weights (without the prior)
  double probability = 0;
  std::vector<std::int8_t> levels;  // one a comparison: -1 missing, else index into its levels
};

// Many pairs, unpacked one after another.
class PackedPairs {
 public:
  virtual ~PackedPairs() = default;
  [[nodiscard]] virtual std::size_t size() const = 0;
  virtual void each(const std::function<void(const Pair&)>& visit) const = 0;
};

// Matches of two lists (or of one) that are expected, but were not given: no rule brought the two
// records together, or their probability fell below what is searched.
struct Lost {
  std::uint32_t left = 0, right = 0;  // lists
  double matches = 0;
};

struct Phase {
  double load = 0, u = 0, em = 0, block = 0, score = 0, cluster = 0, write = 0;
};

struct Result {
  std::vector<std::uint32_t> person_of;  // one a record; persons numbered by their first record
  std::vector<double> probability;       // one a record: that its person's records belong together
  std::int64_t person_count = 0;
  std::int64_t candidate_pairs = 0;
  std::vector<Pair> pairs;  // sorted by (left, right)
  std::shared_ptr<const PackedPairs>
      packed;  // instead of `pairs`, in no such order, where there are millions
  Model model;
  std::vector<Lost> lost;         // draws have them put back (lost_matches.h)
  std::vector<bool> is_linkable;  // false: too poor to link (no name), a person of its own
  std::vector<base::Message> warnings;
  std::vector<std::vector<std::uint32_t>>
      draws;  // sampled registers: person of each record, numbered by first record
  Phase seconds;
  int threads = 1;
};

}  // namespace sanaq::link
