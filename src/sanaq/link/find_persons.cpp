#include "sanaq/link/find_persons.h"

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <numeric>
#include <tuple>

#include "sanaq/link/comparer.h"
#include "sanaq/link/component.h"
#include "sanaq/link/other_thresholds.h"
#include "sanaq/link/parallel.h"
#include "sanaq/link/two_units.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

constexpr std::uint64_t prior_rounds = 12;
constexpr int burn_in_sweeps = 5;
constexpr int kept_sweeps = 21;

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t unit) {
  while (parent[unit] != unit) unit = parent[unit] = parent[parent[unit]];
  return unit;
}

class Search {
 public:
  Search(const PairModel& model, const std::vector<Feature>& features,
         const std::vector<Candidate>& edges, const Constraints& constraints, int threads)
      : constraints_(constraints),
        records_(constraints.unit_of.size()),
        prior_(prior_at_start(model, constraints)),
        around_{&constraints, &records_of_unit_, nullptr, &prior_, &prior_of_two_},
        keeps_prior_(std::any_of(features.begin(), features.end(),
                                 [](const Feature& f) { return !f.value_share.empty(); })),
        workers_(threads),
        comparer_(features),
        memories_([this, &model] { return std::make_unique<Memory>(model, comparer_); }),
        counts_of_alone_(constraints.one_per_person) {
    std::uint32_t unit_count = 0;
    for (const std::uint32_t unit : constraints.unit_of)
      unit_count = std::max(unit_count, unit + 1);
    records_of_unit_.resize(unit_count);
    for (std::uint32_t record = 0; record < constraints.unit_of.size(); ++record)
      records_of_unit_[constraints.unit_of[record]].push_back(record);
    make_components(edges);
    count_alone();
    tell_prior_of_two();
  }

  void run(int draws, double threshold, int thresholds, std::uint64_t seed,
           base::Progress& progress, Register& result) {
    search(progress);
    learn_prior_from_sweeps(seed, progress);
    sample(draws, seed, progress, result);
    tell_thresholds(thresholds_told(thresholds), threshold, progress, result);
    each_component(progress, [&](auto& component, const Surroundings& around) {
      component.settle(around, threshold);
    });
    hand_out(result);
  }

  [[nodiscard]] double probability_of(const Candidate& edge) const {
    const std::uint32_t left = constraints_.unit_of[edge.left],
                        right = constraints_.unit_of[edge.right];
    const std::uint32_t component = component_of_[left];
    if (left == right) return 1;
    if (component == in_none) return 0;
    return component < components_.size()
               ? components_[component].pair_probability(left, right)
               : twos_[component - components_.size()].pair_probability(left, right);
  }

 private:
  // What one thread remembers.
  struct Memory {
    Memory(const PairModel& model, const Comparer& like)
        : comparer(like.afresh()), gains(model, comparer) {}
    Comparer comparer;
    Gains gains;
  };

  static CapturePrior prior_at_start(const PairModel& model, const Constraints& constraints) {
    std::vector<double> sizes(constraints.one_per_person.size());
    for (const std::uint32_t list : constraints.list_of) sizes[list] += 1;
    const auto records = static_cast<double>(constraints.list_of.size());
    double across = records * (records - 1) / 2, within = 0;
    for (std::size_t list = 0; list < sizes.size() && sizes.size() > 1; ++list) {
      const double pairs = sizes[list] * (sizes[list] - 1) / 2;
      across -= pairs;
      if (!constraints.one_per_person[list]) within += pairs;
    }
    const double matches_within = model.prior_within * within;
    return {std::move(sizes), constraints.one_per_person,
            model.prior_match * across + matches_within, matches_within};
  }

