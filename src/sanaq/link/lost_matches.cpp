#include "sanaq/link/lost_matches.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "sanaq/link/persons.h"

namespace sanaq::link {
namespace {

using Records = std::vector<std::uint32_t>;

class PutBack {
 public:
  PutBack(const PairSpace& space, const std::vector<bool>& is_linkable,
          const std::vector<double>& lost, num::Rng rng, std::vector<std::uint32_t>& person_of)
      : space_(space), rng_(rng), person_of_(person_of), of_list_(space.list_count()) {
    for (std::uint32_t record = 0; record < space.record_count(); ++record) {
      records_[person_of[record]].push_back(record);
      if (is_linkable[record]) of_list_[space.list_of[record]].push_back(record);
    }
    for (const double matches : lost)
      left_.push_back(matches > 0 ? static_cast<double>(rng_.poisson(matches)) : 0);
  }

  // The two lists that miss most come first; lists for which nobody fits are left.
  void run() {
    std::vector<bool> given_up(left_.size());
    while (true) {
      std::size_t most = left_.size();
      for (std::size_t lists = 0; lists < left_.size(); ++lists) {
        if (left_[lists] >= 1 && !given_up[lists] &&
            (most == left_.size() || left_[lists] > left_[most]))
          most = lists;
      }
      if (most == left_.size()) return;
      given_up[most] = !join_some(most);
    }
  }

 private:
  bool join_some(std::size_t lists) {
    std::size_t b = 0;
    while ((b + 1) * (b + 2) / 2 <= lists) ++b;
    const std::size_t a = lists - b * (b + 1) / 2;
    if (a == b || of_list_[a].empty() || of_list_[b].empty()) return false;
    constexpr int tries = 10000;
    for (int attempt = 0; attempt < tries; ++attempt) {
      const std::uint32_t left = drawn_from(of_list_[a]), right = drawn_from(of_list_[b]);
      if (left == right || !is_taken(left) || !is_taken(right) ||
          !may_join(records_.at(left), records_.at(right)))
        continue;
      join(left, right);
      return true;
    }
    return false;
  }

  std::uint32_t drawn_from(const Records& records) {
    return person_of_[records[rng_.below(records.size())]];
  }
  // A record that is linked to none of a person's others is the rarer the more there are: each
  // further record of a person halves how often it is taken (it is drawn once for each).
  bool is_taken(std::uint32_t person) {
    const auto size = static_cast<double>(records_.at(person).size());
    return rng_.uniform() * size < std::exp2(1 - size);
  }

  // Every pair of their records is one that is missing.
  [[nodiscard]] bool may_join(const Records& left, const Records& right) const {
    if (left.size() > 1 && right.size() > 1) return false;
    return std::all_of(left.begin(), left.end(), [&](std::uint32_t a) {
      return std::all_of(right.begin(), right.end(), [&](std::uint32_t b) {
        return space_.list_of[a] != space_.list_of[b] && left_[space_.list_pair(a, b)] >= 1;
      });
    });
  }

  void join(std::uint32_t left, std::uint32_t right) {
    Records& into = records_.at(left);
    const Records from = std::move(records_.at(right));
    records_.erase(right);
    for (const std::uint32_t a : into) {
      for (const std::uint32_t b : from) left_[space_.list_pair(a, b)] -= 1;
    }
    for (const std::uint32_t record : from) person_of_[record] = left;
    into.insert(into.end(), from.begin(), from.end());
  }

  const PairSpace& space_;
  num::Rng rng_;
  std::vector<std::uint32_t>& person_of_;
  std::vector<Records> of_list_;
  std::unordered_map<std::uint32_t, Records> records_;  // by person
  std::vector<double> left_;                            // by pair of lists
};

}  // namespace

std::vector<double> joined_by_others(const PairSpace& space,
                                     const std::vector<Candidate>& candidates,
                                     const std::vector<std::uint32_t>& person_of) {
  using Counts = std::map<std::uint32_t, double>;  // records by list
  std::unordered_map<std::uint32_t, Counts> persons;
  for (std::uint32_t record = 0; record < person_of.size(); ++record)
    persons[person_of[record]][space.list_of[record]] += 1;
  std::vector<double> pairs(space.list_pair_count());
  for (const auto& [person, counts] : persons) {
    for (auto a = counts.begin(); a != counts.end(); ++a) {
      pairs[PairSpace::list_pair_of_lists(a->first, a->first)] += a->second * (a->second - 1) / 2;
      for (auto b = std::next(a); b != counts.end(); ++b)
        pairs[PairSpace::list_pair_of_lists(a->first, b->first)] += a->second * b->second;
    }
  }
  for (const Candidate& pair : candidates) {
    if (person_of[pair.left] == person_of[pair.right])
      pairs[space.list_pair(pair.left, pair.right)] -= 1;
  }
  return pairs;
}

void put_back_lost_matches(const PairSpace& space, const std::vector<bool>& is_linkable,
                           const std::vector<double>& lost, num::Rng rng,
                           std::vector<std::uint32_t>& person_of) {
  PutBack(space, is_linkable, lost, rng, person_of).run();
}

}  // namespace sanaq::link
