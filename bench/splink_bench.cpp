// How fast pairs are compared: distances of short texts, and whole pairs of a Splink model in
// blocks.
#include <benchmark/benchmark.h>

#include "sanaq/link/distances.h"
#include "sanaq/num/rng.h"
#include "sanaq/splink/letter_batch.h"
#include "sanaq/splink/letter_distance.h"
#include "sanaq/splink/score.h"

namespace sanaq::splink {
namespace {

std::string word(num::Rng& rng, std::size_t length) {
  std::string text;
  for (std::size_t at = 0; at < length; ++at)
    text += (at % 2 == 0 ? "bdgklmnrst" : "aeiouaeiou")[rng.below(10)];
  return text;
}

std::vector<std::string> words(std::size_t count, std::size_t length) {
  num::Rng rng(1, "bench.link.words");
  std::vector<std::string> made{""};
  for (std::size_t at = 0; at < count; ++at) made.push_back(word(rng, length));
  return made;
}

// One text against 1,000 of 8 letters, as a row meets the rows of its block: one by one.
template <typename Distance>
void one_against_many(benchmark::State& state, const Distance& distance) {
  const ValueFacts facts(words(1001, 8));
  LetterPlaces places;
  for (auto _ : state) {
    places.set({facts.letters(1), 8});
    for (std::uint32_t code = 2; code < 1002; ++code)
      benchmark::DoNotOptimize(distance(Letters{facts.letters(code), 8}, places));
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}

void BM_JaroWinkler(benchmark::State& state) {
  one_against_many(state, [](Letters a, const LetterPlaces& b) { return jaro_winkler(a, b); });
}
BENCHMARK(BM_JaroWinkler);

void BM_Levenshtein(benchmark::State& state) {
  one_against_many(state, [](Letters a, const LetterPlaces& b) { return levenshtein(a, b); });
}
BENCHMARK(BM_Levenshtein);

// The same pairs in the lanes of the vector unit.
template <typename Number, typename Distance>
void many_at_once(benchmark::State& state, std::size_t letters, const Distance& distance) {
  const ValueFacts facts(words(1001, letters));
  std::vector<TextPair> pairs;
  const auto length = static_cast<std::uint8_t>(letters);
  for (std::uint32_t code = 2; code < 1002; ++code)
    pairs.push_back({facts.letters(code), facts.letters(1), length, length});
  std::vector<Number> found(pairs.size());
  for (auto _ : state) {
    distance(pairs, found.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}

void BM_JaroWinklerAtOnce(benchmark::State& state) {
  many_at_once<double>(state, static_cast<std::size_t>(state.range(0)), jaro_winkler_of);
}
BENCHMARK(BM_JaroWinklerAtOnce)->Arg(8)->Arg(12);

void BM_LevenshteinAtOnce(benchmark::State& state) {
  many_at_once<std::uint8_t>(state, static_cast<std::size_t>(state.range(0)), levenshtein_of);
}
BENCHMARK(BM_LevenshteinAtOnce)->Arg(8)->Arg(12);

void BM_JaroWinklerSlowTwin(benchmark::State& state) {
  std::vector<std::u32string> texts;
  for (const std::string& text : words(1001, 8)) texts.emplace_back(text.begin(), text.end());
  for (auto _ : state) {
    for (std::size_t at = 2; at < 1002; ++at)
      benchmark::DoNotOptimize(link::jaro_winkler(texts[at], texts[1]));
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(BM_JaroWinklerSlowTwin);

// Half a million invented rows; blocks of one town and first letters of a surname.
record::RecordTable a_register(std::size_t rows) {
  num::Rng rng(2, "bench.link.register");
  record::RecordTable table;
  table.lists.push_back({.name = "list", .file = "", .version = ""});
  const auto add = [&](const char* header, const std::vector<std::string>& values) {
    record::Column column;
    column.header = header;
    column.values = column.canonical = values;
    for (std::size_t row = 0; row < rows; ++row)
      column.codes.push_back(static_cast<std::uint32_t>(rng.below(values.size())));
    table.columns.push_back(std::move(column));
  };
  add("given", words(2000, 6));
  add("surname", words(8000, 8));
  add("town", words(300, 8));
  std::vector<std::string> days{""};
  for (int day = 0; day < 20000; ++day)
    days.push_back(std::to_string(1940 + day % 60) + "-" + std::to_string(10 + day % 3) + "-" +
                   std::to_string(10 + day / 60 % 19));
  add("birth", days);
  table.list_of.assign(rows, 0);
  table.ids.resize(rows);
  return table;
}

Model model() {
  return parse_model(R"json({"probability_two_random_records_match": 0.0001,
    "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.town = r.town and substr(l.surname, 1, 2) = substr(r.surname, 1, 2)"}],
    "comparisons": [
    {"output_column_name": "given", "comparison_levels": [
      {"sql_condition": "\"given_l\" IS NULL OR \"given_r\" IS NULL", "is_null_level": true},
      {"sql_condition": "\"given_l\" = \"given_r\"", "m_probability": 0.8, "u_probability": 0.01},
      {"sql_condition": "jaro_winkler_similarity(\"given_l\", \"given_r\") >= 0.92", "m_probability": 0.1, "u_probability": 0.01},
      {"sql_condition": "jaro_winkler_similarity(\"given_l\", \"given_r\") >= 0.88", "m_probability": 0.05, "u_probability": 0.01},
      {"sql_condition": "ELSE", "m_probability": 0.05, "u_probability": 0.97}]},
    {"output_column_name": "surname", "comparison_levels": [
      {"sql_condition": "\"surname_l\" IS NULL OR \"surname_r\" IS NULL", "is_null_level": true},
      {"sql_condition": "\"surname_l\" = \"surname_r\"", "m_probability": 0.8, "u_probability": 0.01, "tf_adjustment_column": "surname"},
      {"sql_condition": "jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.88", "m_probability": 0.15, "u_probability": 0.01},
      {"sql_condition": "ELSE", "m_probability": 0.05, "u_probability": 0.98}]},
    {"output_column_name": "birth", "comparison_levels": [
      {"sql_condition": "\"birth_l\" IS NULL OR \"birth_r\" IS NULL", "is_null_level": true},
      {"sql_condition": "\"birth_l\" = \"birth_r\"", "m_probability": 0.8, "u_probability": 0.001},
      {"sql_condition": "damerau_levenshtein(\"birth_l\", \"birth_r\") <= 1", "m_probability": 0.1, "u_probability": 0.01},
      {"sql_condition": "ABS(EPOCH(try_strptime(\"birth_l\", '%Y-%m-%d')) - EPOCH(try_strptime(\"birth_r\", '%Y-%m-%d'))) <= 31557600", "m_probability": 0.05, "u_probability": 0.1},
      {"sql_condition": "ELSE", "m_probability": 0.05, "u_probability": 0.889}]}]})json",
                     "bench");
}

void BM_PairsOfASplinkModel(benchmark::State& state) {
  const record::RecordTable table = a_register(500000);
  const Model splink = model();
  base::Progress silent;
  link::Workers workers(static_cast<int>(state.range(0)));
  std::int64_t pairs = 0;
  for (auto _ : state)
    pairs += weigh_pairs(table, splink, {.probability_min = 0.01}, workers, silent).candidate_pairs;
  state.SetItemsProcessed(pairs);
}
BENCHMARK(BM_PairsOfASplinkModel)
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace sanaq::splink
