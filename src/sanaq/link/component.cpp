#include "sanaq/link/component.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <queue>
#include <set>

#include "sanaq/link/mark_draw.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();
constexpr double groups_margin = 3;  // two groups of several records need more than a pair does

// A number for what a group holds: exclusive or over its units.
std::uint64_t mark_of(std::uint32_t unit) {
  std::uint64_t mark = (unit + 0x9E3779B97F4A7C15ULL) * 0xBF58476D1CE4E5B9ULL;
  mark ^= mark >> 31;
  mark *= 0x94D049BB133111EBULL;
  return mark ^ (mark >> 29);
}

ListSet set_of(std::span<const std::uint32_t> lists) {
  ListSet set = 0;
  for (const std::uint32_t list : lists) set |= list_bit(list);
  return set;
}

}  // namespace

double log_prior_of_joining(const CapturePrior& prior, std::span<const std::uint32_t> lists,
                            std::span<const std::uint32_t> other_lists) {
  const ListSet set = set_of(lists), other_set = set_of(other_lists);
  const double patterns =
      prior.log_persons(set | other_set) - prior.log_persons(set) - prior.log_persons(other_set);
  if ((set & other_set) == 0) return patterns;
  constexpr std::size_t few = 32;
  std::array<std::uint32_t, few> some;
  std::vector<std::uint32_t> many;
  std::span<std::uint32_t> all(some.data(), std::min(few, lists.size() + other_lists.size()));
  if (lists.size() + other_lists.size() > few) {
    many.resize(lists.size() + other_lists.size());
    all = many;
  }
  std::copy(other_lists.begin(), other_lists.end(),
            std::copy(lists.begin(), lists.end(), all.begin()));
  return patterns + prior.log_repeats(all) - prior.log_repeats(lists) -
         prior.log_repeats(other_lists);
}

Component::Component(std::vector<std::uint32_t> units,
                     const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges)
    : units_(std::move(units)), near_(units_.size()) {
  for (const auto& [left, right] : edges) {
    near_[place_of(left)].push_back(static_cast<std::uint32_t>(place_of(right)));
    near_[place_of(right)].push_back(static_cast<std::uint32_t>(place_of(left)));
  }
  for (auto& neighbours : near_) {
    std::sort(neighbours.begin(), neighbours.end());
    neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
  }
}

std::size_t Component::place_of(std::uint32_t unit) const {
  return static_cast<std::size_t>(std::lower_bound(units_.begin(), units_.end(), unit) -
                                  units_.begin());
}

Component::Group Component::group_of_one(const Surroundings& around, std::size_t unit) const {
  Group group;
  group.units = {unit};
  rebuild(around, group);
  return group;
}

void Component::start(const Surroundings& around) {
  if (!groups_.empty()) return;
  for (std::size_t at = 0; at < units_.size(); ++at) {
    group_of_.push_back(at);
    alone_.push_back(group_of_one(around, at));
    groups_.push_back(alone_.back());
    marks_.push_back(mark_of_unit(around, at));
  }
  chance_.resize(units_.size());
}

bool Component::may_meet(const Surroundings& around, const Group& a, const Group& b) const {
  const Constraints& constraints = *around.constraints;
  if ((a.list_set & b.list_set) != 0) {
    for (const std::uint32_t list : a.lists) {
      if (constraints.one_per_person[list] &&
          std::find(b.lists.begin(), b.lists.end(), list) != b.lists.end())
        return false;
    }
  }
  for (const std::size_t unit : a.units) {
    const auto& apart = constraints.apart[units_[unit]];
    for (const std::size_t other : b.units) {
      if (!apart.empty() && std::binary_search(apart.begin(), apart.end(), units_[other]))
        return false;
    }
  }
  return true;
}

double Component::fit(const Surroundings& around, const Group& large, const Group& little) const {
  if (!may_meet(around, large, little)) return never;
  std::vector<std::uint32_t> group = large.records;
  double log_fit = -around.gains->urn.together(little.records);
  for (const std::uint32_t record : little.records) {
    log_fit += around.gains->urn.fit(record, group);
    group.push_back(record);
  }
  return log_fit;
}

