// A thousand strata in twenty sampled registers of four lists each, by latent classes: how long,
// and how many effective draws a stratum has over its registers. Prints one Markdown row. Usage:
// strata_study [STRATA [REGISTERS]]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "sanaq/estimate/latent_class.h"
#include "sanaq/estimate/strata.h"
#include "sanaq/num/rng.h"

namespace {

using namespace sanaq::estimate;
constexpr std::size_t lists = 4;

// An invented stratum of 20 to 400 persons of two kinds.
std::vector<std::uint32_t> persons_of(std::uint64_t number) {
  sanaq::num::Rng rng(7, "study.strata", number);
  const std::uint64_t total = 20 + rng.below(380);
  std::vector<std::uint32_t> persons;
  for (std::uint64_t person = 0; person < total; ++person) {
    const bool is_easy = rng.uniform() < 0.4;
    std::uint32_t listed = 0;
    for (std::size_t list = 0; list < lists; ++list) {
      const double chance = (is_easy ? 0.45 : 0.2) + 0.04 * static_cast<double>(list);
      listed |= rng.uniform() < chance ? 1U << list : 0;
    }
    if (listed != 0) persons.push_back(listed);
  }
  return persons;
}

// A register in which some links are made otherwise: a few persons are two, a few pairs are one.
CaptureTable register_of(std::vector<std::uint32_t> persons, std::uint64_t number) {
  sanaq::num::Rng rng(7, "study.registers", number);
  for (int change = 0; change < 4; ++change) {
    const std::size_t at = rng.below(persons.size());
    const std::uint32_t lowest = persons[at] & (0 - persons[at]);
    if (persons[at] == lowest) continue;
    persons[at] &= ~lowest;
    persons.push_back(lowest);
  }
  std::map<std::uint32_t, std::int64_t> counts;
  for (const std::uint32_t listed : persons) ++counts[listed];
  CaptureTable table{{"A", "B", "C", "D"}, {}};
  for (const auto& [listed, count] : counts) table.cells.push_back({listed, 0, count});
  return table;
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t strata_count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1000,
                    registers = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 20;
  std::vector<Stratum> strata;
  for (std::size_t at = 0; at < strata_count; ++at) {
    const auto persons = persons_of(at);
    strata.push_back({"stratum " + std::to_string(at), register_of(persons, 0), {}});
    for (std::size_t draw = 0; draw < registers; ++draw)
      strata.back().sampled.push_back(register_of(persons, at * registers + draw + 1));
  }
  sanaq::base::Progress silent;
  Options options{.method = Method::latent_class};
  options.checks_on_own_lists = options.alternatives = false;
  const double started = seconds();
  const Summary summary = estimate_strata(strata, options, silent);
  const double took = seconds() - started;
  std::vector<double> effective, rhat;
  for (std::size_t at = 0; at < strata.size(); at += std::max<std::size_t>(1, strata.size() / 20)) {
    Options each = options;
    each.draws = 400;
    std::vector<CaptureTable> tables{strata[at].table};
    tables.insert(tables.end(), strata[at].sampled.begin(), strata[at].sampled.end());
    const auto answers = estimate_latent_classes_in_turn(tables, each);
    effective.push_back(answers[0].diagnostics.ess.value_or(0));
    rhat.push_back(answers[0].diagnostics.rhat.value_or(9));
  }
  std::sort(effective.begin(), effective.end());
  std::sort(rhat.begin(), rhat.end());
  std::printf(
      "| strata | registers | seconds | effective draws of a stratum, least / median | R-hat, "
      "worst |\n"
      "|---|---|---|---|---|\n| %zu | %zu | %.0f | %.0f / %.0f | %.3f |\n",
      strata.size(), registers, took, effective.front(), effective[effective.size() / 2],
      rhat.back());
  std::printf("total %.0f (%.0f to %.0f)\n", summary.estimate->median,
              summary.estimate->interval.low, summary.estimate->interval.high);
}
