#include "sanaq/text/name_kind.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

PairKind pair_of(std::string_view left_kind, std::string_view left, std::string_view right_kind,
                 std::string_view right) {
  return kind_of_pair(possible_kinds(left_kind).value(), left, possible_kinds(right_kind).value(),
                      right);
}

}  // namespace

TEST(PossibleKinds, KnowsOursAndThoseOfFollowTheMoney) {
  for (const char* word : {"Company", "Organization", "PublicBody", "organisation"}) {
    const PossibleKinds kinds = possible_kinds(word).value();
    EXPECT_TRUE(kinds.organisation && !kinds.person && !kinds.vessel) << word;
  }
  EXPECT_TRUE(possible_kinds("Person")->person);
  EXPECT_TRUE(possible_kinds("Vessel")->vessel);
  EXPECT_TRUE(possible_kinds("LegalEntity")->person && possible_kinds("LegalEntity")->organisation);
  EXPECT_FALSE(possible_kinds("ship"));
  EXPECT_FALSE(possible_kinds(""));
}

TEST(KindOfPair, OneKindForBoth) {
  EXPECT_EQ(pair_of("Company", "Tengiz", "LegalEntity", "Tengiz").kind, NameKind::organisation);
  EXPECT_EQ(pair_of("LegalEntity", "Aibek Dosymov", "Person", "Dosymov A.").kind, NameKind::person);
  EXPECT_EQ(pair_of("Vessel", "Ocean Pearl", "Asset", "Ocean Pearl").kind, NameKind::vessel);
}

TEST(KindOfPair, WhereTheKindsLeaveItOpenTheNamesDecide) {
  EXPECT_EQ(pair_of("LegalEntity", "Dosymov Trading LLP", "LegalEntity", "Dosymov Trading").kind,
            NameKind::organisation);
  EXPECT_EQ(pair_of("LegalEntity", "Aibek Dosymov", "LegalEntity", "Dosymov Aibek").kind,
            NameKind::person);
}

TEST(KindOfPair, APersonIsNoCompany) {
  EXPECT_TRUE(pair_of("Person", "Aibek Dosymov", "Company", "Dosymov Aibek").kinds_differ);
  EXPECT_FALSE(pair_of("Person", "Aibek Dosymov", "LegalEntity", "Dosymov Aibek").kinds_differ);
  EXPECT_TRUE(pair_of("Vessel", "Aibek", "Person", "Aibek").kinds_differ);
}

}  // namespace sanaq::text
