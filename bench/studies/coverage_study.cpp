// Does the back-tested interval hold the truth where the truth is known? Prints Markdown tables; a
// minute or two.
//
// 1. Every list of the shared tables of four and five lists is hidden in turn and its known size
// estimated from the others, as if they were somebody's own table: where four lists are left, those
// are hidden in turn once more and weigh the models.
// 2. Simulated tables: those with N = 2,000 of known-truth/, and three designs of classes made
// here.
// 3. Independent lists of ever more persons, at their expected counts.
// Usage: coverage_study DATA (the folder that holds mse/).
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "sanaq/estimate/connection.h"
#include "sanaq/estimate/own_lists.h"
#include "sanaq/num/rng.h"

namespace {

using Counts = std::vector<std::int64_t>;
using namespace sanaq::estimate;

// Rows of a CSV file with a header, cell by cell.
std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  std::string line, cell;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::stringstream cells(line);
    rows.emplace_back();
    while (std::getline(cells, cell, ',')) rows.back().push_back(cell);
  }
  return rows;
}

Counts table(const std::string& path) {
  Counts counts;
  for (const auto& row : rows_of(path)) {
    counts.resize(std::size_t{1} << (row.size() - 1));
    std::size_t mask = 0;
    for (std::size_t list = 0; list + 1 < row.size(); ++list)
      mask |= row[list] == "1" ? std::size_t{1} << list : 0;
    counts[mask] += std::stoll(row.back());
  }
  return counts;
}

std::map<int, Counts> repetitions(const std::string& path) {
  std::map<int, Counts> all;
  for (const auto& row : rows_of(path)) {
    Counts& counts = all[std::stoi(row[0])];
    counts.resize(32);
    std::size_t mask = 0;
    for (std::size_t list = 0; list < 5; ++list)
      mask |= row[1][1 + list] == '1' ? std::size_t{1} << list : 0;
    counts[mask] += std::stoll(row[2]);
  }
  return all;
}

struct Score {
  std::vector<double> ratio, error;
  int held = 0, below = 0, above = 0;
  void add(double truth, double median, double low, double high) {
    ratio.push_back(high / low);
    error.push_back(std::abs(std::log(median / truth)));
    held += low <= truth && truth <= high ? 1 : 0;
    below += median < truth ? 1 : 0;
    above += high < truth ? 1 : 0;
  }
  void print(const std::string& name) {
    if (ratio.empty()) return;
    const auto median = [](std::vector<double>& values) {
      std::sort(values.begin(), values.end());
      return values[values.size() / 2];
    };
    const double n = static_cast<double>(ratio.size());
    std::printf("| %s | %zu | %.0f %% | %.2f | %.3f | %.0f %% | %.0f %% |\n", name.c_str(),
                ratio.size(), 100 * held / n, median(ratio), median(error), 100 * below / n,
                100 * above / n);
    std::fflush(stdout);
  }
};

// Three ways to the interval: all models alike with the quantiles .05 and .95, with .04 and .96,
// and weighed by the table's own hidden lists.
constexpr std::array<const char*, 3> ways{"alike, .05 and .95", "alike, .04 and .96",
                                          "own lists, .04 and .96"};
using Scores = std::array<Score, 3>;

void add(Scores& scores, const Counts& counts, double truth) {
  BacktestedPosterior posterior = backtested_posterior(counts, {});
  const double n = static_cast<double>(posterior.observed);
  const auto total = [&](double level) { return n + posterior.unlisted_quantile(level); };
  for (std::size_t way = 0; way < ways.size(); ++way) {
    if (way == 2) posterior.weigh_models(weights_of_hidings(hide_each(counts, {})));
    const double tail = way == 0 ? 0.05 : tested_tail;
    scores[way].add(truth, total(0.5), total(tail), total(1 - tail));
  }
}

void print(Scores& scores, const std::string& name) {
  for (std::size_t way = 0; way < ways.size(); ++way) scores[way].print(name + " | " + ways[way]);
}

void print_header() {
  std::printf(
      "| tables | models, quantiles | number | 90 %% interval holds | median upper/lower | median "
      "abs log error | answers below | truth above the interval "
      "|\n|---|---|---|---|---|---|---|---|"
      "\n");
}

std::vector<std::int64_t> persons_hidden(const std::string& mse, const char* name,
                                         std::vector<Counts>& tables) {
  const Counts whole = table(mse + name + ".csv");
  std::vector<std::int64_t> truths;
  for (std::size_t list = 0; (std::size_t{1} << list) < whole.size(); ++list) {
    tables.push_back(hide_list(whole, list));
    truths.push_back(std::accumulate(tables.back().begin(), tables.back().end(), std::int64_t{0}));
  }
  return truths;
}

