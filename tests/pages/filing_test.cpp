#include "sanaq/pages/filing.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(Filing, FollowsTheReadersAlphabetWithTheFamilyNameFirst) {
  PublicView view = test::a_view();
  view.persons[0].name = "Әсел Шарипова";
  view.persons[1].name = "Ян Гофман";
  const std::vector<Filed> russian = filing(view, draw::Voice("ru"));
  EXPECT_EQ(russian[0].name, "Шарипова Әсел");
  EXPECT_EQ(russian[0].letter.label, "Ш");
  EXPECT_EQ(russian[1].name, "Ян Гофман");  // nothing tells which word is the family name
}

TEST(Filing, OnLatinPagesTheNameStandsRomanisedBesideAndOrders) {
  const PublicView view = test::a_view();
  const std::vector<Filed> english = filing(view, draw::Voice("en"));
  EXPECT_EQ(english[0].name, "Степнов Сергей");
  EXPECT_EQ(english[0].latin, "Stepnov Sergey");
  EXPECT_EQ(english[0].letter.label, "S");
  EXPECT_EQ(english[1].latin, "Tanbayev Aybar");
  const std::vector<Filed> russian = filing(view, draw::Voice("ru"));
  EXPECT_EQ(russian[0].latin, "");
  EXPECT_EQ(russian[0].letter.label, "С");
}

TEST(Filing, PersonsWithoutAPublicNameComeLastUnderALetterOfTheirOwn) {
  PublicView view = test::a_view();
  view.persons[0].name.clear();
  const std::vector<Filed> all = filing(view, draw::Voice("ru"));
  EXPECT_EQ(all[1].person, &view.persons[0]);
  EXPECT_EQ(all[1].letter.file, "nameless");
  EXPECT_FALSE(display_name(view.persons[0], draw::Voice("ru")).empty());
  EXPECT_EQ(filed_name(view.persons[0]), "");
}

TEST(Filing, APersonsPlaceIsThatOfWhatHappenedOrElseTheTown) {
  PublicView view = test::a_view();
  view.columns[1].field = record::Field::place_town;
  PublicPerson& person = view.persons[0];
  person.records[1].cells[1] = PublicCell{"Oil Town", "", false};
  EXPECT_EQ(place_of(view, person), "Oil Town");
  EXPECT_EQ(first_text(view, person, record::Field::birth), "");
}

}  // namespace sanaq::pages
