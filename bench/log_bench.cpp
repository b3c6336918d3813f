// A log of ten million leaves: appending a thousand, and proving that it continues an older state.
//
// SANAQ_BENCH_LEAVES sets another size. The tiles are made in the system's temporary folder and
// removed; each measured read opens its files anew.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "sanaq/base/files.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/tiles.h"

namespace {

using namespace sanaq;
namespace fs = std::filesystem;

std::vector<std::string> entries(std::uint64_t from, std::uint64_t count) {
  std::vector<std::string> made;
  for (std::uint64_t at = from; at < from + count; ++at)
    made.push_back(log::entry_text(log::sha256(std::to_string(at))));
  return made;
}

// A log on disk, grown a hundred thousand leaves at a time.
class Log {
 public:
  Log() : folder_((fs::temp_directory_path() / "sanaq-log-bench").string()) {
    const char* named = std::getenv("SANAQ_BENCH_LEAVES");
    const std::uint64_t wanted = named == nullptr ? 10'000'000 : std::strtoull(named, nullptr, 10);
    fs::remove_all(folder_);
    while (size < wanted) write(log::grow(size, entries(size, 100'000), reader()), false);
  }
  ~Log() { fs::remove_all(folder_); }
  [[nodiscard]] log::ReadFile reader() const {
    return [this](const std::string& path) -> std::optional<std::string> {
      const std::string whole = base::join(folder_, path);
      if (!base::file_exists(whole)) return std::nullopt;
      return base::read_file(whole);
    };
  }
  void write(const log::Growth& growth, bool is_synced) {
    for (const log::TreeFile& file : growth.files) {
      const fs::path whole = base::join(folder_, file.path);
      fs::create_directories(whole.parent_path());
      if (is_synced)
        base::write_file_whole(whole.string(), file.bytes);
      else
        std::ofstream(whole, std::ios::binary) << file.bytes;
    }
    size = growth.size;
    root = growth.root;
  }
  std::uint64_t size = 0;
  log::Hash root{};

 private:
  std::string folder_;
};

Log& the_log() {
  static Log one;
  return one;
}

// Appends and writes the files, each synced.
void append_a_thousand(benchmark::State& state) {
  Log& one = the_log();
  for (auto _ : state) one.write(log::grow(one.size, entries(one.size, 1000), one.reader()), true);
}
BENCHMARK(append_a_thousand)->Iterations(5)->Unit(benchmark::kMillisecond);

void prove_consistency(benchmark::State& state) {
  const Log& one = the_log();
  for (auto _ : state) {
    log::TileReader tiles(one.reader(), one.size);
    const std::uint64_t old_size = one.size / 3 * 2 + 77;
    const log::Hash old_root = log::root_of(old_size, tiles.reader());
    if (!log::consistency_holds(old_size, old_root, one.size, one.root,
                                log::consistency_proof(old_size, one.size, tiles.reader())))
      state.SkipWithError("the log is not consistent");
  }
}
BENCHMARK(prove_consistency)->Iterations(20)->Unit(benchmark::kMillisecond);

void prove_inclusion(benchmark::State& state) {
  const Log& one = the_log();
  for (auto _ : state) {
    log::TileReader tiles(one.reader(), one.size);
    benchmark::DoNotOptimize(log::inclusion_proof(one.size / 5, one.size, tiles.reader()));
  }
}
BENCHMARK(prove_inclusion)->Iterations(20)->Unit(benchmark::kMillisecond);

}  // namespace
