#include "sanaq/link/persons.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "sanaq/link/component.h"
#include "sanaq/link/parallel.h"
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
        around_{&constraints, &records_of_unit_, nullptr, &prior_},
        keeps_prior_(std::any_of(features.begin(), features.end(),
                                 [](const Feature& f) { return !f.value_share.empty(); })),
        workers_(threads),
        memories_([&model, &features] { return std::make_unique<Memory>(model, features); }) {
    std::uint32_t unit_count = 0;
    for (const std::uint32_t unit : constraints.unit_of)
      unit_count = std::max(unit_count, unit + 1);
    records_of_unit_.resize(unit_count);
    for (std::uint32_t record = 0; record < constraints.unit_of.size(); ++record)
      records_of_unit_[constraints.unit_of[record]].push_back(record);
    make_components(edges);
  }

  void run(int draws, double threshold, std::uint64_t seed, base::Progress& progress,
           Register& result) {
    search(progress);
    learn_prior_from_sweeps(seed, progress);
    sample(draws, seed, progress, result);
    each_component(progress, [&](Component& component, const Surroundings& around, std::size_t) {
      component.settle(around, threshold);
    });
    hand_out(result);
  }

  [[nodiscard]] double probability_of(const Candidate& edge) const {
    const std::uint32_t left = constraints_.unit_of[edge.left],
                        right = constraints_.unit_of[edge.right];
    const std::size_t component = component_of_[left];
    return left == right                     ? 1
           : component == components_.size() ? 0
                                             : components_[component].pair_probability(left, right);
  }

 private:
  // What one thread remembers.
  struct Memory {
    Memory(const PairModel& model, const std::vector<Feature>& features)
        : comparer(features), gains(model, comparer) {}
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
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<std::vector<std::uint32_t>> units(parent.size());
    for (std::uint32_t unit = 0; unit < parent.size(); ++unit)
      units[root_of(parent, unit)].push_back(unit);
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> of_root(parent.size());
    for (const auto& pair : pairs) of_root[root_of(parent, pair.first)].push_back(pair);
    component_of_.assign(parent.size(), parent.size());
    for (std::uint32_t root = 0; root < parent.size(); ++root) {
      if (of_root[root].empty()) continue;
      for (const std::uint32_t unit : units[root]) component_of_[unit] = components_.size();
      components_.emplace_back(units[root], of_root[root]);
    }
    for (std::size_t& component : component_of_) {
      if (component == parent.size()) component = components_.size();
    }
  }

  void learn_prior() {
    CaptureCounts counts(constraints_.one_per_person);
    std::vector<std::uint32_t> lists;
    for (std::uint32_t unit = 0; unit < records_of_unit_.size(); ++unit) {
      if (component_of_[unit] != components_.size()) continue;
      lists.clear();
      for (const std::uint32_t record : records_of_unit_[unit])
        lists.push_back(constraints_.list_of[record]);
      counts.add(lists);
    }
    for (const Component& component : components_) component.count_patterns(counts);
    prior_.learn(counts);
  }

  // Components know nothing of each other, so any thread may take any of them.
  template <typename Work>
  void each_component(base::Progress& progress, const Work& work) {
    workers_.each(components_.size(), progress, [&](std::size_t at) {
      Surroundings around = around_;
      around.gains = &memories_.here().gains;
      work(components_[at], around, at);
    });
  }

  void search(base::Progress& progress) {
    each_component(progress, [](Component& component, const Surroundings& around, std::size_t) {
      for (const double limit : {10.0, 6.0, 3.0, 1.0}) {
        component.merge(around, limit);
        component.improve(around);
      }
      component.merge(around, 0);
    });
    for (int round = 0; round < 3; ++round) {
      if (!keeps_prior_) learn_prior();
      each_component(progress, [](Component& component, const Surroundings& around, std::size_t) {
        component.improve(around);
        component.improve(around);
        component.merge(around, 0);
      });
    }
    if (!keeps_prior_) learn_prior();
  }

  // The best register has too few singles and too many families (or the other way round): what
  // persons are like is learnt from registers drawn by their probability, each from what the one
  // before taught (stochastic EM: Celeux, Diebolt 1985).
  void learn_prior_from_sweeps(std::uint64_t seed, base::Progress& progress) {
    for (std::uint64_t round = 0; round < prior_rounds; ++round) {
      const std::uint64_t stream = num::Rng(seed, "link.prior", round).bits();
      each_component(progress, [&](Component& component, const Surroundings& around, std::size_t) {
        component.sweep(around, stream);
      });
      learn_prior();
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
    each_component(progress, [&](Component& component, const Surroundings& around, std::size_t) {
      if (component.count_all(around)) {
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

  // The smallest of its records' marks, so that what is drawn in a component does not depend on the
  // records of others.
  [[nodiscard]] std::uint64_t mark_of(const Component& component) const {
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const std::uint32_t unit : component.units()) {
      for (const std::uint32_t record : records_of_unit_[unit])
        least = std::min(least, constraints_.marks[record]);
    }
    return least;
  }

  // A person is named by the first record of its first unit.
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
    for (const Component& component : components_) {
      write_state(component, result.person_of);
      for (std::size_t at = 0; at < component.units().size(); ++at) {
        const double probability = component.group_probability(component.group_of()[at]);
        for (const std::uint32_t record : records_of_unit_[component.units()[at]])
          result.probability[record] = probability;
      }
    }
  }

  const Constraints& constraints_;
  std::size_t records_;
  std::vector<std::vector<std::uint32_t>> records_of_unit_;
  CapturePrior prior_;
  Surroundings around_;
  std::vector<Component> components_;
  std::vector<std::size_t> component_of_;  // one a unit; components_.size(): alone
  // How many match was counted before (across_lists.h): the best register, which has too few of the
  // pairs that are as likely as not, does not change it.
  bool keeps_prior_;
  Workers workers_;
  Workers::PerThread<Memory> memories_;
};

}  // namespace

Register find_persons(const PairModel& model, const std::vector<Feature>& features,
                      const std::vector<Candidate>& edges, const Constraints& constraints,
                      const Wanted& wanted, base::Progress& progress) {
  Register result;
  Search search(model, features, edges, constraints, wanted.threads);
  search.run(wanted.draws, wanted.threshold, wanted.seed, progress, result);
  for (const Candidate& edge : edges)
    result.pair_probability.push_back(search.probability_of(edge));
  return result;
}

}  // namespace sanaq::link
