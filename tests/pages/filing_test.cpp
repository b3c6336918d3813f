#include "sanaq/pages/filing.h"

#include <gtest/gtest.h>

#include "pages/many_persons.h"

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

TEST(Filing, WhoHasANameInTheReadersLettersIsFiledUnderIt) {
  PublicView view = test::a_view();
  view.persons[0].name = "Samat Erzhanov";
  view.persons[0].other_names = {"ЕРЖАНОВ САМАТ"};
  EXPECT_EQ(display_name(view.persons[0], draw::Voice("ru")), "Ержанов Самат");
  EXPECT_EQ(display_name(view.persons[0], draw::Voice("kk")), "Ержанов Самат");
  EXPECT_EQ(display_name(view.persons[0], draw::Voice("en")), "Erzhanov Samat");
  EXPECT_EQ(latin_beside(filed_name(view.persons[0], draw::Voice("en")), draw::Voice("en")), "");
  // Nobody's letters: the fullest.
  EXPECT_EQ(display_name(view.persons[0], draw::Voice("ar-x-test")), "Erzhanov Samat");
}

TEST(Filing, APlaceIsNamedInTheReadersLettersWhereAListDoes) {
  PublicView view = test::view_of(1);
  PublicPerson& person = view.persons[0];
  std::size_t place = 0;
  while (view.columns[place].field != record::Field::place) ++place;
  person.records.push_back(person.records[0]);
  person.records[0].cells[place] = PublicCell{"Karasu", "Karasu"};
  person.records[1].cells[place] = PublicCell{"Карасу", "Карасу"};
  EXPECT_EQ(place_of(view, person), "Karasu");
  EXPECT_EQ(place_of(view, person, "Cyrl"), "Карасу");
  EXPECT_EQ(place_of(view, person, "Arab"), "Karasu");
}

TEST(Filing, PersonsWithoutAPublicNameComeLastUnderALetterOfTheirOwn) {
  PublicView view = test::a_view();
  view.persons[0].name.clear();
  const std::vector<Filed> all = filing(view, draw::Voice("ru"));
  EXPECT_EQ(all[1].person, &view.persons[0]);
  EXPECT_EQ(all[1].letter.file, "nameless");
  EXPECT_FALSE(display_name(view.persons[0], draw::Voice("ru")).empty());
  EXPECT_EQ(filed_name(view.persons[0], draw::Voice("ru")), "");
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
