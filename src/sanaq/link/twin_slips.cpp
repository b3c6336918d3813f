#include "sanaq/link/twin_slips.h"

#include <algorithm>

#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pattern_odds.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {

void learn_slips(const PairEvidence& evidence, PairModel& model) {
  Twins& twins = model.twins;
  if (!twins.is_known) return;
  const std::size_t name = twins.name < evidence.features.size() ? twins.name : twins.given;
  constexpr double usual_matches = 20, usual_most = 0.005;
  const PatternOdds odds(evidence, model);
  twins.m.clear();
  double all = usual_matches;
  for (std::size_t level = 0; level < model.fields[name].m.size(); ++level)
    twins.m.push_back(usual_matches * std::min(usual_most, model.fields[name].m[level]));
  for (const PatternCounts::Pattern& pattern : evidence.patterns) {
    const std::uint64_t birth = (pattern.levels >> (4 * twins.birth)) & 15U,
                        level = (pattern.levels >> (4 * name)) & 15U;
    if (birth < exact_levels || birth == no_level || level == no_level) continue;
    const double p = num::inverse_logit(odds.log_odds(pattern));
    if (p < 0.5) continue;  // many improbable pairs would look like a few matches
    twins.m[level] += p * pattern.count;
    all += p * pattern.count;
  }
  for (double& share : twins.m) share /= all;
}

}  // namespace sanaq::link
