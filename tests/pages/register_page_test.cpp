#include "sanaq/pages/register_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(RegisterPage, APersonsPageShowsRecordsWithListAndWhichPublishedRow) {
  const PublicView view = test::a_view();
  EXPECT_NE(person_page(view, view.persons[0], draw::Voice("en")).body.find("public row 7"),
            std::string::npos);
}

TEST(RegisterPage, WhereThereIsALogAPersonsPageLeadsToItsEntries) {
  PublicView view = test::a_view();
  const std::string link = "href=\"../person/" + view.persons[0].id + ".entries.json\"";
  EXPECT_EQ(person_page(view, view.persons[0], draw::Voice("en")).body.find(link),
            std::string::npos);
  view.has_log = true;
  EXPECT_NE(person_page(view, view.persons[0], draw::Voice("en")).body.find(link),
            std::string::npos);
}

TEST(RegisterPage, OfAFileThatIsPublicItShowsTheRow) {
  PublicView view = test::a_view();
  for (PublicList& list : view.lists) list.is_hash_open = true;
  EXPECT_EQ(person_page(view, view.persons[0], draw::Voice("en")).body.find("public row"),
            std::string::npos);
  const std::string body = person_page(view, view.persons[0], draw::Voice("en")).body;
  for (const char* part : {"hospital", "morgue", "row 2", "row 7", "Aibar T.", "93"})
    EXPECT_NE(body.find(part), std::string::npos) << part;
}

TEST(RegisterPage, HowCertainItIsIsSaidOnlyAsFarAsThePublishedCellsTell) {
  PublicView view = test::a_view();
  view.persons[0].probability.reset();
  const std::string body = person_page(view, view.persons[0], draw::Voice("en")).body;
  EXPECT_NE(body.find("not to be told from what is published"), std::string::npos);
}

TEST(RegisterPage, TheAddressOfAnotherRecordLeadsToThePerson) {
  const PublicView view = test::a_view();
  EXPECT_NE(
      forwarding_page(view, view.persons[0], draw::Voice("en")).find(view.persons[0].id + ".html"),
      std::string::npos);
}

}  // namespace sanaq::pages
