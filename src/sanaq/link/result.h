// The result of a linking: persons, the pairs they are made of, and the model.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/link/model.h"
#include "sanaq/link/persons.h"

namespace sanaq::link {

struct Pair {
  std::uint32_t left = 0, right = 0;  // record indices, left < right
  double weight_bits = 0;             // log2(m/u) of the pair, without the prior
  double probability = 0;
  // One entry for each comparison: an index into its levels, or -1 if a value is missing.
  std::vector<std::int8_t> levels;
};

// Many pairs, unpacked one after another.
class PackedPairs {
 public:
  virtual ~PackedPairs() = default;
  [[nodiscard]] virtual std::size_t size() const = 0;
  virtual void each(const std::function<void(const Pair&)>& visit) const = 0;
};

// The number of matches between two lists (or within one) that are expected but missing from the
// result: no rule brought the two records together, or their probability was below the cut.
struct Lost {
  std::uint32_t left = 0, right = 0;  // indices of lists
  double matches = 0;
};

// Records of one list that the rules compare with no other. A record without a name is in neither
// number: it is joined with nobody, whatever the rules.
struct Unreached {
  std::uint32_t list = 0;     // index
  std::int64_t alone = 0;     // compared with no other record
  std::int64_t no_value = 0;  // of these: none could, since of each rule a cell is empty
  bool operator==(const Unreached&) const = default;
};

// How long each phase took, in seconds.
struct Phase {
  double load = 0, u = 0, em = 0, block = 0, score = 0, cluster = 0, write = 0;
};

struct Result {
  // One entry for each record: the person's number. Persons are numbered by their first record.
  std::vector<std::uint32_t> person_of;
  // One entry for each record: the probability that all records of its person belong together.
  std::vector<double> probability;
  std::int64_t person_count = 0;
  std::int64_t candidate_pairs = 0;
  std::vector<Pair> pairs;  // sorted by (left, right)
  // Used instead of `pairs` if there are millions; not sorted. Else nullptr.
  std::shared_ptr<const PackedPairs> packed;
  Model model;
  std::vector<Lost> lost;               // put back into the draws (lost_matches.h)
  std::vector<Unreached> unreached;     // by list; lists without any are left out
  std::vector<LearningRound> learning;  // how the model was learnt; empty if it was known
  // One entry for each record; false if it says too little to be linked (it has no name) and is
  // therefore a person of its own.
  std::vector<bool> is_linkable;
  std::vector<base::Message> warnings;
  // Sampled registers, each with one entry for each record, as in person_of.
  std::vector<std::vector<std::uint32_t>> draws;
  std::vector<AtThreshold> thresholds;  // as many as the options want
  Phase seconds;
  int threads = 1;
};

}  // namespace sanaq::link
