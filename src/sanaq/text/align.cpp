#include "sanaq/text/align.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "sanaq/text/token_compare.h"

namespace sanaq::text {
namespace {

constexpr double least_score_bits = 0.5;
constexpr double same_place_bits = 0.3;

using Scores = std::array<std::array<WordScore, part_count_max>, part_count_max>;
using Choice = std::array<std::int8_t, part_count_max>;  // for each left part the right one, or -1

Scores all_scores(const std::vector<Part>& left, const std::vector<Part>& right) {
  Scores scores;
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) scores[i][j] = compare_words(left[i], right[j]);
  }
  return scores;
}

double worth(const Scores& scores, std::size_t i, std::size_t j) {
  return scores[i][j].score_bits - least_score_bits + (i == j ? same_place_bits : 0);
}

// Where no part has two candidates the answer is plain; so it is for most pairs.
bool choose_plainly(const Scores& scores, std::size_t rows, std::size_t columns, Choice& choice) {
  std::uint32_t taken = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    choice[i] = -1;
    for (std::size_t j = 0; j < columns; ++j) {
      if (scores[i][j].score_bits < least_score_bits) continue;
      if (choice[i] >= 0 || (taken >> j & 1U) != 0) return false;
      choice[i] = static_cast<std::int8_t>(j);
      taken |= 1U << j;
    }
  }
  return true;
}

// Dynamic programme over the left parts and the set of right parts that are taken.
Choice choose_best(const Scores& scores, std::size_t rows, std::size_t columns) {
  constexpr double impossible = -1e9;
  const std::size_t sets = std::size_t{1} << columns;
  std::array<double, std::size_t{1} << part_count_max> best;
  std::array<std::array<std::int8_t, std::size_t{1} << part_count_max>, part_count_max> step;
  std::fill_n(best.begin(), sets, impossible);
  best[0] = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t set = sets; set-- > 0;) {  // downwards: smaller sets still hold the row before
      step[i][set] = -1;
      for (std::size_t j = 0; j < columns; ++j) {
        const std::size_t without = set & ~(std::size_t{1} << j);
        if (without == set || scores[i][j].score_bits < least_score_bits) continue;
        const double sum = best[without] + worth(scores, i, j);
        if (sum > best[set]) {
          best[set] = sum;
          step[i][set] = static_cast<std::int8_t>(j);
        }
      }
    }
  }
  std::size_t set = static_cast<std::size_t>(
      std::max_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(sets)) -
      best.begin());
  Choice choice{};
  for (std::size_t i = rows; i-- > 0;) {
    choice[i] = step[i][set];
    if (choice[i] >= 0) set &= ~(std::size_t{1} << choice[i]);
  }
  return choice;
}

// ---- words written as one: Абдрахман and Abd Rahman

struct Glued {
  Units units;
  double bits = 0;
  double rarity = 0;
  std::uint32_t classes = 0;
};

bool lengths_are_near(std::size_t glued, const Part& whole, Script other) {
  const bool skeletal = whole.script == Script::arabic || whole.script == Script::hebrew ||
                        other == Script::arabic || other == Script::hebrew;
  const std::size_t gap =
      glued > whole.units.size() ? glued - whole.units.size() : whole.units.size() - glued;
  return gap <= (skeletal ? 8U : 3U);
}

Glued glue(const std::vector<Part>& parts, std::size_t first, std::size_t count) {
  Glued glued;
  for (std::size_t at = first; at < first + count; ++at) {
    const std::string_view units = parts[at].units;
    const bool repeats = !glued.units.empty() && glued.units.back() == units.front();
    glued.units.append(units.substr(repeats ? 1 : 0));
    glued.rarity += parts[at].whole.rarity;
    glued.classes |= parts[at].whole.classes;
  }
  glued.bits = bigram_bits(glued.units, parts[first].script);
  glued.rarity = std::min(glued.rarity, glued.bits);
  return glued;
}

