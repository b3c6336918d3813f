#include "sanaq/pages/sensitivity_section.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"
#include "sanaq/pages/number_page.h"

namespace sanaq::pages {
namespace {

PublicView firm_view() {
  PublicView view = test::a_view();
  estimate::Summary& summary = *view.estimate;
  summary.strata = {{"North", 120, summary.estimate, summary.unlisted, {}, {}, {}},
                    {"South <b>", 90, {}, {}, {}, {}, {}}};
  summary.hidden_lists = {{0, 150, 170, 120, 260}, {1, 90, 30, 20, 40}};
  summary.left_out_lists = {{0, 60, 311, 222, 444}};
  summary.lists_added = {{2, 170, 301, 201, 401}, {3, 210, 345, 280, 460}};
  summary.merged_lists = {{0, 1, 366, 266, 466}};
  summary.prior_answers = {{base::message("one kind of people"), *summary.estimate}};
  summary.prediction = estimate::Prediction{{}, 0.42};
  return view;
}

TEST(SensitivitySection, ShowsStrataHiddenListsAndWhatWouldChangeTheNumber) {
  const std::string body = number_page(firm_view(), draw::Voice("en")).body;
  for (const char* part :
       {"Group by group", "North", "South &lt;b&gt;", "held 1 of 2", "missed", "Without hospital",
        "The first 2 lists", "hospital + morgue", "one kind of people", "42%", "number-upset"})
    EXPECT_NE(body.find(part), std::string::npos) << part;
}

TEST(SensitivitySection, IsSaidInRussianAndKazakh) {
  EXPECT_NE(number_page(firm_view(), draw::Voice("ru")).body.find("По группам"), std::string::npos);
  EXPECT_NE(number_page(firm_view(), draw::Voice("kk")).body.find("Топтар бойынша"),
            std::string::npos);
}

// "held" is also what a prison does.
TEST(SensitivitySection, AnIntervalHoldsTheTruthAndNobodyInCustody) {
  const std::string russian = number_page(firm_view(), draw::Voice("ru")).body,
                    kazakh = number_page(firm_view(), draw::Voice("kk")).body;
  EXPECT_NE(russian.find(">содержит<"), std::string::npos);
  EXPECT_EQ(russian.find("в заключении"), std::string::npos);
  EXPECT_NE(kazakh.find(">ұстады<"), std::string::npos);
  EXPECT_EQ(kazakh.find("қамауда"), std::string::npos);
}

TEST(SensitivitySection, WhatIsNotThereIsNotShown) {
  PublicView view = test::a_view();
  view.overlap.reset();
  const std::string body = number_page(view, draw::Voice("en")).body;
  for (const char* part : {"Group by group", "Tried on these lists", "What would change the number",
                           "Who is on which lists"})
    EXPECT_EQ(body.find(part), std::string::npos) << part;
}

}  // namespace
}  // namespace sanaq::pages
