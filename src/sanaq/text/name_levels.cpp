#include "sanaq/text/name_levels.h"

#include <algorithm>

#include "sanaq/text/costs.h"
#include "sanaq/text/name_comparison.h"

namespace sanaq::text {
namespace {

// Bounds in bits; where each weight comes from stands in docs/method/names.md.
constexpr double enough_bits = 4.5;
constexpr double weakness_bits_max = 9;
constexpr double far_bits = -3;
constexpr double differs_bits = -8;
constexpr double fathers_far_bits = -5;
constexpr int counted_parts_max = 3;
constexpr std::size_t short_units_max = 3;
constexpr double short_unlike_bits = -1.2;  // Cox and Fox: a letter of three is no slip of the pen

void count_meeting(const Meeting& meeting, const Part& left, const Part& right,
                   LevelCounts& counts) {
  const WordScore& score = meeting.score;
  const bool one_script = left.script == right.script;
  if (score.same_letters) {
    ++counts.same;
  } else if (score.quality >= 0.75) {
    ++counts.sound;
  } else if (score.quality >= 0.6) {
    ++counts.close;
  } else {
    ++counts.one_letter_off;
  }
  if (one_script && score.quality < 0.75) {
    ++counts.unlike;
    // Arabic and Hebrew leave vowels out: there three letters are a whole name.
    const bool writes_vowels = left.script == Script::latin || left.script == Script::cyrillic;
    const bool is_short = std::min(left.units.size(), right.units.size()) <= short_units_max;
    if (is_short && writes_vowels && !score.by_nickname) ++counts.short_unlike;
  }
  if (score.by_stem) ++counts.stems;
  counts.weakest_bits = std::min(counts.weakest_bits, score.score_bits);
}

bool has_patronymic(const std::vector<Part>& parts, std::uint32_t set, bool wanted) {
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if ((set >> at & 1U) != 0 && (parts[at].kind == PartKind::patronymic) == wanted) return true;
  }
  return false;
}

const Part* first_part(const PreparedName& name) {
  if (!name.parts.empty()) return &name.parts.front();
  return name.initials.empty() ? nullptr : &name.initials.front();
}

bool same_parts(const std::vector<Part>& left, const std::vector<Part>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Part& one, const Part& other) { return one.text == other.text; });
}

double difference_weight(const LevelCounts& counts, const NameWeights& weights) {
  double bits = 0;
  const bool has_fathers = counts.fathers > 0;
  if (counts.severity_bits < differs_bits || (has_fathers && counts.fathers_bits < differs_bits)) {
    bits += weights.differs;
  } else if (counts.severity_bits < far_bits ||
             (has_fathers && counts.fathers_bits < fathers_far_bits)) {
    bits += weights.differs_far;
  } else if (counts.conflicts > 0) {
    bits += weights.differs_near;
  }
  if (counts.conflicts > 1) bits += weights.second_differs;
  if (has_fathers && counts.fathers_bits >= fathers_far_bits) bits += weights.father_near;
  return bits;
}

}  // namespace

LevelCounts count_levels(const PreparedName& left, const PreparedName& right,
                         const Alignment& alignment) {
  LevelCounts counts;
  const Part* left_first = first_part(left);
  const Part* right_first = first_part(right);
  counts.nothing_to_compare = left.parts.empty() || right.parts.empty();
  if (left_first == nullptr || right_first == nullptr) return counts;
  for (const Meeting& meeting : alignment.meetings)
    count_meeting(meeting, left.parts[meeting.left], right.parts[meeting.right], counts);
  counts.initials = static_cast<int>(alignment.initials.size());
  counts.conflicts = static_cast<int>(alignment.conflicts.size());
  for (const Conflict& conflict : alignment.conflicts) counts.severity_bits += conflict.score_bits;
  counts.fathers = static_cast<int>(alignment.fathers.size());
  for (const Conflict& fathers : alignment.fathers)
    counts.fathers_bits = std::min(counts.fathers_bits, fathers.score_bits);
  counts.missing = has_patronymic(left.parts, alignment.left_alone, false) ||
                   has_patronymic(right.parts, alignment.right_alone, false) ||
                   left.words_left_out != right.words_left_out;
  counts.father_missing = has_patronymic(left.parts, alignment.left_alone, true) ||
                          has_patronymic(right.parts, alignment.right_alone, true);
  counts.scrambled = alignment.order == Order::scrambled;
  counts.initial_differs = alignment.initial_differs;
  counts.initial_unmatched =
      alignment.left_initials_alone != 0 || alignment.right_initials_alone != 0;
  counts.one_script = left_first->script == right_first->script;
  counts.identical =
      same_parts(left.parts, right.parts) && same_parts(left.initials, right.initials);
  counts.generation_differs =
      left.generation != 0 && right.generation != 0 && left.generation != right.generation;
  counts.generation_missing = !counts.generation_differs && left.generation != right.generation;
  return counts;
}

double weigh_levels(const LevelCounts& counts) {
  const NameWeights& weights = name_weights();
  if (counts.nothing_to_compare) return weights.no_part;
  double bits = weights.base;
  bits += weights.same * std::min(counts.same, counted_parts_max) +
          weights.sound * std::min(counts.sound, counted_parts_max);
  bits += weights.close * counts.close + weights.one_letter_off * counts.one_letter_off +
          weights.suffix * counts.stems;
  bits += short_unlike_bits * counts.short_unlike;
  bits += weights.initial * counts.initials + difference_weight(counts, weights);
  if (counts.missing) bits += weights.missing;
  if (counts.father_missing) bits += weights.father_missing;
  if (counts.scrambled) bits += weights.scrambled;
  if (counts.initial_differs) bits += weights.initial_differs;
  if (counts.initial_unmatched) bits += weights.initial_unmatched;
  if (counts.same + counts.sound + counts.close + counts.one_letter_off + counts.initials < 2)
    bits += weights.one_part;
  // One script speaks against look-alikes; where every letter is the same there is nothing to look
  // alike.
  if (counts.one_script && !counts.identical) bits += weights.one_script;
  bits += weights.weakest * std::clamp(enough_bits - counts.weakest_bits, 0.0, weakness_bits_max);
  if (counts.stems >= 2) bits += weights.exchanged;
  if (counts.generation_differs) bits += weights.generation_differs;
  if (counts.generation_missing) bits += weights.generation_missing;
  return bits;
}

NameLevel name_level(const LevelCounts& counts) {
  if (counts.nothing_to_compare) return NameLevel::differs;
  const bool differs = counts.severity_bits < far_bits ||
                       (counts.fathers > 0 && counts.fathers_bits < fathers_far_bits);
  if (differs || counts.scrambled || counts.stems >= 2 || counts.generation_differs)
    return NameLevel::differs;
  const int met = counts.same + counts.sound + counts.close + counts.one_letter_off;
  if (met + counts.initials == 0) return NameLevel::differs;
  if (counts.conflicts > 0 || counts.fathers > 0 || counts.initial_differs) return NameLevel::near;
  if (counts.missing || counts.father_missing || counts.initial_unmatched ||
      counts.generation_missing)
    return NameLevel::part_missing;
  if (counts.identical) return NameLevel::same;
  if (counts.initials > 0) return NameLevel::part_missing;
  return counts.one_letter_off + counts.unlike == 0 ? NameLevel::same_sound
                                                    : NameLevel::one_letter_off;
}

}  // namespace sanaq::text
