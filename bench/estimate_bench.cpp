// Each method on tables of three to seven lists. The shared tables where they are
// (SANAQ_DATA or ../shared/data), invented ones of six and seven lists.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "sanaq/estimate/estimate.h"
#include "sanaq/num/rng.h"

namespace {

using namespace sanaq::estimate;

CaptureTable shared_table(const std::string& name) {
  const char* data = std::getenv("SANAQ_DATA");
  std::ifstream file(std::string(data == nullptr ? "../shared/data" : data) + "/mse/" + name +
                     ".csv");
  CaptureTable table;
  std::string line, cell;
  for (bool is_header = true; std::getline(file, line); is_header = false) {
    std::stringstream cells(line);
    std::vector<std::string> row;
    while (std::getline(cells, cell, ',')) row.push_back(cell);
    if (is_header) {
      table.lists.assign(row.begin(), row.end() - 1);
      continue;
    }
    Cell found{0, 0, std::stoll(row.back())};
    for (std::size_t list = 0; list + 1 < row.size(); ++list)
      found.listed |= row[list] == "1" ? 1U << list : 0;
    table.cells.push_back(found);
  }
  return table;
}

// 3,000 invented persons, three in ten of them easy to find.
CaptureTable invented_table(int lists) {
  sanaq::num::Rng rng(4, "bench.estimate");
  std::map<std::uint32_t, std::int64_t> counts;
  for (int person = 0; person < 3000; ++person) {
    const double ease = rng.uniform() < 0.3 ? 2 : 0.7;
    std::uint32_t listed = 0;
    for (int list = 0; list < lists; ++list)
      listed |= rng.uniform() < ease * (0.12 + 0.03 * list) ? 1U << list : 0;
    if (listed != 0) ++counts[listed];
  }
  CaptureTable table;
  for (int list = 0; list < lists; ++list) table.lists.push_back("L" + std::to_string(list));
  for (const auto& [listed, count] : counts) table.cells.push_back({listed, 0, count});
  return table;
}

void run(benchmark::State& state, const CaptureTable& table, Options options) {
  if (table.lists.empty()) {
    state.SkipWithError("the shared tables are not here: set SANAQ_DATA");
    return;
  }
  options.checks_on_own_lists = options.alternatives = false;
  sanaq::base::Progress silent;
  double effective = 0, seconds = 0;
  for (auto _ : state) {
    const Summary summary = estimate(table, options, silent);
    benchmark::DoNotOptimize(summary.observed);
    effective = summary.diagnostics.ess.value_or(0);
    seconds = summary.diagnostics.seconds;
  }
  if (effective > 0) state.counters["effective_per_s"] = effective / seconds;
}

void add(const std::string& name, const CaptureTable& table, const Options& options) {
  benchmark::RegisterBenchmark(
      name.c_str(), [table, options](benchmark::State& state) { run(state, table, options); })
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
}

[[maybe_unused]] const bool is_registered = [] {
  for (const char* name : {"korea_3", "kosovo_4", "allegheny_4", "uk_5", "neworleans_5"}) {
    const CaptureTable table = shared_table(name);
    add(std::string("auto/") + name, table, {.method = Method::automatic});
    add(std::string("dga/") + name, table, {.method = Method::decomposable});
    add(std::string("loglinear/") + name, table, {.method = Method::loglinear});
    add(std::string("sparse_bca_1000/") + name, table,
        {.method = Method::sparse, .bootstrap = 1000});
    add(std::string("threshold/") + name, table, {.method = Method::thresholded});
    add(std::string("lcm/") + name, table, {.method = Method::latent_class, .draws = 40000});
  }
  for (const int lists : {6, 7}) {
    const CaptureTable table = invented_table(lists);
    const std::string name = "invented_" + std::to_string(lists);
    add("auto/" + name, table, {.method = Method::automatic});
    add("dga/" + name, table, {.method = Method::decomposable});
    add("loglinear/" + name, table, {.method = Method::loglinear});
  }
  return true;
}();

}  // namespace
