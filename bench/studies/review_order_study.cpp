// What a hundred answers repair, in which order: invented towns of 2,000 whose truth is known, four
// lists, slips .1, empty cells .2. Each is linked once; then the first tasks of each order are
// answered as the truth has it, and it is counted again with the same model. Prints a Markdown
// table; the same numbers give the same table. In one process and without a ledger: decisions bind
// the linking as `sanaq decide` would make them.
//
// Orders: the queue's; at random (three draws); nearest to p = .5; and two that were thought of in
// its place, which only differ in the gain:
//   by variance          p (1 - p) (1 / s_K^2 + dN^2 / s_N^2): the share of the doubt about persons
//                        and total that an answer takes away, if pairs are independent;
//   ... groups as a whole  the same, summed over a group's pairs that do not follow from each other
//   (the
//                        spanning forest of the most gain), since one task answers them all.
// Usage: review_order_study [TOWNS [ANSWERS [FIRST_SEED]]], 5, 100 and 1 if not given.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "help/scratch.h"
#include "investigation/an_answered_town.h"
#include "sanaq/num/rng.h"

namespace {

using namespace sanaq;
using investigation::AnAnsweredTown;
using Tasks = std::vector<AnAnsweredTown::Task>;

constexpr int random_draws = 3;

struct Doubt {
  double probability = 0, change = 0, gain = 0;
};
using Doubts = std::map<std::pair<std::uint32_t, std::uint32_t>, Doubt>;

Doubts doubts_of(const AnAnsweredTown& town) {
  base::Progress silent;
  Doubts doubts;
  for (const investigation::DoubtfulPair& pair : investigation::doubtful_pairs(
           town.outcome(), silent, investigation::GainOf::persons_and_bound))
    doubts[{pair.left, pair.right}] = {pair.probability, pair.change, pair.gain};
  return doubts;
}

// What stands before both terms of the gain, from two pairs: 1 / s_K and 1 / s_N.
std::pair<double, double> scales_of(const Doubts& doubts) {
  const auto by_change = [](const auto& one, const auto& other) {
    return one.second.change < other.second.change;
  };
  const auto [least, most] = std::minmax_element(doubts.begin(), doubts.end(), by_change);
  const auto whole = [](const Doubt& doubt) {
    return doubt.gain / (doubt.probability * (1 - doubt.probability));
  };
  const double span = most->second.change - least->second.change;
  if (span < 1e-9) return {whole(least->second), 0};
  const double total = (whole(most->second) - whole(least->second)) / span;
  return {whole(least->second) - total * least->second.change, total};
}

// The gains of a task's pairs that do not follow from each other, the most first.
std::vector<double> gains_of(const AnAnsweredTown::Task& task, const Doubts& doubts,
                             const std::function<double(const Doubt&)>& gain) {
  struct Edge {
    double gain;
    std::size_t one, other;
  };
  std::vector<Edge> edges;
  for (std::size_t one = 0; one < task.size(); ++one) {
    for (std::size_t other = one + 1; other < task.size(); ++other) {
      const auto found = doubts.find(std::minmax(task[one], task[other]));
      if (found != doubts.end()) edges.push_back({gain(found->second), one, other});
    }
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& left, const Edge& right) { return left.gain > right.gain; });
  std::vector<std::size_t> root(task.size());
  std::iota(root.begin(), root.end(), 0U);
  std::vector<double> gains;
  for (const Edge& edge : edges) {
    const std::size_t from = root[edge.one], to = root[edge.other];
    if (from == to) continue;
    for (std::size_t& each : root) each = each == from ? to : each;
    gains.push_back(edge.gain);
  }
  return gains;
}

Tasks ordered(const Tasks& tasks, const std::function<double(const AnAnsweredTown::Task&)>& worth) {
  std::vector<std::pair<double, std::size_t>> by_worth;
  for (std::size_t at = 0; at < tasks.size(); ++at) by_worth.emplace_back(-worth(tasks[at]), at);
  std::sort(by_worth.begin(), by_worth.end());
  Tasks all;
  for (const auto& [negative, at] : by_worth) all.push_back(tasks[at]);
  return all;
}

