#include "sanaq/text/organisation_levels.h"

#include <algorithm>

#include "sanaq/text/name_comparison.h"
#include "sanaq/text/named_thing.h"

namespace sanaq::text {
namespace {

// Bits, by hand; what they rest on stands in docs/method/names.md.
constexpr double base_bits = 3.8;
constexpr double further_name_bits = 0.7;  // each name beyond the first that met, two at most
constexpr double field_bits = 0.3;         // each word of one meaning, three at most
constexpr double close_bits = -1.2;
constexpr double letter_off_bits = -4.0;
constexpr double short_unlike_bits = -4;  // short words in one script are alike or others
constexpr double weakness_share = 0.45;
constexpr double enough_bits = 6;
constexpr double weakness_bits_max = 9;
constexpr double no_name_bits = -1.0;  // words of known meanings only
// [what tells more][what tells less]: name, field, weak.
constexpr double conflict_bits[3][3] = {{-8, -5, -4}, {-5, -6, -3.5}, {-4, -3.5, -3}};
constexpr double translation_bits = 2;  // given back: the word may be the name translated
constexpr double second_conflict_bits = -1;
constexpr double alone_bits[3] = {-3.8, -2.2, -1.0};
constexpr double further_alone_bits[3] = {-1.5, -0.8, -0.4};
constexpr double vessel_alone_bits = -6;
constexpr double numbers_differ_bits = -9;
constexpr double number_missing_bits = -3;
constexpr double vessel_number_missing_bits = -6;
constexpr double initial_differs_bits = -6;
constexpr double initial_alone_bits = -2;
constexpr double initial_met_bits = 0.2;
constexpr double forms_differ_bits = -0.9;
constexpr double forms_equal_bits = 0.3;
constexpr double acronym_bits = 1.2;
constexpr double identical_bits = 1;
constexpr double nothing_bits = -9;

constexpr std::size_t short_letters_max = 4;

WordTell tell_of(const Part& part) {
  switch (part.known.role) {
    case WordRole::name:
      return WordTell::name;
    case WordRole::weak:
      return WordTell::weak;
    default:
      return WordTell::field;
  }
}

std::size_t index(WordTell tell) { return static_cast<std::size_t>(tell); }

bool contains(const std::vector<std::string>& larger, const std::vector<std::string>& smaller) {
  return std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end());
}

bool same_parts(const std::vector<Part>& left, const std::vector<Part>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Part& one, const Part& other) { return one.text == other.text; });
}

void count_meeting(const PreparedName& left, const PreparedName& right, const Meeting& meeting,
                   OrganisationCounts& counts) {
  const Part& one = left.parts[meeting.left];
  const Part& other = right.parts[meeting.right];
  const bool is_glued = meeting.left_count > 1 || meeting.right_count > 1;
  if (!is_glued && tell_of(one) != WordTell::name && tell_of(other) != WordTell::name) {
    ++counts.fields_met;
    return;
  }
  ++counts.names_met;
  const WordScore& score = meeting.score;
  const bool one_script = one.script == other.script;
  if (score.quality < 0.6) {
    ++(one_script ? counts.letter_off : counts.close);
  } else if (score.quality < 0.75 && one_script) {
    ++counts.close;
  }
  const std::size_t letters = std::min(one.units.size(), other.units.size());
  if (!is_glued && one_script && !score.same_letters && letters <= short_letters_max)
    ++counts.short_unlike;
  if (tell_of(one) == WordTell::name && tell_of(other) == WordTell::name) {
    counts.weakness_bits = std::max(
        counts.weakness_bits, std::clamp(enough_bits - score.score_bits, 0.0, weakness_bits_max));
  }
}

void count_leftovers(const PreparedName& left, const PreparedName& right,
                     const Alignment& alignment, OrganisationCounts& counts) {
  for (const Conflict& conflict : alignment.conflicts) {
    const Part& one = left.parts[conflict.left];
    const Part& other = right.parts[conflict.right];
    const std::size_t more = std::min(index(tell_of(one)), index(tell_of(other)));
    const std::size_t less = std::max(index(tell_of(one)), index(tell_of(other)));
    ++counts.conflicts[more][less];
    if (one.script != other.script) counts.conflict_in_two_scripts = true;
  }
  const auto count_alone = [&](const std::vector<Part>& parts, std::uint32_t set) {
    for (std::size_t at = 0; at < parts.size(); ++at) {
      if ((set >> at & 1U) != 0) ++counts.alone[index(tell_of(parts[at]))];
    }
  };
  count_alone(left.parts, alignment.left_alone);
  count_alone(right.parts, alignment.right_alone);
  if (left.words_left_out != right.words_left_out) ++counts.alone[index(WordTell::name)];
}

