// What naming a pair of dependent lists does to the back-tested average, where the truth is known.
// Prints a Markdown table. Usage: dependence_study [TABLES]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "sanaq/estimate/backtested.h"
#include "sanaq/num/rng.h"

namespace {

using namespace sanaq::estimate;

constexpr int persons = 1000;
constexpr double chances[] = {0.25, 0.2, 0.2, 0.15};

enum class Design { copied, common_source, copied_uneven, independent };
constexpr std::pair<Design, const char*> designs[] = {
    {Design::copied, "B copies six in ten of A"},
    {Design::common_source, "A and B share a source"},
    {Design::copied_uneven, "B copies from A; people differ"},
    {Design::independent, "none, though named"}};

std::vector<std::int64_t> table_of(Design design, int lists, std::uint64_t number) {
  sanaq::num::Rng rng(5, "study.dependence", number);
  std::vector<std::int64_t> counts(std::size_t{1} << lists);
  for (int person = 0; person < persons; ++person) {
    const double ease = design != Design::copied_uneven ? 1 : rng.uniform() < 0.5 ? 1.5 : 0.5;
    std::uint32_t listed = 0;
    for (int list = 0; list < lists; ++list)
      listed |= rng.uniform() < chances[list] * ease ? 1U << list : 0;
    const bool copies = design == Design::copied || design == Design::copied_uneven;
    if (copies && (listed & 1U) != 0 && rng.uniform() < 0.6) listed |= 2U;
    if (design == Design::common_source && rng.uniform() < 0.25) {
      for (const std::uint32_t list : {1U, 2U}) listed |= rng.uniform() < 0.7 ? list : 0;
    }
    ++counts[listed];
  }
  counts[0] = 0;
  return counts;
}

void print_row(Design design, const char* name, int lists, bool is_named, int tables) {
  std::vector<double> errors, ratios;
  int held = 0, below = 0;
  for (int number = 0; number < tables; ++number) {
    const auto counts = table_of(design, lists, static_cast<std::uint64_t>(number));
    BacktestedOptions options;
    if (is_named) options.dependent = {3};
    const BacktestedPosterior posterior = backtested_posterior(counts, options);
    const auto total = [&](double level) {
      return static_cast<double>(posterior.observed) + posterior.unlisted_quantile(level);
    };
    held += total(tested_tail) <= persons && persons <= total(1 - tested_tail) ? 1 : 0;
    below += total(0.5) < persons ? 1 : 0;
    errors.push_back(std::abs(std::log(total(0.5) / persons)));
    ratios.push_back(total(1 - tested_tail) / total(tested_tail));
  }
  for (auto* values : {&errors, &ratios}) std::sort(values->begin(), values->end());
  const std::size_t middle = errors.size() / 2;
  std::printf("| %d | %s | %s | %d %% | %.2f | %.3f | %d %% |\n", lists, name,
              is_named ? "yes" : "no", 100 * held / tables, ratios[middle], errors[middle],
              100 * below / tables);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const int tables = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
  std::printf(
      "| lists | dependence | A + B named | 90 %% interval holds | median upper/lower | median abs "
      "log error | answers below |\n|---|---|---|---|---|---|---|\n");
  for (const int lists : {3, 4}) {
    for (const auto& [design, name] : designs) {
      for (const bool is_named : {false, true}) print_row(design, name, lists, is_named, tables);
    }
  }
}
