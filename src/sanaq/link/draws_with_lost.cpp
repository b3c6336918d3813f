#include "sanaq/link/draws_with_lost.h"

#include <algorithm>

#include "sanaq/link/lost_matches.h"
#include "sanaq/link/record_order.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

using Draws = std::vector<std::vector<std::uint32_t>>;

// What other records have brought together is in the draws already: of what is lost three in five
// at most (in towns of 30,000 and 100,000 persons .60 and .54 of it were).
void take_off_joined(const PairSpace& space, const std::vector<Candidate>& edges,
                     const Draws& draws, Crew& crew, std::vector<double>& lost) {
  if (draws.empty()) return;
  constexpr double alone_least = 0.4;
  std::vector<std::vector<double>> joined(draws.size());
  crew.workers.each(draws.size(), crew.progress, [&](std::size_t at) {
    joined[at] = joined_by_others(space, edges, draws[at]);
  });
  for (std::size_t lists = 0; lists < lost.size(); ++lists) {
    double sum = 0;
    for (const std::vector<double>& of_draw : joined) sum += of_draw[lists];
    lost[lists] =
        std::max(lost[lists] - sum / static_cast<double>(joined.size()), alone_least * lost[lists]);
  }
}

}  // namespace

Draws draws_with_lost(const PreparedRecords& records, const std::vector<Candidate>& edges,
                      const Draws& draws, const std::vector<Lost>& lost, Crew& crew) {
  const PairSpace& space = records.space;
  std::vector<double> lost_of(space.list_pair_count());
  for (const Lost& of : lost)
    lost_of[PairSpace::list_pair_of_lists(of.left, of.right)] = of.matches;
  if (!lost.empty()) take_off_joined(space, edges, draws, crew, lost_of);
  Draws with_lost(draws.size());
  crew.workers.each(draws.size(), crew.progress, [&](std::size_t at) {
    std::vector<std::uint32_t> draw = draws[at];
    if (!lost.empty())
      put_back_lost_matches(space, records.columns.is_linkable, lost_of,
                            num::Rng(records.options.seed, "link.lost_matches", at), draw);
    with_lost[at] = number_persons(draw, records.order);
  });
  return with_lost;
}

}  // namespace sanaq::link
