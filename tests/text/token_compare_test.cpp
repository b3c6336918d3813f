#include "sanaq/text/token_compare.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sanaq/text/parts.h"
#include "sanaq/text/parts_of_name.h"
#include "sanaq/text/word_score.h"

namespace sanaq::text {
namespace {

Part word(std::string_view text) {
  return parts_of_name(text, NameKind::person, NameTables::built_in()).parts.at(0);
}

Units units_from(const std::vector<unsigned char>& bytes) {
  Units units;
  for (const unsigned char byte : bytes) units += static_cast<char>(1 + byte % (unit_count - 1));
  return units.substr(0, part_length_max);
}

}  // namespace

RC_GTEST_PROP(EditCost, AgreesWithTheRecursionAsItIsWritten,
              (const std::vector<unsigned char>& left, const std::vector<unsigned char>& right)) {
  const Units x = units_from(left);
  const Units y = units_from(right);
  for (int a = 0; a < script_count; ++a) {
    for (int b = 0; b < script_count; ++b) {
      const EditCosts& costs = edit_costs(static_cast<Script>(a), static_cast<Script>(b));
      RC_ASSERT(edit_cost(x, y, costs) == edit_cost_plainly(x, y, costs));
      RC_ASSERT(edit_cost(x, y, costs) ==
                edit_cost(y, x, edit_costs(static_cast<Script>(b), static_cast<Script>(a))));
    }
  }
}

TEST(CompareWords, SameLettersArePerfect) {
  const WordScore score = compare_words(word("Құрманов"), word("ҚҰРМАНОВ"));
  EXPECT_TRUE(score.same_letters);
  EXPECT_EQ(score.quality, 1);
}

TEST(CompareWords, LikeSoundsAreNearAndOthersFar) {
  EXPECT_GT(compare_words(word("Құрманов"), word("Kurmanov")).quality, 0.6);
  EXPECT_GT(compare_words(word("محمد"), word("Mohammed")).quality, 0.4);
  EXPECT_LT(compare_words(word("Құрманов"), word("Seyitov")).score_bits, 0);
  EXPECT_GE(compare_words(word("Құрманов"), word("Seyitov")).score_bits, score_bits_min);
}

TEST(CompareWords, FamilySuffixesMayDiffer) {
  const WordScore score = compare_words(word("Кожахметов"), word("Kozhakhmet"));
  EXPECT_TRUE(score.by_stem);
  EXPECT_GT(score.score_bits, 0.5);
}

TEST(CompareWords, NicknamesMeet) {
  EXPECT_TRUE(compare_words(word("Александр"), word("Sasha")).by_nickname);
  EXPECT_FALSE(compare_words(word("Александр"), word("Nurlan")).by_nickname);
}

TEST(ConsonantsDiffer, NeedsHalfInCommon) {
  EXPECT_TRUE(consonants_differ(0b1100, 0b0011));
  EXPECT_FALSE(consonants_differ(0b1100, 0b0100));
  EXPECT_FALSE(consonants_differ(0b1100, 0b0110));
}

TEST(InitialFits, AcrossScripts) {
  const PreparedName initials = parts_of_name("K. N.", NameKind::person, NameTables::built_in());
  EXPECT_TRUE(initial_fits(initials.initials[0], word("Құрманов")));
  EXPECT_FALSE(initial_fits(initials.initials[1], word("Құрманов")));
}

}  // namespace sanaq::text
