#include "sanaq/pages/letters_pages.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "pages/many_persons.h"
#include "sanaq/pages/person_inputs.h"

namespace sanaq::pages {

std::vector<Page> letters_in(const PublicView& view, const char* language) {
  const draw::Voice voice(language);
  const std::vector<Filed> all = filing(view, voice);
  return made_pages(letters_pages(view, all, PersonInputs(view).of_all(), voice));
}

TEST(LettersPages, NameEveryPersonAndLeadToTheirPages) {
  const PublicView view = test::a_view();
  const std::vector<Page> pages = letters_in(view, "ru");
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].path, "register.html");
  EXPECT_EQ(pages[1].path, "a-z/s.html");
  EXPECT_EQ(pages[2].path, "a-z/t.html");
  for (const PublicPerson& person : view.persons) {
    EXPECT_NE(pages[0].body.find(filed_name(person, draw::Voice("ru"))), std::string::npos);
    EXPECT_NE(pages[0].body.find("\"person/" + person.id + ".html"), std::string::npos);
  }
  EXPECT_NE(pages[1].body.find("\"../person/00000000000000cc.html"), std::string::npos);
}

// Another language has other letters.
TEST(LettersPages, LeadInOtherLanguagesToTheRegister) {
  const PublicView view = test::a_view();
  for (const Page& page : letters_in(view, "ru")) {
    const std::string framed = frame(view, draw::Voice("ru"), page);
    EXPECT_NE(framed.find(page.path == "register.html" ? "href=\"../register.html\""
                                                       : "href=\"../../register.html\""),
              std::string::npos)
        << page.path;
  }
}

TEST(LettersPages, SaysHowCertainItIsOnlyAsFarAsThePublishedCellsTell) {
  PublicView view = test::a_view();
  view.persons[0].probability.reset();
  EXPECT_NE(letters_in(view, "en")[0].body.find("not to be told"), std::string::npos);
}

TEST(LettersPages, ManyPersonsAreSplitAndNobodyIsLost) {
  const PublicView view = test::view_of(3000);
  for (const char* language : {"en", "ru", "kk"}) {
    const std::vector<Page> pages = letters_in(view, language);
    std::set<std::string> paths;
    std::size_t rows = 0;
    for (const Page& page : pages) {
      EXPECT_TRUE(paths.insert(page.path).second) << page.path;
      EXPECT_LT(page.body.size(), 140'000u) << page.path;
      rows += test::times(page.body, "person/n");
    }
    EXPECT_EQ(rows, view.persons.size()) << language;
  }
}

// A letter's second page has an address of its own, and the first leads to it.
TEST(LettersPages, ALetterOfManyPersonsGoesOn) {
  PublicView view = test::view_of(450);
  for (PublicPerson& person : view.persons) person.name = "Омаров " + person.name;
  const std::vector<Page> pages = letters_in(view, "ru");
  ASSERT_EQ(pages.size(), 4u);
  EXPECT_EQ(pages[2].path, "a-z/o_2.html");
  EXPECT_NE(pages[1].body.find("href=\"o_2.html\""), std::string::npos);
}

TEST(LettersPages, PersonsWithoutAPublicNameAreCountedAndToldApart) {
  PublicView view = test::view_of(8);
  for (PublicPerson& person : view.persons) person.name.clear();
  const std::vector<Page> pages = letters_in(view, "en");
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[1].path, "a-z/nameless.html");
  for (const char* name : {"Without a public name, 1", "Without a public name, 8"})
    EXPECT_NE(pages[1].body.find(name), std::string::npos) << name;
}

// What a page is made from, by its path.
std::map<std::string, std::string> inputs_of_letters_of(const PublicView& view) {
  const draw::Voice voice("ru");
  const std::vector<Filed> all = filing(view, voice);
  std::map<std::string, std::string> inputs;
  for (const PageToMake& page : letters_pages(view, all, PersonInputs(view).of_all(), voice))
    inputs[page.path] = page.inputs;
  return inputs;
}

TEST(LettersPages, OnlyAPageThatShowsThePersonIsMadeFromSomethingElseWhenACellChanges) {
  PublicView view = test::view_of(900);
  const auto before = inputs_of_letters_of(view);
  view.persons[7].records[0].cells.back() = PublicCell{"Elsewhere", "Elsewhere"};
  const auto now = inputs_of_letters_of(view);
  ASSERT_EQ(before.size(), now.size());
  std::size_t changed = 0;
  for (const auto& [path, inputs] : now) changed += inputs != before.at(path) ? 1 : 0;
  EXPECT_EQ(changed, 1u);
}

}  // namespace sanaq::pages
