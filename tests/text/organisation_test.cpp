#include "sanaq/text/organisation.h"

#include <gtest/gtest.h>

#include "sanaq/text/parts_of_name.h"

namespace sanaq::text {
namespace {

PreparedName read(std::string_view text, NameKind kind = NameKind::organisation) {
  return parts_of_name(text, kind, NameTables::built_in());
}

std::string words_of(const PreparedName& name) {
  std::string joined;
  for (const Part& part : name.parts) {
    if (!joined.empty()) joined += '|';
    joined += part.text;
  }
  return joined;
}

}  // namespace

TEST(PrepareOrganisation, ALegalFormIsOneAcrossLanguagesAndNoPart) {
  const PreparedName english = read("Tengiz Drilling LLP");
  const PreparedName russian = read("ТОО «Тенгиз»");
  const PreparedName stock = read("Тенгиз АО");
  EXPECT_EQ(english.legal_class, russian.legal_class);
  EXPECT_EQ(read("Tengiz S.A.").legal_class, stock.legal_class);
  EXPECT_NE(english.legal_class, stock.legal_class);
  EXPECT_EQ(words_of(russian), "тенгиз");
  EXPECT_EQ(read("Tengiz").legal_class, 0);
}

TEST(PrepareOrganisation, AShortFormInsideANameIsAWord) {
  EXPECT_EQ(read("Beaufort SA").legal_class, read("SA Beaufort").legal_class);
  EXPECT_EQ(words_of(read("Casa Sa Nostra")), "casa|sa|nostra");
}

TEST(PrepareOrganisation, NumbersAreOneInWordsAndDigits) {
  for (const char* name :
       {"Mine No. 5", "Шахта №5", "Mine Five", "Пятая шахта", "Mine 05", "5th Mine", "Mine ٥"}) {
    EXPECT_EQ(read(name).numbers, std::vector<std::string>{"5"}) << name;
  }
  EXPECT_EQ(read("Gulfstream G650", NameKind::vessel).numbers, std::vector<std::string>{"650"});
}

TEST(PrepareOrganisation, AShipsPrefixSaysNothingAndItsWordsTell) {
  EXPECT_EQ(words_of(read("M/V Caspian Bank", NameKind::vessel)), "caspian|bank");
  EXPECT_EQ(words_of(read("т/х «Капитан Орлов»", NameKind::vessel)), "капитан|орлов");
  const PreparedName ship = read("MT Caspian Bank", NameKind::vessel);
  EXPECT_EQ(ship.parts.at(0).known.role, WordRole::name);
}

TEST(PrepareOrganisation, ItsOwnAcronymInBracketsIsLeftOut) {
  EXPECT_EQ(words_of(read("Union of New Press Offices (UNPO)")),
            words_of(read("Union of New Press Offices")));
}

TEST(PrepareOrganisation, LettersWithPointsAreOneWord) {
  EXPECT_EQ(words_of(read("A.B.C. Marlowe")), "abc|marlowe");
}

TEST(IsOrganisationLike, ByFormFieldOrNumber) {
  EXPECT_TRUE(is_organisation_like(split_words("Dosymov Trading")));
  EXPECT_TRUE(is_organisation_like(split_words("Dosymov LLP")));
  EXPECT_TRUE(is_organisation_like(split_words("Школа 12")));
  EXPECT_FALSE(is_organisation_like(split_words("Aibek Dosymov")));
}

}  // namespace sanaq::text