void hidden_lists(const std::string& mse) {
  Scores all, dense, sparse, with_own;
  for (const char* name : {"kosovo_4", "australia_4", "allegheny_4", "hiv_rome_4", "uk_5",
                           "neworleans_5", "western_us_5"}) {
    std::vector<Counts> tables;
    const std::vector<std::int64_t> truths = persons_hidden(mse, name, tables);
    for (std::size_t at = 0; at < tables.size(); ++at) {
      const double truth = static_cast<double>(truths[at]);
      if (truths[at] == tables[at][0]) continue;
      add(all, tables[at], truth);
      add(on_two_lists_or_more(tables[at]) >= 30 ? dense : sparse, tables[at], truth);
      if (tables[at].size() > 8) add(with_own, tables[at], truth);
    }
  }
  print(all, "lists hidden, all");
  print(dense, "of these, 30 persons or more on two lists");
  print(sparse, "of these, fewer than 30");
  print(with_own, "of these, four lists left");
}

// People of classes; within a class lists are independent.
struct Design {
  const char* name;
  int persons;
  std::vector<double> shares;
  std::vector<std::vector<double>> chances;  // a class: a list
};

Counts simulated(const Design& design, std::uint64_t number) {
  sanaq::num::Rng rng(7, design.name, number);
  const std::size_t lists = design.chances[0].size();
  Counts counts(std::size_t{1} << lists);
  for (int person = 0; person < design.persons; ++person) {
    const std::vector<double>& chance = design.chances[rng.categorical(design.shares)];
    std::size_t listed = 0;
    for (std::size_t list = 0; list < lists; ++list)
      listed |= rng.uniform() < chance[list] ? std::size_t{1} << list : 0;
    ++counts[listed];
  }
  counts[0] = 0;
  return counts;
}

// The classes of sim1 (Manrique-Vallier 2016) on four of its lists, with a third class between
// (after Aleshin-Guendel, Sadinle, Wakefield 2024), and few people who differ.
const std::vector<Design> designs{{"two classes, four lists, N = 2,000",
                                   2000,
                                   {0.9, 0.1},
                                   {{0.033, 0.099, 0.132, 0.033}, {0.825, 0.759, 0.99, 0.693}}},
                                  {"three classes, five lists, N = 2,000",
                                   2000,
                                   {0.7, 0.2, 0.1},
                                   {{0.033, 0.033, 0.099, 0.132, 0.033},
                                    {0.275, 0.25, 0.2, 0.3, 0.325},
                                    {0.66, 0.825, 0.759, 0.99, 0.693}}},
                                  {"two classes, five lists, N = 400",
                                   400,
                                   {0.6, 0.4},
                                   {{0.1, 0.08, 0.12, 0.1, 0.06}, {0.4, 0.35, 0.3, 0.45, 0.25}}}};

void designs_of_known_truth(const std::string& mse) {
  for (const char* design : {"indep", "sim1"}) {
    Scores scores;
    for (const auto& [number, counts] : repetitions(mse + "known-truth/" + design + "_reps.csv"))
      add(scores, counts, 2000);
    print(scores, std::string("simulated, ") + design + ", five lists, N = 2,000");
  }
  for (const Design& design : designs) {
    Scores scores;
    for (std::uint64_t number = 0; number < 40; ++number)
      add(scores, simulated(design, number), design.persons);
    print(scores, std::string("simulated, ") + design.name);
  }
}

void ever_more_persons() {
  std::printf("\n| N | median | 90 %% interval | median / N |\n|---|---|---|---|\n");
  constexpr std::array<double, 4> chances{0.3, 0.25, 0.35, 0.2};
  for (const double persons : {1e3, 1e4, 1e5, 5e5, 1e6, 1e7, 1e8, 1e9}) {
    Counts counts(16);
    for (std::size_t mask = 1; mask < counts.size(); ++mask) {
      double expected = persons;
      for (std::size_t list = 0; list < chances.size(); ++list)
        expected *= ((mask >> list) & 1) != 0 ? chances[list] : 1 - chances[list];
      counts[mask] = std::llround(expected);
    }
    BacktestedPosterior posterior = backtested_posterior(counts, {});
    posterior.weigh_models(weights_of_hidings(hide_each(counts, {})));
    const auto total = [&](double level) {
      return static_cast<double>(posterior.observed) + posterior.unlisted_quantile(level);
    };
    std::printf("| %.0f | %.0f | %.0f to %.0f | %.4f |\n", persons, total(0.5), total(tested_tail),
                total(1 - tested_tail), total(0.5) / persons);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: coverage_study DATA\n");
    return 64;
  }
  const std::string mse = std::string(argv[1]) + "/mse/";
  print_header();
  hidden_lists(mse);
  designs_of_known_truth(mse);
  ever_more_persons();
}