struct Order {
  std::string name;
  std::vector<Tasks> draws;
};

std::vector<Order> orders_of(const AnAnsweredTown& town, std::uint64_t seed) {
  const Tasks queue = town.queue();
  const Doubts doubts = doubts_of(town);
  const auto [of_persons, of_total] = scales_of(doubts);
  const auto variance = [=](const Doubt& doubt) {
    const double total = doubt.change * of_total;
    return doubt.probability * (1 - doubt.probability) * (of_persons * of_persons + total * total);
  };
  const auto best = [&](const auto& task) {
    const std::vector<double> gains = gains_of(task, doubts, variance);
    return gains.empty() ? 0 : gains.front();
  };
  const auto whole = [&](const auto& task) {
    const std::vector<double> gains = gains_of(task, doubts, variance);
    return std::accumulate(gains.begin(), gains.end(), 0.0);
  };
  const auto near_half = [&](const auto& task) {
    const std::vector<double> gains = gains_of(
        task, doubts, [](const Doubt& doubt) { return .5 - std::abs(doubt.probability - .5); });
    return gains.empty() ? 0 : gains.front();
  };
  std::vector<Order> orders = {{"none", {{}}}, {"all of them", {queue}}, {"the queue's", {queue}}};
  orders.push_back({"at random", {}});
  for (std::uint64_t draw = 0; draw < random_draws; ++draw) {
    num::Rng rng(seed, "study.review.order", draw);
    Tasks shuffled = queue;
    for (std::size_t at = shuffled.size(); at > 1; --at)
      std::swap(shuffled[at - 1], shuffled[rng.below(at)]);
    orders.back().draws.push_back(std::move(shuffled));
  }
  orders.push_back({"nearest to p = .5", {ordered(queue, near_half)}});
  orders.push_back({"by variance", {ordered(queue, best)}});
  orders.push_back({"by variance, groups as a whole", {ordered(queue, whole)}});
  return orders;
}

struct Sums {
  double persons = 0, total = 0, wrong = 0, missed = 0;
  void add(const AnAnsweredTown::Count& count, double weight) {
    persons += weight * count.persons_error;
    total += weight * count.total_error;
    wrong += weight * static_cast<double>(count.wrong);
    missed += weight * static_cast<double>(count.missed);
  }
  void print(const std::string& town, const std::string& order) const {
    std::printf("| %s | %s | %.1f | %.1f | %.1f | %.1f |\n", town.c_str(), order.c_str(), persons,
                total, wrong, missed);
    std::fflush(stdout);
  }
};

std::uint64_t argument(int argc, char** argv, int at, std::uint64_t otherwise) {
  return argc > at ? std::strtoull(argv[at], nullptr, 10) : otherwise;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t towns = argument(argc, argv, 1, 5), answers = argument(argc, argv, 2, 100),
                      first = argument(argc, argv, 3, 1);
  std::printf(
      "| town | order | error of persons | error of the total | wrong links | missed links "
      "|\n|---|---|---|---|---|---|\n");
  std::map<std::string, Sums> means;
  std::vector<std::string> names;
  for (std::uint64_t seed = first; seed < first + towns; ++seed) {
    simulate::Options options;
    options.seed = seed;
    options.persons = 2000;
    options.lists = 4;
    options.errors = 0.1;
    options.missing = 0.2;
    const help::Scratch scratch;
    AnAnsweredTown town(options, scratch / "town");
    for (const Order& order : orders_of(town, seed)) {
      Sums sums;
      for (Tasks tasks : order.draws) {
        if (order.name != "all of them" && tasks.size() > answers) tasks.resize(answers);
        sums.add(town.counted(tasks), 1.0 / static_cast<double>(order.draws.size()));
      }
      sums.print(std::to_string(seed), order.name);
      if (!means.contains(order.name)) names.push_back(order.name);
      Sums& mean = means[order.name];
      const double weight = 1.0 / static_cast<double>(towns);
      mean.persons += weight * sums.persons;
      mean.total += weight * sums.total;
      mean.wrong += weight * sums.wrong;
      mean.missed += weight * sums.missed;
    }
  }
  for (const std::string& name : names) means[name].print("**mean**", name);
  return 0;
}
