// Names prepared and pairs compared a second, on names made up from the built-in examples' words.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/text/name.h"

namespace {

using sanaq::text::PreparedNamePtr;

// A small generator that only has to be the same everywhere.
std::uint32_t next(std::uint32_t& state) {
  state = state * 1664525U + 1013904223U;
  return state >> 8;
}

constexpr std::array<const char*, 16> kazakh_family = {
    "Құрманов",   "Жұмағұлов",   "Сәрсенов", "Әбдіров",    "Өтегенов", "Бөкейханов",
    "Қожахметов", "Тоқтаров",    "Ермеков",  "Нұрпейісов", "Шәріпов",  "Ысқақов",
    "Мұқанов",    "Байтұрсынов", "Дулатов",  "Есенберлин"};
constexpr std::array<const char*, 16> kazakh_given = {
    "Нұрлан", "Айнұр",   "Ерлан", "Бақыт",  "Серік", "Гүлжан", "Асқар", "Мәулен",
    "Сырым",  "Төлеген", "Жанар", "Дәурен", "Әлия",  "Қанат",  "Үміт",  "Болат"};
constexpr std::array<const char*, 8> kazakh_father = {"Өтегенұлы",  "Асанұлы",  "Серікұлы",
                                                      "Бөлекұлы",   "Мәжитұлы", "Қайратұлы",
                                                      "Жұмабекұлы", "Әжібекұлы"};
constexpr std::array<const char*, 16> english_family = {
    "Kurmanov",     "Zhumagulov",  "Sarsenov", "Abdirov",    "Utegenov", "Bukeikhanov",
    "Kozhakhmetov", "Toktarov",    "Yermekov", "Nurpeisov",  "Sharipov", "Iskakov",
    "Mukanov",      "Baitursynov", "Dulatov",  "Yesenberlin"};
constexpr std::array<const char*, 16> english_given = {
    "Nurlan", "Ainur",   "Yerlan", "Bakyt",  "Serik", "Gulzhan", "Askar", "Maulen",
    "Syrym",  "Tolegen", "Zhanar", "Dauren", "Aliya", "Kanat",   "Umit",  "Bolat"};

std::string kazakh_name(std::uint32_t& state) {
  return std::string(kazakh_family[next(state) % 16]) + " " + kazakh_given[next(state) % 16] + " " +
         kazakh_father[next(state) % 8];
}

std::string english_name(std::uint32_t& state) {
  return std::string(english_family[next(state) % 16]) + " " + english_given[next(state) % 16];
}

template <typename Make>
std::vector<PreparedNamePtr> prepare(Make make, std::size_t count) {
  std::uint32_t state = 1;
  std::vector<PreparedNamePtr> names;
  for (std::size_t at = 0; at < count; ++at)
    names.push_back(sanaq::text::prepare_name(make(state)));
  return names;
}

void compare_all(benchmark::State& state, const std::vector<PreparedNamePtr>& left,
                 const std::vector<PreparedNamePtr>& right) {
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(sanaq::text::compare_names(
        *left[at % left.size()], *right[(at * 31 + at / left.size()) % right.size()]));
    ++at;
  }
  state.SetItemsProcessed(state.iterations());
}

void prepare_names(benchmark::State& state) {
  std::uint32_t seed = 1;
  for (auto _ : state) benchmark::DoNotOptimize(sanaq::text::prepare_name(kazakh_name(seed)));
  state.SetItemsProcessed(state.iterations());
}

void random_pairs_kazakh_english(benchmark::State& state) {
  compare_all(state, prepare(kazakh_name, 1000), prepare(english_name, 1000));
}
void random_pairs_english(benchmark::State& state) {
  compare_all(state, prepare(english_name, 1000), prepare(english_name, 1000));
}
void random_pairs_kazakh(benchmark::State& state) {
  compare_all(state, prepare(kazakh_name, 1000), prepare(kazakh_name, 1000));
}

void matching_pairs(benchmark::State& state) {
  const PreparedNamePtr left = sanaq::text::prepare_name("Құрманов Нұрлан Өтегенұлы");
  const PreparedNamePtr right = sanaq::text::prepare_name("Nurlan Kurmanov");
  for (auto _ : state) benchmark::DoNotOptimize(sanaq::text::compare_names(*left, *right));
  state.SetItemsProcessed(state.iterations());
}

void sound_key_of_a_word(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(sanaq::text::sound_key("Құрманов"));
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

BENCHMARK(prepare_names);
BENCHMARK(random_pairs_kazakh_english);
BENCHMARK(random_pairs_english);
BENCHMARK(random_pairs_kazakh);
BENCHMARK(matching_pairs);
BENCHMARK(sound_key_of_a_word);
BENCHMARK_MAIN();