  void make_components(const std::vector<Candidate>& edges) {
    std::vector<std::uint32_t> parent(records_of_unit_.size());
    std::iota(parent.begin(), parent.end(), 0U);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const Candidate& edge : edges) {
      const std::uint32_t left = constraints_.unit_of[edge.left],
                          right = constraints_.unit_of[edge.right];
      if (left == right) continue;
      pairs.emplace_back(std::min(left, right), std::max(left, right));
      const std::uint32_t a = root_of(parent, left), b = root_of(parent, right);
      parent[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> units;  // of a root
    for (const auto& [left, right] : pairs) {
      for (const std::uint32_t unit : {left, right}) {
        parent[unit] = root_of(parent, unit);
        units.emplace_back(parent[unit], unit);
      }
    }
    const auto by_root = [&](const auto& a, const auto& b) {
      return std::tie(parent[a.first], a) < std::tie(parent[b.first], b);
    };
    std::sort(pairs.begin(), pairs.end(), by_root);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    component_of_.assign(parent.size(), in_none);
    add_components(units, pairs, parent);
  }

  // `units` and `pairs` by their root, which stands in `units` beside the unit.
  void add_components(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& units,
                      const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                      const std::vector<std::uint32_t>& parent) {
    for (std::size_t unit = 0, pair = 0; unit < units.size();) {
      const std::uint32_t root = units[unit].first;
      std::vector<std::uint32_t> of_root;
      while (unit < units.size() && units[unit].first == root)
        of_root.push_back(units[unit++].second);
      const std::size_t first = pair;
      while (pair < pairs.size() && parent[pairs[pair].first] == root) ++pair;
      const bool is_two = of_root.size() == 2 && records_of_unit_[of_root[0]].size() == 1 &&
                          records_of_unit_[of_root[1]].size() == 1;
      if (is_two) {
        twos_.emplace_back(of_root[0], of_root[1]);
        continue;
      }
      for (const std::uint32_t of : of_root)
        component_of_[of] = static_cast<std::uint32_t>(components_.size());
      components_.emplace_back(std::move(of_root),
                               std::vector(pairs.begin() + static_cast<std::ptrdiff_t>(first),
                                           pairs.begin() + static_cast<std::ptrdiff_t>(pair)));
    }
    for (std::size_t at = 0; at < twos_.size(); ++at) {
      for (const std::uint32_t unit : twos_[at].units())
        component_of_[unit] = static_cast<std::uint32_t>(components_.size() + at);
    }
  }

  // Units without a pair are persons of their own in every register.
  void count_alone() {
    std::vector<std::uint32_t> lists;
    for (std::uint32_t unit = 0; unit < records_of_unit_.size(); ++unit) {
      if (component_of_[unit] != in_none) continue;
      lists.clear();
      for (const std::uint32_t record : records_of_unit_[unit])
        lists.push_back(constraints_.list_of[record]);
      counts_of_alone_.add(lists);
    }
  }

  void learn_prior(base::Progress& progress) {
    CaptureCounts counts = counts_of_alone_;
    std::mutex adding;
    each_piece(progress, [&](std::size_t from, std::size_t to) {
      CaptureCounts of_piece(constraints_.one_per_person);
      for (std::size_t at = from; at < to; ++at)
        visit(at, [&](const auto& component) { component.count_patterns(of_piece); });
      const std::lock_guard lock(adding);
      counts.add(of_piece);
    });
    prior_.learn(counts);
    tell_prior_of_two();
  }

  // As list_pair_of_lists numbers the lists of two records.
  void tell_prior_of_two() {
    prior_of_two_.clear();
    for (std::uint32_t b = 0; b < constraints_.one_per_person.size(); ++b) {
      for (std::uint32_t a = 0; a <= b; ++a)
        prior_of_two_.push_back(log_prior_of_joining(prior_, {&a, 1}, {&b, 1}));
    }
  }

  template <typename Work>
  void visit(std::size_t at, const Work& work) {
    if (at < components_.size())
      work(components_[at]);
    else
      work(twos_[at - components_.size()]);
  }

  // Components know nothing of each other, so any thread may take any of them.
  template <typename Work>
  void each_piece(base::Progress& progress, const Work& work) {
    constexpr std::size_t at_once = 64;
    const std::size_t count = components_.size() + twos_.size();
    workers_.each((count + at_once - 1) / at_once, progress, [&](std::size_t piece) {
      work(piece * at_once, std::min(count, (piece + 1) * at_once));
    });
  }

  template <typename Work>
  void each_component(base::Progress& progress, const Work& work) {
    each_piece(progress, [&](std::size_t from, std::size_t to) {
      Surroundings around = around_;
      around.gains = &memories_.here().gains;
      for (std::size_t at = from; at < to; ++at)
        visit(at, [&](auto& component) { work(component, around); });
    });
  }

  void search(base::Progress& progress) {
    each_component(progress, [](auto& component, const Surroundings& around) {
      for (const double limit : {10.0, 6.0, 3.0, 1.0}) {
        component.merge(around, limit);
        component.improve(around);
      }
      component.merge(around, 0);
    });
    for (int round = 0; round < 3; ++round) {
      if (!keeps_prior_) learn_prior(progress);
      each_component(progress, [](auto& component, const Surroundings& around) {
        component.improve(around);
        component.improve(around);
        component.merge(around, 0);
      });
    }
    if (!keeps_prior_) learn_prior(progress);
  }

  // The best register has too few singles and too many families (or the other way round): what
  // persons are like is learnt from registers drawn by their probability, each from what the one
  // before taught (stochastic EM: Celeux, Diebolt 1985).
  void learn_prior_from_sweeps(std::uint64_t seed, base::Progress& progress) {
    for (std::uint64_t round = 0; round < prior_rounds; ++round) {
      const std::uint64_t stream = num::Rng(seed, "link.prior", round).bits();
      each_component(progress, [&](auto& component, const Surroundings& around) {
        component.sweep(around, stream);
      });
      learn_prior(progress);
    }
  }

  void sample(int draws, std::uint64_t seed, base::Progress& progress, Register& result) {
    result.draws.assign(static_cast<std::size_t>(draws), std::vector<std::uint32_t>(records_));
    std::vector<std::uint32_t> alone(records_);
    for (std::uint32_t record = 0; record < records_; ++record)
      alone[record] = records_of_unit_[constraints_.unit_of[record]].front();
    for (auto& draw : result.draws) draw = alone;
    const int kept = std::max(kept_sweeps, draws + 1);
    std::vector<std::uint64_t> streams;  // one a sweep
    num::Rng of_sweeps(seed, "link.sweeps");
    for (int sweep = 0; sweep < burn_in_sweeps + kept; ++sweep) streams.push_back(of_sweeps.bits());
    each_component(progress, [&](auto& component, const Surroundings& around) {
      if (component.count_all(around)) {
        if (draws == 0) return;
        num::Rng rng(seed, "link.registers", mark_of(component));
        for (auto& register_drawn : result.draws) {
          component.draw(rng);
          write_state(component, register_drawn);
        }
        return;
      }
      auto stream = streams.begin();
      while (stream != streams.begin() + burn_in_sweeps) component.sweep(around, *stream++);
      for (int sweep = 0; sweep < kept; ++sweep) {
        component.sweep(around, *stream++);
        component.keep();
        if (sweep < draws) write_state(component, result.draws[static_cast<std::size_t>(sweep)]);
      }
    });
  }

  void tell_thresholds(const std::vector<double>& thresholds, double settled,
                       base::Progress& progress, Register& result) {
    for (const double threshold : thresholds) result.thresholds.push_back({threshold, 0, 0, 0});
    if (thresholds.empty()) return;
    std::vector<std::uint32_t> sizes;  // of units
    for (const auto& records : records_of_unit_)
      sizes.push_back(static_cast<std::uint32_t>(records.size()));
    std::mutex adding;
    each_piece(progress, [&](std::size_t from, std::size_t to) {
      Surroundings around = around_;
      around.gains = &memories_.here().gains;
      OtherThresholds others(thresholds, settled, sizes);
      for (std::size_t at = from; at < to; ++at)
        visit(at, [&](auto& component) { others.look_at(component, around); });
      const std::lock_guard lock(adding);
      others.add_to(result.thresholds);
    });
  }

  // The smallest of its records' marks, so that what is drawn in a component does not depend on the
  // records of others.
  template <typename Units>
  [[nodiscard]] std::uint64_t mark_of(const Units& component) const {
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const std::uint32_t unit : component.units()) {
      for (const std::uint32_t record : records_of_unit_[unit])
        least = std::min(least, constraints_.marks[record]);
    }
    return least;
  }

