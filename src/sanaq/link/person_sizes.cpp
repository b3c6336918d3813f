#include "sanaq/link/person_sizes.h"

#include <algorithm>
#include <cmath>

#include "sanaq/num/special.h"

namespace sanaq::link {

PersonSizes::PersonSizes(double record_count, double matches) {
  const double mean = 1 + 2 * std::max(matches, 0.5) / std::max(record_count, 1.0);
  log_stay_ = std::log(1 / mean);
  log_go_ = std::log(1 - 1 / mean);
  log_persons_ = std::log(std::max(1.0, record_count / mean));
}

double PersonSizes::log_share(std::size_t size) const {
  if (size < log_learnt_.size()) return log_learnt_[size];
  return log_stay_ + static_cast<double>(size - 1) * log_go_;
}

void PersonSizes::learn(const std::vector<double>& counts) {
  double persons = 0, records = 0;
  for (std::size_t size = 1; size < counts.size(); ++size) {
    persons += counts[size];
    records += counts[size] * static_cast<double>(size);
  }
  if (persons <= 0) return;
  const double mean = std::max(records / persons, 1 + 1 / records);
  log_stay_ = std::log(1 / mean);
  log_go_ = std::log(1 - 1 / mean);
  log_persons_ = std::log(persons);
  log_learnt_.clear();
  constexpr double weight = 5;  // as many persons as the geometric counts for
  std::vector<double> learnt(std::min<std::size_t>(counts.size() + 1, 60));
  for (std::size_t size = 1; size < learnt.size(); ++size) {
    const double seen = size < counts.size() ? counts[size] : 0;
    learnt[size] = std::log((seen + weight * std::exp(log_share(size))) / (persons + weight));
  }
  log_learnt_ = std::move(learnt);
}

double PersonSizes::merging(std::size_t a, std::size_t b) const {
  const double ways = num::log_factorial(static_cast<std::int64_t>(a + b)) -
                      num::log_factorial(static_cast<std::int64_t>(a)) -
                      num::log_factorial(static_cast<std::int64_t>(b));
  return ways + log_share(a + b) - log_share(a) - log_share(b) - log_persons_;
}

}  // namespace sanaq::link