double Component::fit_of_two(const Surroundings& around) const {
  return fit(around, group_of_one(around, 0), group_of_one(around, 1));
}

double Component::gain(const Surroundings& around, const Group& a, const Group& b) const {
  const bool a_leads = a.records.size() != b.records.size() ? a.records.size() > b.records.size()
                                                            : a.units.front() < b.units.front();
  const Group& large = a_leads ? a : b;
  const Group& little = a_leads ? b : a;
  bool is_new = false;
  double* known = around.gains->known.find(large.mark * 3 + little.mark, is_new);
  if (is_new) *known = fit(around, large, little);
  return *known == never ? never
                         : *known + log_prior_of_joining(*around.prior, large.lists, little.lists);
}

void Component::rebuild(const Surroundings& around, Group& group) const {
  if (group.units.size() == 1 && group.units.front() < alone_.size()) {
    group = alone_[group.units.front()];
    return;
  }
  std::sort(group.units.begin(), group.units.end());
  group.records.clear();
  group.lists.clear();
  group.list_set = 0;
  group.mark = 0;
  for (const std::size_t unit : group.units) {
    group.mark ^= mark_of(units_[unit]);
    const auto& records = (*around.records_of_unit)[units_[unit]];
    group.records.insert(group.records.end(), records.begin(), records.end());
  }
  for (const std::uint32_t record : group.records) {
    group.lists.push_back(around.constraints->list_of[record]);
    group.list_set |= list_bit(group.lists.back());
  }
}

void Component::join(const Surroundings& around, std::size_t into, std::size_t from) {
  for (const std::size_t unit : groups_[from].units) {
    group_of_[unit] = into;
    groups_[into].units.push_back(unit);
  }
  groups_[from] = {};
  free_.push_back(from);
  rebuild(around, groups_[into]);
}

std::vector<std::size_t> Component::groups_near(const Group& group) const {
  std::vector<std::size_t> found;
  for (const std::size_t unit : group.units) {
    for (const std::uint32_t other : near_[unit]) found.push_back(group_of_[other]);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::size_t> Component::choices(const Group& alone, std::size_t home) const {
  std::vector<std::size_t> found = groups_near(alone);
  if (!std::binary_search(found.begin(), found.end(), home))
    found.insert(std::upper_bound(found.begin(), found.end(), home), home);
  std::erase_if(found, [&](std::size_t group) { return groups_[group].units.empty(); });
  return found;
}

void Component::merge(const Surroundings& around, double limit) {
  start(around);
  struct Offer {
    double gain;
    std::size_t a, b;
    std::uint64_t stamp_a, stamp_b;
  };
  const auto worse = [](const Offer& x, const Offer& y) {
    return x.gain != y.gain ? x.gain < y.gain : std::tie(x.a, x.b) > std::tie(y.a, y.b);
  };
  std::priority_queue<Offer, std::vector<Offer>, decltype(worse)> offers(worse);
  std::vector<std::uint64_t> stamp(groups_.size());
  const auto offer = [&](std::size_t a, std::size_t b) {
    const double value = gain(around, groups_[a], groups_[b]);
    const bool both_several = groups_[a].records.size() > 1 && groups_[b].records.size() > 1;
    if (value > std::max(limit, both_several ? groups_margin : never))
      offers.push(
          {value, std::min(a, b), std::max(a, b), stamp[std::min(a, b)], stamp[std::max(a, b)]});
  };
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    for (const std::size_t other : groups_near(groups_[group])) {
      if (group < other) offer(group, other);
    }
  }
  while (!offers.empty()) {
    const Offer best = offers.top();
    offers.pop();
    if (stamp[best.a] != best.stamp_a || stamp[best.b] != best.stamp_b) continue;
    join(around, best.a, best.b);
    ++stamp[best.a];
    ++stamp[best.b];
    for (const std::size_t other : groups_near(groups_[best.a])) {
      if (other != best.a) offer(best.a, other);
    }
  }
}

std::size_t Component::free_group(std::size_t home) {
  if (groups_[home].units.empty()) return home;
  while (!free_.empty()) {
    const std::size_t group = free_.back();
    free_.pop_back();
    if (groups_[group].units.empty()) return group;
  }
  groups_.emplace_back();
  return groups_.size() - 1;
}

void Component::take_out(const Surroundings& around, std::size_t unit) {
  Group& group = groups_[group_of_[unit]];
  group.units.erase(std::find(group.units.begin(), group.units.end(), unit));
  if (group.units.empty()) free_.push_back(group_of_[unit]);
  rebuild(around, group);
}

void Component::put_in(const Surroundings& around, std::size_t unit, std::size_t group) {
  group_of_[unit] = group;
  groups_[group].units.push_back(unit);
  rebuild(around, groups_[group]);
}

void Component::improve(const Surroundings& around) {
  start(around);
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    const std::size_t home = group_of_[unit];
    take_out(around, unit);
    const Group& alone = alone_[unit];
    std::size_t best = groups_.size();
    double best_gain = 0;
    for (const std::size_t group : choices(alone, home)) {
      const double value = gain(around, groups_[group], alone);
      if (value > best_gain) {
        best = group;
        best_gain = value;
      }
    }
    put_in(around, unit, best == groups_.size() ? free_group(home) : best);
  }
}