  // A person is named by the first record of its first unit.
  void write_state(const TwoUnits& component, std::vector<std::uint32_t>& person_of) const {
    const std::uint32_t left = records_of_unit_[component.units()[0]].front(),
                        right = records_of_unit_[component.units()[1]].front();
    person_of[left] = left;
    person_of[right] = component.group_of()[1] == 0 ? left : right;
  }

  void write_state(const Component& component, std::vector<std::uint32_t>& person_of) const {
    std::map<std::size_t, std::uint32_t> name;
    for (std::size_t at = 0; at < component.units().size(); ++at) {
      const auto& records = records_of_unit_[component.units()[at]];
      const std::uint32_t person =
          name.emplace(component.group_of()[at], records.front()).first->second;
      for (const std::uint32_t record : records) person_of[record] = person;
    }
  }

  void hand_out(Register& result) const {
    result.person_of.resize(records_);
    result.probability.assign(records_, 1.0);
    for (std::uint32_t record = 0; record < records_; ++record)
      result.person_of[record] = records_of_unit_[constraints_.unit_of[record]].front();
    const auto hand_out_one = [&](const auto& component) {
      write_state(component, result.person_of);
      for (std::size_t at = 0; at < component.units().size(); ++at) {
        const double probability = component.group_probability(component.group_of()[at]);
        for (const std::uint32_t record : records_of_unit_[component.units()[at]])
          result.probability[record] = probability;
      }
    };
    for (const Component& component : components_) hand_out_one(component);
    for (const TwoUnits& component : twos_) hand_out_one(component);
  }

  const Constraints& constraints_;
  std::size_t records_;
  std::vector<std::vector<std::uint32_t>> records_of_unit_;
  CapturePrior prior_;
  std::vector<double> prior_of_two_;
  Surroundings around_;
  std::vector<Component> components_;
  std::vector<TwoUnits> twos_;  // numbered after them
  static constexpr std::uint32_t in_none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> component_of_;  // one a unit
  // How many match was counted before (across_lists.h): the best register, which has too few of the
  // pairs that are as likely as not, does not change it.
  bool keeps_prior_;
  Workers workers_;
  Comparer comparer_;
  Workers::PerThread<Memory> memories_;
  CaptureCounts counts_of_alone_;
};

}  // namespace

Register find_persons(const PairModel& model, const std::vector<Feature>& features,
                      const std::vector<Candidate>& edges, const Constraints& constraints,
                      const Wanted& wanted, base::Progress& progress) {
  Register result;
  Search search(model, features, edges, constraints, wanted.threads);
  search.run(wanted.draws, wanted.threshold, wanted.thresholds, wanted.seed, progress, result);
  for (const Candidate& edge : edges)
    result.pair_probability.push_back(search.probability_of(edge));
  return result;
}

}  // namespace sanaq::link
