// Does the back-tested interval hold the truth where the truth is known? Prints two Markdown
// tables; minutes, not hours.
//
// 1. Every list of the shared tables of four and five lists is hidden in turn and its known size
// estimated from the others.
// 2. The simulated tables with N = 2,000 (known-truth/). Usage: coverage_study DATA (the folder
// that holds mse/).
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "sanaq/estimate/connection.h"
#include "sanaq/estimate/leave_one_out.h"

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
  int held = 0, below = 0;
  void add(double truth, double median, double low, double high) {
    ratio.push_back(high / low);
    error.push_back(std::abs(std::log(median / truth)));
    held += low <= truth && truth <= high ? 1 : 0;
    below += median < truth ? 1 : 0;
  }
  void print(const std::string& name) {
    if (ratio.empty()) return;
    const auto median = [](std::vector<double>& values) {
      std::sort(values.begin(), values.end());
      return values[values.size() / 2];
    };
    const double n = static_cast<double>(ratio.size());
    std::printf("| %s | %zu | %.0f %% | %.2f | %.2f | %.0f %% |\n", name.c_str(), ratio.size(),
                100 * held / n, median(ratio), median(error), 100 * below / n);
  }
};

void add(Score& score, const Counts& counts, double truth) {
  const BacktestedPosterior posterior = backtested_posterior(counts, {});
  const double n = static_cast<double>(posterior.observed);
  score.add(truth, n + posterior.unlisted_quantile(0.5), n + posterior.unlisted_quantile(0.05),
            n + posterior.unlisted_quantile(0.95));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: coverage_study DATA\n");
    return 64;
  }
  const std::string mse = std::string(argv[1]) + "/mse/";
  std::printf(
      "| tables | number | 90 %% interval holds | median upper/lower | median abs log error | "
      "answers below |\n|---|---|---|---|---|---|\n");
  Score all, dense, sparse;
  for (const char* name : {"kosovo_4", "australia_4", "allegheny_4", "hiv_rome_4", "uk_5",
                           "neworleans_5", "western_us_5"}) {
    const Counts whole = table(mse + name + ".csv");
    for (std::size_t list = 0; (std::size_t{1} << list) < whole.size(); ++list) {
      const Counts hidden = hide_list(whole, list);
      Counts seen = hidden;
      const double truth = static_cast<double>(hidden[0] + [&] {
        std::int64_t sum = 0;
        for (std::size_t mask = 1; mask < seen.size(); ++mask) sum += seen[mask];
        return sum;
      }());
      add(all, hidden, truth);
      add(on_two_lists_or_more(hidden) > 30 ? dense : sparse, hidden, truth);
    }
  }
  all.print("lists hidden, all");
  dense.print("of these, more than 30 persons on two lists");
  sparse.print("of these, 30 or fewer");
  for (const char* design : {"indep", "sim1"}) {
    Score score;
    for (const auto& [number, counts] : repetitions(mse + "known-truth/" + design + "_reps.csv"))
      add(score, counts, 2000);
    score.print(std::string("simulated, ") + design + ", N = 2,000");
  }
}
