#include "sanaq/pages/case_facts.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

TEST(CaseFacts, StandInTheOrderOfTheColumnsWithoutThoseThatStandBesideAnother) {
  const PublicView view = test::a_public_case();
  std::vector<std::string> properties;
  for (const casefile::Fact* fact : facts_in_order(view.case_file, "act:a1"))
    properties.push_back(fact->property);
  EXPECT_EQ(properties,
            (std::vector<std::string>{"victim", "type", "date", "event", "perpetrator"}));
}

TEST(CaseFacts, HowManyAndHowInvolvedStandBesideWhoIsMeant) {
  const PublicCase known = test::a_public_case().case_file;
  const casefile::Fact* victim = known.view.fact("act:a2", "victim");
  const casefile::Fact* count = fact_beside(known, "act:a2", *victim, "unnamed men");
  ASSERT_NE(count, nullptr);
  EXPECT_EQ(count->property, "count/unnamed men");
  EXPECT_EQ(fact_beside(known, "act:a1", *known.view.fact("act:a1", "date"), "2011-12-16"),
            nullptr);
}

}  // namespace sanaq::pages
