// From words that met, differ or are missing to the log odds of a pair of names of organisations or
// ships. Order says nothing; what tells one organisation from another is the rare word, the number
// and the field of work, not the legal form.
#pragma once
#include <array>

#include "sanaq/text/align.h"
#include "sanaq/text/name_comparison.h"

namespace sanaq::text {

// How much a word can tell: a name, a word of a known meaning (bank, ministry, a country), a word
// that many bear (group, international).
enum class WordTell : std::uint8_t { name, field, weak };

struct OrganisationCounts {
  int names_met = 0;         // parts that are names and met
  int fields_met = 0;        // words of one meaning
  int close = 0;             // of the names: .6 <= r < .75 in one script, or r < .6 in two
  int letter_off = 0;        // of the names: r < .6 in one script
  int short_unlike = 0;      // of the names: four letters or fewer, in one script, and not the same
  double weakness_bits = 0;  // of names that met: what the least s lacks to 6 bits
  // Left over on both sides, by what stands against what (the one that tells more first).
  std::array<std::array<int, 3>, 3> conflicts{};
  bool conflict_in_two_scripts = false;  // a name against a word, perhaps its translation
  std::array<int, 3> alone{};            // left over on one side
  bool numbers_met = false, numbers_differ = false, number_missing = false;
  bool initial_differs = false, initial_alone = false;
  int initials_met = 0;
  bool forms_differ = false, forms_equal = false;
  bool is_acronym = false;
  bool identical = false;
  bool is_vessel = false;
};

// "UNPO" of "Union of New Press Offices".
[[nodiscard]] bool is_acronym_of(const PreparedName& shorter, const PreparedName& longer);
[[nodiscard]] OrganisationCounts count_organisation(const PreparedName& left,
                                                    const PreparedName& right,
                                                    const Alignment& alignment);
[[nodiscard]] double weigh_organisation(const OrganisationCounts& counts);  // z, bits
[[nodiscard]] NameLevel organisation_level(const OrganisationCounts& counts);

}  // namespace sanaq::text
