#include "sanaq/pages/places_pages.h"

#include <gtest/gtest.h>

#include <set>

#include "pages/many_persons.h"
#include "sanaq/pages/person_inputs.h"

namespace sanaq::pages {

std::vector<Page> places_in(const PublicView& view, const char* language) {
  const draw::Voice voice(language);
  const std::vector<Filed> all = filing(view, voice);
  return made_pages(places_pages(view, all, PersonInputs(view).of_all(), "", voice));
}

TEST(PlacesPages, EachPlaceHasAPageWithItsPersons) {
  const std::vector<Page> pages = places_in(test::view_of(97), "ru");
  ASSERT_GT(pages.size(), 50u);
  EXPECT_EQ(pages[0].path, "places/index.html");
  std::size_t rows = 0;
  std::set<std::string> paths;
  for (const Page& page : pages) {
    EXPECT_TRUE(paths.insert(page.path).second) << page.path;
    rows += test::times(page.body, "../person/n");
  }
  EXPECT_EQ(rows, 97u);
}

TEST(PlacesPages, SpellingsInTwoAlphabetsAreOnePlace) {
  PublicView view = test::view_of(3);
  view.persons[0].records[0].cells[2]->text = "Жанаозен";
  view.persons[1].records[0].cells[2]->text = "ЖАНАОЗЕН";
  view.persons[2].records[0].cells[2]->text = "Zhanaozen";
  const std::vector<Page> pages = places_in(view, "en");
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[1].path, "places/zhanaozen.html");
}

TEST(PlacesPages, NoNameOfAPlaceMakesABadAddress) {
  const std::vector<std::string> names = {"index",   "con",     "../../etc/passwd",
                                          "Ақтау",   "Aktau 2", std::string(5000, 'x'),
                                          "aktau_2", "Aktau-2"};
  PublicView view = test::view_of(names.size());
  for (std::size_t at = 0; at < names.size(); ++at)
    view.persons[at].records[0].cells[2]->text = names[at];
  std::set<std::string> paths;
  for (const Page& page : places_in(view, "en")) {
    EXPECT_TRUE(paths.insert(page.path).second) << page.path;
    EXPECT_EQ(page.path.find(".."), std::string::npos);
    EXPECT_LT(page.path.size(), 80u);
  }
  EXPECT_EQ(paths.size(), names.size() + 1);
}

TEST(PlacesPages, AThousandPersonsOfOnePlaceAreSplit) {
  PublicView view = test::view_of(1000);
  for (PublicPerson& person : view.persons) person.records[0].cells[2]->text = "Oil Town";
  const std::vector<Page> pages = places_in(view, "en");
  EXPECT_EQ(pages.size(), 6u);
  EXPECT_EQ(pages[2].path, "places/oil-town_2.html");
  for (const Page& page : pages) EXPECT_LT(page.body.size(), 140'000u) << page.path;
}

TEST(PlacesPages, PlacesWithCoordinatesStandOnAMap) {
  PublicView view = test::view_of(3);
  view.persons[0].records[0].cells[2]->text = "Oil Town (43.34, 52.86)";
  view.persons[1].records[0].cells[2]->text = "Oil Town";
  const std::vector<Page> pages = places_in(view, "en");
  EXPECT_NE(pages[0].body.find("class=\"drawing map\""), std::string::npos);
  EXPECT_EQ(pages.size(), 3u);
  view.persons[0].records[0].cells[2]->text = "Oil Town";
  EXPECT_EQ(places_in(view, "en")[0].body.find("class=\"drawing map\""), std::string::npos);
}

TEST(PlacesPages, WithoutPlacesTheIndexIsEmpty) {
  EXPECT_EQ(places_in(test::a_view(), "en").size(), 1u);
}

}  // namespace sanaq::pages
