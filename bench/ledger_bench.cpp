// A ledger of a million entries: how fast it is written, verified, indexed and opened; and how fast
// evidence is hashed.
//
// SANAQ_BENCH_ENTRIES sets another size. The folder is made in the system's temporary folder and
// removed.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/index.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/text/name.h"
#include "sanaq/text/romanise.h"

namespace {

using namespace sanaq;

std::int64_t entries_wanted() {
  const char* named = std::getenv("SANAQ_BENCH_ENTRIES");
  return named == nullptr ? 1'000'000 : std::atoll(named);
}

nlohmann::json statement(std::int64_t number) {
  return {{"subject", "person:" + std::to_string(number / 5)},
          {"property", "name"},
          {"value", "Құрманов Айнұр " + std::to_string(number)},
          {"source", "list:" + std::to_string(number % 7)},
          {"locator", "row " + std::to_string(number)},
          {"visibility", "restricted"}};
}

// One investigation for all measurements, gone at the end.
class Case {
 public:
  Case() {
    std::string pattern = (std::filesystem::temp_directory_path() / "sanaq-bench-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    ::setenv("SANAQ_KEYS", (folder_ + "/keys").c_str(), 1);
    ledger::Writer writer(folder_ + "/case");
    for (std::int64_t done = 0; done < entries_wanted();) {
      std::vector<std::pair<std::string, nlohmann::json>> batch;
      for (; batch.size() < 50'000 && done < entries_wanted(); ++done)
        batch.emplace_back("statement", statement(done));
      writer.append_all(batch);
    }
  }
  ~Case() { std::filesystem::remove_all(folder_); }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;
  [[nodiscard]] std::string folder() const { return folder_ + "/case"; }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_ + "/" + name; }

 private:
  std::string folder_;
};

const Case& a_case() {
  static const Case made;
  return made;
}

void verify_ledger(benchmark::State& state) {
  base::Progress silent;
  std::int64_t bytes = 0, entries = 0;
  (void)a_case();
  for (auto _ : state) {
    const ledger::VerifyReport report = ledger::verify(a_case().folder(), {}, silent);
    bytes += report.ledger_bytes;
    entries += report.entries;
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(entries);
}

void read_ledger(benchmark::State& state) {
  (void)a_case();
  for (auto _ : state) {
    std::int64_t entries = 0;
    ledger::for_each_entry(a_case().folder(), [&](const ledger::Entry&) { ++entries; });
    benchmark::DoNotOptimize(entries);
  }
}

// As `sanaq search` has them.
ledger::Spellings spellings() {
  return {[](std::string_view word) { return text::romanise(word); },
          [](std::string_view word) { return text::sound_key(word); }};
}

void rebuild_index(benchmark::State& state) {
  base::Progress silent;
  (void)a_case();
  for (auto _ : state) {
    base::remove_tree(a_case().folder() + "/.sanaq");
    const ledger::Index index(a_case().folder(), spellings(), silent);
    benchmark::DoNotOptimize(index.entry_count());
  }
}

void open_index_and_search(benchmark::State& state) {
  base::Progress silent;
  { const ledger::Index made(a_case().folder(), spellings(), silent); }
  for (auto _ : state) {
    const ledger::Index index(a_case().folder(), spellings(), silent);
    benchmark::DoNotOptimize(index.search("Айнұр 4711", 20).size());
  }
}

void append_one_entry(benchmark::State& state) {
  ledger::Writer writer(a_case().file("small"));
  for (auto _ : state) writer.append("statement", statement(1));
}

void hash_evidence(benchmark::State& state) {
  const std::string path = a_case().file("film.mp4");
  base::write_file_whole(path, std::string(std::size_t{512} << 20, 'x'));
  for (auto _ : state) benchmark::DoNotOptimize(base::sha256_of_file(path));
  state.SetBytesProcessed(state.iterations() * (std::int64_t{512} << 20));
}

}  // namespace

BENCHMARK(verify_ledger)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(read_ledger)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(rebuild_index)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(open_index_and_search)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(append_one_entry)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(hash_evidence)->Unit(benchmark::kMillisecond)->UseRealTime();
