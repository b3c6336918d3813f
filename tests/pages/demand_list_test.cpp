#include "sanaq/pages/demand_list.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {
namespace {

PublicView a_view_with_demands() {
  PublicView view = test::a_public_case();
  std::vector<casefile::Statement> said = test::case_said();
  const auto say = [&](const char* subject, const char* property, const char* value,
                       const char* language = "") {
    casefile::Statement one = said.front();
    one.subject = subject;
    one.property = property;
    one.value = value;
    one.language = language;
    said.push_back(one);
  };
  say("demand:pay", "text", "More <pay>", "en");
  say("demand:pay", "by", "The <Unit>");
  say("demand:pay", "date", "2011-05-26");
  say("demand:pay", "status", "met");
  say("demand:pay", "status_date", "2014-12-17");
  say("demand:free", "text", "Свободу", "ru");
  say("demand:free", "by", "unit");
  say("demand:later", "text", "Later", "en");
  say("demand:later", "by", "unit");
  say("demand:later", "date", "2015-01-01");
  say("event:strike", "demands", "pay");
  view.case_file.view = casefile::View(said);
  view.case_file.entities = casefile::entities_of(view.case_file.view);
  return view;
}

}  // namespace

TEST(DemandList, TheyAreThoseOfAnOrganisationByIdOrName) {
  const PublicView view = a_view_with_demands();
  EXPECT_EQ(demands_of(view, "unit").size(), 2u);  // the third was made later
  EXPECT_EQ(demands_of(view, "the <unit>").size(), 2u);
  EXPECT_EQ(demands_of(view, "strike").size(), 1u);
  EXPECT_TRUE(demands_of(view, "staff").empty());
  EXPECT_TRUE(demands_of(view, "").empty());
}

TEST(DemandList, EachHasItsStatusOnTheDayOfTheSite) {
  PublicView view = a_view_with_demands();
  const draw::Voice voice("en");
  std::string list = demand_list(view, "unit", voice, "../");
  EXPECT_EQ(test::times(list, "<li"), 2u);
  EXPECT_EQ(test::times(list, ">open</span>"), 2u);
  EXPECT_NE(list.find("More &lt;pay&gt;"), std::string::npos);
  EXPECT_NE(list.find("16 December 2014"), std::string::npos);
  EXPECT_NE(list.find("href=\"../demand/"), std::string::npos);
  EXPECT_NE(list.find("<li lang=\"ru\">"), std::string::npos);
  ++view.case_file.held_on;
  list = demand_list(view, "unit", voice, "../");
  EXPECT_EQ(test::times(list, ">met</span>"), 1u);
}

}  // namespace sanaq::pages