// Neighbours [first, first + count) of `parts`, all in `free`, against one word of the other name.
WordScore compare_glued(const std::vector<Part>& parts, std::uint32_t free, std::size_t first,
                        std::size_t count, const Part& whole) {
  const std::uint32_t wanted = ((1U << count) - 1U) << first;
  if ((free & wanted) != wanted || whole.units.size() < 5) return {};
  std::size_t length = 0;
  for (std::size_t at = first; at < first + count; ++at) length += parts[at].units.size();
  if (length < 5 || length > part_length_max ||
      !lengths_are_near(length, whole, parts[first].script) || !initial_fits(parts[first], whole))
    return {};
  const Glued glued = glue(parts, first, count);
  if (consonants_differ(glued.classes, whole.whole.classes)) return {};
  return compare_forms(glued.units, glued.bits, glued.rarity, whole.units, whole.whole.bits,
                       whole.whole.rarity, edit_costs(parts[first].script, whole.script));
}

bool is_glued(const WordScore& score) { return score.quality >= 0.6 && score.score_bits > 8; }

// The first fitting glue of `parts` (free: bit set of those left over) against a leftover of
// `others`. Mirrored: parts are the right ones.
bool glue_once(const std::vector<Part>& parts, std::uint32_t& free, const std::vector<Part>& others,
               std::uint32_t& others_free, bool mirrored, Alignment& result) {
  for (std::size_t count = 2; count <= 3; ++count) {
    for (std::size_t first = 0; first + count <= parts.size(); ++first) {
      for (std::size_t other = 0; other < others.size(); ++other) {
        if ((others_free >> other & 1U) == 0) continue;
        const WordScore score = compare_glued(parts, free, first, count, others[other]);
        if (!is_glued(score)) continue;
        const auto at = static_cast<std::uint8_t>(first);
        const auto one = static_cast<std::uint8_t>(other);
        const auto many = static_cast<std::uint8_t>(count);
        result.meetings.push_back(mirrored ? Meeting{one, at, 1, many, score}
                                           : Meeting{at, one, many, 1, score});
        free &= ~(((1U << count) - 1U) << first);
        others_free &= ~(1U << other);
        return true;
      }
    }
  }
  return false;
}

// ---- what is left over

// Pairs the leftovers greedily, the likest first; ties go to the earlier parts.
void pair_leftovers(const Scores& scores, std::uint32_t& left, std::uint32_t& right,
                    Short<Conflict, part_count_max>& conflicts) {
  while (left != 0 && right != 0) {
    Conflict best{0, 0, -1e9};
    for (std::uint32_t i = 0; i < part_count_max; ++i) {
      for (std::uint32_t j = 0; j < part_count_max; ++j) {
        if ((left >> i & 1U) == 0 || (right >> j & 1U) == 0 ||
            scores[i][j].score_bits <= best.score_bits)
          continue;
        best = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j),
                scores[i][j].score_bits};
      }
    }
    conflicts.push_back(best);
    left &= ~(1U << best.left);
    right &= ~(1U << best.right);
  }
}

std::uint32_t patronymics(const std::vector<Part>& parts) {
  std::uint32_t set = 0;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (parts[at].kind == PartKind::patronymic) set |= 1U << at;
  }
  return set;
}

// Rotated: one descent, and the last comes before the first (Kurmanov Nurlan, Nurlan Kurmanov).
Order order_of(const Alignment& alignment, const std::vector<Part>& left,
               const std::vector<Part>& right) {
  std::array<std::uint8_t, part_count_max> places{};
  std::size_t count = 0;
  for (const Meeting& meeting : alignment.meetings) {
    const bool fathers = left[meeting.left].kind == PartKind::patronymic &&
                         right[meeting.right].kind == PartKind::patronymic;
    if (!fathers) places[count++] = meeting.right;
  }
  std::size_t descents = 0;
  for (std::size_t at = 1; at < count; ++at) descents += places[at] < places[at - 1] ? 1U : 0U;
  if (descents == 0) return Order::same;
  return descents == 1 && places[count - 1] < places[0] ? Order::rotated : Order::scrambled;
}

// Few and nearly in order: the plain way.
void sort_by_place(Alignment& alignment) {
  Short<Meeting, part_count_max> sorted;
  for (std::uint8_t place = 0; place < part_count_max; ++place) {
    for (const Meeting& meeting : alignment.meetings) {
      if (meeting.left == place) sorted.push_back(meeting);
    }
  }
  alignment.meetings = sorted;
}

