#include "sanaq/pages/case_page.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;

TEST(CasePage, EachFactHasAMarkThatOpensToItsSourceRowAndHash) {
  const PublicView view = a_public_case();
  CasePage page{"event/shooting.html", "The shooting", ""};
  page.entities = {{"event:shooting", ""}};
  const Page made = made_page(view, page, draw::Voice("en"));
  EXPECT_EQ(test::times(made.body, "<details"), 4U);
  EXPECT_TRUE(holds(&made, "table of events, row 13"));
  EXPECT_TRUE(holds(&made, std::string(64, 'e')));
  EXPECT_TRUE(holds(&made, "../case-sources.html#f-event"));
  EXPECT_TRUE(holds(&made, "Others say otherwise:"));
  EXPECT_TRUE(holds(&made, "An office"));
  EXPECT_TRUE(holds(&made, "said last"));
  EXPECT_TRUE(holds(&made, "href=\"../event/strike.html\""));
}

TEST(CasePage, OfAFileThatIsNotPublicItTellsWhichPublicRowAndNoHash) {
  PublicView view = a_public_case();
  std::vector<casefile::Statement> said = test::case_said();
  for (casefile::Statement& one : said) one.origin.hash.clear();
  view.case_file.view = casefile::View(said);
  CasePage page{"event/shooting.html", "The shooting", ""};
  page.entities = {{"event:shooting", ""}};
  const Page made = made_page(view, page, draw::Voice("en"));
  EXPECT_TRUE(holds(&made, "table of events, public row 13"));
  EXPECT_FALSE(holds(&made, std::string(64, 'e')));
}

TEST(CasePage, AReferenceToAClosedThingSaysSoAndLeadsNowhere) {
  PublicView view = a_public_case();
  std::vector<casefile::Statement> said = test::case_said();
  for (casefile::Statement& one : said) {
    if (one.property == "perpetrator") one.value = closed_reference;
    if (one.property == "involvement/unit")
      one.property = "involvement/" + std::string(closed_reference);
    if (one.subject == "act:a1" && one.property == "event") one.value = closed_reference;
    if (one.property == "organisation") one.value = closed_reference;
  }
  view.case_file.view = casefile::View(said);
  view.case_file.entities = casefile::entities_of(view.case_file.view);
  CasePage page{"act-type/01010501.html", "Acts", ""};
  page.entities = {{"act:a1", ""}};
  const Page made = made_page(view, page, draw::Voice("ru"));
  EXPECT_TRUE(holds(&made, "не открыто"));
  EXPECT_FALSE(holds(&made, "not public"));
  EXPECT_EQ(page_of(view.case_file, "post:p"), "");
}

TEST(CasePage, WhatIsNoLinkIsNone) {
  const PublicView view = a_public_case();
  CasePage page{"event/shooting.html", "The shooting", ""};
  page.entities = {{"event:shooting", ""}};
  EXPECT_EQ(made_page(view, page, draw::Voice("en")).body.find("href=\"\""), std::string::npos);
}

TEST(CasePage, ASlugIsPlainAndTwoIdsNeverMeet) {
  EXPECT_EQ(slug("strike-2011"), "strike-2011");
  EXPECT_NE(slug("E1"), slug("e1"));
  EXPECT_EQ(slug("Шайқас").substr(0, 2), "x-");
  EXPECT_EQ(slug("../../etc").substr(0, 2), "x-");
  EXPECT_EQ(slug("con").substr(0, 2), "x-");
}

TEST(CasePage, APersonWithAPageIsALinkAndOneWithoutANameSaysSo) {
  PublicView view = a_public_case();
  EXPECT_EQ(who_cell(view, "00000000000000aa", draw::Voice("en"), "../").href,
            "../person/00000000000000aa.html");
  EXPECT_EQ(who_cell(view, "name:other sample", draw::Voice("en"), "../").href, "");
  view.case_file.people["k"] = {"", ""};
  EXPECT_EQ(who_text(view, "k", draw::Voice("en")), "a person whose name is not public");
}

}  // namespace sanaq::pages