// The smallest of its records' marks.
std::uint64_t Component::mark_of_unit(const Surroundings& around, std::size_t unit) const {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const std::uint32_t record : (*around.records_of_unit)[units_[unit]])
    least = std::min(least, around.constraints->marks[record]);
  return least;
}

void Component::sweep(const Surroundings& around, std::uint64_t stream) {
  start(around);
  std::vector<std::size_t> groups;
  std::vector<double> weights;
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    const std::size_t home = group_of_[unit];
    take_out(around, unit);
    const Group& alone = alone_[unit];
    groups.clear();
    weights.assign(1, 0.0);
    // By their first unit: the numbers of groups come from what was drawn before.
    std::vector<std::size_t> places = choices(alone, home);
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      return groups_[a].units.front() < groups_[b].units.front();
    });
    for (const std::size_t group : places) {
      const double value = gain(around, groups_[group], alone);
      if (value < -12) continue;
      groups.push_back(group);
      weights.push_back(value);
    }
    const double total = num::log_sum_exp(weights);
    for (double& weight : weights) weight = std::exp(weight - total);
    for (std::size_t at = 0; at < groups.size(); ++at) {
      for (const std::size_t member : groups_[groups[at]].units)
        add_chance(std::min(unit, member), std::max(unit, member), weights[at + 1]);
    }
    double left = uniform_by(marks_[unit], stream);
    std::size_t drawn = 0;
    while (drawn + 1 < weights.size() && (left -= weights[drawn]) >= 0) ++drawn;
    put_in(around, unit, drawn > 0 ? groups[drawn - 1] : free_group(home));
  }
  for (std::size_t unit = 0; unit < units_.size(); ++unit) exchange(around, unit, stream);
}

// A neighbour of `unit`, drawn by marks: of those that `is_wanted`, each as probable.
template <typename Wanted>
std::optional<std::size_t> Component::drawn_neighbour(std::size_t unit, std::uint64_t stream,
                                                      const Wanted& is_wanted) const {
  std::optional<std::size_t> drawn;
  std::uint64_t least = 0;
  for (const std::uint32_t other : near_[unit]) {
    if (!is_wanted(other)) continue;
    const std::uint64_t lot = mixed(marks_[other] ^ stream);
    if (drawn && lot >= least) continue;
    drawn = other;
    least = lot;
  }
  return drawn;
}