double leftover_bits(const OrganisationCounts& counts) {
  double bits = 0;
  int conflicts = 0;
  for (std::size_t more = 0; more < 3; ++more) {
    for (std::size_t less = more; less < 3; ++less) {
      const int count = counts.conflicts[more][less];
      if (count > 0) bits = std::min(bits, conflict_bits[more][less]);
      conflicts += count;
    }
  }
  if (conflicts > 0 && counts.conflict_in_two_scripts) bits += translation_bits;
  bits += second_conflict_bits * std::max(0, conflicts - 1);
  for (std::size_t tell = 0; tell < 3; ++tell) {
    if (counts.alone[tell] == 0) continue;
    bits += tell == 0 && counts.is_vessel ? vessel_alone_bits : alone_bits[tell];
    bits += further_alone_bits[tell] * (counts.alone[tell] - 1);
  }
  return bits;
}

bool nothing_met(const OrganisationCounts& counts) {
  return counts.names_met + counts.fields_met + counts.initials_met == 0 && !counts.numbers_met;
}

double number_bits(const OrganisationCounts& counts) {
  if (counts.numbers_differ) return numbers_differ_bits;
  if (!counts.number_missing) return 0;
  return counts.is_vessel ? vessel_number_missing_bits : number_missing_bits;
}

}  // namespace

bool is_acronym_of(const PreparedName& shorter, const PreparedName& longer) {
  return !shorter.spelled.empty() && std::find(longer.acronyms.begin(), longer.acronyms.end(),
                                               shorter.spelled) != longer.acronyms.end();
}

OrganisationCounts count_organisation(const PreparedName& left, const PreparedName& right,
                                      const Alignment& alignment) {
  OrganisationCounts counts;
  counts.is_vessel = left.kind == NameKind::vessel;
  counts.is_acronym = is_acronym_of(left, right) || is_acronym_of(right, left);
  for (const Meeting& meeting : alignment.meetings) count_meeting(left, right, meeting, counts);
  count_leftovers(left, right, alignment, counts);
  if (!left.numbers.empty() && !right.numbers.empty()) {
    counts.numbers_differ =
        !contains(left.numbers, right.numbers) && !contains(right.numbers, left.numbers);
  }
  counts.numbers_met = !left.numbers.empty() && left.numbers == right.numbers;
  counts.number_missing = !counts.numbers_differ && left.numbers.size() != right.numbers.size();
  counts.initials_met = static_cast<int>(alignment.initials.size());
  counts.initial_differs = alignment.initial_differs;
  counts.initial_alone = !counts.initial_differs && (alignment.left_initials_alone != 0 ||
                                                     alignment.right_initials_alone != 0);
  counts.forms_equal = left.legal_class != 0 && left.legal_class == right.legal_class;
  counts.forms_differ =
      left.legal_class != 0 && right.legal_class != 0 && left.legal_class != right.legal_class;
  counts.identical = same_parts(left.parts, right.parts) &&
                     same_parts(left.initials, right.initials) && left.numbers == right.numbers;
  return counts;
}

double weigh_organisation(const OrganisationCounts& counts) {
  if (nothing_met(counts) && !counts.is_acronym) return nothing_bits;
  double bits = base_bits;
  bits += further_name_bits * std::clamp(counts.names_met - 1, 0, 2);
  bits += field_bits * std::min(counts.fields_met, 3);
  if (counts.names_met == 0) bits += no_name_bits;
  bits += close_bits * counts.close + letter_off_bits * counts.letter_off;
  bits += short_unlike_bits * counts.short_unlike;
  bits -= weakness_share * counts.weakness_bits;
  bits += leftover_bits(counts) + number_bits(counts);
  if (counts.initial_differs) bits += initial_differs_bits;
  if (counts.initial_alone) bits += initial_alone_bits;
  bits += initial_met_bits * counts.initials_met;
  if (counts.forms_differ) bits += forms_differ_bits;
  if (counts.forms_equal) bits += forms_equal_bits;
  if (counts.identical) bits += identical_bits;
  return counts.is_acronym && !counts.numbers_differ ? std::max(bits, acronym_bits) : bits;
}

NameLevel organisation_level(const OrganisationCounts& counts) {
  if (counts.is_acronym && !counts.numbers_differ) return NameLevel::part_missing;
  if (nothing_met(counts) || counts.numbers_differ || counts.initial_differs)
    return NameLevel::differs;
  for (const auto& row : counts.conflicts) {
    if (std::any_of(row.begin(), row.end(), [](int count) { return count > 0; }))
      return NameLevel::differs;
  }
  if (counts.alone[0] + counts.alone[1] + counts.alone[2] > 0 || counts.number_missing ||
      counts.initial_alone)
    return NameLevel::part_missing;
  if (counts.identical) return NameLevel::same;
  if (counts.letter_off > 0) return NameLevel::one_letter_off;
  return NameLevel::same_sound;
}

}  // namespace sanaq::text
