// How fast an invented list of a million rows is ingested on one core, and what of it is reading
// rows alone.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "sanaq/tables/csv.h"
#include "sanaq/tables/dictionary.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::tables {
namespace {

constexpr int row_count = 1'000'000;

// The next number of a linear congruence (Knuth, MMIX): the same list in every run.
std::uint32_t next_number(std::uint64_t& state) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<std::uint32_t>(state >> 33);
}

// Ten columns; ids all different, names from 300 x 400 x 100 parts, three dates, places,
// occupations.
const std::string& invented_list() {
  static const std::string list = [] {
    std::string text = "id,name,sex,birth,death,age,place,occupation,source,note\n";
    std::uint64_t state = 20111216;
    for (int row = 1; row <= row_count; ++row) {
      const auto pick = [&](std::uint32_t below) { return next_number(state) % below; };
      const std::uint32_t family = pick(300), given = pick(400), father = pick(100),
                          town = pick(500), trade = pick(80);
      text += fmt::format(
          "R{:07},Familyname{} Given{} Fatherovich{},{},19{:02}-{:02}-{:02},2011-12-{:02},{},Town "
          "of Example {},Occupation {},hospital ward {},",
          row, family, given, father, pick(2) == 0 ? "m" : "f", pick(90) + 10, pick(12) + 1,
          pick(28) + 1, pick(31) + 1, pick(90), town, trade, pick(20));
      text += pick(10) == 0 ? "\"seen by a witness, twice\"\n" : "\n";
    }
    return text;
  }();
  return list;
}

void set_rate(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(invented_list().size()));
}

void RowsAlone(benchmark::State& state) {
  (void)invented_list();
  for (auto _ : state) {
    CsvReader reader(invented_list(), ',', "bench.csv");
    std::vector<std::string_view> cells;
    while (reader.next(cells)) benchmark::DoNotOptimize(cells.data());
  }
  set_rate(state);
}

void RowsAndDictionaries(benchmark::State& state) {
  (void)invented_list();
  constexpr std::size_t width = 10;
  constexpr std::size_t waiting_max = 128 * width;
  for (auto _ : state) {
    CsvReader reader(invented_list(), ',', "bench.csv");
    std::vector<Dictionary> dictionaries(width);
    std::vector<std::vector<std::uint32_t>> codes(width);
    std::vector<std::string_view> waiting;
    std::vector<std::string_view> cells;
    for (bool has_row = true; has_row;) {
      has_row = reader.next(cells);
      waiting.insert(waiting.end(), cells.begin(), cells.end());
      if (has_row && waiting.size() < waiting_max) continue;
      for (std::size_t column = 0; column < width; ++column) {
        dictionaries[column].codes_of(waiting.data() + column, width, waiting.size() / width,
                                      codes[column]);
      }
      waiting.clear();
      reader.release();
    }
    benchmark::DoNotOptimize(codes.data());
  }
  set_rate(state);
}

void Ingest(benchmark::State& state) {
  base::Progress progress;
  (void)invented_list();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        ingest_bytes({.name = "bench", .path = "bench.csv"}, invented_list(), progress));
  }
  set_rate(state);
}

BENCHMARK(RowsAlone)->Unit(benchmark::kMillisecond);
BENCHMARK(RowsAndDictionaries)->Unit(benchmark::kMillisecond)->MinTime(3);
BENCHMARK(Ingest)->Unit(benchmark::kMillisecond)->MinTime(5);

}  // namespace
}  // namespace sanaq::tables