// A unit and another of the same lists, near to what it is near to, change places or stay, each by
// its probability (the way back is drawn as often as the way there). Moved one by one they would
// have to leave their persons first: of two namesakes on two lists who is whom would stay as it was
// found.
void Component::exchange(const Surroundings& around, std::size_t unit, std::uint64_t stream) {
  const std::uint64_t own = mixed(marks_[unit] ^ stream);
  const auto between = drawn_neighbour(unit, own, [](std::size_t) { return true; });
  if (!between) return;
  const auto other = drawn_neighbour(*between, mixed(own), [&](std::size_t candidate) {
    return candidate != unit && alone_[candidate].lists == alone_[unit].lists;
  });
  if (!other) return;
  const std::size_t a = group_of_[unit], b = group_of_[*other];
  if (a == b || (groups_[a].units.size() == 1 && groups_[b].units.size() == 1)) return;
  take_out(around, unit);
  take_out(around, *other);
  const auto worth = [&](std::size_t group, std::size_t of) {
    return groups_[group].units.empty() ? 0 : gain(around, groups_[group], alone_[of]);
  };
  const double change = worth(a, *other) + worth(b, unit) - worth(a, unit) - worth(b, *other);
  const bool is_taken = uniform_by(marks_[unit], mixed(stream)) < num::inverse_logit(change);
  put_in(around, unit, is_taken ? b : a);
  put_in(around, *other, is_taken ? a : b);
}

void Component::add_chance(std::size_t left, std::size_t right, double share) {
  auto& of_left = chance_[left];
  const auto found = std::lower_bound(of_left.begin(), of_left.end(), std::pair(right, -1.0));
  if (found != of_left.end() && found->first == right)
    found->second += share;
  else
    of_left.insert(found, {right, share});
}

void Component::keep() {
  if (kept_.empty()) {
    for (auto& of_unit : chance_) of_unit.clear();  // the sweeps before were to forget the start
  }
  kept_.push_back(group_of_);
}

bool Component::is_connected(std::uint32_t mask) const {
  std::uint32_t reached = mask & (~mask + 1), before = 0;
  while (reached != before) {
    before = reached;
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      if ((before & (1U << unit)) == 0) continue;
      for (const std::uint32_t other : near_[unit]) reached |= mask & (1U << other);
    }
  }
  return reached == mask;
}

// What each subset gains by being one person, its units taken in one after another. The urn of
// values does not quite forget the order: the one that fits best counts.
std::vector<double> Component::scores_of_subsets(const Surroundings& around) const {
  std::vector<double> score(std::size_t{1} << units_.size());
  for (std::uint32_t mask = 1; mask < score.size(); ++mask) {
    if (std::has_single_bit(mask)) continue;
    double best = never;
    for (std::uint32_t rest = mask; rest != 0; rest &= rest - 1) {
      const std::uint32_t last = rest & (~rest + 1);
      Group group;
      for (std::size_t unit = 0; unit < units_.size(); ++unit) {
        if (((mask & ~last) & (1U << unit)) != 0) group.units.push_back(unit);
      }
      rebuild(around, group);
      best = std::max(
          best, score[mask & ~last] +
                    gain(around, group, alone_[static_cast<std::size_t>(std::countr_zero(last))]));
    }
    score[mask] = best;
  }
  for (std::uint32_t mask = 1; mask < score.size(); ++mask) {
    if (!is_connected(mask)) score[mask] = never;
  }
  return score;
}

bool Component::count_all(const Surroundings& around) {
  if (units_.size() > AllPartitions::units_most) return false;
  start(around);
  all_.emplace(scores_of_subsets(around));
  for (auto& of_unit : chance_) of_unit.clear();
  for (std::size_t left = 0; left < units_.size(); ++left) {
    for (std::size_t right = left + 1; right < units_.size(); ++right)
      add_chance(left, right, all_->together((1U << left) | (1U << right)));
  }
  return true;
}

void Component::draw(num::Rng& rng) { group_of_ = all_->draw(rng); }

// From a sum of conditional probabilities, both ways; the first kept state only starts the count.
double Component::share_of_sweeps(double sum) const {
  if (all_) return sum;
  const double sweeps = static_cast<double>(kept_.size()) - 1;
  return sweeps > 0 ? std::min(1.0, sum / (2 * sweeps)) : 0;
}

