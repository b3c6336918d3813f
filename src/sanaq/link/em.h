// m, u and the share of matches, learnt by EM on counts of agreement patterns (Winkler 1988), with
// weak priors.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include "sanaq/link/moments.h"
#include "sanaq/link/score.h"

namespace sanaq::link {

// A pair whose truth is known.
struct KnownPair {
  std::uint32_t left = 0, right = 0;
  bool match = true;
};

// How often each pattern of levels was seen. Pairs are counted and forgotten.
class PatternCounts {
 public:
  // Bit f of `fields`: a rule without feature f found the pair, so blocking did not choose its
  // agreement on f.
  void add(Comparer& comparer, const std::int8_t* levels, std::uint32_t left, std::uint32_t right,
           std::uint32_t fields);

  // What another thread counted.
  void add(const PatternCounts& other);

  // A pair whose truth is known; `is_candidate`: it was added above too.
  void add_known(Comparer& comparer, const std::int8_t* levels, const KnownPair& pair,
                 bool is_candidate);

  struct Known {
    std::uint64_t levels = 0;
    bool match = true, is_candidate = false;
  };
  [[nodiscard]] const std::vector<Known>& known() const { return known_; }

  struct Pattern {
    std::uint64_t levels = 0;
    std::uint32_t fields = 0;
    double count = 0;
  };
  [[nodiscard]] std::vector<Pattern> sorted() const;
  [[nodiscard]] double pair_count() const { return pairs_; }

 private:
  struct Key {
    std::uint64_t levels;
    std::uint32_t fields;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  std::unordered_map<Key, double, Hash> counts_;
  std::vector<Known> known_;
  double pairs_ = 0;
};

struct Learnt {
  PairModel model;
  int iterations = 0;
  bool converged = false;
  // False: the class that was found cannot be that of matches, from wherever EM starts (it grows as
  // far as it may, or its fields mostly differ): of the same household, not the same person.
  bool is_plausible = true;
};

// `chance`: u of every level (frequencies.h). `recall`: share of matches among the pairs counted.
// `matches_most`: more cannot be, by the lists.
[[nodiscard]] Learnt learn(const std::vector<Feature>& features, const PatternCounts& counts,
                           const std::vector<std::vector<double>>& chance, const Moments& moments,
                           const PairModel& start, double recall,
                           double matches_most = std::numeric_limits<double>::infinity());

// Before any pair is seen: u as it is, m by the moments and what is usual.
[[nodiscard]] PairModel first_model(const std::vector<Feature>& features,
                                    const std::vector<std::vector<double>>& chance,
                                    const Moments& moments);

}  // namespace sanaq::link
