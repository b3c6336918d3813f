#include "sanaq/estimate/how_lists_meet.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/contained_lists.h"
#include "sanaq/estimate/lower_bounds.h"
#include "sanaq/estimate/probability_text.h"
#include "sanaq/num/hypergeometric.h"

namespace sanaq::estimate {
namespace {

using base::Message;
using base::message;

double real(std::int64_t value) { return static_cast<double>(value); }

// Of all who are estimated; the probabilities hold up to there.
constexpr double persons_max = 1e12;

// All persons over the documented ones; where the method has no number, by Chao's bound.
double times_documented(const CaptureTable& table, const Summary& summary) {
  const bool has_number = summary.estimate && std::isfinite(summary.estimate->median);
  const double all = has_number ? summary.estimate->median : chao(frequencies(table));
  return std::max(1.0, all / real(table.observed()));
}

// That two lists or groups of lists share nobody.
double log_probability_of_none(const Meeting& lists, double times, double pairs) {
  if (lists.covered == 0) return 0;
  const double all = std::min(persons_max, times * real(lists.covered));
  const num::TwoGroups groups{std::max(lists.covered, static_cast<std::int64_t>(std::llround(all))),
                              lists.on_first, lists.on_second, 1};
  return std::min(0.0, num::log_none_in_both(groups) + std::log(pairs));
}

// A reason, a warning or nothing, as the probability says.
void say_by_probability(double log_probability, const Message& sentence, Summary& summary) {
  if (log_probability < std::log(improbable)) {
    summary.reasons.push_back(sentence);
  } else if (log_probability < std::log(unlikely)) {
    summary.warnings.push_back(sentence);
  }
}

void say_contained(const CaptureTable& table, const Meeting& lists, double pairs,
                   Summary& summary) {
  const auto inside = containment(lists, pairs);
  if (!inside) return;
  const std::string inner = names_of(inside->inner, table), outer = names_of(inside->outer, table),
                    probability = probability_text(inside->log_probability);
  say_by_probability(
      inside->log_probability,
      inside->is_whole
          ? message("everybody on {} is on {} too; by chance this has probability {}: if one was "
                    "made from the other, leave one out",
                    inner, outer, probability)
          : message("nearly everybody on {} is on {} too; even for lists that depend strongly this "
                    "has probability {}: if one was made from the other, leave one out",
                    inner, outer, probability),
      summary);
}

void say_apart(const CaptureTable& table, const Meeting& lists, double log_probability,
               Summary& summary) {
  say_by_probability(
      log_probability,
      message("nobody is on both {} and {}; by chance this has probability {}: say what each list "
              "covered, or leave one out",
              names_of(lists.first, table), names_of(lists.second, table),
              probability_text(log_probability)),
      summary);
}

std::int64_t shared_within(const CaptureTable& table, std::uint32_t group) {
  std::int64_t persons = 0;
  for (const Cell& cell : table.cells) {
    if (std::popcount(cell.listed & group) > 1) persons += cell.count;
  }
  return persons;
}

// Groups of lists that share persons within but not with each other: against that with most.
void say_isolated(const CaptureTable& table, const std::vector<std::uint32_t>& groups, double times,
                  double pairs, Summary& summary) {
  const auto main = std::max_element(groups.begin(), groups.end(), [&](auto a, auto b) {
    return shared_within(table, a) < shared_within(table, b);
  });
  std::uint32_t all = 0;
  for (const std::uint32_t group : groups) all |= group;
  for (const std::uint32_t group : groups) {
    const Meeting lists = meeting(table, group, all & ~group);
    if (group == *main || lists.covered == 0) continue;
    const double log_probability = log_probability_of_none(lists, times, pairs);
    const std::string here = names_of(group, table), others = names_of(all & ~group, table),
                      probability = probability_text(log_probability);
    if (log_probability >= std::log(unlikely)) {
      summary.warnings.push_back(
          message("nobody on {} is on any of {}, as chance may have it (probability {}): it says "
                  "little of those on no list",
                  here, others, probability));
      continue;
    }
    (log_probability < std::log(improbable) ? summary.reasons : summary.warnings)
        .push_back(message("nobody on {} is on any of {}; by chance this has probability {}: "
                           "nothing shows that they list the same people",
                           here, others, probability));
  }
}

// Three lists at least must have looked at the same people.
void say_covered_by_two(const CaptureTable& table, Summary& summary) {
  if (table.lists.size() < 3 || most_that_cover(table) >= 3) return;
  summary.reasons.push_back(
      message("nobody was covered by three lists: with two lists nobody can test whether they are "
              "independent"));
}

bool is_one_group(std::uint32_t lists, const std::vector<std::uint32_t>& groups) {
  return std::any_of(groups.begin(), groups.end(),
                     [&](std::uint32_t group) { return (lists & ~group) == 0; });
}

}  // namespace

void say_how_lists_meet(const CaptureTable& table, Summary& summary) {
  if (on_two_lists_or_more(table) == 0) {
    summary.reasons.push_back(
        summary.estimate
            ? message("nobody is on two lists here: the number rests on what is expected "
                      "beforehand, not on the lists")
            : message("nobody is on two lists: no method can give a number here"));
    return;
  }
  say_covered_by_two(table, summary);
  const double times = times_documented(table, summary), pairs = pairs_of(table.lists.size());
  const auto groups = groups_that_share(table);
  say_isolated(table, groups, times, pairs, summary);
  for (const Meeting& lists : meetings_of_pairs(table)) {
    if (lists.on_both > 0) {
      say_contained(table, lists, pairs, summary);
    } else if (is_one_group(lists.first | lists.second, groups)) {
      say_apart(table, lists, log_probability_of_none(lists, times, pairs), summary);
    }
  }
}

}  // namespace sanaq::estimate