// ---- initials

std::uint32_t all_of(std::size_t count) { return (1U << count) - 1U; }

// Each initial that is free yet takes the first free part that it may stand for.
void place_initials(const PreparedName& from, std::uint32_t& from_free, const PreparedName& to,
                    std::uint32_t& to_free, bool is_left, Alignment& result) {
  for (std::size_t at = 0; at < from.initials.size(); ++at) {
    if ((from_free >> at & 1U) == 0) continue;  // it has met an initial and says nothing twice
    for (std::size_t other = 0; other < to.parts.size(); ++other) {
      if ((to_free >> other & 1U) == 0 || !initial_fits(from.initials[at], to.parts[other]))
        continue;
      result.initials.push_back(
          {static_cast<std::uint8_t>(at), static_cast<std::uint8_t>(other), is_left, false});
      from_free &= ~(1U << at);
      to_free &= ~(1U << other);
      break;
    }
  }
}

void pair_initials(const PreparedName& left, std::uint32_t& left_free, const PreparedName& right,
                   std::uint32_t& right_free, Alignment& result) {
  for (std::size_t at = 0; at < left.initials.size(); ++at) {
    for (std::size_t other = 0; other < right.initials.size() && (left_free >> at & 1U) != 0;
         ++other) {
      if ((right_free >> other & 1U) == 0 ||
          !initial_fits(left.initials[at], right.initials[other]))
        continue;
      result.initials.push_back(
          {static_cast<std::uint8_t>(at), static_cast<std::uint8_t>(other), true, true});
      left_free &= ~(1U << at);
      right_free &= ~(1U << other);
    }
  }
}

struct Free {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

void match_initials(const PreparedName& left, const PreparedName& right, Free& parts,
                    Alignment& result) {
  Free initials{all_of(left.initials.size()), all_of(right.initials.size())};
  if (initials.left == 0 && initials.right == 0) return;
  pair_initials(left, initials.left, right, initials.right, result);
  place_initials(left, initials.left, right, parts.right, true, result);
  place_initials(right, initials.right, left, parts.left, false, result);
  result.left_initials_alone = initials.left;
  result.right_initials_alone = initials.right;
  result.initial_differs = (initials.left != 0 && (parts.right != 0 || initials.right != 0)) ||
                           (initials.right != 0 && parts.left != 0);
}

void meet_parts(const Scores& scores, const PreparedName& left, const PreparedName& right,
                Free& free, Alignment& result) {
  Choice choice{};
  if (!choose_plainly(scores, left.parts.size(), right.parts.size(), choice))
    choice = choose_best(scores, left.parts.size(), right.parts.size());
  for (std::size_t i = 0; i < left.parts.size(); ++i) {
    if (choice[i] < 0) continue;
    const auto j = static_cast<std::size_t>(int{choice[i]});
    result.meetings.push_back(
        {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j), 1, 1, scores[i][j]});
    free.left &= ~(1U << i);
    free.right &= ~(1U << j);
  }
  bool glued = false;
  while (free.left != 0 && free.right != 0 &&
         (glue_once(left.parts, free.left, right.parts, free.right, false, result) ||
          glue_once(right.parts, free.right, left.parts, free.left, true, result))) {
    glued = true;
  }
  if (glued) sort_by_place(result);
}

}  // namespace

Alignment align_names(const PreparedName& left, const PreparedName& right) {
  const Scores scores = all_scores(left.parts, right.parts);
  Alignment result;
  Free free{all_of(left.parts.size()), all_of(right.parts.size())};
  meet_parts(scores, left, right, free, result);
  match_initials(left, right, free, result);
  Free names{free.left & ~patronymics(left.parts), free.right & ~patronymics(right.parts)};
  Free fathers{free.left & patronymics(left.parts), free.right & patronymics(right.parts)};
  pair_leftovers(scores, names.left, names.right, result.conflicts);
  pair_leftovers(scores, fathers.left, fathers.right, result.fathers);
  result.left_alone = names.left | fathers.left;
  result.right_alone = names.right | fathers.right;
  result.order = order_of(result, left.parts, right.parts);
  return result;
}

}  // namespace sanaq::text
