#include "sanaq/pages/person_rows.h"

#include <gtest/gtest.h>

#include "pages/many_persons.h"

namespace sanaq::pages {

TEST(PersonRows, APageHasTwoHundredAtMostAndEverybodyIsOnOne) {
  const PublicView view = test::view_of(1001);
  const draw::Voice voice("ru");
  const std::vector<Filed> all = filing(view, voice);
  const std::vector<Stretch> parts = cut_into_pages(view, all, {0, all.size()});
  std::size_t next = 0;
  for (const auto& [first, last] : parts) {
    EXPECT_EQ(first, next);
    EXPECT_GT(last, first);
    EXPECT_LE(last - first, persons_a_page);
    next = last;
  }
  EXPECT_EQ(next, all.size());
  EXPECT_EQ(parts.size(), 6u);
  EXPECT_TRUE(cut_into_pages(view, all, {0, 0}).empty());
}

TEST(PersonRows, LongNamesMakeShorterPages) {
  PublicView view = test::view_of(100);
  for (PublicPerson& person : view.persons) person.name = std::string(5000, 'a') + person.id;
  const std::vector<Filed> all = filing(view, draw::Voice("en"));
  const std::vector<Stretch> parts = cut_into_pages(view, all, {0, all.size()});
  EXPECT_GT(parts.size(), 10u);
  for (const auto& [first, last] : parts) EXPECT_LE((last - first) * 10'000, rows_bytes_max);
}

TEST(PersonRows, TwoOfOneNameAreToldApartByYearAndPlace) {
  PublicView view = test::view_of(2);
  view.persons[0].records[0].cells[1] = PublicCell{"3/2/1956", "1956-02-03"};
  const draw::Voice voice("en");
  EXPECT_NE(told_apart_by(view, view.persons[0], voice),
            told_apart_by(view, view.persons[1], voice));
  EXPECT_NE(told_apart_by(view, view.persons[0], voice).find("3 February 1956"), std::string::npos);
}

TEST(PersonRows, LinksToThePartsBeginWithANameThatIsNotTooLong) {
  PublicView view = test::view_of(1);
  view.persons[0].name = std::string(5000, 'a');
  const draw::Voice voice("en");
  const std::vector<Filed> all = filing(view, voice);
  const Data links = part_links(all, {{0, 1}}, 0, {"a.html"}, voice);
  EXPECT_EQ(links.list_value().size(), 1u);
  EXPECT_LT(links.list_value()[0].get("name")->string_value().size(), 40u);
  const Data rows = person_rows(view, all, {0, 1}, voice, "../");
  EXPECT_EQ(rows.list_value()[0].get("href")->string_value(), "../person/n0.html");
}

}  // namespace sanaq::pages
