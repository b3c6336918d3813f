// How many records a person has: the prior of sizes, learnt from the register as it stands.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::link {

class PersonSizes {
 public:
  // Geometric with mean 1 + 2 matches / records.
  PersonSizes(double record_count, double matches);
  // From counts of persons by size (counts[k]: persons with k records), smoothed towards the
  // geometric.
  void learn(const std::vector<double>& counts);
  // log [(a+b)! pi(a+b) / (a! pi(a) b! pi(b) K)]: what the prior says about making one person of
  // two with a and b records.
  [[nodiscard]] double merging(std::size_t a, std::size_t b) const;

 private:
  [[nodiscard]] double log_share(std::size_t size) const;
  double log_stay_ = 0, log_go_ = 0;  // geometric
  double log_persons_ = 0;
  std::vector<double> log_learnt_;
};

}  // namespace sanaq::link
