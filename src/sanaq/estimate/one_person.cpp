#include "sanaq/estimate/one_person.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

#include "sanaq/base/quiet_progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {
namespace {

using base::message;

constexpr double level = 0.9;
constexpr std::size_t fast_lists_max = 5;  // beyond, one answer of `auto` takes seconds
constexpr int draws_min = 1000, warmup_min = 500;
constexpr double margin_of_few = 2;  // for the tables that were not tried

bool is_ninety(const Interval& interval) { return std::abs(interval.level - level) < 1e-9; }

// Where a person may stand: a set of the lists that covered him. Lower ranks are tried first.
struct Place {
  std::uint32_t listed = 0, not_covered = 0;
  int rank = 0;
};

// The rarer kinds of cell move the number most: all lists together, one alone, all but one, two, …
std::vector<int> sizes_in_order(int lists) {
  std::vector<int> sizes;
  for (int taken = 0; 2 * taken < lists; ++taken) {
    sizes.push_back(lists - taken);
    if (taken + 1 < lists - taken) sizes.push_back(taken + 1);
  }
  return sizes;
}

// The bits of `number` in the places of the bits of `mask`.
std::uint32_t spread(std::uint64_t number, std::uint32_t mask) {
  std::uint32_t out = 0;
  for (int bit = 0, at = 0; bit < 32; ++bit) {
    if ((mask >> bit & 1U) != 0) out |= static_cast<std::uint32_t>(number >> at++ & 1U) << bit;
  }
  return out;
}

void add_places(std::uint32_t covered, std::uint32_t not_covered, std::vector<Place>& places) {
  const int lists = std::popcount(covered);
  const std::size_t most = places.size() + tables_tried + 1;
  int rank = 0;
  for (const int size : sizes_in_order(lists)) {
    // Every number with `size` bits, in order (Gosper).
    std::uint64_t set = (std::uint64_t{1} << size) - 1;
    for (; set < std::uint64_t{1} << lists && places.size() < most;) {
      places.push_back({spread(set, covered), not_covered, rank});
      const std::uint64_t lowest = set & -set, next = set + lowest;
      set = ((next ^ set) >> 2) / lowest | next;
    }
    ++rank;
  }
}

std::vector<Place> places_of(const CaptureTable& table) {
  const std::uint32_t every =
      static_cast<std::uint32_t>((std::uint64_t{1} << table.lists.size()) - 1);
  std::set<std::uint32_t> coverages;
  for (const Cell& cell : table.cells) coverages.insert(cell.not_covered);
  std::vector<Place> places;
  for (const std::uint32_t not_covered : coverages)
    add_places(every & ~not_covered, not_covered, places);
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& left, const Place& right) { return left.rank < right.rank; });
  return places;
}

CaptureTable with_one(CaptureTable table, const Place& place, std::int64_t more) {
  for (Cell& cell : table.cells) {
    if (cell.listed != place.listed || cell.not_covered != place.not_covered) continue;
    cell.count += more;
    return ordered(table);
  }
  table.cells.push_back({place.listed, place.not_covered, more});
  return ordered(table);
}

std::int64_t count_at(const CaptureTable& table, const Place& place) {
  for (const Cell& cell : table.cells) {
    if (cell.listed == place.listed && cell.not_covered == place.not_covered) return cell.count;
  }
  return 0;
}

// The tables that differ by one person, those that say most first.
std::vector<CaptureTable> neighbours(const CaptureTable& table) {
  std::vector<CaptureTable> all;
  for (const Place& place : places_of(table)) {
    if (all.size() > tables_tried) break;
    all.push_back(with_one(table, place, 1));
    if (count_at(table, place) > 0 && table.observed() > 1)
      all.push_back(with_one(table, place, -1));
  }
  return all;
}

bool samples(const CaptureTable& table, const Options& options) {
  if (options.method == Method::latent_class || options.bootstrap > 0) return true;
  const bool is_average = options.method == Method::automatic || options.method == Method::all;
  return is_average && table.lists.size() > fast_lists_max;
}

// The same method, without what is not needed for the number, and with fewer draws.
Options lean(Options options) {
  options.checks_on_own_lists = options.alternatives = false;
  options.draws = std::min(options.draws, draws_min);
  options.warmup = std::min(options.warmup, warmup_min);
  return options;
}

// What is not finite moves nothing that could be printed.
double farther(double known, double here, double there) {
  const double distance = std::abs(there - here);
  return std::isfinite(distance) ? std::max(known, distance) : known;
}

void widen(Moves& moves, const Estimate& here, const Estimate& there) {
  moves.median = farther(moves.median, here.median, there.median);
  moves.low = farther(moves.low, here.interval.low, there.interval.low);
  moves.high = farther(moves.high, here.interval.high, there.interval.high);
}

std::optional<Moves> moves_in(const CaptureTable& table, const Options& options,
                              base::Progress& progress) {
  base::QuietProgress quiet(progress);
  const auto answer = at_ninety_percent(estimate(table, options, quiet));
  if (!answer) return std::nullopt;
  std::vector<CaptureTable> tried = neighbours(table);
  const std::size_t most = samples(table, options) ? tables_tried_slowly : tables_tried;
  const bool is_cut = tried.size() > most;
  if (is_cut) tried.resize(most);
  progress.start(message("finding how far one person moves the number"),
                 static_cast<std::int64_t>(tried.size()));
  Moves moves;
  std::int64_t done = 0;
  for (const CaptureTable& other : tried) {
    progress.throw_if_stopped();
    if (const auto moved = at_ninety_percent(estimate(other, options, quiet)))
      widen(moves, *answer, *moved);
    progress.advance_to(++done);
  }
  progress.finish();
  if (!is_cut) return moves;
  return Moves{margin_of_few * moves.median, margin_of_few * moves.low, margin_of_few * moves.high};
}

}  // namespace

std::optional<Estimate> at_ninety_percent(const Answer& told) {
  if (!told.estimate || is_ninety(told.estimate->interval)) return told.estimate;
  Estimate answer = *told.estimate;
  for (const Interval& interval : told.intervals) {
    if (!is_ninety(interval) || interval.name != answer.interval.name) continue;
    answer.interval = interval;
    return answer;
  }
  if (told.total_draws.empty()) return answer;
  answer.interval = estimate_from_draws(told.total_draws, answer.interval.name, level).interval;
  return answer;
}

std::optional<Moves> one_person_moves(std::span<const CaptureTable> tables, const Options& options,
                                      base::Progress& progress) {
  std::optional<Moves> moves;
  for (const CaptureTable& table : tables) {
    const CaptureTable covering = covering_lists(table);
    if (covering.lists.size() < 2 || covering.observed() == 0) continue;
    const auto here = moves_in(covering, lean(options), progress);
    if (!here) continue;
    const Moves known = moves.value_or(Moves());
    moves = Moves{std::max(known.median, here->median), std::max(known.low, here->low),
                  std::max(known.high, here->high)};
  }
  return moves;
}

}  // namespace sanaq::estimate
