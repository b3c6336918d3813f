#include "sanaq/link/least_weights.h"

#include <algorithm>

#include "sanaq/num/logspace.h"

namespace sanaq::link {

KeptPairs::Least least_weights(const PairModel& model) {
  const auto least = [](double prior) {
    return std::min(told_against, worth_keeping - num::logit(prior)) - weight_slack;
  };
  return {least(model.prior_match), least(model.prior_within)};
}

}  // namespace sanaq::link
