#include "sanaq/pages/person_summary.h"

#include <gtest/gtest.h>

#include "pages/many_persons.h"

namespace sanaq::pages {

TEST(PersonSummary, SaysWhoItWasWithDatesInWords) {
  PublicView view = test::view_of(1);
  view.columns.push_back({record::Field::date, ""});
  view.persons[0].records[0].cells.push_back(PublicCell{"16.12.2011", "2011-12-16", false});
  const std::string english = who_it_was(view, view.persons[0], draw::Voice("en"));
  EXPECT_NE(english.find("16 December 2011"), std::string::npos) << english;
  EXPECT_NE(english.find("1940"), std::string::npos) << english;
  EXPECT_EQ(english.find("2011-12-16"), std::string::npos) << english;
}

TEST(PersonSummary, WhatWasReadAsNoDateStaysAsItIsWritten) {
  const PublicColumn column{record::Field::birth, ""};
  EXPECT_EQ(cell_words(column, {"in spring", "in spring"}, draw::Voice("en")), "in spring");
  EXPECT_EQ(cell_words({record::Field::place, ""}, {"2011-12-16", "2011-12-16"}, draw::Voice("en")),
            "2011-12-16");
}

TEST(PersonSummary, WhatIsNoDateIsNobodysBirth) {
  PublicView view = test::view_of(1);
  for (std::optional<PublicCell>& cell : view.persons[0].records[0].cells)
    if (cell) cell->text = cell->reading = "n/k";
  const draw::Voice voice("en");
  EXPECT_EQ(birth_words(view, view.persons[0], voice), "");
  EXPECT_EQ(who_it_was(view, view.persons[0], voice).find("Born"), std::string::npos);
}

TEST(PersonSummary, ASexStandsInTheWordsOfThePage) {
  const PublicColumn column{record::Field::sex, ""};
  EXPECT_EQ(cell_words(column, {"M", "m"}, draw::Voice("ru")), "мужчина");
  EXPECT_EQ(cell_words(column, {"жен", "f"}, draw::Voice("en")), "woman");
  EXPECT_EQ(cell_words(column, {"?", ""}, draw::Voice("en")), "?");
}

TEST(PersonSummary, OfWhomNothingIsPublicNothingIsSaid) {
  const PublicView view = test::a_view();
  EXPECT_EQ(who_it_was(view, view.persons[0], draw::Voice("en")), "");
}

}  // namespace sanaq::pages