double Component::pair_probability(std::uint32_t left_unit, std::uint32_t right_unit) const {
  if (left_unit == right_unit) return 1;
  const auto& of_left = chance_[place_of(std::min(left_unit, right_unit))];
  const std::size_t right = place_of(std::max(left_unit, right_unit));
  const auto found = std::lower_bound(of_left.begin(), of_left.end(), std::pair(right, -1.0));
  return found == of_left.end() || found->first != right ? 0 : share_of_sweeps(found->second);
}

double Component::group_probability(std::size_t group) const {
  const std::vector<std::size_t>& members = groups_[group].units;
  if (members.size() < 2) return 1;
  if (all_) {
    std::uint32_t mask = 0;
    for (const std::size_t member : members) mask |= 1U << member;
    return all_->together(mask);
  }
  double least = 1;
  for (const std::size_t a : members) {
    for (const std::size_t b : members) {
      if (a < b) least = std::min(least, pair_probability(units_[a], units_[b]));
    }
  }
  if (members.size() == 2) return least;
  double together = 0;
  for (const auto& state : kept_) {
    together += std::all_of(members.begin(), members.end(),
                            [&](std::size_t unit) { return state[unit] == state[members[0]]; });
  }
  return std::min(least, together / static_cast<double>(kept_.size()));
}

void Component::settle(const Surroundings& around, double threshold) {
  for (std::size_t unit = 0; unit < units_.size(); ++unit) group_of_[unit] = unit;
  groups_.assign(units_.size(), {});
  free_.clear();
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    groups_[unit].units = {unit};
    rebuild(around, groups_[unit]);
  }
  // Sums of p - threshold between groups, where p > 0.
  std::vector<std::map<std::size_t, double>> worth(units_.size());
  for (std::size_t left = 0; left < chance_.size(); ++left) {
    for (const auto& [right, sum] : chance_[left])
      worth[left][right] = worth[right][left] = share_of_sweeps(sum);
  }
  std::set<std::tuple<double, std::size_t, std::size_t>> offers;
  const auto value = [&](std::size_t a, std::size_t b) {
    return worth[a][b] -
           threshold * static_cast<double>(groups_[a].units.size() * groups_[b].units.size());
  };
  for (std::size_t a = 0; a < worth.size(); ++a) {
    for (const auto& [b, sum] : worth[a]) {
      if (a < b && value(a, b) > 0) offers.insert({-value(a, b), a, b});
    }
  }
  while (!offers.empty()) {
    const auto [loss, a, b] = *offers.begin();
    offers.erase(offers.begin());
    if (groups_[a].units.empty() || groups_[b].units.empty() || -loss != value(a, b)) continue;
    if (!may_meet(around, groups_[a], groups_[b])) continue;
    join(around, a, b);
    for (const auto& [other, sum] : worth[b]) {
      if (other == a) continue;
      worth[a][other] += sum;
      worth[other][a] = worth[a][other];
      worth[other].erase(b);
    }
    worth[a].erase(b);
    worth[b].clear();
    for (const auto& [other, sum] : std::map<std::size_t, double>(worth[a])) {
      if (value(a, other) > 0)
        offers.insert({-value(a, other), std::min(a, other), std::max(a, other)});
    }
  }
  part_doubtful(around, std::min(0.5, threshold));
}

void Component::part_doubtful(const Surroundings& around, double least) {
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    while (groups_[group].units.size() > 1 && group_probability(group) < least) {
      const std::vector<std::size_t>& units = groups_[group].units;
      std::size_t worst = units.front();
      double fits_worst = std::numeric_limits<double>::infinity();
      for (const std::size_t unit : units) {
        double fits = 0;
        for (const std::size_t other : units) fits += pair_probability(units_[unit], units_[other]);
        if (fits < fits_worst) worst = unit;
        fits_worst = std::min(fits, fits_worst);
      }
      take_out(around, worst);
      put_in(around, worst, free_group(group));
    }
  }
}

void Component::count_patterns(CaptureCounts& counts) const {
  for (const Group& group : groups_) {
    if (!group.records.empty()) counts.add(group.lists);
  }
}

}  // namespace sanaq::link
