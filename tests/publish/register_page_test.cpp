#include "sanaq/publish/register_page.h"

#include <gtest/gtest.h>

#include "publish/a_view.h"

namespace sanaq::publish {

TEST(RegisterPage, NamesEveryPersonAndLeadsToTheirPages) {
  const PublicView view = test::a_view();
  const auto pages = register_pages(view, Voice("en"));
  ASSERT_EQ(pages.size(), 1u);
  for (const PublicPerson& person : view.persons) {
    EXPECT_NE(pages[0].body.find(person.name), std::string::npos);
    EXPECT_NE(pages[0].body.find("person/" + person.id + ".html"), std::string::npos);
  }
}

TEST(RegisterPage, APersonsPageShowsRecordsWithListAndRow) {
  const PublicView view = test::a_view();
  const std::string body = person_page(view, view.persons[0], Voice("en")).body;
  for (const char* part : {"hospital", "morgue", "row 2", "row 7", "Aibar T.", "93"})
    EXPECT_NE(body.find(part), std::string::npos) << part;
}

TEST(RegisterPage, TheAddressOfAnotherRecordLeadsToThePerson) {
  const PublicView view = test::a_view();
  EXPECT_NE(forwarding_page(view, view.persons[0], Voice("en")).find(view.persons[0].id + ".html"),
            std::string::npos);
}

TEST(RegisterPage, APersonWithoutAPublicNameIsStillSomebody) {
  PublicPerson person = test::a_view().persons[0];
  person.name.clear();
  EXPECT_FALSE(display_name(person, Voice("en")).empty());
}

}  // namespace sanaq::publish
