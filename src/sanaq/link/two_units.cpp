#include "sanaq/link/two_units.h"

#include <algorithm>
#include <cmath>

#include "sanaq/link/mark_draw.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {

// What the two gain by being one person. The prior is learnt anew between rounds, the fit is not.
double TwoUnits::gain(const Surroundings& around) {
  if (!has_fit_) {
    for (std::size_t at = 0; at < 2; ++at) {
      const std::uint32_t record = (*around.records_of_unit)[units_[at]].front();
      lists_[at] = around.constraints->list_of[record];
      mark_ = around.constraints->marks[record];
    }
    fit_ = Component({units_[0], units_[1]}, {{units_[0], units_[1]}}).fit_of_two(around);
    has_fit_ = true;
  }
  if (std::isinf(fit_)) return fit_;
  if (around.prior_of_two != nullptr)
    return fit_ + (*around.prior_of_two)[PairSpace::list_pair_of_lists(lists_[0], lists_[1])];
  return fit_ + log_prior_of_joining(*around.prior, {&lists_[0], 1}, {&lists_[1], 1});
}

void TwoUnits::merge(const Surroundings& around, double limit) {
  if (!is_one_) is_one_ = gain(around) > limit;
}

void TwoUnits::improve(const Surroundings& around) { is_one_ = gain(around) > 0; }

// Each of the two is drawn; what is drawn for the second stands.
void TwoUnits::sweep(const Surroundings& around, std::uint64_t stream) {
  const double value = gain(around);
  constexpr double hopeless = -12;  // as in Component::sweep
  if (value < hopeless) {
    is_one_ = false;
    return;
  }
  const std::array<double, 2> weights{0.0, value};
  const double apart = std::exp(0.0 - num::log_sum_exp(weights));
  is_one_ = uniform_by(mark_, stream) - apart >= 0;
}

bool TwoUnits::count_all(const Surroundings& around) {
  const double value = gain(around);
  const std::array<double, 2> weights{value, 0.0};
  const double total = num::log_sum_exp(weights);
  together_ = std::min(1.0, std::exp(value - total));
  apart_ = std::exp(0.0 - total);
  return true;
}

// As AllPartitions draws: both as one person first.
void TwoUnits::draw(num::Rng& rng) {
  is_one_ = rng.categorical(std::array{together_, apart_}) == 0;
}

void TwoUnits::settle(const Surroundings&, double threshold) {
  is_one_ = together_ - threshold > 0;
}

void TwoUnits::count_patterns(CaptureCounts& counts) const {
  if (is_one_) {
    counts.add(lists_);
    return;
  }
  for (const std::uint32_t& list : lists_) counts.add({&list, 1});
}

}  // namespace sanaq::link
